"""An event is announced first, and moved or cancelled later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, Status
from generator.validate.rules.contradictory_dates import before


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields T711 for a change or a cancellation before the notice's own date, and T704 for one still to come."""
    for each in records.notices:
        notice, at = each.record, each.raw.location_of
        told = [(("changes", index), "changed", change) for index, change in enumerate(notice.changes)]
        cancelled = [(("cancelled",), "cancelled", notice.cancelled)] if notice.cancelled is not None else []
        for path, word, change in (*told, *cancelled):
            where = at(*path, "date")
            if before(change.date, notice.date):
                yield rule("T711").diagnostic(f"{word} before it was announced", where, "check the two dates")
            elif change.date.first_day > today and notice.status not in (Status.DRAFT, Status.SCHEDULED):
                message = f"the date {change.date.label} is still to come, and the page says {word} today"
                yield rule("T704").diagnostic(message, where, "write the day on which readers are told")
