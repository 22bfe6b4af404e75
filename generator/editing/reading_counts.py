"""Counts how readers can read the public reviews and briefings: here, as a PDF, on a website, or not online."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Briefing, Case, Library
from generator.model.how_to_read import HowToRead
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
        return ", ".join(f"{number} {_in_a_list(HowToRead(way).label)}" for way, number in self.best.items())


def reading_counts(library: Library) -> tuple[ReadingCount, ...]:
    """Return the counts of the reviews and of each series of briefings that has any."""
    return tuple(_counts(library))


def _counts(library: Library) -> Iterator[ReadingCount]:
    if library.cases:
        yield _count("Reviews", library.cases, library)
    for series in library.vocabulary.briefing_series:
        of_series = [briefing for briefing in library.briefings if briefing.series.id == series.id]
        if of_series:
            yield _count(series.heading, of_series, library)


def _count(name: str, records: Iterable[Case | Briefing], library: Library) -> ReadingCount:
    counts = Counter(ways_to_read(record, library)[0] for record in records)
    return ReadingCount(name, {str(way): counts[way] for way in HowToRead if counts[way]})


def _in_a_list(label: str) -> str:
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
