"""Pages that list records by type, year, theme, harm, series, audience, or child or adult."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from generator.languages import gettext as _
from generator.languages import message
from generator.markdown import join_words
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
    site_address,
)
from generator.model.facets import CHILD_OR_ADULT, UNDATED, Facet, by_facet
from generator.model.publication_state import PublicationState, YearOfReview
from generator.model.review_type import ReviewType
from generator.model.site_sections import notices_heading
from generator.model.term import Term
from generator.model.vocabulary import TYPE_NOT_STATED_ID, Harm, Topic
from generator.render.views.cards import (
    BRIEFING_BY_LIBRARY,
    COUNTED_BRIEFING,
    COUNTED_REVIEW,
    Card,
    CardFactory,
    pluralise,
    year_anchor,
)
from generator.render.views.news_groups import news_by_group, news_description, news_heading
from generator.render.views.page_view import PageView
from generator.render.views.term_links import term_links

GroupPage = tuple[addresses.Address, bool, Callable[[], PageView]]
"""A listing page's address, whether it lists anything, and a function that returns its view."""


def group_pages(cards: CardFactory) -> Iterator[GroupPage]:
    """Yield every listing page of the sections that the library has.

    The page of a vocabulary term exists even if it lists nothing, because a text may link to the term. Any other empty
    page is yielded only if it has been published before, because its address never changes.
    """
    library = cards.library
    for review_type in library.vocabulary.review_types:
        listed = review_type.id in library.cases_by_type
        yield addresses.review_type(review_type.id), listed, partial(_type, cards, review_type)
    if _has_page_without_type(library):
        listed = TYPE_NOT_STATED_ID in library.cases_by_type
        yield addresses.review_type(TYPE_NOT_STATED_ID), listed, partial(_type_not_stated, cards)
    for year in library.cases_by_year:
        yield addresses.review_year(year), True, partial(_year, cards, year)
    for year in _years_with_published_pages(library, library.cases_by_year, addresses.review_year):
        yield addresses.review_year(year), False, partial(_year, cards, year)
    if library.has(SiteSection.THEMES):
        for theme in library.vocabulary.themes:
            listings = (library.cases_by_theme, library.briefings_by_theme, library.notices_by_theme)
            listed = any(theme.id in listing for listing in listings)
            yield addresses.theme(theme.id), listed, partial(_theme, cards, theme)
        for harm in library.vocabulary.harms:
            listed = harm.id in library.cases_by_harm or harm.id in library.briefings_by_harm
            yield addresses.harm(harm.id), listed, partial(_harm, cards, harm)
    yield from _pages_about(cards)
    if library.has(SiteSection.BRIEFINGS):
        yield from _pages_of_briefings(cards)
    if library.has(SiteSection.NEWS):
        yield from _pages_of_news(cards)


def _years_with_published_pages(
    library: Library, known: Iterable[YearOfReview], address: Callable[[YearOfReview], addresses.Address]
) -> Iterator[YearOfReview]:
    """Yield the years whose page was published and that are now empty, after a withdrawal or a changed date."""
    kept = _kept_addresses(library)
    numbers = {each.strip("/").rpartition("/")[2] for each in kept}
    dated = sorted(int(number) for number in numbers if number.isdecimal() and len(number) == 4)
    years: tuple[YearOfReview, ...] = (None, *dated, *PublicationState)
    yield from (year for year in years if address(year) in kept and year not in known)


def _pages_about(cards: CardFactory) -> Iterator[GroupPage]:
    """Yield the pages of reviews about children and about adults, if there are reviews about both."""
    library = cards.library
    cases = by_facet(library.cases, library)[Facet.ABOUT]
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
    for kept in _years_with_published_pages(library, known, addresses.briefing_year):
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
    return TYPE_NOT_STATED_ID in library.cases_by_type or page in _kept_addresses(library)


def _kept_addresses(library: Library) -> frozenset[str]:
    """Return the published addresses that are not redirected: each must keep its page."""
    return library.published_addresses - {site_address(each.old, library.site_url) for each in library.redirects}


