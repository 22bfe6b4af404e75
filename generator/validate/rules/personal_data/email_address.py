"""E-mail addresses that are not the partnership's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.validate.rules.personal_data.match import Match, PublicKnowledge

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Addresses that neither stand in the partnership's record nor belong to its site."""
    for match in _EMAIL.finditer(text) if "@" in text else ():
        address = match[0].lower()
        if address not in known.emails and f"@{address.partition('@')[2]}" not in known.emails:
            yield Match(match[0], "this e-mail address is not the partnership's", "take it out")
