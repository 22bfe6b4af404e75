"""Finds names with middle names that the list does not have: Tobias James Quillfeather for Tobias Quillfeather."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from generator.markdown.dictionary import ordinary_words
from generator.markdown.forenames import forenames
from generator.private_terms.name_variants import spellings_of, units_of, with_whole_surname
from generator.private_terms.name_words import PARTICLES, TITLES
from generator.private_terms.normalisation import BREAK, normalise, to_word_stream
from generator.private_terms.term import Term

_MOST_BETWEEN: Final = 5
"""Maximum number of words between a forename and its surname."""

_MOST_TOKENS: Final = 12
"""Number of words and punctuation marks after a forename in which its surname is looked for."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_ENDS_A_NAME: Final = re.compile(r"[;:!?/|@\d]|\n\s*\n|(?:^|\s)\.\s|(?<!\bst)(?<=\w\w)\.\s", re.IGNORECASE)
_BROKEN_WORD: Final = re.compile(r"(?<=\w)-\r?\n\s*(?=\w)")
_POSSESSIVE: Final = re.compile(r"'s\b|'(?=\s)")
_SHARED: Final = re.compile(r"(?:\s*,\s*[A-Z][\w'-]+)*\s*,?\s*(?:\band\b|\bor\b|&)\s*[A-Z][\w'-]+\s*")
"""Forenames with one shared surname: `John and Jane Smith`, `John, Ben and Jane Smith`."""

_TITLE: Final = re.compile(
    rf"\s*\(?(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})(?!\w)\.?\)?\s*", re.IGNORECASE
)
"""A title between a forename and a surname: `John (Mr) Smith`."""

_KNOWN_AS: Final = re.compile(
    r"[\s,(]*(?:(?:also|better|usually) )?(?:known as|aka|a\.k\.a\.|called|nicknamed)\s+[A-Z][\w'-]+[\s,)]*"
)


class _Pair(NamedTuple):
    first: tuple[str, ...]
    last: tuple[str, ...]


class MiddleNames:
    """Finds a listed forename and its surname with other names between them."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take `terms`, the entries of the kind `name`."""
        self._meant: dict[_Pair, list[int]] = defaultdict(list)
        for term in terms:
            units = units_of(normalise(term.text))
            if len(units) > 1:
                for first in spellings_of(units[0]):
                    surnames = {units[-1], with_whole_surname(units)[-1]}
                    for last in sorted(spelt for surname in surnames for spelt in spellings_of(surname)):
                        self._meant[_Pair(_tokens(first), _tokens(last))].append(term.line)
        self._by_word: dict[str, list[_Pair]] = defaultdict(list)
        for pair in self._meant:
            if pair.first and pair.last and len(pair.first[-1]) > 1:
                self._by_word[pair.first[-1]].append(pair)
        self._words = frozenset(self._by_word)

    def find(self, tokens: Sequence[str], clean: str) -> Iterator[int]:
        """Yield the list lines of the names in a normalised text. `tokens` are the words of its stream."""
        if self._words.isdisjoint(tokens):
            return
        yield from self._find_in(tokens, clean)
        if "-\n" in clean or "-\r" in clean:
            whole = _BROKEN_WORD.sub("", clean)
            yield from self._find_in(to_word_stream(whole).split(), whole)

    def _find_in(self, tokens: Sequence[str], clean: str) -> Iterator[int]:
        likely: dict[_Pair, None] = {}
        for index, word in enumerate(tokens):
            if word in self._words:
                after = [spoken for spoken in tokens[index + 1 : index + _MOST_TOKENS] if spoken != "'"]
                found = (name for name in self._by_word[word] if name.last[0] in after)
                likely.update((each, None) for each in found if _is_near(each.last, after))
        for pair in likely:
            if any(_is_name(match[1], match[2], match[3]) for match in _pattern(pair).finditer(clean)):
                yield from self._meant[pair]


def _tokens(spelt: str) -> tuple[str, ...]:
    return tuple(word for word in spelt.split() if word != "'")


def _is_near(last: tuple[str, ...], after: Sequence[str]) -> bool:
    """Return True if the surname follows within a few words, in the same sentence."""
    for between in range(1, _MOST_BETWEEN + 1):
        if between > len(after) or (after[between - 1] == BREAK and between > 1 and len(after[between - 2]) > 2):
            return False
        if tuple(after[between : between + len(last)]) == last:
            return True
    return False


@cache
def _pattern(pair: _Pair) -> re.Pattern[str]:
    """Return a pattern for forename, middle part and surname. A lookahead lets one match begin inside another."""
    first, last = (r"[\s'-]*".join(map(re.escape, each)) for each in pair)
    return re.compile(
        rf"(?<![^\W_])(?=({first})(?![^\W_])([^;:!?|]{{1,60}}?)(?<![^\W_])({last})(?![^\W_]))", re.IGNORECASE
    )


def _is_name(first: str, between: str, last: str) -> bool:
    """Return True if the words between a forename and a surname are names or initials."""
    if _SHARED.fullmatch(between):
        return TITLES.isdisjoint(word.lower() for word in _WORD.findall(between))
    if _KNOWN_AS.fullmatch(between) or _TITLE.fullmatch(between):
        return True
    words = _WORD.findall(between)
    if not words or "," in between or _ENDS_A_NAME.search(between) or _POSSESSIVE.match(between):
        return False
    text = f"{first}{between}{last}"
    one_case = text.islower() or text.isupper()
    return all(_may_be_a_name(word, one_case) for word in words)


def _may_be_a_name(word: str, one_case: bool) -> bool:
    small = word.lower()
    if len(word) == 1:
        return word not in "ais"
    if small in PARTICLES:
        return True
    if one_case:
        return small in forenames() or (small not in TITLES and small not in ordinary_words())
    return word[0].isupper() and small not in TITLES
