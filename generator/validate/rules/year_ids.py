"""The years of annual reports: that each is one, and has begun."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, YearStatus


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields B960 for a name that is no year, and B965 for a year that is published before it has begun."""
    for each in records.years:
        year = each.record.year
        if year is None:
            hint = "name the file for the two years that it lies in: content/years/2022-23.yml"
            yield rule("B960").diagnostic(
                f'"{each.record.id}" is not the year of an annual report', each.raw.location_of("id"), hint
            )
        elif year.first_day > today and each.record.status is not YearStatus.DRAFT:
            hint = 'add "status: draft" until then'
            yield rule("B965").diagnostic(f"{year.label} has not begun", each.raw.location_of("status"), hint)