def _type(cards: CardFactory, review_type: ReviewType) -> PageView:
    words, of_type = cards.library.vocabulary, cards.library.cases_by_type
    cases = of_type.get(review_type.id, ())
    page = _term(cards, review_type, _("Type of review"), addresses.review_type(review_type.id), cases)
    counts = {identity: len(having) for identity, having in of_type.items()}
    parent = words.type.get(review_type.variant_of or "")
    page.body["parents"] = term_links([parent] if parent is not None else [], "type", cards.library, counts)
    page.body["variants_of"] = review_type.label
    page.body["variants"] = term_links(words.variants_of(review_type.id), "type", cards.library, counts)
    return page


def _type_not_stated(cards: CardFactory) -> PageView:
    heading = _("Reviews whose type is not stated")
    body = _listing(cards, _("Type of review"), heading, cards.library.cases_by_type.get(TYPE_NOT_STATED_ID, ()))
    body["description"] = _("Our sources do not say which type of review these are.")
    return _page(addresses.review_type(TYPE_NOT_STATED_ID), heading, heading, body)


def _theme(cards: CardFactory, theme: Topic) -> PageView:
    return _term(
        cards,
        theme,
        _("Theme"),
        addresses.theme(theme.id),
        cards.library.cases_by_theme.get(theme.id, ()),
        cards.library.briefings_by_theme.get(theme.id, ()),
        cards.library.notices_by_theme.get(theme.id, ()),
    )


def _harm(cards: CardFactory, harm: Harm) -> PageView:
    return _term(
        cards,
        harm,
        harm.group or _("Harm"),
        addresses.harm(harm.id),
        cards.library.cases_by_harm.get(harm.id, ()),
        cards.library.briefings_by_harm.get(harm.id, ()),
    )


def _term(
    cards: CardFactory,
    term: Term,
    kicker: str,
    address: addresses.Address,
    cases: Iterable[Case],
    briefings: Iterable[Briefing] = (),
    notices: Iterable[Notice] = (),
) -> PageView:
    heading = (term.plural or term.label) if kicker == _("Type of review") else term.label
    is_type = kicker == _("Type of review")
    body = _listing(cards, kicker, heading, cases, briefings, notices)
    if not is_type:
        body["cases"] = _with_anchors(cards, cases)
        body["by_year"] = addresses.THEMES_BY_YEAR
        body["empty_message"] = _("We have not published anything on this topic yet.")
        body["all_themes"] = addresses.THEMES if addresses.THEMES in cards.library.handwritten_pages else ""
    body["description"] = term.description or ""
    body["also_known_as"] = list(term.also_known_as)
    # A theme and a harm may have the same label, but page titles must be unique.
    title = heading if is_type else f"{heading}: {kicker[0].lower()}{kicker[1:]}"
    # A type's page lists only reviews, and those can be filtered by type.
    body["search_title"] = "" if is_type else title
    description = term.description or _count_sentence(body, heading)
    return PageView("group.html", address, title, description, body, kind=PageKind.LIST)


def _with_anchors(cards: CardFactory, cases: Iterable[Case]) -> list[Card]:
    """Return the cards of reviews, newest first. The first of each year has an anchor: `year-2022`, `year-undated`."""
    listed = []
    known: set[str] = set()
    for case in cases:
        card, anchor = cards.case(case), year_anchor(case.year)
        listed.append(card if anchor in known else card | {"anchor": anchor})
        known.add(anchor)
    return listed


def _year(cards: CardFactory, year: YearOfReview) -> PageView:
    cases = cards.library.cases_by_year.get(year, ())
    heading, description = _("Reviews published in {year}").format(year=year), ""
    if year is None:
        heading, description = _("Reviews with no known date"), _("We do not know when these were published.")
    elif isinstance(year, PublicationState):
        heading, description = (_(words) for words in _UNPUBLISHED[year])
    body = _listing(cards, _("Year"), heading, cases)
    body["description"] = description
    return _page(addresses.review_year(year), heading, heading, body)


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
    body = _listing(cards, _("Briefings"), series.heading, briefings=briefings)
    body["description"] = series.description or ""
    body["also_known_as"] = list(series.also_known_as)
    return _page(addresses.series(series.id), series.heading, series.heading, body)


