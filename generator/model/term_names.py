"""The names of terms, for the search: which words belong to which term, and which would mix up two terms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from generator.model.briefing_series import BriefingSeries
from generator.model.review_type import ReviewType
from generator.model.term import Term
from generator.model.vocabulary import Vocabulary

SEARCHED_LISTS: Final = ("review_types", "briefing_series", "harms", "themes", "document_kinds", "notice_kinds")
"""The lists whose terms make groups of synonyms."""


@dataclass(frozen=True, slots=True)
class MixedTerms:
    """A word or a group of synonyms that would mix up two terms of one list in the search."""

    path: tuple[str | int, ...]
    """The place of the word, or of the group, in the vocabulary."""

    word: str
    """The word; empty for a group."""

    first: Term
    second: Term


def own_names(term: Term) -> tuple[str, ...]:
    """Return the label, the plural and the abbreviation: names that belong to this term only."""
    abbreviation = term.abbreviation if isinstance(term, ReviewType | BriefingSeries) else None
    return tuple(name for name in (term.label, term.plural, abbreviation) if name)


def are_related(vocabulary: Vocabulary, ids: Sequence[str], name: str) -> bool:
    """Return True if all terms of a list are the same or each replaces another of them."""
    terms = {term.id: term for term in _terms(vocabulary, name)}
    groups = [{identity} for identity in dict.fromkeys(ids)]
    for one, other in combinations(dict.fromkeys(ids), 2):
        if (one in terms and other in terms[one].replaces) or (other in terms and one in terms[other].replaces):
            joined = [group for group in groups if group & {one, other}]
            groups = [group for group in groups if group not in joined] + [set().union(*joined)]
    return len(groups) < 2


def find_taken_names(vocabulary: Vocabulary) -> Iterator[MixedTerms]:
    """Yield each other name of a term that is the label, plural or abbreviation of another term of its list."""
    for name in SEARCHED_LISTS:
        terms = _terms(vocabulary, name)
        owners = {normalise_words(own): term for term in reversed(terms) for own in own_names(term)}
        for index, term in enumerate(terms):
            for number, other_name in enumerate(term.also_known_as):
                owner = owners.get(normalise_words(other_name))
                if owner is not None and not are_related(vocabulary, (term.id, owner.id), name):
                    yield MixedTerms((name, index, "also_known_as", number), other_name, term, owner)


def find_mixing_groups(vocabulary: Vocabulary) -> Iterator[MixedTerms]:
    """Yield each group of synonyms with names of two terms of one list, neither of which replaces the other."""
    for name in SEARCHED_LISTS:
        owners = _owners(vocabulary, name)
        for number, group in enumerate(vocabulary.synonyms):
            named = {term.id: term for word in group if (term := owners.get(normalise_words(word))) is not None}
            if not are_related(vocabulary, tuple(named), name):
                first, second, *_ = named.values()
                yield MixedTerms(("synonyms", number), "", first, second)


def normalise_words(words: str) -> str:
    """Return words in the form for comparison: lower-case letters and digits, no plural s; as the browser does it."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    parts = (re.sub(r"[\W_]+", "", part) for part in re.split(r"[\s/\N{HYPHEN-MINUS}\N{HYPHEN}-\N{EM DASH}]+", plain))
    return " ".join(_singular(part) for part in parts if part)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def _owners(vocabulary: Vocabulary, name: str) -> Mapping[str, Term]:
    """Return the term that each name belongs to. Another name that two terms share belongs to neither."""
    terms = _terms(vocabulary, name)
    owners = {normalise_words(own): term for term in terms for own in own_names(term)}
    others: dict[str, list[Term]] = {}
    for term in terms:
        for other_name in {normalise_words(each) for each in term.also_known_as}:
            others.setdefault(other_name, []).append(term)
    return {**{word: sharing[0] for word, sharing in others.items() if len(sharing) == 1}, **owners}


def _terms(vocabulary: Vocabulary, name: str) -> tuple[Term, ...]:
    terms: tuple[Term, ...] = getattr(vocabulary, name)
    return terms
