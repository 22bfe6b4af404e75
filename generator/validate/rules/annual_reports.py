"""Checks the records of annual report years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.diagnostics import Diagnostic, did_you_mean, rule
from generator.model import Briefing, Case, Located, Records, Year, YearStatus
from generator.model.case_briefings import case_briefings
from generator.model.vocabulary import Vocabulary


def check_year_ids(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield B960 for a name that is not a year, and B965 for a year that is published before it has begun."""
    for located in records.years:
        year = located.record.year
        if year is None:
            hint = "name the file after its two calendar years: content/years/2022-23.yml"
            yield rule("B960").diagnostic(
                f'"{located.record.id}" is not the year of an annual report', located.raw.location_of("id"), hint
            )
        elif year.first_day > today and located.record.status is not YearStatus.DRAFT:
            hint = 'add "status: draft" until then'
            yield rule("B965").diagnostic(f"{year.label} has not begun", located.raw.location_of("status"), hint)


def check_year_figures(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield B961 for a row that does not fit its columns, and B962 for a number below zero."""
    for year in records.years:
        yield from _check_year(year)


def _check_year(located: Located[Year]) -> Iterator[Diagnostic]:
    for n, figures in enumerate(located.record.figures):
        wanted = len(figures.columns)
        for m, row in enumerate(figures.rows):
            place = ("figures", n, "rows", m, "values")
            if len(row.values) != wanted:
                message = f'"{row.label}" has {_numbers(len(row.values))}, and the table has {_columns(wanted)}'
                hint = f"write one number for each column: {', '.join(figures.columns)}"
                yield rule("B961").diagnostic(message, located.raw.location_of(*place), hint)
            for k, value in enumerate(row.values):
                if value < 0:
                    hint = "write how many there were, 0 or more"
                    yield rule("B962").diagnostic(f"{value} is below zero", located.raw.location_of(*place, k), hint)


def _numbers(count: int) -> str:
    return f"{count} number{'' if count == 1 else 's'}"


def _columns(count: int) -> str:
    return f"{count} column{'' if count == 1 else 's'}"


def check_annual_report_lists(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield B963 for an unknown record or one of the other list, and B964 for a record that is not public."""
    cases = {case.record.id: case.record for case in records.cases}
    briefings = {briefing.record.id: briefing.record for briefing in records.briefings}
    words = records.vocabulary.record if records.vocabulary is not None else Vocabulary()
    of_cases = case_briefings(briefings.values(), words)
    for year in records.years:
        stated = year.record.stated
        if stated is None:
            continue
        yield from _listed(year, "reviews", "case", cases, records, today)
        yield from _listed(year, "briefings", "briefing", briefings, records, today)
        yield from _listed(year, "lessons", "case", cases, records, today)
        for index, identity in enumerate(stated.lessons):
            if identity in cases and identity not in of_cases:
                hint = "remove it here, or write the briefing first"
                message = f'"{identity}" has no {_names_of_case_series(words)}'
                yield rule("B963").diagnostic(message, year.raw.location_of("stated", "lessons", index), hint)
        for index, identity in enumerate(stated.briefings):
            briefing = briefings.get(identity)
            if briefing is not None and of_cases.get(briefing.case or "", (None,))[0] is briefing:
                hint = f'list it under "lessons", by its case: {briefing.case}'
                message = f'"{identity}" is {briefing.series.with_article}'
                yield rule("B963").diagnostic(message, year.raw.location_of("stated", "briefings", index), hint)


def _names_of_case_series(words: Vocabulary) -> str:
    labels = [series.label for series in words.briefing_series if series.is_for_case]
    return " and no ".join(labels) or "briefing"


def _listed(
    located: Located[Year],
    field: str,
    kind: str,
    records_by_id: Mapping[str, Case] | Mapping[str, Briefing],
    records: Records,
    today: date,
) -> Iterator[Diagnostic]:
    known = records.known_ids.get(kind, frozenset())
    for index, identity in enumerate(getattr(located.record.stated, field)):
        at = located.raw.location_of("stated", field, index)
        if identity not in known:
            hint = did_you_mean(identity, known) or f"write the {kind} first"
            yield rule("B963").diagnostic(f'unknown {kind} "{identity}"', at, hint)
        elif (record := records_by_id.get(identity)) is not None and not record.is_public(today):
            hint = "remove it here until it is public"
            yield rule("B964").diagnostic(f'the {kind} "{identity}" is not public', at, hint)
