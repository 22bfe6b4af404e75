"""Merges the spellings of a topic into one briefing, and finds the themes that a topic names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.importing.found import FoundBriefing
from generator.importing.tokens import is_typing_error, words_of
from generator.model import Vocabulary
from generator.model.term import Term

_SMALL_WORDS: Final = frozenset(["the", "a", "an", "of", "and", "for", "in", "on", "to", "with", "at", "around", "who"])


@dataclass(slots=True)
class Topic:
    """One briefing on a topic, with every mention of it."""

    title: str
    series: str
    mentions: list[FoundBriefing]
    typing_error_of: str = ""
    """The other spelling, if two were merged because they differ by a typing error only."""

    printed_error: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every printed label, once."""
        return tuple(dict.fromkeys(each.printed for each in self.mentions))


def same_topic(one: str, other: str) -> bool:
    """Return True for spellings of one title: case, small words, dashes and plurals do not matter."""
    return _words(one) == _words(other)


def nearly_same_topic(one: str, other: str) -> bool:
    """Return True for titles that differ by a typing error in one word of several."""
    first, second = _words(one), _words(other)
    if len(first) != len(second) or len(first) < 1 or first == second:
        return False
    different = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return len(different) == 1 and (is_typing_error(*different[0]) or (len(first) > 1 and _is_swapped(*different[0])))


def _is_swapped(one: str, other: str) -> bool:
    """Return True for short words in which two letters are swapped: `hepl`."""
    swaps = (f"{one[:n]}{one[n + 1]}{one[n]}{one[n + 2 :]}" for n in range(len(one) - 1))
    return len(one) == 4 and one.isalpha() and other in swaps


def merge_topics(mentions: Iterable[FoundBriefing], known: Iterable[str] = ()) -> list[Topic]:
    """Return one topic for all spellings of it, in the order of the page. A known title is preferred as title."""
    topics = _Topics()
    for mention in mentions:
        same = topics.same(mention)
        if same is None:
            same = topics.nearly_same(mention)
            if same is not None:
                same.typing_error_of, same.printed_error = same.title, mention.topic
        topics.add(mention, same)
    titles = tuple(known)
    for topic in topics.all:
        _choose_title(topic, titles)
    return topics.all


class _Topics:
    """The topics of a page, found by their words. An old page can have thousands of labels."""

    def __init__(self) -> None:
        self.all: list[Topic] = []
        self._by_words: dict[tuple[str, tuple[str, ...]], Topic] = {}
        self._by_all_words_but_one: dict[tuple[str, int, tuple[str, ...]], list[int]] = {}

    def same(self, mention: FoundBriefing) -> Topic | None:
        """Return the topic that has this spelling already."""
        return self._by_words.get((mention.series, _words(mention.topic)))

    def nearly_same(self, mention: FoundBriefing) -> Topic | None:
        """Return the first topic whose title differs from this one by a typing error."""
        numbers = {at for key in _all_words_but_one(mention) for at in self._by_all_words_but_one.get(key, ())}
        nearly = (self.all[at] for at in sorted(numbers))
        return next((each for each in nearly if nearly_same_topic(each.title, mention.topic)), None)

    def add(self, mention: FoundBriefing, topic: Topic | None) -> None:
        """Add a mention to its topic. None adds a new topic."""
        if topic is None:
            topic = Topic(mention.topic, mention.series, [])
            for key in _all_words_but_one(mention):
                self._by_all_words_but_one.setdefault(key, []).append(len(self.all))
            self.all.append(topic)
        topic.mentions.append(mention)
        self._by_words.setdefault((mention.series, _words(mention.topic)), topic)


def _all_words_but_one(mention: FoundBriefing) -> list[tuple[str, int, tuple[str, ...]]]:
    words = _words(mention.topic)
    return [(mention.series, at, words[:at] + words[at + 1 :]) for at in range(len(words))]


def _choose_title(topic: Topic, known: tuple[str, ...]) -> None:
    """Take the known title, or the spelling that is printed most often; of equals the one with most capitals."""
    for title in known:
        if same_topic(title, topic.title):
            topic.title = title
            return
    for title in known:
        if nearly_same_topic(title, topic.title):
            topic.typing_error_of, topic.printed_error, topic.title = title, topic.title, title
            return
    counts = Counter(each.topic for each in topic.mentions)
    topic.title = max(
        counts, key=lambda each: (counts[each], sum(letter.isupper() for letter in each) * (not each.isupper()))
    )


def themes_of(title: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the ids of the themes whose label or other name is in a title."""
    return _terms_in(title, vocabulary.themes)


def harms_of(title: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the ids of the harms whose label or other name is the title."""
    words = _words(title)
    return tuple(
        each.id for each in vocabulary.harms if words in (_words(each.label), *map(_words, each.also_known_as))
    )


def _terms_in(title: str, terms: Iterable[Term]) -> tuple[str, ...]:
    words = _words(title)
    found = []
    for term in terms:
        names = [_words(name) for name in (term.label, *term.also_known_as)]
        if any(name and _contains(words, name) for name in names):
            found.append(term.id)
    return tuple(found)


def _contains(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(
        all(a == b or (len(part) > 1 and is_typing_error(a, b)) for a, b in zip(words[at:], part, strict=False))
        for at in range(len(words) - len(part) + 1)
    )


@lru_cache(maxsize=10_000)
def _words(title: str) -> tuple[str, ...]:
    words = words_of(title)
    return tuple(word for word in words if word not in _SMALL_WORDS) or words
