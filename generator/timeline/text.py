"""Writes a timeline as plain lines, and as bars with one character for each day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from generator.model import Nation
from generator.timeline.timeline_model import FRAMEWORK, State, Timeline, TimelineStep
from generator.working_days import is_working_day

LONGEST_DAYS: Final = 62
"""The last day that is drawn, in days from the start.

Later steps are only listed: a rapid review would be too small.
"""

PLAIN: Final = ("=", "-", "x", ".", " ")
UNICODE_BAR: Final = ("━", "╌", "◆", "·", " ")
"""A working day and a non-working day of the step, its latest day, a working day and a non-working day outside it."""


def as_text(timeline: Timeline) -> str:
    """Return the title, a line for each step, the bars, and the notes."""
    rows = [_row(step) for step in timeline.steps]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)] if rows else []
    lines = [timeline.title, f"As of {timeline.today.isoformat()}", ""]
    lines += ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines += ["", *(f"{label}  {bar}".rstrip() for label, bar in draw_bars(timeline))] if rows else []
    return "\n".join((*lines, "", *footnotes(timeline))) + "\n"


def footnotes(timeline: Timeline) -> Iterator[str]:
    """Yield the notes, and the full name of a source that is shown in short form."""
    yield from timeline.notes
    if any(step.source.startswith(FRAMEWORK) for step in timeline.steps):
        yield f"Framework: {FRAMEWORK}, by paragraph."


def short_source(step: TimelineStep) -> str:
    """Return `framework 3.1.5` for a paragraph of the framework."""
    return step.source.replace(f"{FRAMEWORK}, ", "framework ")


def draw_bars(timeline: Timeline, characters: tuple[str, ...] = PLAIN) -> Iterator[tuple[str, str]]:
    """Yield the day of each Monday, then each step's title with its bar. The titles are padded to equal length."""
    last = last_drawn_day(timeline)
    days = [timeline.start + timedelta(days=ahead) for ahead in range((last - timeline.start).days + 1)]
    longest = max((len(step.title) for step in timeline.steps), default=0)
    yield " " * longest, _mondays(days)
    for step in timeline.steps:
        if not timeline.start <= step.due <= last:
            continue
        yield step.title.ljust(longest), "".join(_mark(step, day, characters, timeline.nation) for day in days)


def last_drawn_day(timeline: Timeline) -> date:
    """Return the last due day that is near enough to be drawn."""
    near = [step.due for step in timeline.steps if (step.due - timeline.start).days <= LONGEST_DAYS]
    return max(near, default=timeline.start)


def _row(step: TimelineStep) -> tuple[str, ...]:
    due = f"{step.due:%a} {step.due.day:2} {step.due:%b} {step.due.year}"
    return due, step.title, step.counted, state_text(step), short_source(step)


def state_text(step: TimelineStep) -> str:
    """Return its state, with the day on which it was or will be done if that is known."""
    if step.planned is not None:
        return f"{step.state}, {step.planned.label}" if step.state is State.PLANNED else str(step.state)
    if step.done is None or step.state not in (State.DONE, State.LATE, State.ACCEPTED):
        return str(step.state)
    return f"{step.state}, {step.done.label}"


def _mondays(days: list[date]) -> str:
    """Return a line with the date above each Monday.

    The month is above the first Monday, and where a new month begins.
    """
    line, month = "", 0
    for index, day in enumerate(days):
        if day.weekday() == 0:
            line = line.ljust(index) + (f"{day.day} " if day.month == month else f"{day.day} {day:%b} ")
            month = day.month
    return line.rstrip()


def _mark(step: TimelineStep, day: date, characters: tuple[str, ...], nation: Nation) -> str:
    work, free, latest, outside, empty = characters
    if day == step.due:
        return latest
    if step.starts is not None and step.starts <= day < step.due:
        return work if is_working_day(day, nation) else free
    return outside if is_working_day(day, nation) else empty
