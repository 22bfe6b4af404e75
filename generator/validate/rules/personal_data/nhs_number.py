"""NHS numbers: ten digits of which the last is worked out from the others (NHS Data Dictionary, NHS NUMBER)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.validate.rules.personal_data.match import Match, PublicKnowledge

_TEN: Final = re.compile(r"(?<![\d.,/-])[4679]\d{2}[ -]?\d{3}[ -]?\d{4}(?![\d/-])")
_HINT: Final = "take it out; no reader needs it"


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Numbers of the series in use, with the right last digit."""
    for match in _TEN.finditer(text):
        if is_valid([int(each) for each in match[0] if each.isdigit()]):
            yield Match(match[0], "this looks like an NHS number", _HINT)


def is_valid(digits: list[int]) -> bool:
    """True when the last digit is right."""
    rest = 11 - sum(digit * (10 - index) for index, digit in enumerate(digits[:9])) % 11
    return (0 if rest == 11 else rest) == digits[9]
