"""Summaries are for everybody: they stand in every list, and are often all that is read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records
from generator.prose import OLDEST, reading_age


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields P607, a note, for a summary that is harder. One that is withdrawn is not shown, so not looked at."""
    for each in records.published:
        summary = each.record.summary
        if summary is not None and not each.record.is_withdrawn and (age := reading_age(summary)) > OLDEST:
            said = f"the summary has a reading age of {age}; more than {OLDEST} is hard for many readers"
            hint = "write shorter sentences and shorter words; the aim for plain English is 9"
            yield rule("P607").found(said, each.raw.at("summary"), hint)
