"""Full days. A day of birth names a child to everybody who knows the family; any day helps to find the news of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.model.partial_date import MONTHS
from generator.validate.rules.personal_data.match import Match, PublicKnowledge

_MONTH: Final = (
    "(?:" + "|".join(f"{each[:3]}(?:{each[3:]})?" if len(each) > 3 else each for each in MONTHS) + r"|Sept)\.?"
)
_DAY: Final = re.compile(
    rf"(?<![\d/.-])(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?:19|20)\d\d|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r"|\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d|\d{1,2}/\d{1,2}/\d\d|(?:19|20)\d\d-\d\d-\d\d)(?![\d/-])"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d|/\d\d")
_BIRTH: Final = re.compile(r"\b(?:born|birth|birthday|d\.?o\.?b)\b[^.!?]{0,40}$", re.IGNORECASE)


def _days(text: str) -> Iterable[re.Match[str]]:
    """Every full day. A text that holds no year is told sooner than the whole expression would tell it."""
    return _DAY.finditer(text) if _YEAR.search(text) else ()


def check_birth_dates(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """A full day close behind `born`, `date of birth`, `birthday`, `DOB`."""
    for match in _days(text):
        if _BIRTH.search(text[max(0, match.start() - 60) : match.start()]):
            yield Match(match[0], "this looks like a day of birth", "say the age in years instead, or nothing")


def check_other_dates(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Any other full day."""
    for match in _days(text):
        if not _BIRTH.search(text[max(0, match.start() - 60) : match.start()]):
            hint = "the month, or the time of year, is nearly always enough"
            yield Match(match[0], "a story seldom needs the day", hint)
