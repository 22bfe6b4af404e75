"""The number of reviews with each theme and each harm, by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final, TypedDict

from generator.languages import gettext as _
from generator.markdown import join_words
from generator.model import Address, Case, Library, PageKind, addresses
from generator.model.publication_state import YearOfReview, year_order
from generator.model.sorting import name_key
from generator.model.term import Term
from generator.render.charts import as_svg, draw_column_chart
from generator.render.views.cards import COUNTED_REVIEW, pluralise, year_anchor, year_label
from generator.render.views.page_view import PageView

_MOST_CHARTS: Final = 12
_MOST_YEARS: Final = 12
"""The maximum number of years in a chart. With more, the columns would be too thin to distinguish."""

TITLE: Final = "Themes over the years"

Year = YearOfReview
"""A column: a calendar year; None for reviews without a known date; or reviews without a published report."""


class Cell(TypedDict):
    """The number of reviews of a year that have a theme."""

    count: int
    address: Address
    """The address of the page that lists them; empty if there are none."""

    before: str
    """Text for screen readers before the number, so that the link makes sense out of context: `Early help, 2022: `."""

    after: str
    """Text for screen readers after the number: ` review`."""


class Row(TypedDict):
    """One theme or harm."""

    label: str
    address: Address
    cells: list[Cell]
    total: int


def themes_by_year_page(library: Library) -> PageView:
    """Return a chart and a table for the themes and for each group of harms, from the reviews that are public today."""
    years = sorted(library.cases_by_year, key=lambda each: (year_order(each)[0], each if isinstance(each, int) else 0))
    sections = [_section("themes", "Themes", library.vocabulary.themes, library.cases_by_theme, addresses.theme, years)]
    # A group's terms may be in several parts of the list, but they are shown in one table.
    harms = sorted(library.vocabulary.harms, key=lambda each: _places(library)[each.group or "Harms"])
    for number, (group, terms) in enumerate(groupby(harms, key=lambda each: each.group or "Harms"), start=1):
        sections.append(_section(f"harms-{number}", group, list(terms), library.cases_by_harm, addresses.harm, years))
    shown = [section for section in sections if section["rows"]]
    span = _span(years)
    body: dict[str, object] = {
        "title": TITLE,
        "columns": ["No date" if year is None else year_label(year) for year in years],
        "sections": shown,
        "charted": _in_years(span) if any(each["charts"] for each in shown) else "",
        "review_count": len(library.cases),
        "has_linked": bool(library.briefing_themes_of),
    }
    return PageView(
        template="themes-by-year.html",
        address=addresses.THEMES_BY_YEAR,
        title=TITLE,
        description="How often each theme and each type of harm comes up in the published reviews, year by year.",
        body=body,
        toc=tuple((str(each["anchor"]), str(each["title"])) for each in shown),
        kind=PageKind.LIST,
    )


def _places(library: Library) -> Mapping[str, int]:
    groups = dict.fromkeys(harm.group or "Harms" for harm in library.vocabulary.harms)
    return {group: index for index, group in enumerate(groups)}


def _section(
    anchor: str,
    title: str,
    terms: Iterable[Term],
    cases: Mapping[str, Sequence[Case]],
    address: Callable[[str], Address],
    years: Sequence[Year],
) -> dict[str, object]:
    counts = {term: Counter(case.year for case in cases[term.id]) for term in terms if cases.get(term.id)}
    ordered = sorted(counts, key=lambda each: (-counts[each].total(), name_key(each.label)))
    return {
        "anchor": anchor,
        "title": title,
        "charts": _charts({each.label: counts[each] for each in ordered}, years),
        "rows": [_row(each, counts[each], address(each.id), years) for each in ordered],
    }


def _row(term: Term, counts: Mapping[Year, int], address: Address, years: Sequence[Year]) -> Row:
    cells: list[Cell] = []
    for year in years:
        count = counts.get(year, 0)
        when = year_label(year)
        when = when[0].lower() + when[1:]
        cells.append(
            {
                "count": count,
                "address": f"{address}#{year_anchor(year)}" if count else "",
                "before": f"{term.label}, {when}: " if count else "",
                "after": " review" if count == 1 else " reviews",
            }
        )
    return {"label": term.label, "address": address, "cells": cells, "total": sum(cell["count"] for cell in cells)}


def _charts(counts: Mapping[str, Mapping[Year, int]], years: Sequence[Year]) -> list[tuple[str, str]]:
    """Return label and chart of each term with two or more dated reviews, most frequent first, all to one scale."""
    span = _span(years)
    dated = {
        label: {year: by_year.get(year, 0) for year in span}
        for label, by_year in counts.items()
        if sum(by_year.get(year, 0) for year in span) > 1
    }
    most = max((count for by_year in dated.values() for count in by_year.values()), default=0)
    return [
        (label, as_svg(draw_column_chart(by_year, most), f"{label}: {_counts_in_words(by_year)}"))
        for label, by_year in list(dated.items())[:_MOST_CHARTS]
    ]


def _span(years: Sequence[Year]) -> range:
    """Return the years of the charts without gaps. If there are too many, only the last ones are included."""
    known = [year for year in years if isinstance(year, int)]
    return range(max(known[0], known[-1] - _MOST_YEARS + 1), known[-1] + 1) if known else range(0)


def _in_years(span: range) -> str:
    """Return the years of the charts in words: `from 2019 to 2026`, or `in 2026`."""
    if len(span) == 1:
        return _("in {year}").format(year=span[0])
    return _("from {first} to {last}").format(first=span[0], last=span[-1])


def _counts_in_words(by_year: Mapping[int, int]) -> str:
    return join_words(
        [
            _("{reviews} in {year}").format(reviews=pluralise(count, *COUNTED_REVIEW), year=year)
            for year, count in by_year.items()
            if count
        ]
    )
