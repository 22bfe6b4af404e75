"""The drawing that is a partnership's own: one person, and a line from there to each of its organisations.

It is made from the partnership's record, so each partnership has a different one: a line for each organisation under
`people`, and heights that depend on the name of the partnership. It is decoration: no page needs it to be understood.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Final

from generator.model.partnership import Partnership

_FEWEST_LINES: Final = 3
_MOST_LINES: Final = 7
_LINES_WITHOUT_ORGANISATIONS: Final = 4
_DEFAULT_ACCENT: Final = "#e0a526"


def wide_motif(partnership: Partnership) -> str:
    """Return the drawing for the home page and share images as SVG, in white on the partnership's colour."""
    return _drawing(partnership, width=420, height=300, stroke=3, opacity=0.55, person=15, organisation=7)


def mark(partnership: Partnership) -> str:
    """Return the small drawing next to the name of the library as SVG, for a partnership without a logo."""
    return _drawing(partnership, width=40, height=40, stroke=2.2, opacity=0.9, person=6, organisation=3)


def _drawing(
    partnership: Partnership,
    *,
    width: int,
    height: int,
    stroke: float,
    opacity: float,
    person: float,
    organisation: float,
) -> str:
    organisations = len(partnership.people) or _LINES_WITHOUT_ORGANISATIONS
    count = min(max(organisations, _FEWEST_LINES), _MOST_LINES)
    # One byte for the person and one for each line: from -0.5 to 0.5.
    shares = [byte / 255 - 0.5 for byte in blake2b(partnership.name.encode(), digest_size=count + 1).digest()]
    left, right = person + stroke, width - organisation - stroke
    room = (height - 2 * (organisation + stroke)) / (count - 1)
    start = height / 2 + shares[0] * height / 4
    # The first and the last line end at the edges. Each of the others has its own height, and none crosses another.
    inner = range(1, count - 1)
    ends = [
        organisation + stroke + number * room + (shares[number + 1] * room * 0.6 if number in inner else 0)
        for number in range(count)
    ]
    bend = left + (right - left) * 0.45
    lines = "".join(
        f'<path d="M{left:g} {start:.1f}C{bend:.1f} {start:.1f} {bend:.1f} {end:.1f} {right:g} {end:.1f}"/>'
        for end in ends
    )
    dots = "".join(f'<circle cx="{right:g}" cy="{end:.1f}" r="{organisation:g}"/>' for end in ends)
    accent = partnership.colours.accent if partnership.colours is not None else _DEFAULT_ACCENT
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<g fill="none" stroke="#fff" stroke-opacity="{opacity:g}" stroke-width="{stroke:g}">{lines}</g>'
        f'<g fill="#fff">{dots}</g>'
        f'<circle cx="{left:g}" cy="{start:.1f}" r="{person:g}" fill="{accent}" stroke="#fff"'
        f' stroke-width="{stroke:g}"/>'
        "</svg>\n"
    )
