"""Draws a timeline as an SVG picture without scripts or external files. All its words are also there as text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from html import escape
from typing import Final

from generator.model import Nation
from generator.timeline.text import last_drawn_day, state_text
from generator.timeline.timeline_model import Timeline, TimelineStep, day_in_words
from generator.working_days import is_working_day

_WIDTH: Final = 1200
_LABEL: Final = 480
_DATE: Final = 150
_ROW: Final = 34
_TOP: Final = 96
_STYLE: Final = (
    "text{font:15px system-ui,sans-serif;fill:#1b1b1b}.big{font-size:20px;font-weight:600}.small{font-size:13px}"
    ".paper{fill:#fff}.free{fill:#ececec}.bar{fill:#2b6777}.due{fill:#8a1c1c}.line{stroke:#8c8c8c}"
    "@media (prefers-color-scheme:dark){text{fill:#f2f2f2}.paper{fill:#16191b}.free{fill:#2a2f32}.bar{fill:#7fc4d4}"
    ".due{fill:#ff9d8a}.line{stroke:#8c8c8c}}"
)


def as_picture(timeline: Timeline) -> str:
    """Return the SVG, identical for identical timelines. A step too far ahead to be drawn has its day in words only."""
    last = last_drawn_day(timeline)
    days = [timeline.start + timedelta(days=ahead) for ahead in range((last - timeline.start).days + 1)]
    height = _TOP + _ROW * len(timeline.steps) + 24
    one_day = (_WIDTH - _LABEL - _DATE - 24) / len(days)
    told_in_words = " ".join(f"{step.title}: {day_in_words(step.due)}, {state_text(step)}." for step in timeline.steps)
    size = f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
    says = 'role="img" aria-labelledby="timeline-title timeline-steps" lang="en-GB"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {says}>',
        f'<title id="timeline-title">{escape(timeline.title)}</title>',
        f'<desc id="timeline-steps">{escape(told_in_words)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{_WIDTH}" height="{height}"/>',
        f'<text class="big" x="16" y="36">{escape(timeline.title)}</text>',
        *_days(days, one_day, height, timeline.nation),
    ]
    for index, each in enumerate(timeline.steps):
        parts += _row(each, _TOP + index * _ROW, timeline.start, one_day, timeline.start <= each.due <= last)
    return "\n".join((*parts, "</svg>")) + "\n"


def _days(days: list[date], one_day: float, height: int, nation: Nation) -> Iterator[str]:
    """Yield shading for non-working days, and the date of each Monday."""
    for index, day in enumerate(days):
        x = _LABEL + index * one_day
        if not is_working_day(day, nation):
            yield f'<rect class="free" x="{x:.1f}" y="{_TOP - 12}" width="{one_day:.1f}" height="{height - _TOP}"/>'
        if day.weekday() == 0 and (len(days) - index) * one_day > 40:
            yield f'<text class="small" x="{x:.1f}" y="{_TOP - 20}">{day.day} {day:%b}</text>'


def _row(step: TimelineStep, top: int, start: date, one_day: float, is_drawn: bool) -> Iterator[str]:
    middle = top + _ROW // 2
    yield f'<text x="16" y="{middle + 5}">{escape(step.title)}</text>'
    day = f"{step.due:%a} {step.due.day} {step.due:%b} {step.due.year}"
    yield f'<text x="{_WIDTH - _DATE}" y="{middle + 5}">{day}</text>'
    if not is_drawn:
        return
    end = _LABEL + (step.due - start).days * one_day
    if step.starts is not None and step.starts < step.due:
        begin = _LABEL + max(0, (step.starts - start).days) * one_day
        yield f'<rect class="bar" x="{begin:.1f}" y="{middle - 4}" width="{end - begin:.1f}" height="8" rx="3"/>'
    centre = end + one_day / 2
    size = min(8, max(5, one_day / 2))
    corners = ((centre, middle - size), (centre + size, middle), (centre, middle + size), (centre - size, middle))
    yield '<polygon class="due" points="{}"/>'.format(" ".join(f"{x:.1f},{y:.1f}" for x, y in corners))
