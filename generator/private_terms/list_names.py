"""Reads names as officers write them: surname first, in lists, with titles and roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from generator.markdown.dictionary import ordinary_words
from generator.markdown.forenames import ALSO_WORDS, forenames
from generator.private_terms.list_details import Found, is_long_number
from generator.private_terms.list_notes import (
    SMALL_NUMBER,
    is_also_a_name,
    is_note_before,
    is_note_inside,
    is_note_word,
    is_title,
    tokens_of,
)
from generator.private_terms.name_words import (
    AGES,
    FILLERS,
    LABELS,
    PARTICLES,
    PLACES,
    ROLES,
    STREETS,
    STREETS_OR_NAMES,
    TITLES_AFTER,
)
from generator.private_terms.term import TermKind

_MOST_WORDS: Final = 5
"""Maximum number of words in a name. A text with more words is a sentence."""

_COMMAS: Final = re.compile(r"\s*,\s*|\s+(?=(?:and|&|\+)\s)")
_AND: Final = re.compile(r"^(?:and|&|\+)\s+|(?<=[^\W\d])\s*/\s*(?=[^\W\d])", re.IGNORECASE)
_INITIALS: Final = re.compile(r"(?<![^\W_])[^\W\d_](?=\.|$)")
"""Each of the initials in `J.A.`."""

_HOUSE_NUMBER: Final = re.compile(r"[0-9]{1,3}[a-h]?")
_NAME: Final = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*[.']?")


@dataclass
class Reading:
    """The terms read from a line so far."""

    found: list[Found] = field(default_factory=list)
    is_clear: bool = True
    """False once a part of the line was not understood."""

    full_name: tuple[str, ...] = ()
    """The last name that has a forename and a surname."""

    def add(self, kind: TermKind, words: str) -> None:
        """Add a term if it is not there yet."""
        if (kind, words) not in self.found:
            self.found.append((kind, words))

    def add_name(self, words: tuple[str, ...]) -> None:
        """Add a name, forename first."""
        words = _surname_last(tuple(part for word in words for part in _INITIALS.findall(word) or [word]))
        if len(words) > 1:
            self.full_name = words
        self.add(TermKind.NAME, " ".join(words))

    def add_alias(self, word: str) -> None:
        """Add another forename, both without a surname and with the surname of the full name."""
        if self.full_name:
            self.add(TermKind.NAME, f"{word} {self.full_name[-1]}")
        if not self.full_name or len(word) > 2:
            self.add(TermKind.NAME, word)

    def add_birth_name(self, word: str) -> None:
        """Add another surname: `née Jones`."""
        if not self.full_name:
            self.add(TermKind.NAME, word)
            return
        self.add(TermKind.NAME, f"{self.full_name[0]} {word}")
        if (TermKind.NAME, " ".join(reversed(self.full_name))) in self.found:
            self.add(TermKind.NAME, f"{self.full_name[-1]} {word}")
        self.add(TermKind.NICKNAME, f"née {word}")


def read_names(text: str, reading: Reading, is_alone: bool = False) -> list[str]:
    """Add the names in one part of a line, and the schools, streets and codes in it.

    Return the names that are a single word: their meaning depends on the rest of the line. `is_alone` is True if the
    line has nothing else, so that an ordinary word may be a name.
    """
    parts = _with_towns([part for part in _COMMAS.split(text) if part.strip()])
    is_list = any(_AND.search(part) for part in parts)
    people = [
        person
        for part in parts
        for names in _AND.split(part)
        if names
        for person in _people_in(names, reading, is_alone)
    ]
    if len(parts) == 2 and len(people) == 1 == len(people[0]) and _is_label_or_surname(parts[0]):
        reading.add_name((*people[0], parts[0].strip()))
    if len(people) == 2 and not is_list and len(parts) > 1 and _add_surname_first(people[0], people[1], reading):
        return []
    singles = [person[0] for person in people if len(person) == 1]
    if len(singles) == len(people):
        if len(people) > 1 and not (is_list and (len(parts) < 3 or people[0][0].lower() in forenames())):
            reading.is_clear = False
        return singles
    return _with_shared_surname(people, reading)


def _with_towns(parts: list[str]) -> list[str]:
    """Join each school or street with the town after it."""
    joined: list[str] = []
    for part in parts:
        is_town = len(part.split()) == 1 and part[0].isupper() and part.lower() not in forenames()
        if joined and is_town and not {word.lower() for word in joined[-1].split()[1:]}.isdisjoint(PLACES | STREETS):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _is_label_or_surname(word: str) -> bool:
    """Return True for the first word of `Child, Anna`."""
    return word.strip().istitle() and word.strip().lower() in LABELS - ROLES


def _add_surname_first(last: tuple[str, ...], first: tuple[str, ...], reading: Reading) -> bool:
    """Add `Smith, John` as a name. Return False if the comma separates two people."""
    is_surname = (
        len(last) == 1 or last[0].lower() in PARTICLES or (_is_in_capitals(last[-1]) and not _is_in_capitals(first[0]))
    )
    if not is_surname or (len(last) > 1 and len(first) > 1):
        return False
    could_be_forename = last[0].lower() in forenames() and not _is_in_capitals(last[-1])
    if len(last) == 1 and could_be_forename and (len(first) > 1 or first[0].lower() in forenames()):
        if len(first) == 1:
            reading.is_clear = False
            return True
        reading.add_name((*last, first[-1]))
        reading.add_name(first)
    reading.add_name((*first, *last))
    if len(last) == 1 and len(first) == 1:
        reading.add_name((*last, *first))
        reading.full_name = (*first, *last)
    return True


def _with_shared_surname(people: list[tuple[str, ...]], reading: Reading) -> list[str]:
    """Add `John and Jane Smith` as two names. Return the forenames without a surname after them."""
    waiting: list[str] = []
    for person in people:
        if len(person) == 1:
            waiting.append(person[0])
            continue
        for forename in waiting:
            reading.add_name((forename, person[-1]))
            if forename.lower() not in forenames() and len(people) > 2:
                # It may also be the surname of a person whose forename is next to it.
                reading.is_clear = False
        waiting = []
        reading.add_name(person)
    return waiting


def _people_in(text: str, reading: Reading, is_alone: bool) -> list[tuple[str, ...]]:
    """Return the names in a text without a comma, each as a tuple of words. Add places and codes to `reading`."""
    all_tokens = tokens_of(text)
    if not {token.lower() for token in all_tokens}.isdisjoint(AGES):
        all_tokens = [token for token in all_tokens if not SMALL_NUMBER.fullmatch(token)]
    is_alone = is_alone and FILLERS.isdisjoint(token.lower() for token in all_tokens)
    tokens = _without_notes(all_tokens, is_alone)
    if not tokens:
        return []
    lower_case = {token.lower().rstrip(".") for token in tokens}
    whole = " ".join(tokens)
    if any(map(str.isdigit, whole)):
        return _with_digits(tokens, whole, reading)
    if len(tokens) > 1 and (not lower_case.isdisjoint(PLACES) or tokens[-1].lower().rstrip(".") in STREETS):
        reading.add(TermKind.PLACE, whole)
        return []
    if len(tokens) > 1 and (tokens[-1].lower().rstrip(".") in STREETS_OR_NAMES or tokens[0].lower() in ("st", "the")):
        reading.add(TermKind.PLACE, whole)
    return [each for run in _runs(tokens) if (each := _as_name(run, reading, is_alone))]


def _with_digits(tokens: list[str], whole: str, reading: Reading) -> list[tuple[str, ...]]:
    """Add a code or an address. Words after a number that is not part of an address may be a name."""
    if SMALL_NUMBER.fullmatch(whole):
        return []
    codes = [token for token in tokens if any(map(str.isdigit, token))]
    if len(tokens) == 1 and (not is_long_number(whole) and not any(map(str.isalpha, whole))):
        reading.is_clear = False
    elif len(tokens) == 1:
        reading.add(TermKind.NUMBER if is_long_number(whole) and whole.isdigit() else TermKind.NICKNAME, whole)
    elif codes == tokens[:1] and _HOUSE_NUMBER.fullmatch(codes[0]):
        reading.add(TermKind.ADDRESS, whole)
        return [each for run in _runs(tokens[1:]) if (each := _as_name(run, reading, False))]
    elif all(not token.islower() and not token[0].islower() for token in tokens) and len(codes) == len(tokens):
        reading.add(TermKind.ADDRESS, whole)
    else:
        reading.is_clear = False
    return []


def _without_notes(tokens: list[str], is_alone: bool) -> list[str]:
    """Return the words between titles, roles and fillers. `John's mother` becomes John; `St Hild's` is kept."""
    if len(tokens) == 1 and is_alone and is_also_a_name(tokens[0]):
        return tokens
    if all(map(is_note_word, tokens)):
        return []
    start, end = 0, len(tokens)
    while start < end - 1 and (is_title(tokens[start], tokens) or is_note_before(tokens[start])):
        start += 1
    while end > start + 1 and (
        tokens[end - 1].lower().rstrip(".") in TITLES_AFTER or is_note_inside(tokens[end - 1], tokens)
    ):
        end -= 1
    kept = tokens[start:end]
    if kept[-1].lower().endswith(("'s", "s'")):
        kept[-1] = kept[-1][:-2] if kept[-1].lower().endswith("'s") else kept[-1][:-1]
    return [] if all(map(is_note_word, kept)) and not is_alone else kept


def _runs(tokens: list[str]) -> list[tuple[str, ...]]:
    """Return the names between the roles of `John Smith mother Jane Smith`."""
    runs: list[list[str]] = [[]]
    for token in tokens:
        if is_note_inside(token, tokens) and len(tokens) > 1:
            runs.append([])
        elif not (not runs[-1] and is_title(token, tokens)) or len(tokens) == 1:
            runs[-1].append(token)
    return [tuple(run) for run in runs if run]


def _as_name(words: tuple[str, ...], reading: Reading, is_alone: bool) -> tuple[str, ...]:
    """Return the words of a name. If they are not a name, return an empty tuple and mark the line as unclear."""
    large = [word for word in words if not word[0].islower() or word.lower() in PARTICLES]
    strange = [word for word in words if word not in large and _is_ordinary(word)]
    is_name = (
        all(map(_NAME.fullmatch, words))
        and sum(word.lower() not in PARTICLES for word in words) <= _MOST_WORDS
        and (not strange or (not large and is_alone and len(words) < 3))
    )
    if not is_name:
        reading.is_clear = False
        return ()
    last = words[-1]
    return (*words[:-1], last[:-2]) if last.lower().endswith("'s") else words


def _surname_last(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return `SMITH John` with the surname last."""
    capitals = next((index for index, word in enumerate(words) if not _is_in_capitals(word)), 0)
    return (
        (*words[capitals:], *words[:capitals])
        if capitals and not any(map(_is_in_capitals, words[capitals:]))
        else words
    )


def _is_in_capitals(word: str) -> bool:
    bare = re.sub(r"^(?:Mc|Mac|O')", "", word)
    return len(bare) > 2 and bare.isupper() and "." not in bare


def _is_ordinary(word: str) -> bool:
    return word.lower() in ordinary_words() and (word.lower() not in forenames() or word.lower() in ALSO_WORDS)
