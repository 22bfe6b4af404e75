"""Which words are forenames or surnames, for the search for full names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.markdown.dictionary import ordinary_words
from generator.markdown.forenames import ALSO_WORDS, forenames

_FOLDER = Path(__file__).parent


@cache
def all_forenames() -> frozenset[str]:
    """Forenames given in the United Kingdom, also in the communities of the census of 2021, in small letters."""
    return forenames() | _lines("community_forenames.txt")


@cache
def surnames() -> frozenset[str]:
    """Surnames in the United Kingdom, among them ordinary words such as `brown`, in small letters."""
    return _lines("surnames.txt")


@cache
def public_names() -> frozenset[str]:
    """Names of public people and of people after whom something is called, in small letters."""
    return _lines("public_names.txt")


def could_be_surname(word: str, after_a_word: bool) -> bool:
    """Return True for a surname. `after_a_word` is True if the forename before it is an ordinary word as well."""
    surname = word.lower()
    if surname in surnames():
        return True
    return not after_a_word and surname not in ordinary_words() and surname not in ALSO_WORDS


def _lines(name: str) -> frozenset[str]:
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
