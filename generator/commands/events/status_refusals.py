"""Why a record cannot be scheduled, archived or given a status: W940, with what to do instead."""

from __future__ import annotations

from datetime import date

from generator.commands.changes.planning import AnyLocated
from generator.diagnostics import Diagnostic, rule
from generator.editing import can_be_written
from generator.model import EventTime, Notice, Status


def refuse_scheduling(located: AnyLocated, when: EventTime, today: date) -> Diagnostic | None:
    """Return W940 if a record cannot be scheduled for a moment."""
    record, place = located.record, located.raw.location_of("status")

    def w940(message: str, hint: str) -> Diagnostic:
        return rule("W940").diagnostic(message, place, hint)

    if record.is_public(today):
        return w940(f'"{record.name}" is public already', "archive or withdraw it, if readers must not see it any more")
    if when.day.day is None:
        return w940(f"{when.day.label} is not a day", "write the whole date, 2026-12-14, or 2026-12-14T00:01")
    if when.is_skipped:
        return w940(f"there is no {when.in_words}: the clocks go forward", f"write {when.unambiguous_alternative}")
    waiting = record.model_copy(update={"status": Status.SCHEDULED, "publish_on": when})
    if waiting.is_public(today):
        return w940(
            f"{when.in_words} has passed",
            f"to publish it now: library publish {located.record.ref.removeprefix('case:')}",
        )
    return None


def refuse_archiving(located: AnyLocated, reason: str, since: date, today: date) -> Diagnostic | None:
    """Return W940 if a record cannot be archived."""
    record, place = located.record, located.raw.location_of("status")
    if not record.is_public(today):
        hint = "only what was published can be archived; a draft stays a draft"
        return rule("W940").diagnostic(f'"{record.name}" is not public', place, hint)
    if record.status in (Status.ARCHIVED, Status.WITHDRAWN):
        hint = "nothing has to be done"
        return rule("W940").diagnostic(f'"{record.name}" is {record.status} already', place, hint)
    return _refuse_reason_or_day(located, reason, since, today)


def _refuse_reason_or_day(located: AnyLocated, reason: str, since: date, today: date) -> Diagnostic | None:
    place = located.raw.location_of()
    if not can_be_written(reason):
        return rule("W940").diagnostic("the reason has a control character", place, "type the reason again")
    if since > today:
        hint = "leave --on out, and run the command on that day"
        return rule("W940").diagnostic(f"{since.isoformat()} is in the future", place, hint)
    record = located.record
    dated = record.date if isinstance(record, Notice) else record.published
    is_event = isinstance(record, Notice) and record.starts is not None
    if dated is not None and not is_event and since < dated.first_day:
        message = f'{since.isoformat()} is before "{record.name}" was published: {dated.label}'
        return rule("W940").diagnostic(message, place, "write a later day, or leave --on out for today")
    return None


def refuse_status(
    located: AnyLocated, name: str, status: Status, reason: str, on: date | None, today: date
) -> Diagnostic | None:
    """Return W940 if a record cannot have a status."""
    record, place = located.record, located.raw.location_of("status")
    if status is Status.SCHEDULED:
        hint = f"library schedule {name} 2026-12-14T00:01"
        return rule("W940").diagnostic("a scheduled record needs its day", place, hint)
    if status is record.status:
        return rule("W940").diagnostic(f'"{record.name}" is {status} already', place, "nothing has to be done")
    if status is Status.WITHDRAWN:
        if not record.is_public(today):
            return rule("W940").diagnostic(f'"{record.name}" is not public', place, "it needs no withdrawal")
        if not reason.strip():
            return rule("W940").diagnostic("no reason is given", place, "add --reason: the public will read it")
    return _refuse_reason_or_day(located, reason, on or today, today)
