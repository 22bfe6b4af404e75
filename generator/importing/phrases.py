"""The phrases that name review types, series of briefings and kinds of documents, from the site's vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Final

from generator.importing import welsh_words
from generator.importing.tokens import Token, is_typing_error, words_of
from generator.model import BriefingSeries, Vocabulary
from generator.model.term import Term


class Meaning(Enum):
    """What a phrase names."""

    TYPE = auto()
    SERIES = auto()
    KIND = auto()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and the term that it names."""

    meaning: Meaning
    id: str
    words: tuple[str, ...]
    is_exact: bool = True
    """False for a usual word of the field that the vocabulary does not have."""

    is_usual_series: bool = False
    """True for a usual name of briefings, such as "7-minute briefing": it comes before a document kind of that name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a text."""

    phrase: Phrase
    first: int
    """The index of its first word in the text."""

    after: int
    has_typing_error: bool


_USUAL_KINDS: Final = {
    "report": ("full report", "final report", "published report", "full overview", "main report"),
    "overview-report": ("full overview report", "final overview report"),
    "executive-summary": ("summary report", "summary of the report", "report summary"),
    "statement": ("partnership statement", "board statement", "press statement", "media statement", "joint statement"),
    "board-response": ("response", "partnership response", "response to the review", "partner response"),
    "action-plan": ("improvement plan", "multi agency action plan", "action plan update", "implementation plan"),
    "letter": ("home office letter", "home office feedback letter", "letter from the home office", "feedback letter"),
    "easy-read": ("easy read", "easy read summary", "easy read report"),
    "seven-minute": ("7 minute guide", "7 minute read", "7 minute learning", "7 minute summary", "7mb"),
    "one-minute-guide": ("1 minute briefing",),
    "lessons-learned": (
        "lessons learned",
        "lessons learned summary",
        "llb",
        "lessons learned briefing",
        "learning lessons briefing",
        "learning lessons",
    ),
    "learning-brief": (
        "learning briefing",
        "learning summary",
        "practitioner briefing",
        "practice briefing",
        "practice learning briefing",
        "briefing note",
        "1 page briefing",
        "bitesize briefing",
    ),
}
"""Usual words for kinds of documents that the packs have, by the id of the kind."""

_USUAL_CASE_SERIES: Final = (
    "lessons learned briefing",
    "lessons learned",
    "learning lessons briefing",
    "learning briefing",
    "learning brief",
    "learning summary",
    "learning lessons",
    "practice briefing",
    "practitioner briefing",
    "practice learning briefing",
    "briefing note",
)
_MINUTES: Final = ("briefing", "guide", "read", "learning", "summary", "brief", "")
_USUAL_TOPIC_SERIES: Final = (
    "7 minute",
    *(f"{number} minute {word}" for number in range(1, 11) for word in _MINUTES if word),
    *(f"{number} minutes on" for number in range(1, 11)),
    *(f"{number}mb" for number in (1, 5, 7)),
    *(name for number in range(1, 11) for name in welsh_words.names_of_minutes(number)),
    *(f"1 page {word}" for word in ("briefing", "guide", "learning", "summary", "brief")),
    *(f"{word} on a page" for word in ("briefing", "guide", "learning")),
    *(
        f"{size} {word}"
        for size in ("bitesize", "bite size", "bite sized")
        for word in ("briefing", "learning", "guide")
    ),
    "topic briefing",
    "spotlight briefing",
)
"""Usual names of short briefings on a topic. They mean the only series on topics of a site, whatever its name."""


