"""Names that are one letter away from a private one.

Found by the words that are left when a letter is left out, as SymSpell does: no word is compared with all others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.guard.folding import folded, stream
from generator.guard.forms import units_of
from generator.guard.term import Term, TermKind

SHORTEST: Final = 6
"""Letters of a name from which on one letter is a slip of the pen; shorter ones are one letter away from each other."""


@dataclass(frozen=True, slots=True)
class Near:
    """A spelling that is one letter away."""

    words: str
    """As a stream has them: small letters."""

    line: int
    """Of the term."""


def near_spellings(terms: Collection[Term], words: Collection[str]) -> tuple[Near, ...]:
    """What of the words of a site, small and capital as they stand there, is one letter away from a name.

    Only words that always stand with a capital count: `Cartel` and `cartel` on one site is no misspelt Carter.
    """
    names = [each for each in terms if each.kind in (TermKind.NAME, TermKind.NICKNAME)]
    spelt = [
        (each.line, [stream(unit).strip().replace(" ", "") for unit in units_of(folded(each.text))]) for each in names
    ]
    allowed = {stream(folded(each.text)).strip() for each in terms if each.kind is TermKind.ALLOW}
    listed = {unit for _, units in spelt for unit in units} | allowed
    small = {each for each in words if each.islower()}
    candidates = {each.casefold() for each in words if not each.islower()} - small - listed
    similar = _similar({each for each in listed - allowed if len(each) >= SHORTEST}, candidates)
    return tuple(dict.fromkeys(near for line, units in spelt for near in _of(line, units, similar)))


def _of(line: int, units: list[str], similar: Mapping[str, set[str]]) -> Iterator[Near]:
    for place, unit in enumerate(units):
        for other in similar.get(unit, ()):
            if other in (f"{unit}s", f"{unit}es"):
                continue
            changed = [*units[:place], other, *units[place + 1 :]]
            yield Near(" ".join(changed), line)
            if len(changed) > 1:
                yield Near(f"{changed[-1]} {changed[0]}", line)
                yield Near(f"{changed[0]} {changed[-1]}", line)


def _similar(names: Iterable[str], words: Iterable[str]) -> Mapping[str, set[str]]:
    left: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for each in (name, *_without_one(name)):
            left[each].add(name)
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        if len(word) >= SHORTEST - 1:
            for each in (word, *_without_one(word)):
                for name in left.get(each, ()):
                    if is_one_away(name, word):
                        found[name].add(word)
    return found


def _without_one(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def is_one_away(one: str, other: str) -> bool:
    """True when one letter is added, left out, changed, or changes places with the next."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
