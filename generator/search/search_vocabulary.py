"""Search vocabulary for the browser: synonyms, and the spelling of words."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.model import BriefingSeries, Library
from generator.model.term import Term
from generator.model.vocabulary import JointType, ReviewType
from generator.search.fragments import IndexedText

Group = tuple[str, ...]
"""Words and phrases that mean the same."""

_WORDS_AT_MOST: Final = 6_000
_LETTERS: Final = range(4, 21)
"""Lengths in letters of words that are suggested."""

_COMMON, _KNOWN = 10, 3
"""Minimum number of pages for a word of the first tier, and for one of the second."""


@dataclass(frozen=True, slots=True)
class SearchVocabulary:
    """Synonyms and names from the records that readers may search for."""

    groups: tuple[Group, ...] = ()
    names: tuple[str, ...] = ()
    """Names of the people and subjects of reviews, which readers search for most, and misspell."""

    def __bytes__(self) -> bytes:
        return json.dumps([self.groups, self.names]).encode()


def field_words(library: Library) -> SearchVocabulary:
    """Return the synonym groups of the vocabulary and the names of all public reviews.

    Groups that share a word are joined. A term makes a group of its label, its plural, its abbreviation and its other
    names.
    """
    words = library.vocabulary
    terms = (
        *words.review_types,
        *words.briefing_series,
        *words.harms,
        *words.themes,
        *words.document_kinds,
        *words.notice_kinds,
    )
    of_terms = (*map(_group, terms), *map(_joint_group, words.joint_types))
    cases = [case for case in library.cases if case.is_public(library.today)]
    # Other names of a person are never published.
    names = sorted({case.name for case in cases})
    return SearchVocabulary(tuple(_join_groups((*words.synonyms, *of_terms))), tuple(names))


def groups_file(words: SearchVocabulary) -> bytes:
    """Return `words.json`, which a browser loads with the first search."""
    return _json({"groups": words.groups})


def spelling_file(words: SearchVocabulary, texts: Iterable[IndexedText]) -> bytes:
    """Return `spelling.json`, which a browser loads if a word is not found: the names, and all words in three tiers."""
    names = {word.casefold(): word for name in words.names for word in sorted(_words_of(name))}
    counts: Counter[str] = Counter()
    for page in texts:
        counts.update(_words_of(f"{page.text} {page.names}".casefold()))
    for group in words.groups:
        for words_of_group in group:
            counts.update(_words_of(words_of_group.casefold()))
    best = sorted(counts.keys() - names, key=lambda word: (-counts[word], word))[:_WORDS_AT_MOST]
    tiers = (
        [word for word in best if counts[word] >= _COMMON],
        [word for word in best if _KNOWN <= counts[word] < _COMMON],
        [word for word in best if counts[word] < _KNOWN],
    )
    return _json([" ".join(sorted(tier)) for tier in (names.values(), *tiers)])


def _group(term: Term) -> Group:
    abbreviation = term.abbreviation if isinstance(term, ReviewType | BriefingSeries) else None
    return tuple(name for name in (term.label, term.plural, abbreviation, *term.also_known_as) if name)


def _joint_group(joint: JointType) -> Group:
    return tuple(filter(None, (joint.label, joint.plural, joint.abbreviation)))


def _join_groups(groups: Iterable[Group]) -> Iterator[Group]:
    """Join groups that share a word; each word is in its group once, and groups of one word are left out."""
    joined: dict[int, dict[str, str]] = {}
    home: dict[str, int] = {}
    for number, group in enumerate(groups):
        words = {normalise_words(word): word for word in reversed(group)}
        words = dict(reversed(words.items()))
        others = sorted({home[word] for word in words if word in home})
        for other in others:
            words = {**joined.pop(other), **words}
        joined[number] = words
        home.update(dict.fromkeys(words, number))
    for _, words in sorted(joined.items()):
        if len(words) > 1:
            yield tuple(words.values())


def normalise_words(words: str) -> str:
    """Return words in the form for comparison: lower-case letters and digits, no plural s; as the browser does it."""
    plain = unicodedata.normalize("NFKD", words).casefold()
    parts = (re.sub(r"[\W_]+", "", part) for part in re.split(r"[\s/]+", plain))
    return " ".join(_singular(part) for part in parts if part)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def _words_of(text: str) -> set[str]:
    plain = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    words = {word.removesuffix("'s") for word in set(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", plain))}
    return {word for word in words if len(word) in _LETTERS}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
