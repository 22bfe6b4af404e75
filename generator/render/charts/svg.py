"""A drawing of bars and text, and its SVG.

Colours come from classes if the SVG is part of a page (`lib-chart` in `library.css`), and from attributes if it is a
separate file: a class overrides an attribute. There are no style attributes and no scripts, because the site's content
security policy forbids them, and text is not drawn as a picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from markupsafe import escape

TEXT_SIZE: Final = 14
"""The text size in units of the drawing. A page 360 pixels wide shows a unit as about one pixel."""

_LETTER_WIDTH: Final = 0.6
"""The estimated width of a letter in ems, rounded up. Fonts differ, and they cannot be measured here."""


class Fill(StrEnum):
    """The meaning of a bar's colour."""

    FIRST = "first"
    SECOND = "second"
    """The second column, shown next to the first."""

    GROUND = "ground"
    """The base line of the bars, and the lines between boxes."""

    BOX = "box"
    """The ground of a box with text."""


_ARROW: Final = 6
"""The height of an arrow head, and half its width."""

_COLOURS: Final = {Fill.FIRST: "#14505c", Fill.SECOND: "#6d7c82", Fill.GROUND: "#6d7c82", Fill.BOX: "#eef3f4"}
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
    """The base line of the text."""

    text: str
    anchor: str = "start"
    """`start`, `middle` or `end`: which part of the line is at `x`."""

    is_strong: bool = False
    """True for a line in bold."""


@dataclass(frozen=True, slots=True)
class ArrowHead:
    """A triangle that points down, in the colour of the lines. `x` and `y` are its lower corner."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Bars, arrows and text in a box; coordinates start in its upper left corner."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    words: tuple[TextLabel, ...]
    arrows: tuple[ArrowHead, ...] = ()


def estimated_width(text: str) -> float:
    """Return the estimated width of a line of text, in units of the drawing, rounded up."""
    return len(text) * TEXT_SIZE * _LETTER_WIDTH


def as_svg(drawing: Drawing, title: str, told: str = "", key: str = "") -> str:
    """Return the drawing as an SVG element, which is also a complete file.

    Screen readers read `title`, then `told`. `key` is an id that is unique on the page, and is required if `told` is
    set.
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
    lines += map(_triangle, drawing.arrows)
    lines += map(_line, drawing.words)
    return "\n".join((*lines, "</svg>"))


def _rectangle(bar: Bar) -> str:
    place = f'x="{_number(bar.x)}" y="{_number(bar.y)}" width="{_number(bar.width)}" height="{_number(bar.height)}"'
    return f'<rect class="lib-chart__{bar.fill}" {place} fill="{_COLOURS[bar.fill]}"/>'


def _triangle(arrow: ArrowHead) -> str:
    x, y = arrow.x, arrow.y
    corners = ((x - _ARROW, y - _ARROW), (x + _ARROW, y - _ARROW), (x, y))
    points = " ".join(f"{_number(across)},{_number(down)}" for across, down in corners)
    return f'<polygon class="lib-chart__{Fill.GROUND}" points="{points}" fill="{_COLOURS[Fill.GROUND]}"/>'


def _line(words: TextLabel) -> str:
    anchor = f' text-anchor="{words.anchor}"' if words.anchor != "start" else ""
    anchor += ' font-weight="600"' if words.is_strong else ""
    return f'<text x="{_number(words.x)}" y="{_number(words.y)}"{anchor} fill="{_INK}">{escape(words.text)}</text>'


def _number(value: float) -> str:
    """Format a number with at most one decimal: `12`, `12.5`."""
    return f"{value:.1f}".removesuffix(".0")
