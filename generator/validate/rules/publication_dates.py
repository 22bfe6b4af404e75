"""Checks for contradictory dates, status fields, and publication times that occur twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import Briefing, Case, Located, Notice, PartialDate, Records, Status, WrittenBy

_YEAR: Final = re.compile(r"(?<![\w/.\u00a3-])2[01][0-9]{2}(?![\w/-]|[.,][0-9])")
"""A year in a text, and not a part of an address, a reference or a sum."""


def check_contradictory_dates(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T704 for a public record, a document of it, or a change or a correction, dated after today.

    Yield T705 for a revision, a change, a correction or a removal before the beginning. `events.py` checks the times of
    events.
    """
    for located in records.cases_briefings_notices:
        record, at = located.record, located.raw.location_of
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
        yield from _check_documents(located, dated, today, waiting)
        yield from _check_corrections(record, dated, at, today, waiting)
        if isinstance(record, Briefing):
            yield from _check_briefing(record, at, today, waiting)


def _check_briefing(record: Briefing, at: Callable[..., Location], today: date, waiting: bool) -> Iterator[Diagnostic]:
    retold = record.retold if record.written_by is WrittenBy.LIBRARY_RETELLING else None  # P652 reports the others.
    for name, changed in (("revised", record.revised), ("retold", retold)):
        if before(changed, record.published):
            yield rule("T705").diagnostic(f"{name} before it was published", at(name), "check the two dates")
        if changed is not None and changed.first_day > today and not waiting:
            hint = "write the day on which the text was last changed"
            yield rule("T704").diagnostic(f'"{name}" is still to come: {changed.label}', at(name), hint)


def _check_corrections(
    record: Case | Briefing | Notice,
    dated: PartialDate | None,
    at: Callable[..., Location],
    today: date,
    waiting: bool,
) -> Iterator[Diagnostic]:
    """Yield T704 and T705 for the corrections of a record's page. `dated` is when the record was published."""
    for index, correction in enumerate(record.corrections):
        where = at("corrections", index, "date")
        if correction.date.first_day > today and not waiting:
            message = f"the date {correction.date.label} is still to come, and the page already shows the correction"
            yield rule("T704").diagnostic(message, where, "write the day on which the page was corrected")
        if before(correction.date, dated):
            yield rule("T705").diagnostic("corrected before it was published", where, "check the two dates")


def _check_documents(
    located: Located[Case] | Located[Briefing] | Located[Notice], dated: PartialDate | None, today: date, waiting: bool
) -> Iterator[Diagnostic]:
    """Yield T704 and T705 for the dates of documents. `dated` is when the record was published."""
    record, at = located.record, located.raw.location_of
    for index, document in enumerate(record.documents):
        if document.published is not None and document.published.first_day > today and not waiting:
            message = f"the date {document.published.label} is still to come, and the page already lists the document"
            hint = "add the document on that day, or take the date out"
            yield rule("T704").diagnostic(message, at("documents", index, "published"), hint)
        if document.since is not None and document.since.first_day > today:
            message = f'"since" is still to come: {document.since.label}'
            hint = "write the day, month or year in which it was removed; until then, keep the document"
            yield rule("T704").diagnostic(message, at("documents", index, "since"), hint)
        for number, accepted in enumerate(document.accepted):
            if accepted.decided.first_day > today:
                message = f'"decided" is still to come: {accepted.decided.label}'
                where = at("documents", index, "accepted", number, "decided")
                yield rule("T704").diagnostic(message, where, "write the day on which it was decided")
        if before(document.since, document.published or dated):
            where = at("documents", index, "since")
            yield rule("T705").diagnostic("removed before it was published", where, "check the two dates")
        for number, update in enumerate(document.updates):
            where = at("documents", index, "updates", number, "date")
            if update.date.first_day > today and not waiting:
                message = f"the date {update.date.label} is still to come, and the page already lists the change"
                yield rule("T704").diagnostic(message, where, "write the day on which readers get the new file")
            if before(update.date, document.published or dated):
                yield rule("T705").diagnostic("updated before it was published", where, "check the two dates")


def before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Return True if both dates are known and the first is earlier, at the precision that both have."""
    if one is None or other is None:
        return False
    pairs = zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True)
    for mine, theirs in pairs:
        if mine is None or theirs is None or mine > theirs:
            return False
        if mine < theirs:
            return True
    return False


def check_years_to_come(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T715 for the first year after today's in the summary and in the story of each review."""
    for located in records.cases:
        for name in ("summary", "story"):
            text = getattr(located.record, name) or ""
            late = next((match for match in _YEAR.finditer(text) if int(match[0]) > today.year), None)
            if late is not None:
                place = located.raw.find(late[0], name)
                hint = "correct it; what is planned for later belongs in the recommendations"
                yield rule("T715").diagnostic(f"the year {late[0]} is still to come", place, hint)


def check_status_fields(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T701, T702 and T705."""
    for located in records.cases_briefings_notices:
        record, at = located.record, located.raw.location_of
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


def check_ambiguous_publish_time(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T720 for a time that the clocks skip in spring, and T721 for one that occurs twice in autumn."""
    for record in records.cases_briefings_notices:
        when = record.record.publish_on
        if when is None:
            continue
        place = record.raw.location_of("publish_on")
        if when.is_skipped:
            message = f"there is no {when.in_words}: the clocks go forward over it"
            yield rule("T720").diagnostic(
                message, place, f"write {when.unambiguous_alternative}, if that is what it means"
            )
        elif when.comes_twice:
            message = f"{when.in_words} comes twice: the clocks go back over it; the record becomes public at the first"
            yield rule("T721").diagnostic(message, place, f"write an earlier time, or {when.unambiguous_alternative}")
