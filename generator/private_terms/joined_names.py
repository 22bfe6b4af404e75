"""Finds names inside longer words, as in `TOBIASQUILLFEATHERREPORT.DOCX`, and surnames with initials in file names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import Final

from ahocorasick_rs import AhoCorasick

from generator.markdown.dictionary import dictionary_words, ordinary_words
from generator.markdown.forenames import ALSO_WORDS
from generator.private_terms.name_variants import spellings_of, units_of, with_whole_surname
from generator.private_terms.normalisation import normalise
from generator.private_terms.term import Term

_SHORTEST: Final = 9
"""Minimum number of letters in a joined name that is searched for inside words: a shorter one may be there by chance.
"""

_SHORTEST_SURNAME: Final = 6
_MOST_INITIALS: Final = 3
_LETTERS: Final = re.compile(r"[^\W\d_]+")


class JoinedNames:
    """Finds a listed forename and surname without a gap, with other letters before or after them."""

    def __init__(self, terms: Iterable[Term], allowed: Container[str]) -> None:
        """Take `terms`, the entries of the kind `name`, and the words that the list allows."""
        self._allowed = allowed
        meant: dict[str, list[int]] = defaultdict(list)
        self._initials: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for term in terms:
            units = units_of(normalise(term.text))
            if len(units) > 1:
                first = spellings_of(units[0])[-1]
                for surname in {units[-1], with_whole_surname(units)[-1]}:
                    last = spellings_of(surname)[-1]
                    if not (_is_word(first) and _is_word(last)):
                        for spelt in spellings_of(surname):
                            for joined in (first + spelt, spelt + first):
                                if len(joined) >= _SHORTEST and len(first) > 1 and joined not in dictionary_words():
                                    meant[joined].append(term.line)
                    if len(last) >= _SHORTEST_SURNAME and not _is_word(last):
                        self._initials[last][first[:1]].append(term.line)
        self._meant = tuple(meant.values())
        self._automaton = AhoCorasick(list(meant))

    def find(self, words: str) -> Iterator[int]:
        """Yield the list lines of the names inside the words of a word stream."""
        for number, start, end in self._automaton.find_matches_as_indexes(words, overlapping=True):
            before, after = words[words.rfind(" ", 0, start) + 1 : start], words[end : words.find(" ", end)]
            if _is_apart(before) and _is_apart(after) and f"{before}{words[start:end]}{after}" not in self._allowed:
                yield from self._meant[number]

    def find_initials(self, name: str) -> Iterator[int]:
        """Yield the list lines of the surnames in the name of a file that have initials: `tjsmith`, `smith_t_2011`."""
        words = _LETTERS.findall(name.replace("'", "").casefold())
        for place, word in enumerate(words):
            if word in self._initials:
                beside = (*words[max(0, place - _MOST_INITIALS) : place], *words[place + 1 : place + 2])
                yield from self._lines_of(word, (each for each in beside if len(each) == 1))
            if word in dictionary_words() or word in self._allowed:
                continue
            for count in range(1, min(_MOST_INITIALS, len(word) - _SHORTEST_SURNAME) + 1):
                yield from self._lines_of(word[count:], word[0])
                yield from self._lines_of(word[:-count], word[-count])

    def _lines_of(self, surname: str, starts: Iterable[str]) -> Iterator[int]:
        if surname in self._initials:
            for start in starts:
                yield from self._initials[surname].get(start, ())


def _is_apart(rest: str) -> bool:
    """Return True if the letters next to a joined name are not a part of it: `report2`, not the `ley` of Hartley."""
    bare = rest.strip("0123456789_")
    return len(bare) < 2 or bare in ordinary_words()  # a single letter is an initial, or the v of a version


def _is_word(name: str) -> bool:
    return name in ALSO_WORDS or name in ordinary_words()
