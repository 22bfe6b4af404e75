"""Search vocabulary for the browser: synonyms, and the spelling of words."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from generator.model import Address, Library, Notice, address_of
from generator.model.term import Term
from generator.model.term_names import (
    SEARCHED_LISTS,
    are_related,
    find_mixing_groups,
    find_taken_names,
    normalise_words,
    own_names,
)
from generator.model.vocabulary import Vocabulary
from generator.search.answers import Answer, AnswerNames, answer_names
from generator.search.fragments import IndexedText

Group = tuple[str, ...]
"""Words and phrases that mean the same."""

_WORDS_AT_MOST: Final = 6_000
_LETTERS: Final = range(4, 21)
"""Lengths in letters of words that are suggested."""

_LONG_NAMES_AT_MOST: Final = 300
_LONG_NAME: Final = re.compile(r"\b(?!The )(?:[A-Z][\w'-]+ (?:(?:and|for|in|of|on|the|to) ){0,2}){2,6}[A-Z][\w'-]+")
"""A name of three words or more with capital letters: "Keeping Children Safe in Education"."""

_LETTERS_OF_LEADS: Final = 6
"""Minimum length of a word of the vocabulary that is suggested although no page has it. "deaf" is not "dead"."""

_COMMON, _KNOWN = 10, 3
"""Minimum number of pages for a word of the first tier, and for one of the second."""


@dataclass(frozen=True, slots=True)
class SearchVocabulary:
    """Synonyms and names from the records that readers may search for."""

    groups: tuple[Group, ...] = ()
    names: tuple[str, ...] = ()
    """Names of the people and subjects of reviews, which readers search for most, and misspell."""

    answers: AnswerNames = field(default_factory=AnswerNames)
    """The words of pinned answers, and the names of lists."""

    everywhere: str = ""
    """The partnership's area, which every page is about."""

    months: Mapping[Address, str] = field(default_factory=dict)
    """The month of each news item and resource, "202311": the newest of those with a word in their name is first."""

    def __bytes__(self) -> bytes:
        answers = [
            sorted(names.items())
            for names in (
                self.answers.pinned,
                self.answers.of_terms,
                self.answers.of_bulletins,
                self.answers.of_years,
            )
        ]
        return json.dumps([self.groups, self.names, answers, self.everywhere, sorted(self.months.items())]).encode()


def field_words(library: Library) -> SearchVocabulary:
    """Return the synonym groups of the vocabulary and the names of all public reviews.

    A term makes a group of its label, its plural, its abbreviation and its other names. Groups that share a word are
    joined, unless that would mix up two terms of one list. A word that two such terms share is then in both groups.
    Kinds of document and of notice that the library does not have are left out.
    """
    cases = [case for case in library.cases if case.is_public(library.today)]
    names = sorted({name for case in cases for name in (case.name, *case.also_known_as)})
    groups = tuple(_join_groups(_groups(library), library.vocabulary))
    months = {
        address_of(notice, library.vocabulary): month
        for notice in library.notices
        if notice.is_public(library.today) and (month := _month(notice))
    }
    return SearchVocabulary(groups, tuple(names), answer_names(library), library.partnership.area, months)


def _month(notice: Notice) -> str:
    """Return the month of a notice; without a date, the end of the report year in its id. Empty if neither is known."""
    if notice.dated is not None:
        return f"{notice.dated.year}{notice.dated.month or 0:02}"
    of_year = re.search(r"(?:^|-)(20\d\d)-\d\d$", notice.id)
    return f"{int(of_year[1]) + 1}03" if of_year else ""


@dataclass(frozen=True, slots=True)
class _Group:
    words: Mapping[str, str]
    """The words by their form for comparison."""

    terms: frozenset[tuple[str, str]] = frozenset()
    """List and id of the terms whose names these are; empty for a group under `synonyms`."""


def _groups(library: Library) -> Iterator[_Group]:
    words, used = library.vocabulary, _used_kinds(library)
    mixing = {mixed.path[1] for mixed in find_mixing_groups(words)}
    for number, synonyms in enumerate(words.synonyms):
        if number not in mixing:
            yield _group(synonyms)
    taken = {mixed.path for mixed in find_taken_names(words)}
    for name in SEARCHED_LISTS:
        terms: tuple[Term, ...] = getattr(words, name)
        for index, term in enumerate(terms):
            if name in used and term.id not in used[name]:
                continue
            others = (
                each for n, each in enumerate(term.also_known_as) if (name, index, "also_known_as", n) not in taken
            )
            yield _group((*own_names(term), *others), frozenset({(name, term.id)}))
        by_id = {term.id: term for term in terms}
        for term in terms:
            for earlier in (by_id[each] for each in term.replaces if each in by_id):
                ids = frozenset({(name, term.id), (name, earlier.id)})
                yield _group((*own_names(term), *own_names(earlier)), ids)
    for joint in words.joint_types:
        yield _group(filter(None, (joint.label, joint.plural, joint.abbreviation)))


def _used_kinds(library: Library) -> Mapping[str, frozenset[str]]:
    """Return the kinds of document and of notice that the library has. No search can find the others."""
    documents = (document.kind for listed in library.documents_of.values() for document in listed)
    return {
        "document_kinds": frozenset(documents),
        "notice_kinds": frozenset(notice.kind for notice in library.notices),
    }


