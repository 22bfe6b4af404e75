"""Words of British English, and the names of places and people that a dictionary lists."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent / "words.txt"


@cache
def ordinary_words() -> frozenset[str]:
    """Return the words that begin with a lower-case letter, such as `chart`."""
    return frozenset(word for word in _words() if word[0].islower())


@cache
def dictionary_words() -> frozenset[str]:
    """Return all the words in lower case, including names such as `bradford`."""
    return frozenset(word.lower() for word in _words())


def _words() -> list[str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
