"""A drawing of bars and words, and its SVG.

Colours come from classes where a page shows it, `lib-chart` in `library.css`, and from attributes where it is a file of
its own: a class goes before an attribute. There is no style attribute and no script, which the site's content policy
forbids, and no picture of text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from markupsafe import escape

TEXT_SIZE: Final = 14
"""In units of the drawing; a page of 360 pixels shows a unit as a pixel or so."""

_LETTER_WIDTH: Final = 0.6
"""Of a letter, on the safe side, in ems. Fonts differ, and nobody can measure them here."""


class Fill(StrEnum):
    """What a bar stands for."""

    FIRST = "first"
    SECOND = "second"
    """A second thing that is counted beside the first."""

    GROUND = "ground"
    """The line on which the others stand."""


_COLOURS: Final = {Fill.FIRST: "#14505c", Fill.SECOND: "#6d7c82", Fill.GROUND: "#6d7c82"}
_INK: Final = "#16232a"


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle, in units of the drawing, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill = Fill.FIRST


@dataclass(frozen=True, slots=True)
class TextLabel:
    """One line of text."""

    x: float
    y: float
    """Of the line that the letters stand on."""

    text: str
    anchor: str = "start"
    """`start`, `middle` or `end`: which part of the line is at `x`."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bars and words in a box, from its upper left corner."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    words: tuple[TextLabel, ...]


def estimated_width(text: str) -> float:
    """About how much room a line of text takes, in units of the drawing; rather more than less."""
    return len(text) * TEXT_SIZE * _LETTER_WIDTH


def as_svg(drawing: Drawing, title: str, told: str = "", key: str = "") -> str:
    """The drawing as an SVG element, which is a whole file too.

    `title` is read in its place, then `told`; `key` is an id of the page's, wanted where there is something told.
    """
    named = f' aria-labelledby="{escape(key)}-title {escape(key)}-told"' if told else ""
    ids = (f' id="{escape(key)}-title"', f' id="{escape(key)}-told"') if told else ("", "")
    width, height = _number(drawing.width), _number(drawing.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="lib-chart" role="img"{named} viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="system-ui, sans-serif" font-size="{TEXT_SIZE}">'
    )
    lines = [head, f"<title{ids[0]}>{escape(title)}</title>"]
    if told:
        lines.append(f"<desc{ids[1]}>{escape(told)}</desc>")
    lines += map(_rectangle, drawing.bars)
    lines += map(_line, drawing.words)
    return "\n".join((*lines, "</svg>"))


def _rectangle(bar: Bar) -> str:
    place = f'x="{_number(bar.x)}" y="{_number(bar.y)}" width="{_number(bar.width)}" height="{_number(bar.height)}"'
    return f'<rect class="lib-chart__{bar.fill}" {place} fill="{_COLOURS[bar.fill]}"/>'


def _line(words: TextLabel) -> str:
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    return f'<text x="{_number(words.x)}" y="{_number(words.y)}"{anchor} fill="{_INK}">{escape(words.text)}</text>'


def _number(value: float) -> str:
    """With one decimal at most: `12`, `12.5`."""
    return f"{value:.1f}".removesuffix(".0")
