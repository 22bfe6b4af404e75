"""The rows of the tables of wordings, and the sources that they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from generator.system import LazyPattern

SAMARITANS: Final = "Samaritans' media guidelines for reporting suicide, 2020"
EXPLOITATION: Final = "The Children's Society and NAPAC, appropriate language guide, 2024"
NSPCC: Final = "NSPCC Learning, Why language matters"
IWF: Final = "Internet Watch Foundation, No such thing as child pornography"
TERMINOLOGY: Final = "ECPAT International, terminology guidelines, 2025"
MIND: Final = "Mind, media guidelines on talking about mental health"
ADULTIFICATION: Final = (
    "HM Inspectorate of Probation, Adultification bias within child protection and safeguarding, 2022"
)
DISABILITY: Final = "GOV.UK, Inclusive language: words to use and avoid when writing about disability"
MIGRATION: Final = "International Organization for Migration, Glossary on Migration, 2019"
ETHNICITY: Final = "GOV.UK, Writing about ethnicity"
CARE: Final = "TACT, Language that cares, 2019"
PLAIN: Final = "GOV.UK style guide, words to avoid"
NON_ABUSING: Final = "Safe & Together Institute, on the words failure to protect"

HER: Final = r"(?:her|his|their)"
HERSELF: Final = r"(?:her|him|them)sel(?:f|ves)"
"""Parts of patterns that several tables use."""

Near = Literal["anything", "subject", "sentence"]


@dataclass(frozen=True, slots=True)
class Wording:
    """Harmful words."""

    code: str
    pattern: LazyPattern
    stems: tuple[str, ...]
    """Every match contains one of them, as `StemIndex` finds them."""

    harm: str
    """The reason why the words are wrong, written after the words."""

    better: str
    """The words to write instead."""

    source: str
    near: Near = "anything"
    """Where the wording counts: anywhere; if the record or the sentence is about suicide; only in such a sentence."""

    of_children: bool = False
    """True if the wording does not count in a review that is only about adults."""

    even_quoted: bool = False
    """True if the wording also counts between quotation marks."""


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
    """Return a row. A space in a pattern matches any white space. Stems are separated by a bar."""
    either = "|".join(patterns).replace(" ", r"\s+")
    words = LazyPattern(rf"\b(?:{either})\b", re.IGNORECASE)
    return Wording(code, words, tuple(stems.split("|")), harm, better, source, near, of_children, even_quoted)
