"""Recognises the words of a line that are notes, not part of a name: titles, roles and labels."""

from __future__ import annotations

import re
from typing import Final

from generator.markdown.forenames import ALSO_WORDS, forenames
from generator.private_terms.name_words import DETAILS, FILLERS, LABELS, PARTICLES, RANKS, ROLES, TITLES, TITLES_AFTER

SMALL_NUMBER: Final = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th|y|yo|yrs?|m|mths)?")
_EDGES: Final = ',;:!?*~=<>()[]{}"|\\_#\u2013-^`'


def is_note(text: str) -> bool:
    """Return True for words that describe a person or a detail, such as `mother` or `DOB`, and for no words at all."""
    return all(is_note_word(token) or SMALL_NUMBER.fullmatch(token) is not None for token in tokens_of(text))


def is_title(word: str, tokens: list[str]) -> bool:
    """Return True for a word in front of a name, such as `Mrs`. `tokens` are all the words around it."""
    bare = word.lower().rstrip(".").replace("'", "")
    return bare in TITLES and (bare not in RANKS or (word.isupper() and len(tokens) > 1))


def is_note_word(word: str) -> bool:
    """Return True for a word that is a note if no name is next to it."""
    bare = word.lower().rstrip(".").removesuffix("'s")
    return any(bare in words for words in (ROLES, LABELS, FILLERS, TITLES, TITLES_AFTER))


def is_note_before(word: str) -> bool:
    """Return True for a note in front of a name: `Child John Smith`, `lives with John Smith`; not Christian Smith."""
    bare = word.lower().rstrip(".").removesuffix("'s")
    if bare in PARTICLES or is_also_a_name(word) or (len(bare) == 1 and word[0].isupper()):
        return False
    return bare in ROLES or bare in LABELS or bare in FILLERS


def is_note_inside(word: str, tokens: list[str]) -> bool:
    """Return True for a note after or between names: a role, or a lower-case small word next to capitalised names."""
    bare = word.lower().rstrip(".")
    if bare in PARTICLES or (len(bare) == 1 and word[0].isupper()):
        return False
    if bare in ROLES or bare in DETAILS:
        return True
    return word.islower() and (bare in LABELS or bare in FILLERS) and any(token[0].isupper() for token in tokens)


def tokens_of(text: str) -> list[str]:
    """Return the words without the punctuation around them. The full stop of an initial is kept."""
    found = []
    for each in text.replace("_", " ").split():
        word = each.strip(_EDGES + ".'") + ("'" if each.lower().rstrip(_EDGES).endswith("s'") else "")
        if len(word) == 1 and f"{word}." in each:
            word = f"{word}."
        if any(map(str.isalnum, word)):
            found.append(word)
    return found


def is_also_a_name(word: str) -> bool:
    """Return True for a note with a capital that is also a forename, such as Christian."""
    return word[0].isupper() and (word.lower() in forenames() or word.lower() in ALSO_WORDS)
