"""Words of a label as they are compared: without case, plurals, numbers in words, accents and typing errors."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

DASHES: Final = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
SINGLE_QUOTES: Final = "'\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4"
DOUBLE_QUOTES: Final = '"\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb'

_PLAIN: Final = str.maketrans(
    {**dict.fromkeys(DASHES, "-"), **dict.fromkeys(SINGLE_QUOTES, "'"), **dict.fromkeys(DOUBLE_QUOTES, '"')}
)
_TOKEN: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+|&")
_NUMBERS: Final = {
    word: str(number)
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=1
    )
}
_SAME: Final = {
    "&": "and",
    "min": "minute",
    "mins": "minute",
    "minutes": "minute",
    "learnt": "learned",
    "adult's": "adult",
    "adults'": "adult",
    "exec": "executive",
    "briefings": "briefing",
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text."""

    word: str
    """The form in which it is compared."""

    start: int
    end: int


def plain(text: str) -> str:
    """Return a text with one kind of dash, of single and of double quotes, of the same length."""
    return text.translate(_PLAIN)


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words of a text with their places in it."""
    return tuple(Token(comparable(match[0]), *match.span()) for match in _TOKEN.finditer(plain(text)))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in the form in which they are compared."""
    return tuple(token.word for token in tokens_of(text))


def fold(text: str) -> str:
    """Return a text in lower case and without accents, for comparison."""
    return "".join(
        each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each)
    ).replace("ł", "l")


@lru_cache(maxsize=20_000)
def comparable(word: str) -> str:
    """Return a word as it is compared: `Reviews` as `review`, `seven` as `7`."""
    word = fold(word)
    word = _SAME.get(word, word).removesuffix("'s")
    word = _NUMBERS.get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=50_000)
def is_typing_error(word: str, known: str) -> bool:
    """Return True if a long word differs from a known one by one slip, or by two in a very long word."""
    shorter = min(len(word), len(known))
    if shorter < 5 or abs(len(word) - len(known)) > 2 or word[0] != known[0] or not word.isalpha():
        return False
    return word != known and _distance(word, known) <= (2 if shorter >= 9 else 1)


def _distance(one: str, other: str) -> int:
    """Return the number of letters added, left out, replaced or swapped between two words."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row = row, [i] + [0] * len(other)
        for j, against in enumerate(other, 1):
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if before and i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                row[j] = min(row[j], before[j - 2] + 1)
        before = last
    return row[-1]
