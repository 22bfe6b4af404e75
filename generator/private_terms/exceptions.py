"""The exceptions in the list of private terms: words that are not a private term. They are kept in the private file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from ahocorasick_rs import AhoCorasick

from generator.private_terms.name_variants import MatchContext, NameVariant
from generator.private_terms.normalisation import BREAK, normalise, to_word_stream
from generator.private_terms.term import Term


class Exceptions:
    """Decides which matches do not count because the list allows the words."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take `terms`, the entries of the kind `allow`."""
        self.phrases = frozenset(to_word_stream(normalise(term.text)).strip() for term in terms)
        """The words that the list allows, as in a word stream."""

        self._automaton = AhoCorasick([f" {phrase} " for phrase in self.phrases])
        self._searched = ""
        self._spans: list[tuple[int, int]] = []

    def limited(self, form: NameVariant) -> NameVariant | None:
        """Return the variant to search for; None if the list allows it.

        `allow: chart` drops the joined variant of Claire Hart. `allow: brown` does not drop the name Brown: it is still
        found with a capital.
        """
        if form.words not in self.phrases:
            return form
        if form.is_joined:
            return None
        if form.sort is MatchContext.PLAIN:
            return replace(form, sort=MatchContext.CAPITALS if " " in form.words else MatchContext.CAPITAL)
        return form

    def cover(self, words: str, start: int, end: int) -> bool:
        """Return True if a match in a word stream is only a part of words that the list allows."""
        return any(
            begin <= start and end <= stop and stop - begin > end - start for begin, stop in self._spans_in(words)
        )

    def without(self, words: str, clean: str) -> str:
        """Return the normalised text without the allowed words. `words` is its word stream."""
        return self._pattern.sub(f" {BREAK} ", clean) if self._spans_in(words) else clean

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.phrases, key=len, reverse=True)
        phrases = (r"[\W_]+".join(map(re.escape, words.replace(" ' ", " ").split())) for words in longest_first)
        return re.compile(rf"(?<![^\W_])(?:{'|'.join(phrases)})(?![^\W_])", re.IGNORECASE)

    def _spans_in(self, words: str) -> list[tuple[int, int]]:
        """Return the positions of the allowed words. Cache the result for the last text, which has many matches."""
        if not self.phrases:
            return []
        if self._searched is not words:
            matches = self._automaton.find_matches_as_indexes(words, overlapping=True)
            self._spans = sorted((start, end) for _, start, end in matches)
            self._searched = words
        return self._spans
