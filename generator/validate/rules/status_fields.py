"""Draft, scheduled, published, archived, withdrawn: what each state has to say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, Status


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields T701, T702 and T705."""
    for each in records.cases_briefings_notices:
        record, at = each.record, each.raw.location_of
        if record.status is Status.SCHEDULED and record.publish_on is None:
            yield rule("T701").diagnostic("scheduled, but for no day", at("status"), 'add "publish_on: 2026-12-14"')
        elif record.publish_on is not None and record.publish_on.day.day is None:
            yield rule("T701").diagnostic(
                f"{record.publish_on.day.label} is not a day",
                at("publish_on"),
                "write the whole date, 2026-12-14, or 2026-12-14 00:01",
            )
        if record.status is Status.WITHDRAWN and record.status_reason is None:
            hint = 'add "status_reason: ..." in words that the public may read'
            yield rule("T702").diagnostic("withdrawn without a reason", at("status"), hint)
        if record.publish_on is not None and record.status not in (Status.SCHEDULED, Status.DRAFT):
            hint = 'write "status: scheduled" to wait for that day, or take publish_on out'
            yield rule("T705").diagnostic(
                f"publish_on has no effect on a record that is {record.status}", at("publish_on", key=True), hint
            )
