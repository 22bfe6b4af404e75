"""Postcodes in full: some fifteen homes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.validate.rules.identity.judging import Found, Known

_AREAS: Final = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU "
    "GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE "
    "PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO "
    "ZE"
).split()
_POSTCODE: Final = re.compile(
    r"\b(?:" + "|".join(sorted(_AREAS, key=len, reverse=True)) + r")\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b"
)


def look(text: str, known: Known) -> Iterator[Found]:
    """Postcodes of an area that there is."""
    for match in _POSTCODE.finditer(text):
        yield Found(match[0], "this looks like a postcode", "name the town or the county at the most")
