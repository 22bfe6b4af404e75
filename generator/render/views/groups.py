"""Pages that list what belongs together: a type, a year, a theme, a harm, a series."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.model import Briefing, Case, Library, Notice, Series, addresses
from generator.model.vocabulary import Harm, ReviewType, Term
from generator.render.views.cards import briefing_card, case_card, contact_views, count_of, notice_card
from generator.render.views.page import PageView


def group_pages(library: Library) -> Iterator[tuple[addresses.Address, Callable[[], PageView]]]:
    """Every listing page of the library, also those that list nothing yet: their addresses never change."""
    for review_type in library.vocabulary.review_types:
        yield addresses.review_type(review_type.id), partial(_type, library, review_type)
    for year in library.cases_by_year:
        yield addresses.review_year(year if year is not None else "undated"), partial(_year, library, year)
    for theme in library.vocabulary.themes:
        yield addresses.theme(theme.id), partial(_theme, library, theme)
    for harm in library.vocabulary.harms:
        yield addresses.harm(harm.id), partial(_harm, library, harm)
    for series in Series:
        yield addresses.series(series), partial(_series, library, series)


def _type(library: Library, review_type: ReviewType) -> PageView:
    cases = library.cases_by_type.get(review_type.id, ())
    return _term(library, review_type, "Type of review", addresses.review_type(review_type.id), cases)


def _theme(library: Library, theme: Term) -> PageView:
    return _term(
        library,
        theme,
        "Theme",
        addresses.theme(theme.id),
        library.cases_by_theme.get(theme.id, ()),
        library.briefings_by_theme.get(theme.id, ()),
        library.notices_by_theme.get(theme.id, ()),
    )


def _harm(library: Library, harm: Harm) -> PageView:
    return _term(
        library,
        harm,
        harm.group or "Harm",
        addresses.harm(harm.id),
        library.cases_by_harm.get(harm.id, ()),
        library.briefings_by_harm.get(harm.id, ()),
        helplines=harm.helpline,
    )


def _term(
    library: Library,
    term: Term,
    kicker: str,
    address: addresses.Address,
    cases: Iterable[Case],
    briefings: Iterable[Briefing] = (),
    notices: Iterable[Notice] = (),
    helplines: bool = False,
) -> PageView:
    heading = (term.plural or term.label) if kicker == "Type of review" else term.label
    body: dict[str, object] = {
        "kicker": kicker,
        "title": heading,
        "description": term.description or "",
        "source": term.source or "",
        "also_known_as": list(term.also_known_as),
        "helplines": contact_views(library.partnership.helplines) if helplines else [],
        "cases": [case_card(each, library) for each in cases],
        "briefings": [briefing_card(each, library) for each in briefings],
        "notices": [notice_card(each, library) for each in notices],
    }
    # A theme and a harm may have one label; no two pages may have one title.
    title = heading if kicker == "Type of review" else f"{heading}: {kicker[0].lower()}{kicker[1:]}"
    return PageView("group.html", address, title, term.description or _described(body, heading), body)


def _year(library: Library, year: int | None) -> PageView:
    cases = library.cases_by_year[year]
    heading = f"Reviews published in {year}" if year is not None else "Reviews whose date is not known"
    body = _listing("Year", heading, [case_card(each, library) for each in cases], [])
    if year is None:
        body["description"] = "No source that the library holds says when these reviews were published."
    return PageView(
        "group.html",
        addresses.review_year(year if year is not None else "undated"),
        heading,
        _described(body, heading),
        body,
    )


def _series(library: Library, series: Series) -> PageView:
    briefings = [each for each in library.briefings if each.series is series]
    body = _listing("Briefings", series.heading, [], [briefing_card(each, library) for each in briefings])
    return PageView("group.html", addresses.series(series), series.heading, _described(body, series.heading), body)


def _listing(kicker: str, title: str, cases: list[object] | list[object], briefings: list[object]) -> dict[str, object]:
    return {
        "kicker": kicker,
        "title": title,
        "description": "",
        "source": "",
        "also_known_as": [],
        "helplines": [],
        "cases": cases,
        "briefings": briefings,
        "notices": [],
    }


def _described(body: dict[str, object], heading: str) -> str:
    """What a listing holds, counted: `Early help: 2 reviews and 1 briefing.`."""
    counted = [
        count_of(len(listed), one, many)
        for key, one, many in (("cases", "review", "reviews"), ("briefings", "briefing", "briefings"))
        if isinstance(listed := body[key], list) and listed
    ]
    return f"{heading}: {' and '.join(counted)}." if counted else f"{heading}: nothing has been published yet."
