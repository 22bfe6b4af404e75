"""The pages that list recommendations: by agency, status and year, the overdue ones, and the parts of a long list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import count

from generator.languages import gettext as _
from generator.model import Library, PageKind, SiteSection, addresses
from generator.model.publication_state import PublicationState, YearOfReview
from generator.model.published_recommendation import PublishedRecommendation
from generator.render.views.cards import CardFactory
from generator.render.views.list_page import Entries, kept_addresses, years_with_published_pages
from generator.render.views.page_view import PageSource, PageView
from generator.render.views.pagination import divide_into_pages, number_of_pages
from generator.render.views.recommendation_cards import (
    counts_sentence,
    filtered_item,
    is_overdue,
    people_of_recommendations,
    title_of_recommendation,
)
from generator.render.views.recommendation_page import recommendation_page
from generator.render.views.recommendations import NO_PROGRESS, status_id

Listed = Sequence[PublishedRecommendation]


def recommendation_pages(cards: CardFactory) -> Iterator[PageSource]:
    """Yield the page of each recommendation, and the pages that list them. None if the site has no recommendations.

    A list that is empty is yielded only if it has been published before, because its address never changes.
    """
    library = cards.library
    if not library.has(SiteSection.RECOMMENDATIONS):
        return
    for each in library.recommendations:
        view, title = partial(recommendation_page, each, library), partial(title_of_recommendation, each)
        yield PageSource(each.address, each.case.is_public(library.today), view, title)
    kept = kept_addresses(library)
    lists = [(address, bool(listed), page) for address, listed, page in _lists(library) if listed or address in kept]
    yield from divide_into_pages(lists)
    yield from _later_pages_of_all(library)


def recommendations_by_status(library: Library) -> Mapping[str, Listed]:
    """Return the recommendations by the id of their status of today; `no-progress` if none is recorded."""
    groups: dict[str, list[PublishedRecommendation]] = defaultdict(list)
    for each in library.recommendations:
        groups[status_id(each.recommendation, library)].append(each)
    return groups


def recommendations_by_year(library: Library) -> Mapping[YearOfReview, Listed]:
    """Return the recommendations by the year of their review."""
    groups: dict[YearOfReview, list[PublishedRecommendation]] = defaultdict(list)
    for each in library.recommendations:
        groups[each.case.year].append(each)
    return groups


def status_labels(library: Library) -> dict[str, str]:
    """Return every status by id, in the order of the vocabulary, after those without progress."""
    statuses = library.vocabulary.recommendation_statuses
    return {NO_PROGRESS: _("No progress recorded"), **{each.id: each.label for each in statuses}}


def year_of_review_label(year: YearOfReview) -> str:
    """Return the year in words for the heading of its list."""
    if year is None:
        return _("Recommendations of reviews with no known date")
    if isinstance(year, PublicationState):
        return _("Recommendations of reviews whose report is not published")
    return _("Recommendations of reviews published in {year}").format(year=year)


def _lists(library: Library) -> Iterator[tuple[addresses.Address, Listed, partial[PageView]]]:
    def page(
        address: addresses.Address,
        listed: Listed,
        kicker: str,
        heading: str,
        description: str = "",
        is_searchable: bool = False,
    ) -> tuple[addresses.Address, Listed, partial[PageView]]:
        arguments = (library, address, listed, kicker, heading, description)
        return address, listed, partial(_list_page, *arguments, is_searchable=is_searchable)

    words = library.vocabulary
    for agency in words.agencies:
        listed = library.recommendations_by_agency.get(agency.id, ())
        heading = _("Recommendations to {agency}").format(agency=agency.label)
        description = agency.description or ""
        address = addresses.recommendations_to(agency.id)
        yield page(address, listed, _("Agency"), heading, description, is_searchable=True)
    by_status = recommendations_by_status(library)
    for identity, label in status_labels(library).items():
        address = addresses.recommendations_with_status(identity)
        meaning = words.recommendation_status[identity].description if identity in words.recommendation_status else ""
        heading = _("Recommendations: {status}").format(status=label[:1].lower() + label[1:])
        yield page(address, by_status.get(identity, ()), _("Status"), heading, meaning or "")
    by_year = recommendations_by_year(library)
    years = (*by_year, *years_with_published_pages(library, by_year, addresses.recommendations_of_year))
    for year in years:
        address = addresses.recommendations_of_year(year)
        yield page(address, by_year.get(year, ()), _("Year of the review"), year_of_review_label(year))
    overdue = [each for each in library.recommendations if is_overdue(each, library)]
    meaning = _("The date by which each should be done has passed, and it is still open.")
    yield page(addresses.OVERDUE_RECOMMENDATIONS, overdue, _("Due date"), _("Overdue recommendations"), meaning)


def _later_pages_of_all(library: Library) -> Iterator[PageSource]:
    """Yield the second and later pages of the list of all recommendations, also those that were published before."""
    everything = library.recommendations
    all_of_them = partial(
        _list_page, library, addresses.RECOMMENDATIONS, everything, _("Recommendations"), _("All recommendations"), ""
    )
    yield from divide_into_pages([(addresses.RECOMMENDATIONS, False, all_of_them)], first=2)
    kept = kept_addresses(library)
    for number in count(number_of_pages(len(everything)) + 1):
        address = addresses.recommendations_part(number)
        if address not in kept:
            return
        heading = _("All recommendations, part {number}").format(number=number)
        empty = partial(_list_page, library, address, (), _("Recommendations"), heading, "")
        yield from divide_into_pages([(address, False, empty)])


def _list_page(
    library: Library,
    address: addresses.Address,
    listed: Listed,
    kicker: str,
    heading: str,
    description: str,
    is_searchable: bool = False,
) -> PageView:
    """Return a list of recommendations, to be divided into pages. The site's search finds it if `is_searchable`."""
    sentence = counts_sentence(listed, library) if listed else ""
    body: dict[str, object] = {
        "kicker": kicker,
        "title": heading,
        "description": description,
        "search_title": heading if is_searchable else "",
        "recommendation_counts": sentence,
        "recommendations": Entries(listed, partial(filtered_item, library=library)),
        "everything": addresses.RECOMMENDATIONS,
        "is_newest_first": not library.partnership.review_order,
    }
    return PageView(
        template="recommendation-list.html",
        address=address,
        title=heading,
        description=" ".join(filter(None, (description, sentence))) or heading,
        body=body,
        kind=PageKind.LIST,
        about=people_of_recommendations(listed, library),
    )
