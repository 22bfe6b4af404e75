"""Ages more exact than a reader needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.validate.rules.personal_data.match import Match, PublicKnowledge

_NUMBER: Final = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen)"
)
_LINK: Final = r"(?:,? and |, | )"
_YEARS: Final = rf"{_NUMBER}[ -]years?"
_MONTHS: Final = rf"{_NUMBER}[ -](?:months?|weeks?)"
_DAYS: Final = rf"{_NUMBER}[ -]days?"
_SPAN: Final = rf"(?:{_YEARS}{_LINK}{_MONTHS}(?:{_LINK}{_DAYS})?|{_MONTHS}{_LINK}{_DAYS}|{_YEARS}{_LINK}{_DAYS})"
_AGE: Final = re.compile(
    rf"\b(?:aged?|age of|at the age of|(?:he|she|they|who) (?:was|were|is|are))\s+(?:just |only )?({_SPAN})"
    rf"|\b({_SPAN})[ -](?:old|of age)\b",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(r"[ -](?:month|week|day)", re.IGNORECASE)
_ENDS_IN_A_NUMBER: Final = re.compile(rf"{_NUMBER}\Z", re.IGNORECASE)


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Years with months, or months with days, where they are an age and not a while."""
    # Nearly every text speaks of days; a number before them is rarer, and the whole expression takes its time.
    if not any(_ENDS_IN_A_NUMBER.search(text, max(0, at.start() - 9), at.start()) for at in _UNIT.finditer(text)):
        return
    for match in _AGE.finditer(text):
        yield Match(
            match[1] or match[2], "this age is more exact than a reader needs", "say the age in years, or in months"
        )