def _group(names: Iterable[str], terms: frozenset[tuple[str, str]] = frozenset()) -> _Group:
    words: dict[str, str] = {}
    for name in names:
        words.setdefault(normalise_words(name), name)
    return _Group(words, terms)


def words_file(words: SearchVocabulary, answers: Iterable[Answer], texts: Collection[IndexedText] = ()) -> bytes:
    """Return `words.json`, which a browser loads with the first search.

    A name that no page has is marked with `~`: it leads to the other names of its group, and a browser does not search
    for it.
    """
    groups = _mark_rare_names(words.groups, texts) if texts else words.groups
    known = [_without_empty(answer) for answer in answers]
    return _json({"groups": groups, "answers": known, "everywhere": words.everywhere})


def _without_empty(answer: Answer) -> dict[str, object]:
    """Return an answer without what is empty, and with "" for its title among its names: each first search loads it."""
    names = ["" if name == answer["title"] else name for name in answer["names"]]
    return {key: value for key, value in {**answer, "names": names}.items() if value}


def _mark_rare_names(groups: Collection[Group], texts: Iterable[IndexedText]) -> list[list[str]]:
    """Return the groups with `~` before each name that no page has. The first name of a group is never marked."""
    rows = {name: _stems(name) for group in groups for name in group}
    on_pages = _pairs_on_pages(texts, {word for row in rows.values() for word in row})

    def marked(name: str) -> str:
        row = rows[name]
        pairs = {*pairwise(row)} if len(row) > 1 else {(word, "") for word in row}
        return name if pairs <= on_pages else f"~{name}"

    return [[group[0], *map(marked, group[1:])] for group in groups]


def _pairs_on_pages(texts: Iterable[IndexedText], wanted: Collection[str]) -> set[tuple[str, str]]:
    """Return which of some words are next to each other on a page; each word also with "", as a pair."""
    stems: dict[str, tuple[str, ...]] = {}
    pairs: set[tuple[str, str]] = set()
    for text in texts:
        before = ""
        for written in f"{text.text} {text.names}".split():
            if written not in stems:
                stems[written] = _stems(written)
            for word in stems[written]:
                if word in wanted:
                    pairs.add((word, ""))
                    pairs.add((before, word))
                before = word
    return pairs


def _stems(name: str) -> tuple[str, ...]:
    """Return the words of a name without their endings, about as the index has them."""
    return tuple(re.sub(r"(?<=...)(?:ing|ed|e)$", "", word) for word in normalise_words(name).split())


def spelling_file(words: SearchVocabulary, texts: Iterable[IndexedText]) -> bytes:
    """Return `spelling.json`, which a browser loads if a word is not found.

    It has the names, the words of the vocabulary, and all other words in three tiers. If the pages have names of
    several words, these follow, one in a line: readers type their initials, "KCSIE" for "Keeping Children Safe in
    Education".
    """
    names = {word.casefold(): word for name in words.names for word in sorted(_words_of(name))}
    named = (*words.groups, *words.answers.pinned.values(), *words.answers.of_terms.values())
    of_vocabulary = {word for name in named for text in name for word in _words_of(text.casefold())} - names.keys()
    counts: Counter[str] = Counter()
    long_names: Counter[str] = Counter()
    for page in texts:
        counts.update(_words_of(f"{page.text} {page.names}".casefold()))
        long_names.update(set(_LONG_NAME.findall(page.text)))
    of_vocabulary = {word for word in of_vocabulary if len(word) >= _LETTERS_OF_LEADS or word in counts}
    others = counts.keys() - names - of_vocabulary
    best = sorted(others, key=lambda word: (-counts[word], word))[:_WORDS_AT_MOST]
    tiers = (
        [word for word in best if counts[word] >= _COMMON],
        [word for word in best if _KNOWN <= counts[word] < _COMMON],
        [word for word in best if counts[word] < _KNOWN],
    )
    known = [" ".join(sorted(tier)) for tier in (names.values(), of_vocabulary, *tiers)]
    frequent = sorted(long_names, key=lambda name: (-long_names[name], name))[:_LONG_NAMES_AT_MOST]
    return _json([*known, "\n".join(frequent)] if frequent else known)


def _join_groups(groups: Iterable[_Group], vocabulary: Vocabulary) -> Iterator[Group]:
    """Join groups that share a word; each word is in its group once, and groups of one word are left out.

    The label of a term comes first: a browser always searches for the first word of a group.
    """
    joined: dict[int, _Group] = {}
    for number, new in enumerate(groups):
        whole = new
        for other, known in list(joined.items()):
            terms = known.terms | whole.terms
            if known.words.keys() & whole.words.keys() and _may_be_one_group(terms, vocabulary):
                del joined[other]
                first, second = (whole, known) if whole.terms and not known.terms else (known, whole)
                whole = _Group({**first.words, **second.words}, terms)
        joined[number] = whole
    for _, group in sorted(joined.items()):
        if len(group.words) > 1:
            yield tuple(group.words.values())


def _may_be_one_group(terms: frozenset[tuple[str, str]], vocabulary: Vocabulary) -> bool:
    """Return True unless two of the terms are in one list, and neither replaces the other."""
    return all(
        are_related(vocabulary, [identity for listed, identity in sorted(terms) if listed == name], name)
        for name in SEARCHED_LISTS
    )


def _words_of(text: str) -> set[str]:
    plain = text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    words = {word.removesuffix("'s") for word in set(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", plain))}
    return {word for word in words if len(word) in _LETTERS}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
