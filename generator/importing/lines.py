"""Finds the line on which a text of a page is written, and puts a text on one line."""

from __future__ import annotations

import re
from typing import Final

_SPACE: Final = re.compile(r"[\s\u00a0\u2007\u202f\u200b\ufeff]+")


def squash(text: str) -> str:
    """Return a text on one line, with one space between words."""
    return _SPACE.sub(" ", text).strip()


class LineFinder:
    """Finds the lines of texts that are looked for in the order of the page."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1

    def find(self, words: str) -> int:
        """Return the line of the next place with the first words; the line found last if there is none."""
        first = _first_words(words)
        found = self._text.find(first, self._at, self._at + 200_000) if first else -1
        if found >= 0:
            self._line += self._text.count("\n", self._at, found)
            self._at = found
        return self._line

    def line_of(self, words: str) -> int:
        """Return the line of the first place with the first words, also above the line found last."""
        found = self._text.find(_first_words(words))
        return self._line if found < 0 else self._text.count("\n", 0, found) + 1


def _first_words(text: str) -> str:
    return re.split(r"[^\w .,'-]", text, maxsplit=1)[0][:40].strip().rsplit(" ", 1)[0]
