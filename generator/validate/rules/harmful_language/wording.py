"""What a row of the tables of wordings holds, and who is named as their source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

SAMARITANS: Final = "Samaritans' media guidelines for reporting suicide, 2020"
EXPLOITATION: Final = "The Children's Society and NAPAC, appropriate language guide, 2024"
NSPCC: Final = "NSPCC Learning, Why language matters"
IWF: Final = "Internet Watch Foundation, No such thing as child pornography"
TERMINOLOGY: Final = "ECPAT International, terminology guidelines, 2025"
MIND: Final = "Mind, media guidelines on talking about mental health"

Near = Literal["anything", "subject", "sentence"]


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that do harm."""

    code: str
    pattern: re.Pattern[str]
    stems: tuple[str, ...]
    """Small letters of which one stands in every match, each white space a space: without any, a text is not looked at
    closely. To look closely at every text for every wording would take longer than all other rules."""

    harm: str
    """What is wrong, to be read after the words."""

    better: str
    """What to write."""

    source: str
    near: Near = "anything"
    """Whether it counts anywhere; where the record or the sentence is about suicide; or in such a sentence alone."""

    of_children: bool = False
    """True where it does not count in a review that is about adults alone."""

    even_quoted: bool = False
    """True where quotation marks are no excuse."""


def wording(
    code: str,
    patterns: tuple[str, ...],
    stems: str,
    harm: str,
    better: str,
    source: str,
    near: Near = "anything",
    of_children: bool = False,
    even_quoted: bool = False,
) -> Wording:
    """A row. A space in a pattern is any white space; stems are written with a bar between them."""
    either = "|".join(patterns).replace(" ", r"\s+")
    words = re.compile(rf"\b(?:{either})\b", re.IGNORECASE)
    return Wording(code, words, tuple(stems.split("|")), harm, better, source, near, of_children, even_quoted)
