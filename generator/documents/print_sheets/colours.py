"""The partnership's colours, dark enough to be read on paper."""

from __future__ import annotations

from typing import Final

from generator.model.colour_contrast import TEXT, contrast, shades
from generator.model.partnership import Colours

_DARK_GREY: Final = "#33383d"
_PAPER: Final = "#ffffff"


def print_colours(colours: Colours | None) -> dict[str, str]:
    """Return `brand` and `accent`, both readable on white; dark grey if the partnership names no colours."""
    if colours is None:
        return {"brand": _DARK_GREY, "accent": _DARK_GREY}
    return {"brand": readable_colour(colours.brand), "accent": readable_colour(colours.accent)}


def readable_colour(colour: str) -> str:
    """Return the colour if it has enough contrast on white, otherwise the lightest darker shade that has."""
    return next(shade for shade in shades(colour, "#000000") if contrast(shade, _PAPER) >= TEXT)
