"""A case whose date nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields T703, a note: the page says that the date is not known."""
    for each in records.cases:
        if each.record.published is None:
            hint = 'add "published: 2022-09" when a source says when'
            yield rule("T703").diagnostic(f'no date is known for "{each.record.name}"', each.raw.location_of(), hint)
