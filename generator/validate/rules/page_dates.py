"""Checks the dates at the top of hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import PartialDate, Records
from generator.model.page_dates import written_dates
from generator.validate.date_hints import date_hint


def check_page_dates(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield S038 for a field that is not a date, and S039 for a date that is still to come."""
    for page in records.pages:
        for name, dated in written_dates(page):
            assert page.fields is not None
            place = page.fields.location_of(name)
            if dated is None:
                written = page.fields.values[name]
                message = f'"{name}" is empty' if written is None else f'"{name}" is not a date{_why(written)}'
                hint = date_hint(written) or f"write the year, the month or the day: {name}: {today.isoformat()}"
                yield rule("S038").diagnostic(message, place, hint)
            elif dated.first_day > today:
                message = f'"{name}" is in the future: {dated.label}'
                yield rule("S039").diagnostic(message, place, _DONE[name])


_DONE: Final = {
    "updated": "write the day on which you last changed this text; the page leaves the date out until then",
    "law_checked": "write the day on which you last checked this text; the page leaves the date out until then",
}


def _why(written: object) -> str:
    """Return the reason why something is not a date, as the end of a message."""
    try:
        PartialDate.parse(written)
    except ValueError as reason:
        return f": {reason}" if isinstance(written, str | int) else ""
    return ""
