"""Unique pupil numbers: a letter that is worked out from the twelve signs behind it (DfE, guide to UPNs)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.validate.rules.personal_data.match import Match, PublicKnowledge

_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN: Final = re.compile(rf"\b([{_LETTERS}])(\d{{11}})(\d|[{_LETTERS}])\b")
_HINT: Final = "take it out; no reader needs it"


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Numbers with the right first letter; a temporary one ends in a letter."""
    for match in _UPN.finditer(text):
        if is_valid(match[1], match[2] + match[3]):
            yield Match(match[0], "this looks like a pupil's number (UPN)", _HINT)


def is_valid(letter: str, rest: str) -> bool:
    """True when the first letter is right."""
    values = [int(each) if each.isdigit() else _LETTERS.index(each) for each in rest]
    return _LETTERS[sum(value * weight for weight, value in enumerate(values, 2)) % 23] == letter
