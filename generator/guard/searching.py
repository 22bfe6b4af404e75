"""All terms looked for at once (Aho and Corasick)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from ahocorasick_rs import AhoCorasick

from generator.guard.capitals import counts
from generator.guard.days import days_in
from generator.guard.exceptions import Exceptions
from generator.guard.folding import Words, folded, other_readings, stream
from generator.guard.forms import Form, forms_of
from generator.guard.middle_names import MiddleNames
from generator.guard.numbers import Numbers
from generator.guard.term import Term, TermKind

Lines = frozenset[int]
"""Terms, by their lines in the list."""

NOTHING: Final[Lines] = frozenset()


class Searcher:
    """Finds terms in texts, each in all its forms."""

    def __init__(self, terms: Iterable[Term]) -> None:
        listed = tuple(terms)
        self._exceptions = Exceptions(each for each in listed if each.kind is TermKind.ALLOW)
        meant: dict[Form, dict[int, None]] = defaultdict(dict)
        self._days: dict[date, list[int]] = defaultdict(list)
        forenames: set[str] = set()
        self._numbers = Numbers(each for each in listed if each.kind is TermKind.NUMBER)
        for term in listed:
            for form in map(self._exceptions.limited, forms_of(term)):
                if form is not None:
                    meant[form][term.line] = None
            if term.kind is TermKind.NAME:
                forenames.update(each for each in stream(folded(term.text)).split() if len(each) > 1)
            if term.kind is TermKind.DATE:
                for day in days_in(folded(term.text)):
                    self._days[day].append(term.line)
        self._meant = [(form, tuple(lines)) for form, lines in meant.items()]
        self._forenames = frozenset(forenames)
        self._middle_names = MiddleNames(each for each in listed if each.kind is TermKind.NAME)
        self._automaton = AhoCorasick([f" {form.words} " for form, _ in self._meant])
        self._nothing_in: set[str] = set()
        self.known = Words()
        """The words of all texts so far."""

    def find(self, text: str, is_name: bool = False) -> Lines:
        """The terms that a text holds. `is_name`: it is the name of a file or a folder."""
        return self.read(text, is_name)[0]

    def read(self, text: str, is_name: bool = False) -> tuple[Lines, str]:
        """The same, and the words of the text as a stream."""
        clean = folded(text)
        words = stream(clean)
        tokens = words.split()
        found: set[int] = set()
        self._find_in(words, tokens, clean, is_name, found)
        others = other_readings(clean, tokens, self.known, self._forenames)
        if others:
            read_so = stream(others)
            self._find_in(read_so, read_so.split(), others, is_name, found)
        if self._days:
            for day in days_in(self._exceptions.without(words, clean)) & self._days.keys():
                found.update(self._days[day])
        if self._numbers:
            found.update(self._numbers.find(self._exceptions.without(words, clean)))
        return frozenset(found), words

    def _find_in(self, words: str, tokens: list[str], clean: str, is_name: bool, found: set[int]) -> None:
        for number, start, end in self._automaton.find_matches_as_indexes(words, overlapping=True):
            form, lines = self._meant[number]
            if (
                not found.issuperset(lines)
                and counts(form, clean, is_name)
                and not self._exceptions.cover(words, start, end)
            ):
                found.update(lines)
        found.update(self._middle_names.find(tokens, self._exceptions.without(words, clean)))

    def find_in_pieces(self, pieces: Iterable[str]) -> Lines:
        """The same for pieces of which many come again, as the heads of pages do. None goes on in the next."""
        new = [each for each in dict.fromkeys(pieces) if each not in self._nothing_in]
        if not new:
            return NOTHING
        found = self.find(" . \n".join(new))
        if not found:
            self._nothing_in.update(new)
        return found

    def places(self, pieces: Sequence[str], term: int, begin: int = 0) -> Iterator[int]:
        """The numbers of the pieces that hold a whole term, from `begin`: found by halving."""
        if not pieces or term not in self.find(" . \n".join(pieces)):
            return
        if len(pieces) == 1:
            yield begin
            return
        middle = len(pieces) // 2
        yield from self.places(pieces[:middle], term, begin)
        yield from self.places(pieces[middle:], term, begin + middle)
