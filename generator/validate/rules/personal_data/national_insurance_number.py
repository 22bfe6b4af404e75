"""National Insurance numbers (HMRC, National Insurance Manual NIM39110)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.validate.rules.personal_data.match import Match, PublicKnowledge

_NUMBER: Final = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"
)
_HINT: Final = "take it out; no reader needs it"


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Numbers with letters that are given out."""
    for match in _NUMBER.finditer(text):
        yield Match(match[0], "this looks like a National Insurance number", _HINT)
