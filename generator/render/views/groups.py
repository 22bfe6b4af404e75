"""Pages that list what belongs together: a type, a year, a theme, a harm, a series, an audience, child or adult."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.model import About, Briefing, Case, Library, Notice, PageKind, Series, addresses, inside
from generator.model.facets import CHILD_OR_ADULT, UNDATED, Facet, by_facet
from generator.model.vocabulary import Harm, ReviewType, Subject, Term
from generator.render.views.cards import Card, Cards, count_of, newest_briefings, year_anchor
from generator.render.views.page import PageView


def group_pages(cards: Cards) -> Iterator[tuple[addresses.Address, Callable[[], PageView]]]:
    """Every listing page of the library, also those that list nothing yet: their addresses never change."""
    for review_type in cards.library.vocabulary.review_types:
        yield addresses.review_type(review_type.id), partial(_type, cards, review_type)
    for year in (
        *cards.library.cases_by_year,
        *_kept_years(cards.library, cards.library.cases_by_year, addresses.review_year),
    ):
        yield addresses.review_year(year), partial(_year, cards, year)
    for theme in cards.library.vocabulary.themes:
        yield addresses.theme(theme.id), partial(_theme, cards, theme)
    for harm in cards.library.vocabulary.harms:
        yield addresses.harm(harm.id), partial(_harm, cards, harm)
    for series in Series:
        yield addresses.series(series), partial(_series, cards, series)
    yield from _pages_of_facets(cards)


def _kept_years(
    library: Library, known: Iterable[int | None], address: Callable[[int | None], addresses.Address]
) -> Iterator[int | None]:
    """Years whose page was published and that hold nothing any more: it is withdrawn, or its date has changed."""
    led_on = {inside(each.old, library.site_url) for each in library.redirects}
    kept = library.published - led_on
    numbers = {each.strip("/").rpartition("/")[2] for each in kept}
    years = [None, *sorted(int(each) for each in numbers if each.isdecimal() and len(each) == 4)]
    yield from (each for each in years if address(each) in kept and each not in known)


def _pages_of_facets(cards: Cards) -> Iterator[tuple[addresses.Address, Callable[[], PageView]]]:
    """What can be narrowed down on the two finders and has no other page."""
    library = cards.library
    cases, briefings = by_facet(library.cases, library), by_facet(newest_briefings(library), library)
    for identity, of_year in briefings[Facet.YEAR].items():
        year = None if identity == UNDATED else int(identity)
        yield addresses.briefing_year(year), partial(_briefing_year, cards, year, of_year)
    known = [None if each == UNDATED else int(each) for each in briefings[Facet.YEAR]]
    for year in _kept_years(library, known, addresses.briefing_year):
        yield addresses.briefing_year(year), partial(_briefing_year, cards, year, ())
    for audience in library.vocabulary.audiences:
        read_by_them = briefings[Facet.AUDIENCE].get(audience.id, ())
        yield addresses.briefings_for(audience.id), partial(_audience, cards, audience, read_by_them)
    for about in CHILD_OR_ADULT:
        yield addresses.reviews_about(about), partial(_reviews_about, cards, about, cases[Facet.ABOUT].get(about, ()))
        on_them = briefings[Facet.ABOUT].get(about, ())
        yield addresses.briefings_about(about), partial(_briefings_about, cards, about, on_them)


def _type(cards: Cards, review_type: ReviewType) -> PageView:
    cases = cards.library.cases_by_type.get(review_type.id, ())
    return _term(cards, review_type, "Type of review", addresses.review_type(review_type.id), cases)


def _theme(cards: Cards, theme: Subject) -> PageView:
    return _term(
        cards,
        theme,
        "Theme",
        addresses.theme(theme.id),
        cards.library.cases_by_theme.get(theme.id, ()),
        cards.library.briefings_by_theme.get(theme.id, ()),
        cards.library.notices_by_theme.get(theme.id, ()),
    )


def _harm(cards: Cards, harm: Harm) -> PageView:
    return _term(
        cards,
        harm,
        harm.group or "Harm",
        addresses.harm(harm.id),
        cards.library.cases_by_harm.get(harm.id, ()),
        cards.library.briefings_by_harm.get(harm.id, ()),
    )


def _term(
    cards: Cards,
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
    body["description"] = term.description or ""
    body["also_known_as"] = list(term.also_known_as)
    # A theme and a harm may have one label; no two pages may have one title.
    title = heading if is_type else f"{heading}: {kicker[0].lower()}{kicker[1:]}"
    # A type's page holds nothing but reviews, and those are found by their type.
    body["found_title"] = "" if is_type else title
    description = term.description or _described(body, heading)
    return PageView("group.html", address, title, description, body, kind=PageKind.LIST)


def _with_anchors(cards: Cards, cases: Iterable[Case]) -> list[Card]:
    """Reviews, newest first, of which the first of each year can be linked to: `#year-2022`, `#year-undated`."""
    listed = []
    known: set[str] = set()
    for case in cases:
        card, anchor = cards.case(case), year_anchor(case.published.year if case.published else None)
        listed.append(card if anchor in known else card | {"anchor": anchor})
        known.add(anchor)
    return listed


def _year(cards: Cards, year: int | None) -> PageView:
    cases = cards.library.cases_by_year.get(year, ())
    heading = f"Reviews published in {year}" if year is not None else "Reviews whose date is not known"
    body = _listing(cards, "Year", heading, cases)
    if year is None:
        body["description"] = "No source that the library holds says when these reviews were published."
    return _page(addresses.review_year(year), heading, heading, body)


def _series(cards: Cards, series: Series) -> PageView:
    briefings = [each for each in cards.library.briefings if each.series is series]
    body = _listing(cards, "Briefings", series.heading, briefings=briefings)
    return _page(addresses.series(series), series.heading, series.heading, body)


def _briefing_year(cards: Cards, year: int | None, briefings: Iterable[Briefing]) -> PageView:
    heading = f"Briefings published or revised in {year}" if year is not None else "Briefings whose date is not known"
    body = _listing(cards, "Year", heading, briefings=briefings)
    if year is None:
        body["description"] = "No source that the library holds says when these briefings were published."
    return _page(addresses.briefing_year(year), heading, heading, body)


def _audience(cards: Cards, audience: Term, briefings: Iterable[Briefing]) -> PageView:
    body = _listing(cards, "Briefings for", audience.label, briefings=briefings)
    body["description"] = audience.description or ""
    title = f"{audience.label}: briefings"
    return _page(addresses.briefings_for(audience.id), title, audience.label, body)


def _reviews_about(cards: Cards, about: About, cases: Iterable[Case]) -> PageView:
    heading = f"Reviews about {about}"
    body = _listing(cards, "Child or adult", heading, cases)
    body["description"] = (
        f"Reviews whose type, or else whose kind of harm, says that they are about {about}. "
        "A review that does not say it is not in this list."
    )
    return _page(addresses.reviews_about(about), heading, heading, body)


def _briefings_about(cards: Cards, about: About, briefings: Iterable[Briefing]) -> PageView:
    heading = f"Briefings about {about}"
    body = _listing(cards, "Child or adult", heading, briefings=briefings)
    body["description"] = (
        f"Briefings on a kind of harm to {about}, and lessons learned from reviews about {about}. "
        "A briefing that does not say it is not in this list."
    )
    return _page(addresses.briefings_about(about), heading, heading, body)


def _page(address: addresses.Address, title: str, heading: str, body: dict[str, object]) -> PageView:
    return PageView("group.html", address, title, _described(body, heading), body, kind=PageKind.LIST)


def _listing(
    cards: Cards,
    kicker: str,
    title: str,
    cases: Iterable[Case] = (),
    briefings: Iterable[Briefing] = (),
    notices: Iterable[Notice] = (),
) -> dict[str, object]:
    return {
        "kicker": kicker,
        "title": title,
        "found_title": "",
        "description": "",
        "also_known_as": [],
        "by_year": "",
        "cases": [cards.case(each) for each in cases],
        "briefings": [cards.briefing(each) for each in briefings],
        "notices": [cards.notice(each) for each in notices],
    }


def _described(body: dict[str, object], heading: str) -> str:
    """What a listing holds, counted: `Early help: 2 reviews and 1 briefing.`."""
    counted = [
        count_of(len(listed), one, many)
        for key, one, many in (("cases", "review", "reviews"), ("briefings", "briefing", "briefings"))
        if isinstance(listed := body[key], list) and listed
    ]
    return f"{heading}: {' and '.join(counted)}." if counted else f"{heading}: nothing has been published yet."