def _briefing_year(cards: CardFactory, year: YearOfReview, briefings: Iterable[Briefing]) -> PageView:
    heading = (
        _("Briefings published or revised in {year}").format(year=year)
        if year is not None
        else _("Briefings with no known date")
    )
    body = _listing(cards, _("Year"), heading, briefings=briefings)
    if year is None:
        body["description"] = _("We do not know when these were published.")
    return _page(addresses.briefing_year(year), heading, heading, body)


def _audience(cards: CardFactory, audience: Term, briefings: Iterable[Briefing]) -> PageView:
    body = _listing(cards, _("Briefings for"), audience.label, briefings=briefings)
    body["description"] = audience.description or ""
    title = _("{audience}: briefings").format(audience=audience.label)
    return _page(addresses.briefings_for(audience.id), title, audience.label, body)


def _reviews_about(cards: CardFactory, about: About, cases: Iterable[Case]) -> PageView:
    heading = _("Reviews about children") if about is About.CHILDREN else _("Reviews about adults")
    body = _listing(cards, _("Child or adult"), heading, cases)
    body["description"] = _("This list leaves out reviews that do not say whether they are about a child or an adult.")
    return _page(addresses.reviews_about(about), heading, heading, body)


def _briefings_about(cards: CardFactory, about: About, briefings: Iterable[Briefing]) -> PageView:
    heading = _("Briefings about children") if about is About.CHILDREN else _("Briefings about adults")
    body = _listing(cards, _("Child or adult"), heading, briefings=briefings)
    body["description"] = _("This list leaves out briefings that are not marked as being about children or adults.")
    return _page(addresses.briefings_about(about), heading, heading, body)


def _news_about(cards: CardFactory, about: About, notices: Iterable[Notice]) -> PageView:
    heading = news_heading(about)
    body = _listing(cards, _("News"), heading, notices=notices)
    body["notices_heading"] = _("Newest first")
    return PageView(
        "group.html", addresses.news_about(about), heading, news_description(about), body, kind=PageKind.LIST
    )


def _page(address: addresses.Address, title: str, heading: str, body: dict[str, object]) -> PageView:
    return PageView("group.html", address, title, _count_sentence(body, heading), body, kind=PageKind.LIST)


def _listing(
    cards: CardFactory,
    kicker: str,
    title: str,
    cases: Iterable[Case] = (),
    briefings: Iterable[Briefing] = (),
    notices: Iterable[Notice] = (),
) -> dict[str, object]:
    listed = list(briefings)
    return {
        "kicker": kicker,
        "title": title,
        "search_title": "",
        "description": "",
        "also_known_as": [],
        "by_year": "",
        "empty_message": _("There is nothing here yet."),
        "all_themes": "",
        "parents": [],
        "variants": [],
        "notices_heading": notices_heading(cards.library.sections),
        "cases": [cards.case(case) for case in cases],
        "briefings": [cards.briefing(briefing) for briefing in listed],
        "by_library": sum(not briefing.counts_as_partnership for briefing in listed),
        "notices": [cards.notice(notice) for notice in notices],
    }


def _count_sentence(body: dict[str, object], heading: str) -> str:
    """Return a sentence that counts the records of a listing: `Early help: 2 reviews and 1 briefing.`."""
    cases, briefings, by_library = body["cases"], body["briefings"], body["by_library"]
    assert isinstance(cases, list) and isinstance(briefings, list) and isinstance(by_library, int)
    counted = [
        pluralise(number, *forms)
        for number, forms in (
            (len(cases), COUNTED_REVIEW),
            (len(briefings) - by_library, COUNTED_BRIEFING),
            (by_library, BRIEFING_BY_LIBRARY),
        )
        if number
    ]
    return (
        f"{heading}: {join_words(counted)}."
        if counted
        else _("{heading}: we have not published anything yet.").format(heading=heading)
    )
