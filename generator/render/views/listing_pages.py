"""Pages that list records by type, year, theme, harm, series, audience, or child or adult."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from generator.model import About, Briefing, Case, Library, Notice, PageKind, Series, addresses, site_address
from generator.model.facets import CHILD_OR_ADULT, UNDATED, Facet, by_facet
from generator.model.publication_state import PublicationState, YearOfReview
from generator.model.vocabulary import Harm, ReviewType, Term, Topic
from generator.render.views.cards import Card, CardFactory, pluralise, year_anchor
from generator.render.views.page_view import PageView


def group_pages(cards: CardFactory) -> Iterator[tuple[addresses.Address, Callable[[], PageView]]]:
    """Yield every listing page of the library. Empty ones are included, because their addresses never change."""
    for review_type in cards.library.vocabulary.review_types:
        yield addresses.review_type(review_type.id), partial(_type, cards, review_type)
    for year in (
        *cards.library.cases_by_year,
        *_years_with_published_pages(cards.library, cards.library.cases_by_year, addresses.review_year),
    ):
        yield addresses.review_year(year), partial(_year, cards, year)
    for theme in cards.library.vocabulary.themes:
        yield addresses.theme(theme.id), partial(_theme, cards, theme)
    for harm in cards.library.vocabulary.harms:
        yield addresses.harm(harm.id), partial(_harm, cards, harm)
    for series in Series:
        yield addresses.series(series), partial(_series, cards, series)
    yield from _pages_of_facets(cards)


def _years_with_published_pages(
    library: Library, known: Iterable[YearOfReview], address: Callable[[YearOfReview], addresses.Address]
) -> Iterator[YearOfReview]:
    """Yield the years whose page was published and that are now empty, after a withdrawal or a changed date."""
    redirected = {site_address(redirect.old, library.site_url) for redirect in library.redirects}
    kept = library.published_addresses - redirected
    numbers = {each.strip("/").rpartition("/")[2] for each in kept}
    dated = sorted(int(number) for number in numbers if number.isdecimal() and len(number) == 4)
    years: tuple[YearOfReview, ...] = (None, *dated, *PublicationState)
    yield from (year for year in years if address(year) in kept and year not in known)


def _pages_of_facets(cards: CardFactory) -> Iterator[tuple[addresses.Address, Callable[[], PageView]]]:
    """Yield the pages of the facets of the two finders that have no other page."""
    library = cards.library
    cases, briefings = by_facet(library.cases, library), by_facet(library.newest_briefings, library)
    for identity, of_year in briefings[Facet.YEAR].items():
        year = None if identity == UNDATED else int(identity)
        yield addresses.briefing_year(year), partial(_briefing_year, cards, year, of_year)
    known = [None if each == UNDATED else int(each) for each in briefings[Facet.YEAR]]
    for kept in _years_with_published_pages(library, known, addresses.briefing_year):
        yield addresses.briefing_year(kept), partial(_briefing_year, cards, kept, ())
    for audience in library.vocabulary.audiences:
        read_by_them = briefings[Facet.AUDIENCE].get(audience.id, ())
        yield addresses.briefings_for(audience.id), partial(_audience, cards, audience, read_by_them)
    for about in CHILD_OR_ADULT:
        yield addresses.reviews_about(about), partial(_reviews_about, cards, about, cases[Facet.ABOUT].get(about, ()))
        on_them = briefings[Facet.ABOUT].get(about, ())
        yield addresses.briefings_about(about), partial(_briefings_about, cards, about, on_them)


def _type(cards: CardFactory, review_type: ReviewType) -> PageView:
    cases = cards.library.cases_by_type.get(review_type.id, ())
    return _term(cards, review_type, "Type of review", addresses.review_type(review_type.id), cases)


def _theme(cards: CardFactory, theme: Topic) -> PageView:
    return _term(
        cards,
        theme,
        "Theme",
        addresses.theme(theme.id),
        cards.library.cases_by_theme.get(theme.id, ()),
        cards.library.briefings_by_theme.get(theme.id, ()),
        cards.library.notices_by_theme.get(theme.id, ()),
    )


def _harm(cards: CardFactory, harm: Harm) -> PageView:
    return _term(
        cards,
        harm,
        harm.group or "Harm",
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
    heading = (term.plural or term.label) if kicker == "Type of review" else term.label
    is_type = kicker == "Type of review"
    body = _listing(cards, kicker, heading, cases, briefings, notices)
    if not is_type:
        body["cases"] = _with_anchors(cards, cases)
        body["by_year"] = addresses.THEMES_BY_YEAR
        body["empty_message"] = "We have not published anything on this topic yet."
        body["all_themes"] = addresses.THEMES
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
    heading, description = f"Reviews published in {year}", ""
    if year is None:
        heading, description = "Reviews with no known date", "We do not know when these were published."
    elif isinstance(year, PublicationState):
        heading, description = _UNPUBLISHED[year]
    body = _listing(cards, "Year", heading, cases)
    body["description"] = description
    return _page(addresses.review_year(year), heading, heading, body)


_UNPUBLISHED: Final = {
    PublicationState.NOT_YET: ("Reviews not published yet", "The reports of these reviews are not published yet."),
    PublicationState.NOT_PUBLISHED: ("Reviews not published", "The reports of these reviews are not published."),
}


def _series(cards: CardFactory, series: Series) -> PageView:
    briefings = [briefing for briefing in cards.library.briefings if briefing.series is series]
    body = _listing(cards, "Briefings", series.heading, briefings=briefings)
    return _page(addresses.series(series), series.heading, series.heading, body)


def _briefing_year(cards: CardFactory, year: YearOfReview, briefings: Iterable[Briefing]) -> PageView:
    heading = f"Briefings published or revised in {year}" if year is not None else "Briefings with no known date"
    body = _listing(cards, "Year", heading, briefings=briefings)
    if year is None:
        body["description"] = "We do not know when these were published."
    return _page(addresses.briefing_year(year), heading, heading, body)


def _audience(cards: CardFactory, audience: Term, briefings: Iterable[Briefing]) -> PageView:
    body = _listing(cards, "Briefings for", audience.label, briefings=briefings)
    body["description"] = audience.description or ""
    title = f"{audience.label}: briefings"
    return _page(addresses.briefings_for(audience.id), title, audience.label, body)


def _reviews_about(cards: CardFactory, about: About, cases: Iterable[Case]) -> PageView:
    heading = f"Reviews about {about}"
    body = _listing(cards, "Child or adult", heading, cases)
    body["description"] = "This list leaves out reviews that do not say whether they are about a child or an adult."
    return _page(addresses.reviews_about(about), heading, heading, body)


def _briefings_about(cards: CardFactory, about: About, briefings: Iterable[Briefing]) -> PageView:
    heading = f"Briefings about {about}"
    body = _listing(cards, "Child or adult", heading, briefings=briefings)
    body["description"] = "This list leaves out briefings that are not marked as being about children or adults."
    return _page(addresses.briefings_about(about), heading, heading, body)


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
    return {
        "kicker": kicker,
        "title": title,
        "search_title": "",
        "description": "",
        "also_known_as": [],
        "by_year": "",
        "empty_message": "There is nothing here yet.",
        "all_themes": "",
        "cases": [cards.case(case) for case in cases],
        "briefings": [cards.briefing(briefing) for briefing in briefings],
        "notices": [cards.notice(notice) for notice in notices],
    }


def _count_sentence(body: dict[str, object], heading: str) -> str:
    """Return a sentence that counts the records of a listing: `Early help: 2 reviews and 1 briefing.`."""
    counted = [
        pluralise(len(listed), one, many)
        for key, one, many in (("cases", "review", "reviews"), ("briefings", "briefing", "briefings"))
        if isinstance(listed := body[key], list) and listed
    ]
    return f"{heading}: {' and '.join(counted)}." if counted else f"{heading}: we have not published anything yet."
