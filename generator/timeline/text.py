"""A timeline as plain lines, and as bars of one character a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from generator.timeline.steps import State, Timeline, TimelineStep
from generator.workdays import is_working_day

LONGEST_DAYS: Final = 62
"""What lies further ahead is named, and not drawn: a rapid review would be too small to see."""

PLAIN: Final = "=-x. "
FINE: Final = "━╌◆· "
"""A working day and a free day of the step, its latest day, a working day and a free day outside it."""


def as_text(timeline: Timeline) -> str:
    """The title, a line a step, the bars, and the notes."""
    rows = [_row(each) for each in timeline.steps]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)] if rows else []
    lines = [timeline.title, f"As of {timeline.today.isoformat()}", ""]
    lines += ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines += ["", *(f"{label}  {bar}".rstrip() for label, bar in bars(timeline))] if rows else []
    return "\n".join((*lines, "", *timeline.notes)) + "\n"


def bars(timeline: Timeline, characters: str = PLAIN) -> Iterator[tuple[str, str]]:
    """First the day of each Monday, then each step's title with its bar; the titles are equally long."""
    last = drawn_until(timeline)
    days = [timeline.start + timedelta(days=ahead) for ahead in range((last - timeline.start).days + 1)]
    longest = max((len(each.title) for each in timeline.steps), default=0)
    yield " " * longest, _mondays(days)
    for each in timeline.steps:
        if each.due > last:
            continue
        yield each.title.ljust(longest), "".join(_mark(each, day, characters) for day in days)


def drawn_until(timeline: Timeline) -> date:
    """The last latest day that is near enough to be drawn."""
    near = [each.due for each in timeline.steps if (each.due - timeline.start).days <= LONGEST_DAYS]
    return max(near, default=timeline.start)


def _row(step: TimelineStep) -> tuple[str, ...]:
    return (
        f"{step.due:%a} {step.due.day:2} {step.due:%b} {step.due.year}",
        step.title,
        step.counted,
        told(step),
        step.source,
    )


def told(step: TimelineStep) -> str:
    """Its state, with the day on which it was done where that is known."""
    if step.done is None or step.state not in (State.DONE, State.LATE, State.ACCEPTED):
        return str(step.state)
    return f"{step.state}, {step.done.label}"


def _mondays(days: list[date]) -> str:
    line = ""
    for place, day in enumerate(days):
        if day.weekday() == 0 and len(line) <= place:
            line = (
                f"{line:<{place}}{day.day} {day:%b} "
                if len(line) == 0 or day.day <= 7
                else f"{line:<{place}}{day.day} "
            )
    return line.rstrip()


def _mark(step: TimelineStep, day: date, characters: str) -> str:
    work, free, latest, outside, empty = characters
    if day == step.due:
        return latest
    if step.starts is not None and step.starts <= day < step.due:
        return work if is_working_day(day) else free
    return outside if is_working_day(day) else empty
