"""The partnership's colours, dark enough to be read on paper."""

from __future__ import annotations

from typing import Final

from generator.model.partnership import Colours

_DARK_GREY: Final = "#33383d"
_CONTRAST: Final = 4.5
"""On white, for text of any size (WCAG 2.2, 1.4.3)."""


def print_colours(colours: Colours | None) -> dict[str, str]:
    """`brand` and `accent`, both readable on white; dark grey where the partnership names none."""
    if colours is None:
        return {"brand": _DARK_GREY, "accent": _DARK_GREY}
    return {"brand": readable(colours.brand), "accent": readable(colours.accent)}


def readable(colour: str) -> str:
    """The colour itself where its contrast on white is enough, or the lightest darker one."""
    channels = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    for step in range(100, -1, -1):
        darker = [round(each * step / 100) for each in channels]
        if contrast_on_white(darker) >= _CONTRAST:
            return "#" + "".join(f"{each:02x}" for each in darker)
    return "#000000"


def contrast_on_white(channels: list[int]) -> float:
    """From 1 for white to 21 for black, by WCAG's formula; channels from 0 to 255."""
    shares = [each / 255 for each in channels]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
