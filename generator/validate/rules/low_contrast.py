"""The partnership's colours can be read wherever the look puts words in them, or on them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import Records
from generator.model.contrast import TEXT, contrast, mixed, shades

SOFT_SHARE: Final = 0.06
"""How much of the brand is in the soft ground of the light scheme."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that meet on a page."""

    said: str
    """Where, as it stands after the ratio: `on white`."""

    other: Callable[[str], str]
    """The other of the two, from the colour itself: the soft ground is a tint of the brand."""


PAIRS: Final[dict[str, tuple[Pair, ...]]] = {
    "brand": (
        Pair("with white", lambda brand: "#ffffff"),
        Pair("on the tinted panels", lambda brand: mixed(brand, SOFT_SHARE, "#ffffff")),
        Pair('with the words of "Worried about someone?"', lambda brand: "#e3ecee"),
    ),
    "brand_dark": (
        Pair("on the dark page", lambda brand: "#11191c"),
        Pair("on dark cards", lambda brand: "#172125"),
        Pair("on dark panels", lambda brand: "#1a2529"),
    ),
}
"""The grounds are those of overrides/assets/library/ and dark.css. The accent is not here: the look uses it for
edges that mean nothing, and a sheet darkens it by itself where it prints words in it."""

_TOWARDS: Final = {"brand": "#000000", "brand_dark": "#ffffff"}


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields V312 at each colour with a pair that fails, with the nearest shade with which all of its pairs pass."""
    if records.partnership is None or records.partnership.record.colours is None:
        return
    for name in PAIRS:
        colour: str = getattr(records.partnership.record.colours, name)
        failing = [
            f"{_told(ratio)} {pair.said}"
            for pair in PAIRS[name]
            if (ratio := contrast(colour, pair.other(colour))) < TEXT
        ]
        if failing:
            message = f'the colour "{colour}" is hard to read: {", ".join(failing)}; {TEXT}:1 is needed'
            hint = f'write {name}: "{nearest(name, colour)}", the nearest shade that is enough'
            yield rule("V312").found(message, records.partnership.raw.at("colours", name), hint)


def nearest(name: str, colour: str) -> str:
    """The colour itself where all its pairs pass, or the first shade towards black or white with which they do."""
    return next(
        shade
        for shade in shades(colour, _TOWARDS[name])
        if all(contrast(shade, pair.other(shade)) >= TEXT for pair in PAIRS[name])
    )


def _told(ratio: float) -> str:
    """Never rounded up: 4.49 is not 4.5."""
    return f"{math.floor(ratio * 100) / 100:g}:1"
