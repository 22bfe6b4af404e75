"""Checks the times of events and their changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import EventTime, Notice, Records, Status
from generator.validate.rules.publication_dates import before


def check_event_times(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T705 for an end before the beginning, T712 for an end without a beginning, and T713 for one time of two.

    Yield T708 and T709 for clock times in the hours that change with summer time.
    """
    for located in records.notices:
        notice, at = located.record, located.raw.location_of
        starts, ends = notice.starts, notice.ends
        if starts is None:
            said = [name for name in ("ends", "changes", "cancelled") if getattr(notice, name)]
            if said:
                message = f'"{said[0]}" is said of an event, and nothing says when it starts'
                yield rule("T712").diagnostic(
                    message, at(said[0], key=True), 'add "starts: 2022-09-14", or take it out'
                )
        elif ends is not None:
            if _ends_first(notice):
                yield rule("T705").diagnostic("ends before it starts", at("ends"), "check the two dates")
            elif (starts.clock is None) != (ends.clock is None):
                timed, other = ("ends", "starts") if starts.clock is None else ("starts", "ends")
                message = f'"{timed}" has a time and "{other}" has none'
                hint = f'write "{other}" with its time, 2022-09-14 10:00; or take the time out of "{timed}"'
                yield rule("T713").diagnostic(message, at(other), hint)
        for name, moment in (("starts", starts), ("ends", ends)):
            if moment is not None:
                yield from _check_summer_time(moment, at(name))


def _ends_first(notice: Notice) -> bool:
    starts, ends = notice.starts, notice.ends
    if starts is None or ends is None:
        return False
    if starts.day == ends.day and starts.clock is not None and ends.clock is not None:
        return ends.clock < starts.clock
    return before(ends.day, starts.day)


def _check_summer_time(moment: EventTime, location: Location) -> Iterator[Diagnostic]:
    if moment.is_skipped:
        message = f"there is no {moment.in_words}: the clocks go forward over it"
        yield rule("T708").diagnostic(
            message, location, f"write {moment.unambiguous_alternative}, if that is what it means"
        )
    elif moment.comes_twice:
        message = f"{moment.in_words} comes twice: the clocks go back over it; calendars take the first, in summer time"
        yield rule("T709").diagnostic(message, location, f"write an earlier time, or {moment.unambiguous_alternative}")


def check_event_changes(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T711 for a change or a cancellation before the notice's own date, and T704 for one in the future."""
    for located in records.notices:
        notice, at = located.record, located.raw.location_of
        told = [(("changes", index), "changed", change) for index, change in enumerate(notice.changes)]
        cancelled = [(("cancelled",), "cancelled", notice.cancelled)] if notice.cancelled is not None else []
        for path, word, change in (*told, *cancelled):
            where = at(*path, "date")
            if before(change.date, notice.date):
                yield rule("T711").diagnostic(f"{word} before it was announced", where, "check the two dates")
            elif change.date.first_day > today and notice.status not in (Status.DRAFT, Status.SCHEDULED):
                message = f"the date {change.date.label} is still to come, and the page says {word} today"
                yield rule("T704").diagnostic(message, where, "write the day on which readers can see it")
