"""Plans the changes of a record's status: publish, schedule, archive, or any other status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from generator.commands.changes.change_action import ActionKind, ChangeAction
from generator.commands.changes.changed_site import SiteEdits
from generator.commands.changes.planned_change import PlannedChange
from generator.commands.changes.planning import AnyLocated, by_hand, open_record, plan_change, refused
from generator.commands.changes.record_text import RecordText
from generator.commands.events.status_refusals import refuse_archiving, refuse_scheduling, refuse_status
from generator.commands.options import BuildOptions
from generator.diagnostics import Diagnostic, rule
from generator.model import Case, EventTime, Notice, Records, Status, title_of
from generator.model.london_time import LondonTime, plain_day

_WAITING: Final = (Status.DRAFT, Status.SCHEDULED)
_BELOW: Final = ("status", "title", "name")
"""A new field of the status is written below the first of these."""


def plan_publishing(options: BuildOptions, name: str, only: bool = False) -> PlannedChange:
    """Plan to publish a record today. The briefings of a case that are drafts or wait for its day follow it.

    With `only`, no other record is changed. The record gets today as its date of publication, unless it has an earlier
    one. Yields W940 for a record that is public already, or withdrawn.
    """
    title = f"Publish {name}"
    opened = open_record(options, title, name)
    if isinstance(opened, PlannedChange):
        return opened
    loaded, records, located = opened
    record = located.record
    if record.is_public(options.today) and record.status is not Status.SCHEDULED:
        place = located.raw.location_of("status")
        if record.status in (Status.ARCHIVED, Status.WITHDRAWN):
            hint = f"if it was a mistake: library undo; otherwise: library set-status {name} published"
            ended = rule("W940").diagnostic(f'"{record.name}" is {record.status}', place, hint)
            return refused(title, records, ended)
        if only or not _followers(records, located, options.today):
            hint = "to show what you have written since: library build"
            return refused(title, records, rule("W940").diagnostic(f'"{record.name}" is public already', place, hint))
    to_change = (located, *(() if only else _followers(records, located, options.today)))
    edits = SiteEdits()
    for each in to_change:
        text = RecordText(each.raw)
        _publish(text, each, options.today)
        refusal = _add(edits, each, text, ("status: published",))
        if refusal is not None:
            return refused(title, records, refusal)
    to_do = () if only else tuple(_left_out(records, located, to_change, options.today))
    action = ChangeAction(ActionKind.PUBLISH, record.ref, {"title": title_of(record)})
    return plan_change(loaded, f'Publish "{title_of(record)}"', edits, action, to_do=to_do)


def plan_scheduling(options: BuildOptions, name: str, when: EventTime, only: bool = False) -> PlannedChange:
    """Plan to publish a record at a moment. The briefings of a case that are drafts or wait for its day follow it.

    Yields W940 for a record that is public already, and for a moment that is not a day, not possible or in the past.
    """
    title = f"Schedule {name}"
    opened = open_record(options, title, name)
    if isinstance(opened, PlannedChange):
        return opened
    loaded, records, located = opened
    refusal = refuse_scheduling(located, when, options.today)
    if refusal is not None:
        return refused(title, records, refusal)
    to_change = (located, *(() if only else _followers(records, located, options.today)))
    edits = SiteEdits()
    for each in to_change:
        text = RecordText(each.raw)
        text.set("status", "scheduled", _BELOW)
        text.set("publish_on", when.iso, _BELOW)
        dated = _date_field(each)
        written = each.record.date if isinstance(each.record, Notice) else each.record.published
        if written is not None and dated in each.raw.values and written.last_day >= options.today:
            text.remove(dated)
        _forget_end(text)
        refusal = _add(edits, each, text, ("status: scheduled", f"publish_on: {when.iso}"))
        if refusal is not None:
            return refused(title, records, refusal)
    moment = when.moment
    then = LondonTime.at(moment) if moment is not None else when.day.first_day
    to_do = () if only else tuple(_left_out(records, located, to_change, options.today))
    words = f"On {when.day.label}" if moment is None else f"At {when.in_words}"
    details = {"title": title_of(located.record), "when": f"{words[:1].lower()}{words[1:]}"}
    title = f'Publish "{details["title"]}" {details["when"]}'
    action = ChangeAction(ActionKind.SCHEDULE, located.record.ref, details)
    return plan_change(loaded, title, edits, action, moment=then, when=words, to_do=to_do)


def plan_archiving(
    options: BuildOptions, name: str, reason: str = "", on: date | None = None, only: bool = False
) -> PlannedChange:
    """Plan to archive a record: its page stays, and its documents are on request. A case's own briefings follow.

    `reason` is for readers. Yields W940 for a record that is not public, archived already or withdrawn, and for a
    reason or a day that is not possible.
    """
    title = f"Archive {name}"
    opened = open_record(options, title, name)
    if isinstance(opened, PlannedChange):
        return opened
    loaded, records, located = opened
    since = on or plain_day(options.today)
    refusal = refuse_archiving(located, reason, since, options.today)
    if refusal is not None:
        return refused(title, records, refusal)
    edits = SiteEdits()
    for each in (located, *(() if only else _own_public_briefings(records, located, options.today))):
        text = RecordText(each.raw)
        _end(text, each, Status.ARCHIVED, reason, since)
        lines = ("status: archived", f"status_since: {since.isoformat()}")
        refusal = _add(edits, each, text, lines)
        if refusal is not None:
            return refused(title, records, refusal)
    action = ChangeAction(ActionKind.ARCHIVE, located.record.ref, {"title": title_of(located.record)})
    return plan_change(loaded, f'Archive "{title_of(located.record)}"', edits, action)


def plan_status(
    options: BuildOptions, name: str, status: Status, reason: str = "", on: date | None = None
) -> PlannedChange:
    """Plan to give one record a status, and to change no other record.

    Yields W940 if the status needs more: a withdrawal needs a reason, and a scheduled record its day. A record whose
    address is in the list of published addresses cannot be a draft again.
    """
    if status is Status.ARCHIVED:
        return plan_archiving(options, name, reason, on, only=True)
    title = f"Set {name} to {status}"
    opened = open_record(options, title, name)
    if isinstance(opened, PlannedChange):
        return opened
    loaded, records, located = opened
    refusal = refuse_status(located, name, status, reason, on, options.today)
    if refusal is not None:
        return refused(title, records, refusal)
    text = RecordText(located.raw)
    if status is Status.PUBLISHED:
        _publish(text, located, options.today)
    elif status is Status.WITHDRAWN:
        since = on or plain_day(options.today)
        _end(text, located, status, reason, since)
    else:
        text.set("status", status.value, _BELOW)
        text.remove("publish_on")
        _forget_end(text)
    edits = SiteEdits()
    refusal = _add(edits, located, text, (f"status: {status}",))
    if refusal is not None:
        return refused(title, records, refusal)
    details = {"title": title_of(located.record), "status": status.value}
    action = ChangeAction(ActionKind.SET_STATUS, located.record.ref, details)
    return plan_change(loaded, f'Set the status of "{details["title"]}" to {status}', edits, action)


def _add(edits: SiteEdits, located: AnyLocated, text: RecordText, lines: tuple[str, ...]) -> Diagnostic | None:
    """Add the text of a record to the edits, or return W940 with the lines to write by hand."""
    if text.text is None:
        return by_hand(located.raw.file, lines)
    if text.is_changed:
        edits.texts[located.raw.file] = text.text
    return None


def _date_field(located: AnyLocated) -> str:
    return "date" if isinstance(located.record, Notice) else "published"


def _publish(text: RecordText, located: AnyLocated, today: date) -> None:
    record, field = located.record, _date_field(located)
    text.set("status", "published", _BELOW)
    text.remove("publish_on")
    _forget_end(text)
    dated = record.date if isinstance(record, Notice) else record.published
    is_event = isinstance(record, Notice) and record.starts is not None
    has_no_report = isinstance(record, Case) and record.published is None and record.state is not None
    if is_event or has_no_report:
        return
    if dated is None:
        text.set(field, today.isoformat(), ("status",))
    elif field not in located.raw.values:
        text.set(field, dated.iso, ("status",))
    elif dated.first_day > today:
        text.set(field, today.isoformat())


def _end(text: RecordText, located: AnyLocated, status: Status, reason: str, since: date) -> None:
    """Write that a record is archived or withdrawn. The day of `publish_on` stays as the date of publication."""
    record, field = located.record, _date_field(located)
    dated = record.date if isinstance(record, Notice) else record.published
    text.set("status", status.value, _BELOW)
    text.set("status_since", since.isoformat(), ("status",))
    if reason.strip():
        text.set("status_reason", reason.strip(), ("status_since",))
    else:
        text.remove("status_reason")
    if dated is not None and field not in located.raw.values:
        text.set(field, dated.iso, ("status_reason", "status_since"))
    text.remove("publish_on")


def _forget_end(text: RecordText) -> None:
    text.remove("status_since")
    text.remove("status_reason")


def _briefings(records: Records, located: AnyLocated) -> Iterator[AnyLocated]:
    """Yield the briefings that belong to a case, then those that it lists."""
    if isinstance(located.record, Case):
        case = located.record
        yield from (each for each in records.briefings if each.record.case == case.id)
        yield from (each for each in records.briefings if each.record.id in case.briefings)


def _followers(records: Records, located: AnyLocated, today: date) -> tuple[AnyLocated, ...]:
    """Return the briefings that become public with a case: drafts, and those that wait for the same moment."""
    moment = located.record.publish_on
    return tuple(
        each
        for each in _briefings(records, located)
        if each.record.status is Status.DRAFT
        or (
            each.record.status is Status.SCHEDULED
            and not each.record.is_public(today)
            and each.record.publish_on in (None, moment)
        )
    )


def _left_out(records: Records, located: AnyLocated, changed: Iterable[AnyLocated], today: date) -> Iterator[str]:
    """Yield a sentence for each briefing of a case that waits for another day."""
    known = {each.raw.file for each in changed}
    for each in _briefings(records, located):
        when = each.record.publish_on
        if each.raw.file not in known and when is not None and not each.record.is_public(today):
            yield f'"{each.record.name}" has its own day and is not changed: {when.in_words}'


def _own_public_briefings(records: Records, located: AnyLocated, today: date) -> tuple[AnyLocated, ...]:
    return tuple(
        each
        for each in records.briefings
        if isinstance(located.record, Case)
        and each.record.case == located.record.id
        and each.record.is_public(today)
        and each.record.status not in (Status.ARCHIVED, Status.WITHDRAWN)
    )
