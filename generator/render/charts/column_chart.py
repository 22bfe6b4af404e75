"""Vertical bars over a row of years: small, so that many charts can be compared side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.render.charts.svg import TEXT_SIZE, Bar, Drawing, Fill, TextLabel, estimated_width

WIDTH: Final = 160
_TALLEST: Final = 48
_ABOVE: Final = TEXT_SIZE + 4
"""Space for the number above the tallest bar."""

_BELOW: Final = TEXT_SIZE + 6
"""Space for the years."""

_WIDEST: Final = 28
_LINE: Final = 1.5


def draw_column_chart(counts: Mapping[int, int], most: int) -> Drawing:
    """Draw one bar for each year, in the order of `counts`. `most` is the value of the tallest bar of all charts.

    If there is no room for every number and year, only the tallest bars keep their numbers,
    and only the first and last year are shown.
    """
    step = WIDTH / max(len(counts), 1)
    tallest = max(counts.values(), default=0)
    ground = _ABOVE + _TALLEST
    bars = [Bar(0, ground, WIDTH, _LINE, Fill.GROUND)]
    words: list[TextLabel] = []
    years = list(counts)
    for index, (year, count) in enumerate(counts.items()):
        middle = step * (index + 0.5)
        if count:
            width, height = min(_WIDEST, step * 0.7), _TALLEST * count / max(most, 1)
            bars.append(Bar(middle - width / 2, ground - height, width, height))
            if estimated_width(str(count)) <= step or count == tallest:
                words.append(TextLabel(_inside(middle, str(count)), ground - height - 4, str(count), "middle"))
        if estimated_width(str(year)) * 0.9 <= step:
            words.append(TextLabel(middle, ground + _BELOW - 3, str(year), "middle"))
        elif year == years[0]:
            words.append(TextLabel(0, ground + _BELOW - 3, str(year)))
        elif year == years[-1]:
            words.append(TextLabel(WIDTH, ground + _BELOW - 3, str(year), "end"))
    return Drawing(WIDTH, ground + _BELOW, tuple(bars), tuple(words))


def _inside(middle: float, text: str) -> float:
    """Return the middle of a text, moved so that the text stays within the drawing."""
    half = estimated_width(text) / 2
    return min(max(middle, half), WIDTH - half)