@dataclass(frozen=True, eq=False)
class Phrases:
    """The phrases of a vocabulary."""

    vocabulary: Vocabulary
    latest_year: int = 2099
    """The present year: a year of two digits is not later."""

    @cached_property
    def _by_length(self) -> tuple[Phrase, ...]:
        found: dict[tuple[tuple[str, ...], Meaning], Phrase] = {}
        for phrase in self._all():
            if phrase.words:
                found.setdefault((phrase.words, phrase.meaning), phrase)
        # The vocabulary's own words before usual ones, and a series before a document kind of the same name.
        order = list(Meaning)
        return tuple(
            sorted(
                found.values(),
                key=lambda each: (
                    -len(each.words),
                    not (each.is_exact or each.is_usual_series),
                    _rank(each.meaning, order),
                ),
            )
        )

    @cached_property
    def _known_words(self) -> frozenset[str]:
        return frozenset(word for phrase in self._by_length for word in phrase.words)

    def knows(self, word: str) -> bool:
        """Return True for a word of one of the phrases."""
        return word in self._known_words

    def find(self, tokens: tuple[Token, ...]) -> tuple[Found, ...]:
        """Return the phrases in a text, the longest first at each place, without overlaps."""
        found: list[Found] = []
        at = 0
        words = tuple(token.word for token in tokens)
        while at < len(words):
            match = next(filter(None, (_match(phrase, words, at) for phrase in self._by_length)), None)
            if match is None:
                at += 1
            else:
                found.append(match)
                at = match.after
        return tuple(found)

    def series(self, identity: str) -> BriefingSeries:
        """Return a series of the vocabulary."""
        return self.vocabulary.series[identity]

    def kind_of_series(self, series: BriefingSeries) -> str | None:
        """Return the document kind of a briefing of a series: it has its id or its name. None if there is none."""
        kinds = self.vocabulary.document_kinds
        names = {words_of(series.label), words_of(series.plural)}
        return next((each.id for each in kinds if each.id == series.id or words_of(each.label) in names), None)

    def kind_named(self, words: tuple[str, ...]) -> str:
        """Return the document kind that words name. Empty if there is none."""
        return next((each.id for each in self._by_length if (each.meaning, each.words) == (Meaning.KIND, words)), "")

    def _all(self) -> Iterable[Phrase]:
        vocabulary = self.vocabulary
        for series in vocabulary.briefing_series:
            names = (*_names(series), series.plural, series.abbreviation or "")
            yield from _phrases(Meaning.SERIES, series.id, names)
            if series.minutes:
                usual = [f"{series.minutes} minute {word}".strip() for word in _MINUTES]
                usual += welsh_words.names_of_minutes(series.minutes)
                yield from _phrases(Meaning.SERIES, series.id, [*usual, f"{series.minutes}mb"], False)
        for review_type in vocabulary.type.values():
            names = (*_names(review_type), review_type.plural or "", review_type.abbreviation or "")
            yield from _phrases(Meaning.TYPE, review_type.id, names)
            yield from _phrases(Meaning.TYPE, review_type.id, welsh_words.TYPES.get(review_type.id, ()), False)
        for kind in vocabulary.document_kinds:
            yield from _phrases(Meaning.KIND, kind.id, (*_names(kind), kind.plural or ""))
        own = [each for each in vocabulary.briefing_series if each.is_for_case]
        if len(own) == 1:
            for each in _USUAL_CASE_SERIES:
                # A "learning brief" may also be a document of its own: the document kind of that name comes first.
                means_series = "lesson" in each or each == "llb"
                yield Phrase(Meaning.SERIES, own[0].id, words_of(each), False, means_series)
        topics = [each for each in vocabulary.briefing_series if each.is_for_topics and not each.is_for_case]
        if len(topics) == 1 and topics[0].minutes is None:
            named = (Phrase(Meaning.SERIES, topics[0].id, words_of(each), False, True) for each in _USUAL_TOPIC_SERIES)
            # A name that the site gives to a series about reviews means that series.
            taken = {words_of(name) for each in own for name in (*_names(each), each.plural)}
            yield from (each for each in named if each.words not in taken)
        for identity, usual_names in (*_USUAL_KINDS.items(), *welsh_words.KINDS.items()):
            if identity in vocabulary.document_kind:
                yield from _phrases(Meaning.KIND, identity, usual_names, False)


def _rank(meaning: Meaning, order: list[Meaning]) -> int:
    return {Meaning.SERIES: -1}.get(meaning, order.index(meaning))


def _names(term: Term) -> tuple[str, ...]:
    return term.label, *term.also_known_as


def _phrases(meaning: Meaning, identity: str, names: Iterable[str], is_exact: bool = True) -> Iterable[Phrase]:
    return (Phrase(meaning, identity, words_of(name), is_exact) for name in names if name)


def _match(phrase: Phrase, words: tuple[str, ...], at: int) -> Found | None:
    length = len(phrase.words)
    part = words[at : at + length]
    if part == phrase.words:
        return Found(phrase, at, at + length, False)
    if len(part) < length or (length == 1 and len(part[0]) < 7):
        return None
    same = [one == other for one, other in zip(part, phrase.words, strict=True)]
    slips = length - sum(same)
    if slips > max(1, length // 2) or (length == 1 and part[0][-1] != phrase.words[0][-1]):
        return None
    if all(equal or is_typing_error(one, other) for equal, one, other in zip(same, part, phrase.words, strict=True)):
        return Found(phrase, at, at + length, True)
    return None
