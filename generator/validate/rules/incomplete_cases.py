"""Checks for cases without a date or without sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, Status


def check_undated_cases(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T703, a note: the page says that the date is not known."""
    for case in records.cases:
        if case.record.lacks_date:
            hint = (
                'add "published: 2022-09" when a source says when, or "publication: not-yet" if there is no report yet'
            )
            yield rule("T703").diagnostic(
                f'no date is known for "{case.record.name}"', case.raw.location_of("published"), hint
            )


def check_missing_sources(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R208, a warning, for a case that is more than a draft."""
    for case in records.cases:
        if not case.record.sources and case.record.status is not Status.DRAFT:
            hint = 'add "sources:" with a line for each document that the record was made from; it is never published'
            yield rule("R208").diagnostic(
                f'"{case.record.name}" names no source', case.raw.location_of("sources"), hint
            )
