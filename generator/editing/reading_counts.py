"""Counts how readers can read the public reviews and briefings: here, as a PDF, on a website, or not online."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.model import Briefing, Case, Library
from generator.model.how_to_read import HowToRead, in_a_list
from generator.model.ways_to_read import ways_to_read


@dataclass(frozen=True, slots=True)
class ReadingCount:
    """The public records of one kind, by the best way to read each."""

    name: str
    best: dict[str, int]
    """The id of the way, such as `read-here`, to the number of records; a way without records is left out."""

    @property
    def sentence(self) -> str:
        """The counts in words: `2 read here, 17 PDF`."""
        return ", ".join(f"{number} {in_a_list(HowToRead(way).label)}" for way, number in self.best.items())


WRITTEN_FOR_LIBRARY: Final = "Briefings written for this library"
"""They are counted separately, because they are not the partnership's."""


def reading_counts(library: Library) -> tuple[ReadingCount, ...]:
    """Return the counts of the reviews and of each kind of briefing that has any: those of the overview of records."""
    return tuple(_counts(library))


def _counts(library: Library) -> Iterator[ReadingCount]:
    if library.cases:
        yield _count("Reviews", library.cases, library)
    of_partnership = [briefing for briefing in library.briefings if briefing.counts_as_partnership]
    for series in library.vocabulary.briefing_series:
        of_series = [briefing for briefing in of_partnership if briefing.series.id == series.id]
        if of_series:
            yield _count(series.heading, of_series, library)
    if own := [briefing for briefing in library.briefings if not briefing.counts_as_partnership]:
        yield _count(WRITTEN_FOR_LIBRARY, own, library)


def _count(name: str, records: Iterable[Case | Briefing], library: Library) -> ReadingCount:
    counts = Counter(ways_to_read(record, library)[0] for record in records)
    return ReadingCount(name, {str(way): counts[way] for way in HowToRead if counts[way]})
