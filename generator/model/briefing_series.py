"""A series of briefings, as the vocabulary describes it: its names, whom it belongs to, its parts and its papers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le
from pydantic import Field

from generator.model.record_model import Line, RecordModel
from generator.model.term import Term, lower_first


class SeriesSubject(StrEnum):
    """What the briefings of a series are about."""

    TOPICS = "topics"
    """A topic. Any number of cases may list the briefing."""

    CASE = "case"
    """One case, which the briefing names."""


class CaseText(StrEnum):
    """A text of a case that a briefing can show. The value is the field of the case, and the anchor on the page."""

    STORY = "story"
    LEARNING = "learning"
    PRACTICE = "practice"
    COMMUNITY = "community"


class SeriesPart(RecordModel):
    """One part of every briefing of a series."""

    heading: Line
    from_case: CaseText | None = None
    """The field of the case that the text of this part comes from; None if each briefing has its own text."""

    @property
    def in_a_sentence(self) -> str:
        """The heading inside a sentence: `the story`."""
        return lower_first(self.heading)


class BriefingSeries(Term):
    """A series of briefings."""

    plural: Line
    """The name of several, inside a sentence: `5-minute briefings`. Lists have it as their heading."""

    abbreviation: Line | None = None
    """A short form that readers search for; None if nobody uses one."""

    subjects: tuple[SeriesSubject, ...] = Field(alias="for")
    """Topics, a case, or both. In a series for both, a briefing that names a case belongs to that case."""

    parts: tuple[SeriesPart, ...] = ()
    """The parts of each briefing, in order; empty if each briefing chooses its own headings."""

    most_parts: Annotated[int, Ge(1), Le(50)] | None = None
    """The highest number of parts of a briefing that chooses its own headings; None if `parts` lists them."""

    sheet: bool = False
    """True if each briefing with text also has a sheet to print."""

    poster: bool = False
    """True if each briefing with text also has a poster to print."""

    minutes: Annotated[int, Ge(1), Le(240)] | None = None
    """The time that it takes to read one. None if pages should not say so."""

    @property
    def is_for_topics(self) -> bool:
        """True if a briefing of the series needs no case, and cases may list it."""
        return SeriesSubject.TOPICS in self.subjects

    @property
    def is_for_case(self) -> bool:
        """True if a briefing of the series may name the case that it belongs to."""
        return SeriesSubject.CASE in self.subjects

    @property
    def takes_text_from_case(self) -> bool:
        """True if its briefings show the text of their case, and have no text of their own."""
        return any(part.from_case is not None for part in self.parts)

    @property
    def case_parts(self) -> tuple[tuple[CaseText, SeriesPart], ...]:
        """The parts whose text comes from the case, each with the text."""
        return tuple((part.from_case, part) for part in self.parts if part.from_case is not None)

    @property
    def part_limit(self) -> int | None:
        """The highest number of parts that a briefing may have; None if the series does not say."""
        return self.most_parts or len(self.parts) or None

    @property
    def heading(self) -> str:
        """The name above a list of its briefings: `5-minute briefings`, `Learning briefings`."""
        return _upper_first(self.plural)

    @property
    def kicker(self) -> str:
        """The name of one briefing on its own line: `Learning briefing`."""
        return _upper_first(self.label)

    @property
    def with_article(self) -> str:
        """The name of one briefing in a sentence about any of them: `a learning briefing`."""
        return f"{article(self.label)} {self.label}"

    @property
    def reading_time(self) -> str:
        """The time that it takes to read one, in words: `five minutes`; empty if the series does not say."""
        return reading_time((self,))


_IN_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def reading_time(series: tuple[BriefingSeries, ...]) -> str:
    """Return the time that it takes to read one briefing of any of these series: `five minutes`, `five to 12 minutes`.

    Empty if there is no series, or one does not say how long it takes.
    """
    minutes = [each.minutes for each in series if each.minutes is not None]
    if not minutes or len(minutes) < len(series):
        return ""
    least, most = min(minutes), max(minutes)
    words = _in_words(most) if least == most else f"{_in_words(least)} to {_in_words(most)}"
    return f"{words} {'minute' if most == 1 else 'minutes'}"


def article(label: str) -> str:
    """Return `a` or `an`, as it is written before a label that begins with a letter or a number."""
    first = label.split("-", maxsplit=1)[0].split(" ", maxsplit=1)[0].lower()
    return "an" if first[:1] in "aeio" or first in ("8", "11", "18") or first[:1] == "8" else "a"


def series_without_entry(identity: str) -> BriefingSeries:
    """Return a stand-in for a series that the vocabulary does not have, so that its briefing can still be checked."""
    return BriefingSeries.model_validate(
        {"id": identity, "label": identity, "plural": identity, "for": list(SeriesSubject)}
    )


def _in_words(number: int) -> str:
    return _IN_WORDS[number - 1] if number <= len(_IN_WORDS) else str(number)


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
