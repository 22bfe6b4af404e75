"""Patterns of full dates, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import Final

from generator.model.partial_date import MONTHS
from generator.system import LazyPattern
from generator.validate.rules.personal_data.match import Match, PublicKnowledge
from generator.validate.rules.personal_data.patterns import DASHES, SPACES
from generator.validate.stems import fold_case

_MONTH: Final = (
    "(?:" + "|".join(f"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in MONTHS) + r"|Sept)\.?"
)


_ONES: Final = "one|two|three|four|five|six|seven|eight|nine"
_TEENS: Final = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_DAY_IN_WORDS: Final = (
    "(?:twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[- ]first|first|second|third"
    "|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth"
    "|eighteenth|nineteenth|twentieth|thirtieth)"
)
_YEAR_IN_WORDS: Final = (
    rf"(?:(?:two thousand(?: and)?|twenty|nineteen)(?:[- ](?:oh[- ])?"
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{_ONES}))?|{_TEENS}|{_ONES}))"
    "|two thousand)"
)
_FULL_YEAR: Final = rf"(?:(?:19|20)\d\d|{_YEAR_IN_WORDS})"
_DAY_NUMBER: Final = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{_DAY_IN_WORDS})"
_S: Final = rf"[{SPACES}\n]+"


_DAY: Final = LazyPattern(
    rf"(?<![\d/.-])\b(?:{_DAY_NUMBER}{_S}(?:(?:day{_S})?of{_S})?{_MONTH},?{_S}{_FULL_YEAR}"
    rf"|{_MONTH}{_S}(?:the{_S})?{_DAY_NUMBER},?{_S}{_FULL_YEAR}"
    rf"|\d{{1,2}}[{SPACES}]?([/.{DASHES}])[{SPACES}]?\d{{1,2}}[{SPACES}]?\1[{SPACES}]?(?:19|20)\d\d"
    r"|\d{1,2}/\d{1,2}/\d\d|(?:19|20)\d\d-\d\d-\d\d"
    rf"|(?:Christmas|Boxing|New{_S}Year(?:['\u2019]?s)?|(?:Valentine|Mother|Father)['\u2019]?s){_S}(?:Day|Eve),?{_S}"
    r"(?:in\s+)?(?:19|20)\d\d)(?![\d/-])",
    re.IGNORECASE,
)


_BIRTHDAY: Final = LazyPattern(
    rf"(?<![\d/.-])\b(?:{_DAY_NUMBER}{_S}(?:of{_S})?{_MONTH}|{_MONTH}{_S}(?:the{_S})?{_DAY_NUMBER}"
    rf"|\d{{1,2}}([.{DASHES}])\d{{1,2}}\1\d\d)"
    rf"(?![\w/-])(?!,?{_S}{_FULL_YEAR})",
    re.IGNORECASE,
)
"""A day without a year, or with a short one: only a birthday is reported."""


_YEAR: Final = LazyPattern(r"19\d\d|20\d\d|/\d\d|thousand|nineteen|twenty")


_BIRTH: Final = LazyPattern(r"\b(?:born|birth|birthday|birthdate|d\.?\s?o\.?\s?b\b\.?)[^.!?]{0,40}$", re.IGNORECASE)
_BIRTH_AFTER: Final = LazyPattern(
    r"^[)\],;]?\s*(?:\(|is (?:his|her|their|the child's) |was (?:his|her|their) |, (?:his|her|their) )?"
    r"(?:d\.?o\.?b\b|(?:date|day) of birth|birthday|birth date)",
    re.IGNORECASE,
)
SAYS_BIRTH: Final = LazyPattern(r"born|birth|d\.?\s?o\.?\s?b\b", re.IGNORECASE)
BIRTH_STEMS: Final = (
    "born",
    "birth",
    *map("".join, product("d", ["", "."], ["", " "], "o", ["", "."], ["", " "], "b")),
)
"""Every match of `SAYS_BIRTH` contains one of them."""


def _days(text: str) -> Iterable[re.Match[str]]:
    """Return every full date. A text without a year is skipped, which is faster than the full expression."""
    return _DAY.finditer(text) if _YEAR.search(fold_case(text)) else ()


def check_birth_dates(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield a full date next to `born`, `date of birth`, `birthday` or `DOB`, and a day and a month without a year."""
    for match in (*_days(text), *_BIRTHDAY.finditer(text)):
        if _is_birth(text, match):
            yield Match(match[0], "this looks like a day of birth", "say the age in years instead, or nothing")


def _is_birth(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 60) : match.start()], text[match.end() : match.end() + 40]
    return _BIRTH.search(before) is not None or _BIRTH_AFTER.match(after) is not None


_OF_A_DOCUMENT: Final = LazyPattern(
    r"\b(?:(?:re)?published|issued|updated|revised|dated|launched|in force|c[ao]me into (?:force|effect)|took effect"
    r"|up to date|accessed|(?:due|planned) for review|(?:review|expir|end)(?:s|es|ed)?"
    r"|reviewed again|applies|in use|valid|(?:finished|completed|done)(?= by)|deadline (?:is|of|was))"
    r"(?: (?:on|by|until|from|since|as of|again))?(?: the)?[ \n]$",
    re.IGNORECASE,
)
"""The end of a text before the date of a document or a law: that day is public."""

_LINK: Final = LazyPattern(rf"^{_S}(?:to|until|and|[{DASHES}]){_S}$")
_FIRST_OF_A_MONTH: Final = LazyPattern(rf"^(?:0?1(?:st)?|first)\b|^{_MONTH}{_S}0?1(?:st)?\b", re.IGNORECASE)
_LAST_OF_A_MONTH: Final = LazyPattern(
    rf"^(?:28|29|30|31)(?:th|st)?\b|^thirt|^{_MONTH}{_S}(?:28|29|30|31)(?:th|st)?\b", re.IGNORECASE
)


def _is_public(text: str, match: re.Match[str], days: list[re.Match[str]]) -> bool:
    """Return True for the date of a document, and for a period of whole months, as a review covers."""
    if _OF_A_DOCUMENT.search(text[: match.start()]):
        return True
    for first, last in pairwise(days):
        if match in (first, last) and _LINK.match(text[first.end() : last.start()]):
            return _FIRST_OF_A_MONTH.match(first[0]) is not None and _LAST_OF_A_MONTH.match(last[0]) is not None
    return False


def check_other_dates(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield any other full date that is not the date of a document or a bound of a period of whole months."""
    days = list(_days(text))
    for match in days:
        if not _is_birth(text, match) and not _is_public(text, match, days):
            hint = "the month, or the time of year, is nearly always enough"
            yield Match(match[0], "a story seldom needs the day", hint)
