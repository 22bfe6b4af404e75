"""The briefings to read with an item of a bulletin: those of the review itself, then those that the review lists."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from generator.model import Briefing, BriefingSeries, BulletinItem, Library, RelatedReading
from generator.model.briefing_series import reading_time
from generator.model.how_to_read import label_ways


def split_reading(item: BulletinItem, library: Library) -> tuple[list[RelatedReading], list[RelatedReading]]:
    """Return the briefings that belong to the review, and all other reading, in order.

    Leave out what readers cannot open on this site: see `reading_elsewhere`.
    """
    listed = [each for each in item.reading if not each.is_elsewhere]
    own = [each for each in listed if _is_about_case(each, library)]
    return own, [each for each in listed if each not in own]


def reading_elsewhere(readings: Iterable[RelatedReading]) -> list[tuple[str, list[RelatedReading]]]:
    """Return the briefings that readers cannot open on this site, by how to read them: `On another website`."""
    groups: dict[str, list[RelatedReading]] = {}
    for reading in readings:
        if reading.is_elsewhere:
            groups.setdefault(label_ways(reading.how_to_read or ()), []).append(reading)
    return list(groups.items())


def series_of(readings: Iterable[RelatedReading], library: Library) -> tuple[BriefingSeries, ...]:
    """Return the series of each briefing, without duplicates. A reading whose series is not known has none."""
    found = (_series(each, library) for each in readings)
    return tuple({series.id: series for series in found if series is not None}.values())


def time_to_read(readings: Iterable[RelatedReading], library: Library) -> str:
    """Return the time that it takes to read each of them, in words: `five minutes`; empty if one does not say."""
    listed = list(readings)
    found = [series for each in listed if (series := _series(each, library)) is not None]
    return reading_time(tuple(found)) if len(found) == len(listed) else ""


def _is_about_case(reading: RelatedReading, library: Library) -> bool:
    briefing = _briefing(reading, library)
    if briefing is not None:
        return briefing.is_about_case
    series = _series(reading, library)
    return series is not None and not series.is_for_topics


def _series(reading: RelatedReading, library: Library) -> BriefingSeries | None:
    """Return the series of a briefing. Of one that no longer exists, only the name of the series is known."""
    briefing = _briefing(reading, library)
    if briefing is not None:
        return briefing.series
    return next((each for each in library.vocabulary.briefing_series if each.label == reading.what), None)


def _briefing(reading: RelatedReading, library: Library) -> Briefing | None:
    briefings = (each for each in chain(library.briefings, library.withdrawn) if isinstance(each, Briefing))
    return next((each for each in briefings if each.ref == reading.record), None)
