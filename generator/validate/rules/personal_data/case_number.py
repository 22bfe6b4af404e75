"""Numbers of crimes, incidents and court cases: whoever has the papers knows the family by them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.validate.rules.personal_data.match import Match, PublicKnowledge

_NAMED: Final = re.compile(
    r"\b(?:crime|incident|occurrence|custody|court|case|police|file|our|your)\s+"
    r"(?:reference|ref|number|no|log)\b\.?(?:\s+(?:number|no)\b\.?)?\s*(?:is|was|:)?\s*"
    r"(?=[A-Z0-9/-]*\d)([A-Z0-9][A-Z0-9/-]{3,})",
    re.IGNORECASE,
)
_COURT: Final = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]\d{5}\b")
_CRIME: Final = re.compile(r"(?<![\d/])\d{2}[A-Z]?/\d{4,7}/\d{2}(?![\d/])")
_DIGITS: Final = re.compile(r"\d[\dA-Z/-]{2}|[A-Z/-]\d", re.IGNORECASE)
"""None of them is without it. To look at every text for all of them would take as long as the other rules together."""

_HINT: Final = "take it out; no reader needs it"


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """What is called the number of a case, and what looks like a family court's or a police force's."""
    if _DIGITS.search(text) is None:
        return
    found = [each[1] for each in _NAMED.finditer(text)]
    found += [each[0] for pattern in (_COURT, _CRIME) for each in pattern.finditer(text)]
    for each in dict.fromkeys(found):
        yield Match(each, "this looks like the number of a case or a crime", _HINT)
