"""The colours of an e-mail: the partnership's own on the grounds of the site's look, light and dark.

They are spelt out, because mail programs know neither custom properties nor color-mix(). The partnership's colours are
held to these grounds by the rule V312; the others are those of overrides/assets/library/ and dark.css.
"""

from __future__ import annotations

from typing import Final

from generator.model import Partnership
from generator.model.contrast import mixed

Colours = dict[str, str]

_BRAND: Final = "#14505c"
_BRAND_DARK: Final = "#8ecbd6"


def light(partnership: Partnership) -> Colours:
    """What stands in the e-mail for every mail program."""
    brand = partnership.colours.brand if partnership.colours is not None else _BRAND
    return {
        "ground": "#ffffff",
        "around": mixed(brand, 0.06, "#ffffff"),
        "soft": mixed(brand, 0.06, "#ffffff"),
        "ink": "#16232a",
        "ink_soft": "#4b5a61",
        "line": "#c8d2d4",
        "link": brand,
        "masthead": brand,
        "urgent": "#a3222b",
        "urgent_ground": "#fcf0ef",
        "warn_ground": "#fdf6e3",
    }


def dark(partnership: Partnership) -> Colours:
    """For mail programs that say that their reader wants it dark."""
    brand = partnership.colours.brand if partnership.colours is not None else _BRAND
    return {
        "ground": "#172125",
        "around": "#11191c",
        "soft": "#1a2529",
        "ink": "#e6edef",
        "ink_soft": "#adbcc1",
        "line": "#35464c",
        "link": partnership.colours.brand_dark if partnership.colours is not None else _BRAND_DARK,
        "masthead": mixed(brand, 0.62, "#000000"),
        "urgent": "#ff9a92",
        "urgent_ground": "#33191a",
        "warn_ground": "#2c2412",
    }
