"""The stages of a process, one box below the other, with an arrow to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from generator.render.charts.svg import ArrowHead, Bar, Drawing, Fill, TextLabel, estimated_width

WIDTH: Final = 320
_EDGE: Final = 4
"""The width of the coloured edge at the left of a box."""

_INSIDE: Final = 14
"""The space between the left side of a box and its text."""

_LINE: Final = 20
_ABOVE: Final = 8
_BETWEEN: Final = 24
"""The space between two boxes, with the arrow."""


@dataclass(frozen=True, slots=True)
class Box:
    """One stage: the first text in bold, then the other lines."""

    title: str
    lines: tuple[str, ...] = ()
    """More lines, such as the time limit. Empty texts are left out."""


def draw_flow_chart(boxes: Sequence[Box]) -> Drawing:
    """Draw the boxes from top to bottom. Long texts are wrapped."""
    most_letters = int((WIDTH - 2 * _INSIDE) / estimated_width("m"))
    bars: list[Bar] = []
    words: list[TextLabel] = []
    arrows: list[ArrowHead] = []
    y = 0.0
    for index, box in enumerate(boxes):
        if index:
            bars.append(Bar(WIDTH / 2 - 1, y, 2, _BETWEEN - _EDGE, Fill.GROUND))
            arrows.append(ArrowHead(WIDTH / 2, y + _BETWEEN))
            y += _BETWEEN
        titles = wrap(box.title, most_letters)
        texts = [(line, True) for line in titles]
        texts += [(line, False) for text in box.lines if text for line in wrap(text, most_letters)]
        height = len(texts) * _LINE + 2 * _ABOVE
        bars += (Bar(0, y, WIDTH, height, Fill.BOX), Bar(0, y, _EDGE, height))
        words += (
            TextLabel(_INSIDE, y + _ABOVE + (row + 1) * _LINE - 5, text, is_strong=strong)
            for row, (text, strong) in enumerate(texts)
        )
        y += height
    return Drawing(WIDTH, max(y, 1), tuple(bars), tuple(words), tuple(arrows))
