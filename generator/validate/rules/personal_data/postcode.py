"""Checks for full postcodes. About fifteen homes share a postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.system import LazyPattern
from generator.validate.rules.personal_data.match import Match, PublicKnowledge
from generator.validate.rules.personal_data.patterns import DASHES, SPACES

_AREAS: Final = [
    "AB",
    "AL",
    "B",
    "BA",
    "BB",
    "BD",
    "BH",
    "BL",
    "BN",
    "BR",
    "BS",
    "BT",
    "CA",
    "CB",
    "CF",
    "CH",
    "CM",
    "CO",
    "CR",
    "CT",
    "CV",
    "CW",
    "DA",
    "DD",
    "DE",
    "DG",
    "DH",
    "DL",
    "DN",
    "DT",
    "DY",
    "E",
    "EC",
    "EH",
    "EN",
    "EX",
    "FK",
    "FY",
    "G",
    "GL",
    "GU",
    "GY",
    "HA",
    "HD",
    "HG",
    "HP",
    "HR",
    "HS",
    "HU",
    "HX",
    "IG",
    "IM",
    "IP",
    "IV",
    "JE",
    "KA",
    "KT",
    "KW",
    "KY",
    "L",
    "LA",
    "LD",
    "LE",
    "LL",
    "LN",
    "LS",
    "LU",
    "M",
    "ME",
    "MK",
    "ML",
    "N",
    "NE",
    "NG",
    "NN",
    "NP",
    "NR",
    "NW",
    "OL",
    "OX",
    "PA",
    "PE",
    "PH",
    "PL",
    "PO",
    "PR",
    "RG",
    "RH",
    "RM",
    "S",
    "SA",
    "SE",
    "SG",
    "SK",
    "SL",
    "SM",
    "SN",
    "SO",
    "SP",
    "SR",
    "SS",
    "ST",
    "SW",
    "SY",
    "TA",
    "TD",
    "TF",
    "TN",
    "TQ",
    "TR",
    "TS",
    "TW",
    "UB",
    "W",
    "WA",
    "WC",
    "WD",
    "WF",
    "WN",
    "WR",
    "WS",
    "WV",
    "YO",
    "ZE",
]
_INWARD: Final = r"\d[ABD-HJLNP-UW-Z]{2}"
_GAP: Final = f"[{SPACES}.{DASHES}]{{0,2}}"
_POSTCODE: Final = LazyPattern(
    rf"(?<!\w)(?:{'|'.join(sorted(_AREAS, key=len, reverse=True))})\d[A-Z\d]?(?P<gap>{_GAP}){_INWARD}(?!\w)",
    re.IGNORECASE,
)

END: Final = LazyPattern(r"\d[A-Z]{2}(?!\w)", re.IGNORECASE)
"""The end of every postcode."""

_ORDINAL: Final = LazyPattern(r"(?:1st|2nd|3rd|\dth)\Z")
_IN_A_CODE: Final = frozenset("/_=-#.")


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield postcodes of areas that exist."""
    for match in _POSTCODE.finditer(text):
        if match[0].isupper() or not _is_something_else(text, match):
            yield Match(match[0], "this looks like a postcode", "name the town or the county at the most")


def _is_something_else(text: str, match: re.Match[str]) -> bool:
    """Return True for letters in lower case that are `3rd`, or a part of an address or a hash."""
    around = {text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]} - {""}
    is_part = not match["gap"] and bool(around & _IN_A_CODE) and text[match.end() : match.end() + 2].strip() != "."
    return is_part or _ORDINAL.search(match[0]) is not None
