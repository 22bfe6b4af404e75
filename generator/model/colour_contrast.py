"""Contrast between two colours (WCAG 2.2, 1.4.3). Colours are CSS hex, `#17495a`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

TEXT: Final = 4.5
"""The minimum for text of any size. Headings could have less, but the text around them contains links."""

_STEPS: Final = 200


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, from 1 for identical colours to 21 for black on white. The order does not matter."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, share: float, other: str) -> str:
    """Mix a `share` of a colour, from 0 to 1, with another colour: CSS's `color-mix(in srgb, ...)`."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return _spelt(round(one * share + two * (1 - share)) for one, two in pairs)


def shades(colour: str, towards: str) -> Iterator[str]:
    """Yield shades from `colour` to `towards`, both included, in order: the candidates for a nearest shade."""
    for step in range(_STEPS + 1):
        yield mix(colour, 1 - step / _STEPS, towards)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _spelt(channels: Iterator[int]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _luminance(colour: str) -> float:
    shares = (channel / 255 for channel in _channels(colour))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
