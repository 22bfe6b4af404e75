"""Colours of text and of what is behind it."""

from __future__ import annotations

import re
from typing import Final

Colour = tuple[int, int, int]

WHITE: Final[Colour] = (255, 255, 255)
BLACK: Final[Colour] = (0, 0, 0)

_HEX: Final = re.compile(r"#?(?:[0-9a-fA-F]{2})?([0-9a-fA-F]{6})")
_CLOSE: Final = 24
"""The largest difference of red, green or blue between a text and its background that nobody can see."""

FEWEST_LETTERS: Final = 2
"""Letters and digits of a text that counts. Single ones are often left over from layout."""


def colour_from_hex(text: str) -> Colour | None:
    """Return the colour of `FFFFFF`, `#ffffff` or, with its opacity first, `FFFFFFFF`; None for any other text."""
    match = _HEX.fullmatch(text)
    if match is None:
        return None
    red, green, blue = (int(match[1][start : start + 2], 16) for start in (0, 2, 4))
    return red, green, blue


def look_alike(text: Colour, behind: Colour) -> bool:
    """Return True if a text cannot be seen on its background."""
    return all(abs(one - other) <= _CLOSE for one, other in zip(text, behind, strict=True))


def has_words(text: str) -> bool:
    """Return True for a text that is long enough to count."""
    return sum(map(str.isalnum, text)) >= FEWEST_LETTERS
