"""Checks for forenames that a case reveals by mistake: a sibling's, a parent's, a worker's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.markdown.forenames import ALSO_WORDS, VERBS_AFTER_A_NAME, forenames
from generator.markdown.personal_names import public_names
from generator.system import LazyPattern
from generator.validate.rules.personal_data.match import Match, PublicKnowledge

_WORD: Final = LazyPattern(r"[A-Z](?<![\w'\u2019.@/-].)[a-z]{2,}(?![\w@/-])")
_LINK_BY_ID: Final = re.compile(r"\[[^\]]*\]\([a-z]+:[^)]*\)")
_PERSON_ACTS: Final = LazyPattern(
    rf"(?: [A-Z]\b\.?)?(?:['\u2019]s\b(?! [A-Z])| (?:{VERBS_AFTER_A_NAME}"
    r"|came|wanted|began|left|stayed|also|saw|ran|and (?:his|her|their|[A-Z][a-z]+))\b)"
)
_PART_OF_A_NAME: Final = LazyPattern(
    r"(?: [A-Z][\w'\u2019-]+){0,2}['\u2019]?s? (?:House|Hall|Library|Theatre|Gallery|Museum|Building"
    r"|Institute|Society|Fund|Award|Hospital|Hospice|School|Academy|College|Centre|Center|Road|Street"
    r"|Ward|Act|Law|Rule"
    r"|Review|Report|Foundation|Trust|Project|Park|University|Inquiry|Principles?|Court|Children)\b"
)
_SURNAME: Final = LazyPattern(r"[ \u00a0]([A-Z][\w'\u2019-]+)")
_ENDS: Final = (".", "!", "?", ":", "\n", "*", "#", ">", '"', "\u201c", "-")
_BEFORE_A_PLACE: Final = frozenset(
    {"St", "Saint", "Operation", "Lady", "Lord", "Sir", "King", "Queen", "Prince", "Princess", "Justice"}
)


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield each forename that is neither the case's own nor among its `people`.

    At the start of a sentence, or if it is also an ordinary word, it counts only if the person does something.
    """
    reported: set[str] = set()
    if not (_names_in(text) & forenames()) - known.people:
        return
    bare = without_links(text)
    for match in _WORD.finditer(bare):
        word = match[0].lower()
        if word not in reported and word not in known.people and word in forenames() and _is_a_person(bare, match):
            reported.add(word)
            hint = f"take the name out, or add it to the case where it is a pseudonym: people: [{match[0]}]"
            yield Match(match[0], "this forename may be the real one", hint)


def without_links(text: str) -> str:
    """Return the text with spaces in place of links by id, which show published pseudonyms."""
    return _LINK_BY_ID.sub(lambda link: " " * len(link[0]), text)


def is_reported(text: str, start: int, word: str, known: PublicKnowledge) -> bool:
    """Return True if `check` reports the forename at this place."""
    match = _WORD.match(text, start)
    if match is None or match[0] != word or word.lower() in known.people or word.lower() not in forenames():
        return False
    return _is_a_person(text, match)


def _names_in(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _is_public(forename: str, after: str) -> bool:
    """Return True for the forename of somebody in public life, and in the name of a charity, a law or a hospital."""
    surname = _SURNAME.match(after)
    if surname is None:
        return False
    return f"{forename} {surname[1]}".lower().replace("\u00e9", "e") in public_names() or (
        _PART_OF_A_NAME.match(after, surname.end()) is not None
    )


def _is_a_person(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 48]
    if _PART_OF_A_NAME.match(after) or _is_public(match[0], after):
        return False
    before = text[: match.start()].rstrip(" ")
    last = before.rpartition(" ")[2]
    if last in _BEFORE_A_PLACE or last.rstrip(".") == "St" or _is_public(last, f" {match[0]}"):
        return False
    starts = not before or before.endswith(_ENDS)
    if starts or match[0].lower() in ALSO_WORDS:
        return _PERSON_ACTS.match(after) is not None
    return True
