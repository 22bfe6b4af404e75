"""The pages that list records by type, year, theme, harm, series, audience, or child or adult."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from generator.languages import gettext as _
from generator.languages import message
from generator.model import (
    About,
    Briefing,
    BriefingSeries,
    Case,
    Library,
    Notice,
    PageKind,
    SiteSection,
    addresses,
)
from generator.model.facets import CHILD_OR_ADULT, UNDATED, Facet, about_groups, by_facet, group_by
from generator.model.publication_state import PublicationState, YearOfReview
from generator.model.site_sections import notices_heading
from generator.model.term import Term
from generator.model.vocabulary import TYPE_NOT_STATED_ID, NoticeSection
from generator.render.views.cards import (
    CardFactory,
)
from generator.render.views.list_page import (
    GroupPage,
    count_sentence,
    kept_addresses,
    list_body,
    list_page,
    people_of_all,
    years_with_published_pages,
)
from generator.render.views.news_groups import (
    news_by_group,
    news_description,
    news_heading,
    notices_of_section,
    resources_by_kind,
)
from generator.render.views.page_view import PageView
from generator.render.views.term_pages import harm_page, theme_page, type_page


def group_pages(cards: CardFactory) -> Iterator[GroupPage]:
    """Yield every listing page of the sections that the library has.

    The page of a vocabulary term exists even if it lists nothing, because a text may link to the term. Any other empty
    page is yielded only if it has been published before, because its address never changes.
    """
    library = cards.library
    for review_type in library.vocabulary.review_types:
        listed = review_type.id in library.cases_by_type
        yield addresses.review_type(review_type.id), listed, partial(type_page, cards, review_type)
    if _has_page_without_type(library):
        listed = TYPE_NOT_STATED_ID in library.cases_by_type
        yield addresses.review_type(TYPE_NOT_STATED_ID), listed, partial(_type_not_stated, cards)
    for year in library.cases_by_year:
        yield addresses.review_year(year), True, partial(_year, cards, year)
    for year in years_with_published_pages(library, library.cases_by_year, addresses.review_year):
        yield addresses.review_year(year), False, partial(_year, cards, year)
    if library.has(SiteSection.THEMES):
        for theme in library.vocabulary.themes:
            listings = (library.cases_by_theme, library.briefings_by_theme, library.notices_by_theme)
            listed = any(theme.id in listing for listing in listings)
            yield addresses.theme(theme.id), listed, partial(theme_page, cards, theme)
        for harm in library.vocabulary.harms:
            listed = harm.id in library.cases_by_harm or harm.id in library.briefings_by_harm
            yield addresses.harm(harm.id), listed, partial(harm_page, cards, harm)
    yield from _pages_about(cards)
    if library.has(SiteSection.BRIEFINGS):
        yield from _pages_of_briefings(cards)
    if library.has(SiteSection.NEWS):
        yield from _pages_of_news(cards)


def lists_of_sections(cards: CardFactory) -> Iterator[GroupPage]:
    """Yield the lists of everything in a section. Their first pages are hand-written, with a slot for the list."""
    library = cards.library
    yield addresses.REVIEWS, False, partial(_all_reviews, cards)
    if library.has(SiteSection.BRIEFINGS):
        yield addresses.BRIEFINGS, False, partial(_all_briefings, cards)
    if library.has(SiteSection.NEWS):
        news = notices_of_section(library, NoticeSection.NEWS)
        yield addresses.NEWS, False, partial(_all_notices, cards, addresses.NEWS, _("All news"), news)
    if library.has(SiteSection.RESOURCES):
        resources = [each for _kind, listed in resources_by_kind(library) for each in listed]
        heading = _("All resources")
        yield addresses.RESOURCES, False, partial(_all_notices, cards, addresses.RESOURCES, heading, resources)


def _all_reviews(cards: CardFactory) -> PageView:
    heading, cases = _("All reviews"), cards.library.cases
    body = list_body(cards, _("Reviews"), heading, cases)
    return list_page(addresses.REVIEWS, heading, heading, body, people_of_all(cards, cases))


def _all_briefings(cards: CardFactory) -> PageView:
    heading, briefings = _("All briefings"), cards.library.newest_briefings
    body = list_body(cards, _("Briefings"), heading, briefings=briefings) | {"is_newest_first": True}
    return list_page(addresses.BRIEFINGS, heading, heading, body, people_of_all(cards, briefings))


def _all_notices(cards: CardFactory, address: addresses.Address, heading: str, notices: Sequence[Notice]) -> PageView:
    body = list_body(cards, notices_heading(cards.library.sections), heading, notices=notices)
    body["is_newest_first"] = address == addresses.NEWS
    return list_page(address, heading, heading, body, people_of_all(cards, notices))


def _pages_about(cards: CardFactory) -> Iterator[GroupPage]:
    """Yield the pages of reviews about children and about adults, if there are reviews about both."""
    library = cards.library
    cases = group_by(library.cases, lambda case: about_groups(case, library))
    for about in CHILD_OR_ADULT:
        listed, address = cases.get(about, ()), addresses.reviews_about(about)
        if len(cases) > 1 or address in library.published_addresses:
            yield address, bool(listed), partial(_reviews_about, cards, about, listed)


def _pages_of_briefings(cards: CardFactory) -> Iterator[GroupPage]:
    """Yield the pages of briefings by series, year and audience, and those about children and about adults."""
    library = cards.library
    briefings = by_facet(library.newest_briefings, library)
    for identity, of_year in briefings[Facet.YEAR].items():
        year = None if identity == UNDATED else int(identity)
        yield addresses.briefing_year(year), True, partial(_briefing_year, cards, year, of_year)
    known = [None if each == UNDATED else int(each) for each in briefings[Facet.YEAR]]
    for kept in years_with_published_pages(library, known, addresses.briefing_year):
        yield addresses.briefing_year(kept), False, partial(_briefing_year, cards, kept, ())
    for series in library.vocabulary.briefing_series:
        listed, address = series.id in briefings[Facet.SERIES], addresses.series(series.id)
        if listed or address in library.published_addresses:
            yield address, listed, partial(_series, cards, series)
    for audience in library.vocabulary.audiences:
        read_by_them = briefings[Facet.AUDIENCE].get(audience.id, ())
        address = addresses.briefings_for(audience.id)
        if read_by_them or address in library.published_addresses:
            yield address, bool(read_by_them), partial(_audience, cards, audience, read_by_them)
    for about in CHILD_OR_ADULT:
        on_them, address = briefings[Facet.ABOUT].get(about, ()), addresses.briefings_about(about)
        if len(briefings[Facet.ABOUT]) > 1 or address in library.published_addresses:
            yield address, bool(on_them), partial(_briefings_about, cards, about, on_them)


def _pages_of_news(cards: CardFactory) -> Iterator[GroupPage]:
    """Yield the pages of news about children, adults and families, if there is news about more than one of them."""
    library = cards.library
    news = news_by_group(library)
    for about in About:
        address = addresses.news_about(about)
        if about in news or address in library.published_addresses:
            yield address, about in news, partial(_news_about, cards, about, news.get(about, ()))


def _has_page_without_type(library: Library) -> bool:
    """Return True if the type of a review is not stated, or if the page of these reviews was published before."""
    page = addresses.review_type(TYPE_NOT_STATED_ID)
    return TYPE_NOT_STATED_ID in library.cases_by_type or page in kept_addresses(library)


def _type_not_stated(cards: CardFactory) -> PageView:
    heading = _("Reviews whose type is not stated")
    cases = cards.library.cases_by_type.get(TYPE_NOT_STATED_ID, ())
    body = list_body(cards, _("Type of review"), heading, cases)
    body["description"] = _("Our sources do not say which type of review these are.")
    return list_page(addresses.review_type(TYPE_NOT_STATED_ID), heading, heading, body, people_of_all(cards, cases))


def _year(cards: CardFactory, year: YearOfReview) -> PageView:
    cases = cards.library.cases_by_year.get(year, ())
    heading, description = _("Reviews published in {year}").format(year=year), ""
    if year is None:
        heading, description = _("Reviews with no known date"), _("We do not know the day or the month of these.")
    elif isinstance(year, PublicationState):
        heading, description = (_(words) for words in _UNPUBLISHED[year])
    body = list_body(cards, _("Year"), heading, cases)
    body["description"] = description
    return list_page(addresses.review_year(year), heading, heading, body, people_of_all(cards, cases))


_UNPUBLISHED: Final = {
    PublicationState.NOT_YET: (
        message("Reviews not published yet"),
        message("The reports of these reviews are not published yet."),
    ),
    PublicationState.NOT_PUBLISHED: (
        message("Reviews not published"),
        message("The reports of these reviews are not published."),
    ),
}


def _series(cards: CardFactory, series: BriefingSeries) -> PageView:
    briefings = [briefing for briefing in cards.library.briefings if briefing.series.id == series.id]
    body = list_body(cards, _("Briefings"), series.heading, briefings=briefings)
    body["description"] = series.description or (count_sentence(body) if body["by_library"] else "")
    body["also_known_as"] = list(series.also_known_as)
    return list_page(addresses.series(series.id), series.heading, series.heading, body, people_of_all(cards, briefings))


def _briefing_year(cards: CardFactory, year: YearOfReview, briefings: Iterable[Briefing]) -> PageView:
    heading = (
        _("Briefings published or revised in {year}").format(year=year)
        if year is not None
        else _("Briefings with no known date")
    )
    body = list_body(cards, _("Year"), heading, briefings=briefings)
    if year is None:
        body["description"] = _("We do not know when these were published.")
    body["is_newest_first"] = True
    return list_page(addresses.briefing_year(year), heading, heading, body, people_of_all(cards, briefings))


def _audience(cards: CardFactory, audience: Term, briefings: Iterable[Briefing]) -> PageView:
    body = list_body(cards, _("Briefings for"), audience.label, briefings=briefings)
    body["description"] = audience.description or ""
    title = _("{audience}: briefings").format(audience=audience.label)
    body["is_newest_first"] = True
    return list_page(addresses.briefings_for(audience.id), title, audience.label, body, people_of_all(cards, briefings))


def _reviews_about(cards: CardFactory, about: About, cases: Iterable[Case]) -> PageView:
    heading = _("Reviews about children") if about is About.CHILDREN else _("Reviews about adults")
    body = list_body(cards, _("Child or adult"), heading, cases)
    body["description"] = _("This list leaves out reviews that do not say whether they are about a child or an adult.")
    return list_page(addresses.reviews_about(about), heading, heading, body, (about,))


def _briefings_about(cards: CardFactory, about: About, briefings: Iterable[Briefing]) -> PageView:
    heading = _("Briefings about children") if about is About.CHILDREN else _("Briefings about adults")
    body = list_body(cards, _("Child or adult"), heading, briefings=briefings)
    body["description"] = _("This list leaves out briefings that are not marked as being about children or adults.")
    body["is_newest_first"] = True
    return list_page(addresses.briefings_about(about), heading, heading, body, (about,))


def _news_about(cards: CardFactory, about: About, notices: Iterable[Notice]) -> PageView:
    heading = news_heading(about)
    body = list_body(cards, _("News"), heading, notices=notices)
    body["notices_heading"] = _("Newest first")
    body["is_newest_first"] = True
    return PageView(
        "group.html",
        addresses.news_about(about),
        heading,
        news_description(about),
        body,
        kind=PageKind.LIST,
        about=(about,),
    )
