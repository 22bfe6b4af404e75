"""Repeats what the editors of a site have noted as still to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic
from generator.model import Records
from generator.model.to_dos import to_dos_in_comments


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield S030 for each to-do of a hand-written page, and for each in the partnership's and vocabulary's files."""
    for page in records.pages:
        if page.to_do is not None:
            yield page.to_do
    for located in (records.partnership, records.vocabulary):
        if located is not None:
            yield from to_dos_in_comments(located.raw.source)
