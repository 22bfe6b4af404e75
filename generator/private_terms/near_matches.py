"""Finds names that are one letter away from a private name.

Words are compared by their spellings with one letter left out, as in SymSpell, so that no word is compared with all
others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.private_terms.name_variants import units_of
from generator.private_terms.normalisation import normalise, to_word_stream
from generator.private_terms.term import Term, TermKind

SHORTEST: Final = 6
"""Minimum number of letters in a name. In longer names a difference of one letter is a typing error; shorter names
often differ by one letter.
"""


@dataclass(frozen=True, slots=True)
class NearMatch:
    """A spelling that is one letter away from a term."""

    words: str
    """The words as in a word stream: lower case."""

    line: int
    """The line of the term in the list."""


def near_spellings(
    terms: Collection[Term], words: Collection[str], lower_case: Collection[str]
) -> tuple[NearMatch, ...]:
    """Return the words of a site that are one letter away from a name. `words` keep the site's capitals.

    Only words that always have a capital in sentences count: if a site has both `Cartel` and `cartel`, neither is a
    misspelt Carter. `lower_case` are the words of its sentences in lower case, without ids and addresses.
    """
    names = [term for term in terms if term.kind in (TermKind.NAME, TermKind.NICKNAME)]
    names_with_units = [
        (name.line, [to_word_stream(unit).strip().replace(" ", "") for unit in units_of(normalise(name.text))])
        for name in names
    ]
    allowed = {to_word_stream(normalise(term.text)).strip() for term in terms if term.kind is TermKind.ALLOW}
    known = {unit for _, units in names_with_units for unit in units} | allowed
    candidates = {word.casefold() for word in words if not word.islower()} - set(lower_case) - known
    similar = _similar({name for name in known - allowed if len(name) >= SHORTEST}, candidates)
    return tuple(
        dict.fromkeys(match for line, units in names_with_units for match in _matches_of(line, units, similar))
    )


def _matches_of(line: int, units: list[str], similar: Mapping[str, set[str]]) -> Iterator[NearMatch]:
    for index, unit in enumerate(units):
        for other in similar.get(unit, ()):
            if other in (f"{unit}s", f"{unit}es"):
                continue
            changed = [*units[:index], other, *units[index + 1 :]]
            yield NearMatch(" ".join(changed), line)
            if len(changed) > 1:
                yield NearMatch(f"{changed[-1]} {changed[0]}", line)
                yield NearMatch(f"{changed[0]} {changed[-1]}", line)


def _similar(names: Iterable[str], words: Iterable[str]) -> Mapping[str, set[str]]:
    names_by_spelling: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for spelling in (name, *_with_one_letter_left_out(name)):
            names_by_spelling[spelling].add(name)
    similar: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) >= SHORTEST - 1:
            for spelling in (word, *_with_one_letter_left_out(word)):
                for name in names_by_spelling.get(spelling, ()):
                    if is_one_away(name, word):
                        similar[name].add(word)
    return similar


def _with_one_letter_left_out(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def is_one_away(one: str, other: str) -> bool:
    """Return True if one letter is added, left out, changed, or swapped with the next."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
