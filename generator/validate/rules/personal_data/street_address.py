"""Houses with their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.validate.rules.personal_data.match import Match, PublicKnowledge

_KINDS: Final = (
    "Road|Rd|Street|Avenue|Ave|Close|Lane|Drive|Crescent|Court|Gardens|Terrace|Square|Grove|Walk|Rise|Mews|Croft"
    "|Green|Hill"
)
_HOUSE: Final = re.compile(
    rf"(?<![\d.,£-])\b(?:[Ff]lat \d+,? )?\d{{1,4}}[A-Za-z]?,? (?:[A-Z][a-z'\u2019-]+ ){{1,3}}(?:{_KINDS})\b"
)

_STREET: Final = re.compile(rf" (?:{_KINDS})\b")


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """A number before the name of a street."""
    for match in _HOUSE.finditer(text) if _STREET.search(text) else ():
        yield Match(match[0], "this looks like the address of a house", "name the town or the county at the most")
