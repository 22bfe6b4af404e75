"""The tables of figures of a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Located, Records, Year


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields B961 for a row that does not fit its columns, and B962 for a number below nought."""
    for each in records.years:
        yield from _of_year(each)


def _of_year(located: Located[Year]) -> Iterator[Diagnostic]:
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
                    yield rule("B962").diagnostic(
                        f"{value} is less than nothing", located.raw.location_of(*place, k), hint
                    )


def _numbers(count: int) -> str:
    return f"{count} number{'' if count == 1 else 's'}"


def _columns(count: int) -> str:
    return f"{count} column{'' if count == 1 else 's'}"
