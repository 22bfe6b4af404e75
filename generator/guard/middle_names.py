"""Names with words in the middle that the list does not have: Tobias James Quillfeather for Tobias Quillfeather."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from generator.guard.folding import BREAK, folded, stream
from generator.guard.forms import spellings_of, units_of
from generator.guard.name_words import PARTICLES, TITLES
from generator.guard.term import Term
from generator.prose.dictionary import ordinary_words
from generator.prose.forenames import forenames

_MOST_BETWEEN: Final = 5
"""Words between a forename and its surname."""

_MOST_TOKENS: Final = 12
"""Words and signs behind a forename in which its surname is looked for."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ENDS_A_NAME: Final = re.compile(r"[;:!?/|@\d]|\n\s*\n|(?:^|\s)\.\s|(?<!\bst)(?<=\w\w)\.\s", re.IGNORECASE)
_BROKEN_WORD: Final = re.compile(r"(?<=\w)-\r?\n\s*(?=\w)")
_POSSESSIVE: Final = re.compile(r"'s\b|'(?=\s)")
_SHARED: Final = re.compile(r"(?:\s*,\s*[A-Z][\w'-]+)*\s*,?\s*(?:\band\b|\bor\b|&)\s*[A-Z][\w'-]+\s*")
"""`John and Jane Smith`, `John, Ben and Jane Smith`."""


class _Pair(NamedTuple):
    first: tuple[str, ...]
    last: tuple[str, ...]


class MiddleNames:
    """Finds a listed forename and its surname with other names between them."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """`terms` are the entries of the kind `name`."""
        self._meant: dict[_Pair, list[int]] = defaultdict(list)
        for term in terms:
            units = units_of(folded(term.text))
            if len(units) > 1:
                for first in spellings_of(units[0]):
                    for last in spellings_of(units[-1]):
                        self._meant[_Pair(_tokens(first), _tokens(last))].append(term.line)
        self._by_word: dict[str, list[_Pair]] = defaultdict(list)
        for pair in self._meant:
            if pair.first and pair.last and len(pair.first[-1]) > 1:
                self._by_word[pair.first[-1]].append(pair)
        self._words = frozenset(self._by_word)

    def find(self, tokens: Sequence[str], clean: str) -> Iterator[int]:
        """The lines of the names in a folded text. `tokens` are the words of its stream."""
        if self._words.isdisjoint(tokens):
            return
        yield from self._find_in(tokens, clean)
        if "-\n" in clean or "-\r" in clean:
            whole = _BROKEN_WORD.sub("", clean)
            yield from self._find_in(stream(whole).split(), whole)

    def _find_in(self, tokens: Sequence[str], clean: str) -> Iterator[int]:
        likely: dict[_Pair, None] = {}
        for place, word in enumerate(tokens):
            if word in self._words:
                after = [each for each in tokens[place + 1 : place + _MOST_TOKENS] if each != "'"]
                found = (each for each in self._by_word[word] if each.last[0] in after)
                likely.update((each, None) for each in found if _is_near(each.last, after))
        for pair in likely:
            if any(_is_name(each[1], each[2], each[3]) for each in _pattern(pair).finditer(clean)):
                yield from self._meant[pair]


def _tokens(spelt: str) -> tuple[str, ...]:
    return tuple(each for each in spelt.split() if each != "'")


def _is_near(last: tuple[str, ...], after: Sequence[str]) -> bool:
    """True where the surname follows within a few words, in the same sentence."""
    for between in range(1, _MOST_BETWEEN + 1):
        if between > len(after) or (after[between - 1] == BREAK and between > 1 and len(after[between - 2]) > 2):
            return False
        if tuple(after[between : between + len(last)]) == last:
            return True
    return False


@cache
def _pattern(pair: _Pair) -> re.Pattern[str]:
    """The forename, what is between, and the surname. A match may begin inside another, hence the look-ahead."""
    first, last = (r"[\s'-]*".join(map(re.escape, each)) for each in pair)
    return re.compile(
        rf"(?<![^\W_])(?=({first})(?![^\W_])([^;:!?|]{{1,60}}?)(?<![^\W_])({last})(?![^\W_]))", re.IGNORECASE
    )


def _is_name(first: str, between: str, last: str) -> bool:
    """True where what is between a forename and a surname are names as well, or initials."""
    if _SHARED.fullmatch(between):
        return True
    words = _WORD.findall(between)
    if not words or "," in between or _ENDS_A_NAME.search(between) or _POSSESSIVE.match(between):
        return False
    text = f"{first}{between}{last}"
    one_case = text.islower() or text.isupper()
    return all(_may_be_a_name(each, one_case) for each in words)


def _may_be_a_name(word: str, one_case: bool) -> bool:
    small = word.lower()
    if len(word) == 1:
        return word not in "ais"
    if small in PARTICLES:
        return True
    if one_case:
        return small in forenames() or (small not in TITLES and small not in ordinary_words())
    return word[0].isupper() and small not in TITLES
