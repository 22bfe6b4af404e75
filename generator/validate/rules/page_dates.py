"""Checks the dates at the top of hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records
from generator.model.page_dates import written_dates


def check_page_dates(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield S038 for a field that is not a date, and S039 for a date that is still to come."""
    for page in records.pages:
        for name, dated in written_dates(page):
            assert page.fields is not None
            place = page.fields.location_of(name)
            if dated is None:
                message = f'"{name}" is not a date'
                hint = f"write the year, the month or the day: {name}: 2026, {name}: 2026-11 or {name}: 2026-11-28"
                yield rule("S038").diagnostic(message, place, hint)
            elif dated.first_day > today:
                message = f'"{name}" is in the future: {dated.label}'
                yield rule("S039").diagnostic(message, place, "write the day on which you did it")
