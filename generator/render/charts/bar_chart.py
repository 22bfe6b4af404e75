"""Horizontal bars, each with its number and, if there are several columns, the name of its column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from generator.render.charts.svg import TEXT_SIZE, Bar, Drawing, Fill, TextLabel, estimated_width

WIDTH: Final = 320
_LINE: Final = 20
_THICK: Final = 16
_BETWEEN: Final = 4
_BETWEEN_ROWS: Final = 12
_MOST_FOR_WORDS: Final = 150
"""The maximum width of a label after a bar. Longer labels are placed above it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its numbers: one for each column, none of them negative."""

    label: str
    values: tuple[int, ...]


def draw_bar_chart(rows: Sequence[Row], columns: Sequence[str] = ("",)) -> Drawing:
    """Draw one group of bars for each row, all to one scale. `columns` are the names of the bars in a group.

    A column without a name shows only its number. For zero, only the number is shown, without a bar.
    """
    most = max((value for row in rows for value in row.values), default=0)
    says = [[f"{value} {name}".strip() for value, name in zip(row.values, columns, strict=True)] for row in rows]
    longest = max((estimated_width(text) for texts in says for text in texts), default=0)
    is_above = longest > _MOST_FOR_WORDS
    room = WIDTH - (0 if is_above else longest + 8)
    bars: list[Bar] = []
    words: list[TextLabel] = []
    y = 0.0
    for row, texts in zip(rows, says, strict=True):
        for line in wrap(row.label, int(WIDTH / estimated_width("m"))):
            y += _LINE
            words.append(TextLabel(0, y - 5, line))
        for index, (value, text) in enumerate(zip(row.values, texts, strict=True)):
            if is_above:
                for line in wrap(text, int(WIDTH / estimated_width("m"))):
                    y += _LINE
                    words.append(TextLabel(0, y - 5, line))
            width = room * value / most if most else 0
            if value:
                bars.append(Bar(0, y, width, _THICK, Fill.FIRST if index % 2 == 0 else Fill.SECOND))
            if not is_above:
                words.append(TextLabel(width + 8 if value else 0, y + _THICK / 2 + TEXT_SIZE * 0.35, text))
            y += _THICK + _BETWEEN
        y += _BETWEEN_ROWS
    return Drawing(WIDTH, max(y - _BETWEEN_ROWS, 1), tuple(bars), tuple(words))
