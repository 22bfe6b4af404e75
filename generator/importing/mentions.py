"""Finds the names of reviews in running text."""

from __future__ import annotations

import re
from typing import Final

from generator.importing.names import NAMES, ROLE, parse_names
from generator.importing.tokens import plain

_QUOTED: Final = re.compile(r"[\"]([^\"]{1,60})[\"]|(?<!\w)'([^'\"]{1,60}(?:'[a-z][^'\"]{1,40})?)'(?!\w)")
_BEFORE: Final = (
    r"(?:(?:case|cases|death|life|care|experiences?) of|relation to|respect of|relating to|regarding|concerning"
    r"|about|known(?: here)? as|referred to(?: here)? as|called|named|pseudonyms?|into"
    r"|reviews? of|reviews? for|reviews? on|follows"
    r"|subject)"
)
_AFTER_WORDS: Final = re.compile(rf"\b(?i:{_BEFORE}):? (?:the (?:case|death) of )?({NAMES})")
_WITH_ROLE: Final = re.compile(
    rf"\b((?i:{ROLE}) [A-Z]{{1,2}}\d?(?:(?:,? and |, | & )(?:(?i:{ROLE}) )?[A-Z]{{1,2}}\d?)*)\b"
)
_OF_ONE: Final = re.compile(
    r"(?i:(?:the|a|an|our|this) (?:[a-z]+ )?(?:review|report) (?:into|of|on|about|concerning|regarding)"
    r" the (?:death|case|life|experiences?|care)(?: and (?:death|care|life))? of) [^.;]{1,60}?,?"
    r" (?i:(?:was|is|has been) (?:first )?published)"
)
_POSSESSIVE: Final = re.compile(r"'s$")


def find_mentions(sentence: str) -> tuple[str, ...]:
    """Return the names in a sentence about reviews, as they are printed; names in quotation marks first."""
    text = plain(sentence)
    quoted = [(a or b).strip(" ,.") for a, b in _QUOTED.findall(text)]
    named = [each for each in quoted if parse_names(each)]
    if named:
        return tuple(dict.fromkeys(named))
    found = [match[1] for match in _AFTER_WORDS.finditer(text)]
    usable = [_POSSESSIVE.sub("", each) for each in found if parse_names(_POSSESSIVE.sub("", each))]
    if usable:
        return tuple(dict.fromkeys(usable))
    return tuple(dict.fromkeys(match[1] for match in _WITH_ROLE.finditer(text)))


def names_one_review(sentence: str) -> bool:
    """Return True for a sentence about the review of one person: "The review into the death of Theo was published"."""
    return _OF_ONE.match(plain(sentence)) is not None
