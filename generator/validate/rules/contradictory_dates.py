"""Dates that cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Briefing, Case, PartialDate, Records, Status


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields T704 for a public record, or a change of a document, dated after today.

    And T705 for a revision or a change before the beginning. What an event says of its times: event_times.py.
    """
    for each in records.cases_briefings_notices:
        record, at = each.record, each.raw.location_of
        if isinstance(record, Case | Briefing):
            dated, name = record.published, "published"
        else:
            dated, name = record.date, "date"
        waiting = record.status in (Status.DRAFT, Status.SCHEDULED)
        if dated is not None and dated.first_day > today and not waiting:
            hint = 'if it must wait, write "status: scheduled" and "publish_on"'
            yield rule("T704").diagnostic(
                f"the date {dated.label} is still to come, and the page is public today", at(name), hint
            )
        for index, document in enumerate(record.documents):
            for number, update in enumerate(document.updates):
                where = at("documents", index, "updates", number, "date")
                if update.date.first_day > today and not waiting:
                    message = f"the date {update.date.label} is still to come, and the page tells of the change today"
                    yield rule("T704").diagnostic(message, where, "write the day on which readers get the new file")
                if before(update.date, document.published or dated):
                    yield rule("T705").diagnostic("updated before it was published", where, "check the two dates")
        if isinstance(record, Briefing) and before(record.revised, record.published):
            yield rule("T705").diagnostic("revised before it was published", at("revised"), "check the two dates")


def before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """True when both are known and the first is earlier, at the precision that both have."""
    if one is None or other is None:
        return False
    pairs = zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True)
    for mine, theirs in pairs:
        if mine is None or theirs is None or mine > theirs:
            return False
        if mine < theirs:
            return True
    return False
