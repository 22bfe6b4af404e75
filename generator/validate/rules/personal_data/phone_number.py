"""Phone numbers that are not those of the partnership or of a helpline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.validate.rules.personal_data.match import Match, PublicKnowledge, digits_of

_PHONE: Final = re.compile(r"(?<![\d+/.-])(?:\+44\s?(?:\(0\)\s?)?[1-9]|0[1-37-9])(?:[ -]?\d){8,9}(?![\d/])")


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Numbers of ten or eleven digits as they are dialled in the United Kingdom."""
    for match in _PHONE.finditer(text):
        digits = digits_of(match[0].replace("(0)", ""))
        if digits not in known.phones and f"0{digits.removeprefix('44')}" not in known.phones:
            hint = "take it out; a number for readers belongs in content/partnership.yml, under contacts or helplines"
            yield Match(match[0], "this phone number is not the partnership's", hint)
