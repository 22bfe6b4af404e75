"""Finds dates in the formats that English texts and files use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.model.partial_date import MONTH_NUMBERS

_UNITS: Final = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEENS: Final = [
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_ORDINALS: Final = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)},
    **{f"twenty {word}": 20 + number for number, word in enumerate(_UNITS, 1)},
    "thirtieth": 30,
    "thirty first": 31,
}

_MONTH: Final = "(" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")(?![a-z])\.?"
_DAY: Final = r"(?<![0-9])([0-9]{1,2})(?:\s*(?:st|nd|rd|th))?"
_YEAR: Final = r"((?:19|20)[0-9]{2}|'[0-9]{2}|[0-9]{2})(?![0-9])"
_GAP: Final = r"[\s,./_-]*"
_DAY_FIRST: Final = re.compile(rf"{_DAY}{_GAP}(?:of\s+|day of\s+)?{_MONTH}{_GAP}{_YEAR}")
_MONTH_FIRST: Final = re.compile(rf"(?<![a-z]){_MONTH}{_GAP}{_DAY}(?![0-9])(?:[\s,._-]+){_YEAR}")
_IN_WORDS: Final = re.compile(
    r"\b(" + "|".join(ordinal.replace(" ", r"[\s-]") for ordinal in sorted(_ORDINALS, key=len, reverse=True)) + ")"
    rf"\s+(?:day\s+)?(?:of\s+)?{_MONTH}{_GAP}{_YEAR}"
)
_NUMBERS: Final = re.compile(r"[0-9]+ ?([./_-]| ) ?[0-9]{1,2} ?\1 ?[0-9]{2,4}(?![0-9])")
_THREE: Final = re.compile(r"[0-9]+")
_COMPACT: Final = re.compile(r"[0-9]{8,14}")
_YEAR_FIRST: Final = re.compile(rf"(?<![0-9])((?:19|20)[0-9]{{2}}){_GAP}{_MONTH}{_GAP}{_DAY}(?![0-9])")
_SPELLINGS: Final = tuple(
    re.compile(rf"(?<![0-9]){each.pattern}(?![0-9A-Za-z])", re.IGNORECASE)
    for each in (_IN_WORDS, _DAY_FIRST, _YEAR_FIRST, _MONTH_FIRST, _NUMBERS, _COMPACT)
)
_STEMS: Final = tuple(month[:3] for month in MONTH_NUMBERS if len(month) == 3)
_BEFORE: Final = 40
"""Number of characters before and after the name of a month in which the rest of the date is looked for."""


def find_dates(text: str) -> frozenset[date]:
    """Return every date that a normalised text may name.

    A year of two digits means both centuries. A date is read month first only if it is not
    valid day first.
    """
    small = text.casefold()
    return frozenset(filter(None, (_day(*candidate) for candidate in _candidates(small))))


def cut_days(text: str) -> tuple[list[str], str]:
    """Return the dates in a short text, as they are written, and the text with a line break in place of each date."""
    cut: list[str] = []

    def taken(match: re.Match[str]) -> str:
        if not find_dates(match[0]):
            return match[0]
        cut.append(match[0])
        return "\n"

    for pattern in _SPELLINGS:
        text = pattern.sub(taken, text)
    return cut, text


def _candidates(text: str) -> Iterator[tuple[int, int, int]]:
    for window in _around_months(text):
        yield from _with_a_month(window)
    for match in _NUMBERS.finditer(text):
        first, second, third = _THREE.findall(match[0])
        yield from _in_numbers(first, second, third)
    for match in _COMPACT.finditer(text):
        digits = match[0]
        if len(digits) in (8, 12, 14):
            yield int(digits[:4]), int(digits[4:6]), int(digits[6:8])
        if len(digits) == 8:
            yield int(digits[4:]), int(digits[2:4]), int(digits[:2])


def _around_months(text: str) -> Iterator[str]:
    """Yield the text around each name of a month. A search for each name is faster than one pattern for all of them."""
    for stem in _STEMS:
        place = text.find(stem)
        while place >= 0:
            if not text[place - 1 : place].isalpha():
                yield text[max(0, place - _BEFORE) : place + _BEFORE]
            place = text.find(stem, place + 3)


def _with_a_month(text: str) -> Iterator[tuple[int, int, int]]:
    for match in _DAY_FIRST.finditer(text):
        yield from _years(match[3], MONTH_NUMBERS[match[2]], int(match[1]))
    for match in _MONTH_FIRST.finditer(text):
        yield from _years(match[3], MONTH_NUMBERS[match[1]], int(match[2]))
    for match in _YEAR_FIRST.finditer(text):
        yield int(match[1]), MONTH_NUMBERS[match[2]], int(match[3])
    for match in _IN_WORDS.finditer(text):
        yield from _years(match[3], MONTH_NUMBERS[match[2]], _ORDINALS[re.sub(r"[\s-]", " ", match[1])])


def _in_numbers(first: str, second: str, third: str) -> Iterator[tuple[int, int, int]]:
    if len(first) == 4 and len(third) == 2:
        yield int(first), int(second), int(third)
    elif len(first) <= 2 and len(third) in (2, 4):
        yield from _years(third, int(second), int(first))
        if int(second) > 12:
            yield from _years(third, int(first), int(second))


def _years(written: str, month: int, day: int) -> Iterator[tuple[int, int, int]]:
    digits = written.lstrip("'")
    for year in (int(digits),) if len(digits) == 4 else (1900 + int(digits), 2000 + int(digits)):
        yield year, month, day


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1880 <= year <= 2100 else None
    except ValueError:
        return None
