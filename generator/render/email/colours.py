"""The colours of an e-mail: the partnership's colours on the light and dark backgrounds of the site.

They are written out in full, because mail programs support neither custom properties nor color-mix(). Rule V312 checks
the partnership's colours against these backgrounds. The other colours are those of overrides/assets/library/ and
dark.css.
"""

from __future__ import annotations

from typing import Final

from generator.model import Partnership
from generator.model.colour_contrast import mix

Colours = dict[str, str]

_BRAND: Final = "#14505c"
_BRAND_DARK: Final = "#8ecbd6"


def light_colours(partnership: Partnership) -> Colours:
    """Return the colours that every mail program uses."""
    brand = partnership.colours.brand if partnership.colours is not None else _BRAND
    return {
        "ground": "#ffffff",
        "around": mix(brand, 0.06, "#ffffff"),
        "soft": mix(brand, 0.06, "#ffffff"),
        "ink": "#16232a",
        "ink_soft": "#4b5a61",
        "line": "#c8d2d4",
        "link": brand,
        "masthead": brand,
        "urgent": "#a3222b",
        "urgent_ground": "#fcf0ef",
        "warn_ground": "#fdf6e3",
    }


def dark_colours(partnership: Partnership) -> Colours:
    """Return the colours for mail programs that report that the reader prefers dark mode."""
    brand = partnership.colours.brand if partnership.colours is not None else _BRAND
    return {
        "ground": "#172125",
        "around": "#11191c",
        "soft": "#1a2529",
        "ink": "#e6edef",
        "ink_soft": "#adbcc1",
        "line": "#35464c",
        "link": partnership.colours.brand_dark if partnership.colours is not None else _BRAND_DARK,
        "masthead": mix(brand, 0.62, "#000000"),
        "urgent": "#ff9a92",
        "urgent_ground": "#33191a",
        "warn_ground": "#2c2412",
    }
