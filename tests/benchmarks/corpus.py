"""The records of an invented library, the same for every builder that is compared.

All people, places and events are made up. The words of a case follow no real review.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Final

import yaml

from generator.model import addresses

from .wording import passage, sentence

SEED: Final = 2026
WORDS_PER_PART: Final = 120
"""Of story, learning, practice and community, each."""

WORDS_PER_SECTION: Final = 70
BRIEFINGS_PER_CASE: Final = 5
ITEMS_PER_LIST: Final = 3
SERIES: Final = "seven-minute"

VOCABULARY: Final = Path(__file__).parent / "site" / "content" / "vocabulary.yml"

_FIRST_NAMES: Final = (
    "Ash",
    "Bryn",
    "Cleo",
    "Dara",
    "Ellis",
    "Fern",
    "Glen",
    "Hollis",
    "Indie",
    "Jules",
    "Kit",
    "Lark",
)
_TOPICS: Final = (
    "Listening to Children",
    "Working across Borders",
    "Keeping a Chronology",
    "When Plans Drift",
    "Talking about Money",
    "Home Visits",
    "Sharing Information Early",
    "The Unseen Adult",
    "Respectful Challenge",
    "Sleep and Safety",
)
_HEADINGS: Final = (
    "Background",
    "Why it matters",
    "Information",
    "Signs to look for",
    "What to do",
    "Questions to consider",
    "Where to find more",
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a closed list."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Case:
    """One review. Prose is CommonMark and links to records by id: `[text](briefing:early-help)`."""

    id: str
    name: str
    type: str
    published: str
    """ISO date as precise as it is known: `2014`, `2014-09` or `2014-09-03`."""

    summary: str
    story: str
    learning: tuple[str, ...]
    practice: tuple[str, ...]
    community: tuple[str, ...]
    harms: tuple[str, ...]
    themes: tuple[str, ...]
    briefings: tuple[str, ...]

    @property
    def year(self) -> str:
        """Four digits."""
        return self.published[:4]


@dataclass(frozen=True, slots=True)
class Briefing:
    """One 7-minute briefing."""

    id: str
    title: str
    published: str
    summary: str
    sections: tuple[tuple[str, str], ...]
    """Heading and prose, seven times."""

    questions: tuple[str, ...]
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """A page that lists the records which share a term, a year or a series."""

    kind: str
    """`types`, `years`, `themes`, `harms` or `series`."""

    id: str
    title: str
    address: str
    cases: tuple[Case, ...]
    """Newest first, as all lists."""

    briefings: tuple[Briefing, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """All records, and the words of the vocabulary that they use."""

    cases: tuple[Case, ...]
    """Newest first."""

    briefings: tuple[Briefing, ...]
    types: tuple[Term, ...]
    harms: tuple[Term, ...]
    themes: tuple[Term, ...]

    @property
    def collections(self) -> tuple[Collection, ...]:
        """Every list of records that has a page of its own: types, years, themes, harms and the series."""
        return (
            *(self._of_type(each) for each in self.types),
            *(self._of_year(each) for each in sorted({case.year for case in self.cases}, reverse=True)),
            *(self._on_theme(theme) for theme in self.themes),
            *(self._on_harm(harm) for harm in self.harms),
            Collection("series", SERIES, "7-minute briefings", addresses.series(SERIES), (), self.briefings),
        )

    @property
    def addresses(self) -> frozenset[str]:
        """Every page that each builder must write: records, collections that are not empty, and the hubs above them."""
        hubs = (addresses.HOME, addresses.REVIEWS, addresses.BRIEFINGS, addresses.THEMES)
        cases = (addresses.review(case.id) for case in self.cases)
        briefings = (addresses.briefing(briefing.id) for briefing in self.briefings)
        collections = (
            collection.address for collection in self.collections if collection.cases or collection.briefings
        )
        return frozenset((*hubs, *cases, *briefings, *collections))

    def _of_type(self, term: Term) -> Collection:
        cases = tuple(case for case in self.cases if case.type == term.id)
        return Collection("types", term.id, term.label, addresses.review_type(term.id), cases)

    def _of_year(self, year: str) -> Collection:
        cases = tuple(case for case in self.cases if case.year == year)
        return Collection("years", year, year, addresses.review_year(int(year)), cases)

    def _on_theme(self, term: Term) -> Collection:
        cases = tuple(case for case in self.cases if term.id in case.themes)
        briefings = tuple(briefing for briefing in self.briefings if term.id in briefing.themes)
        return Collection("themes", term.id, term.label, addresses.theme(term.id), cases, briefings)

    def _on_harm(self, term: Term) -> Collection:
        cases = tuple(case for case in self.cases if term.id in case.harms)
        return Collection("harms", term.id, term.label, addresses.harm(term.id), cases)


def make_corpus(cases: int, briefings: int, seed: int = SEED) -> Corpus:
    """The same records for the same counts and seed, on every machine. At least five briefings."""
    if cases < 1 or briefings < BRIEFINGS_PER_CASE:
        raise ValueError(f"needs at least 1 case and {BRIEFINGS_PER_CASE} briefings")
    random = Random(seed)
    vocabulary = yaml.safe_load(VOCABULARY.read_text(encoding="utf-8"))
    types, harms, themes = (
        tuple(Term(each["id"], each["label"]) for each in vocabulary[name])
        for name in ("review_types", "harms", "themes")
    )
    made_briefings = tuple(_briefing(random, number, themes) for number in range(1, briefings + 1))
    without_cases = Corpus((), made_briefings, types, harms, themes)
    made_cases = (_case(random, number, without_cases) for number in range(1, cases + 1))
    newest_first = sorted(made_cases, key=lambda case: case.published, reverse=True)
    return replace(without_cases, cases=tuple(newest_first))


def _case(random: Random, number: int, known: Corpus) -> Case:
    name = f"{_FIRST_NAMES[number % len(_FIRST_NAMES)]} {number}"
    briefings = random.sample(known.briefings, BRIEFINGS_PER_CASE)
    first = briefings[0]
    return Case(
        id=_slug(name),
        name=name,
        type=random.choice(known.types).id,
        published=_date(random),
        summary=sentence(random),
        story=_story(random) + f" See [{first.title}](briefing:{first.id}).",
        learning=_items(random),
        practice=_items(random),
        community=_items(random),
        harms=_ids(random, known.harms, 2),
        themes=_ids(random, known.themes, 3),
        briefings=tuple(briefing.id for briefing in briefings),
    )


def _briefing(random: Random, number: int, themes: tuple[Term, ...]) -> Briefing:
    title = f"{_TOPICS[number % len(_TOPICS)]} {number}"
    return Briefing(
        id=_slug(title),
        title=title,
        published=_date(random),
        summary=sentence(random),
        sections=tuple((heading, passage(random, WORDS_PER_SECTION)) for heading in _HEADINGS),
        questions=tuple(f"What would you do when you read this? {sentence(random)}" for _ in range(3)),
        themes=_ids(random, themes, 2),
    )


def _story(random: Random) -> str:
    return "\n\n".join(passage(random, WORDS_PER_PART // 2) for _ in range(2))


def _items(random: Random) -> tuple[str, ...]:
    return tuple(passage(random, WORDS_PER_PART // ITEMS_PER_LIST) for _ in range(ITEMS_PER_LIST))


def _ids(random: Random, terms: tuple[Term, ...], count: int) -> tuple[str, ...]:
    return tuple(each.id for each in random.sample(terms, count))


def _date(random: Random) -> str:
    """2000 to 2025: most to the month, some to the day, a few to the year alone."""
    year, month, day = random.randint(2000, 2025), random.randint(1, 12), random.randint(1, 28)
    precision = random.choices((4, 7, 10), weights=(1, 8, 3))[0]
    return f"{year:04d}-{month:02d}-{day:02d}"[:precision]


def _slug(text: str) -> str:
    return text.lower().replace(" ", "-")
