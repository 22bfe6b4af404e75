"""A 7-minute briefing that no case lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, Series


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields V309, a note, for a briefing that readers can open."""
    used = {identity for each in records.cases for identity in each.record.briefings}
    for each in records.briefings:
        readable = each.record.is_public(today) and not each.record.is_withdrawn
        if readable and each.record.series is Series.SEVEN_MINUTE and each.record.id not in used:
            hint = f'list "{each.record.id}" under "briefings" in each case that it came from, if any'
            yield rule("V309").diagnostic(
                f'no case lists the briefing "{each.record.title}"', each.raw.location_of(), hint
            )
