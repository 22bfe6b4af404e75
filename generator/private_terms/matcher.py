"""Finds all terms in one pass (Aho and Corasick)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from ahocorasick_rs import AhoCorasick

from generator.private_terms.alternative_readings import AlternativeReadings
from generator.private_terms.capitals import means_the_term
from generator.private_terms.date_formats import find_dates
from generator.private_terms.exceptions import Exceptions
from generator.private_terms.joined_names import JoinedNames
from generator.private_terms.middle_names import MiddleNames
from generator.private_terms.name_variants import NameVariant, variants_of
from generator.private_terms.normalisation import WordSplitter, alternative_spellings, normalise, to_word_stream
from generator.private_terms.numbers import Numbers
from generator.private_terms.term import Term, TermKind
from generator.private_terms.transliteration import spellings_in_a_list

Lines = frozenset[int]
"""Terms, by their line numbers in the list."""

NOTHING: Final[Lines] = frozenset()


class TermMatcher:
    """Finds terms in texts, in all their variants."""

    def __init__(self, terms: Iterable[Term]) -> None:
        all_terms = tuple(terms)
        self._exceptions = Exceptions(term for term in all_terms if term.kind is TermKind.ALLOW)
        meant: dict[NameVariant, dict[int, None]] = defaultdict(dict)
        self._days: dict[date, list[int]] = defaultdict(list)
        forenames: set[str] = set()
        self._numbers = Numbers(term for term in all_terms if term.kind is TermKind.NUMBER)
        for term in all_terms:
            for spelt in _spelt(term):
                for form in map(self._exceptions.limited, variants_of(spelt)):
                    if form is not None:
                        meant[form][term.line] = None
            if term.kind is TermKind.NAME:
                forenames.update(word for word in to_word_stream(normalise(term.text)).split() if len(word) > 1)
            if term.kind is TermKind.DATE:
                for day in find_dates(normalise(term.text)):
                    self._days[day].append(term.line)
        self._meant = [(form, tuple(lines)) for form, lines in meant.items()]
        self._forenames = frozenset(forenames)
        names = [spelt for term in all_terms if term.kind is TermKind.NAME for spelt in _spelt(term)]
        self._middle_names = MiddleNames(names)
        self._joined_names = JoinedNames(names, self._exceptions.phrases)
        self._readings = AlternativeReadings(
            term for term in all_terms if term.kind in (TermKind.NAME, TermKind.NICKNAME)
        )
        self._automaton = AhoCorasick([f" {form.words} " for form, _ in self._meant])
        self._nothing_in: set[str] = set()
        self.known = WordSplitter()
        """The words of all texts so far."""

    def find(self, text: str, is_name: bool = False) -> Lines:
        """Return the terms in a text. `is_name` is True for the name of a file or a folder."""
        return self.read(text, is_name)[0]

    def read(self, text: str, is_name: bool = False) -> tuple[Lines, str]:
        """Return the terms in a text, and the word stream of the text."""
        clean = normalise(text)
        words = to_word_stream(clean)
        tokens = words.split()
        found: set[int] = set()
        self._find_in(words, tokens, clean, is_name, found)
        letters = [place for place, each in enumerate(tokens) if len(each) == 1 and each.isalpha()]
        pieces = alternative_spellings(clean, tokens, letters, self.known, self._forenames)
        pieces.update(self._readings.read(text, clean, self.known, is_name, len(letters) > 1))
        if pieces:
            others = " . ".join(pieces)
            read_so = to_word_stream(others)
            self._find_in(read_so, read_so.split(), others, is_name, found)
        found.update(self._joined_names.find(words))
        if is_name:
            found.update(self._joined_names.find_initials(clean))
        if self._days:
            for day in find_dates(self._exceptions.without(words, clean)) & self._days.keys():
                found.update(self._days[day])
        if self._numbers:
            found.update(self._numbers.find(self._exceptions.without(words, clean)))
        return frozenset(found), words

    def _find_in(self, words: str, tokens: list[str], clean: str, is_name: bool, found: set[int]) -> None:
        for number, start, end in self._automaton.find_matches_as_indexes(words, overlapping=True):
            form, lines = self._meant[number]
            if (
                not found.issuperset(lines)
                and means_the_term(form, clean, is_name)
                and not self._exceptions.cover(words, start, end)
            ):
                found.update(lines)
        found.update(self._middle_names.find(tokens, self._exceptions.without(words, clean)))

    def find_in_pieces(self, pieces: Iterable[str]) -> Lines:
        """Return the terms in pieces of text, many of which are repeated, such as page headers.

        No piece continues in the next.
        """
        new = [fromkey for fromkey in dict.fromkeys(pieces) if fromkey not in self._nothing_in]
        if not new:
            return NOTHING
        found = self.find(" . \n".join(new))
        if not found:
            self._nothing_in.update(new)
        return found

    def places(self, pieces: Sequence[str], term: int, begin: int = 0) -> Iterator[int]:
        """Yield the numbers of the pieces that contain a whole term, counted from `begin`. Uses bisection."""
        if not pieces or term not in self.find(" . \n".join(pieces)):
            return
        if len(pieces) == 1:
            yield begin
            return
        middle = len(pieces) // 2
        yield from self.places(pieces[:middle], term, begin)
        yield from self.places(pieces[middle:], term, begin + middle)


def _spelt(term: Term) -> list[Term]:
    """Return the term in each of its spellings: `Müller` also as `Mueller`."""
    return [replace(term, text=text) if text != term.text else term for text in spellings_in_a_list(term.text)]
