"""A case says where its facts came from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, Status


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields R208, a warning, for a case that is more than a draft."""
    for each in records.cases:
        if not each.record.sources and each.record.status is not Status.DRAFT:
            hint = 'add "sources:" with a line for each document that the record was made from; it is never published'
            yield rule("R208").diagnostic(f'"{each.record.name}" names no source', each.raw.location_of(), hint)
