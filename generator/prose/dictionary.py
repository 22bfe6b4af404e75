"""Words of British English, and the names of places and people that a dictionary lists."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent / "words.txt"


@cache
def ordinary_words() -> frozenset[str]:
    """Words that are written with a small letter, such as `chart`."""
    return frozenset(each for each in _listed() if each[0].islower())


@cache
def dictionary_words() -> frozenset[str]:
    """All the words in small letters, including names such as `bradford`."""
    return frozenset(each.lower() for each in _listed())


def _listed() -> list[str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
