"""Decides what a Word file is: a briefing on a topic, a briefing about one case, or the report of a review."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from generator.importing.labels import understand
from generator.importing.phrases import Phrases
from generator.importing.word.document import WordDocument
from generator.importing.word.headings import Headings, count_known_headings
from generator.importing.word.parts import flatten_blocks
from generator.model import BriefingSeries

_FIRST_LINES = 6
_LONGEST_BRIEFING = 120
"""In paragraphs. A report has more."""


class WordKind(StrEnum):
    """What a Word file is."""

    BRIEFING = "briefing"
    """A briefing on a topic, with its own parts."""

    LESSONS = "lessons"
    """A briefing about one case: the story, what was learned, and advice."""

    CASE = "case"
    """The report of a review."""


@dataclass(frozen=True, slots=True)
class KindOfFile:
    """What a file is, and its series."""

    kind: WordKind
    series: BriefingSeries | None
    """None for a report."""

    why: str = ""
    """Why it is not certain; empty if the file says it."""


def titles_of(document: WordDocument) -> list[str]:
    """Return the title, the first lines and the name of the file, in the order in which a title is looked for there."""
    first = [each.text for each in flatten_blocks(document.blocks)[:_FIRST_LINES]]
    name = re.sub(r"[_\-]+|%20", " ", PurePosixPath(document.file).stem)
    return [*([document.title] if document.title else []), *(each for each in first if len(each) <= 200), name]


def kind_of_file(document: WordDocument, phrases: Phrases, asked: WordKind | None) -> KindOfFile | None:
    """Return what a file is; None if nothing in it says so, or if the vocabulary has no series for it."""
    series = _series_named(document, phrases)
    if asked is WordKind.CASE:
        return KindOfFile(WordKind.CASE, None)
    if asked is not None:
        if series is not None and _kind_of(series) is asked:
            return KindOfFile(asked, series)
        fitting = [each for each in phrases.vocabulary.briefing_series if _kind_of(each) is asked]
        why = "the file does not name its series" if len(fitting) > 1 else ""
        return KindOfFile(asked, fitting[0], why) if fitting else None
    if series is not None:
        return KindOfFile(_kind_of(series), series)
    named = [understand(text, phrases) for text in titles_of(document)]
    has_type = any(label.types or label.unknown_type for label in named)
    best = (
        _series_with_headings(document, phrases) if not has_type or len(document.blocks) <= _LONGEST_BRIEFING else None
    )
    if best is not None:
        return KindOfFile(_kind_of(best), best, "the file does not name its series; its headings are like those of one")
    if has_type:
        return KindOfFile(WordKind.CASE, None)
    return None


def _kind_of(series: BriefingSeries) -> WordKind:
    return WordKind.BRIEFING if series.is_for_topics and not series.takes_text_from_case else WordKind.LESSONS


def _series_named(document: WordDocument, phrases: Phrases) -> BriefingSeries | None:
    for text in titles_of(document):
        label = understand(text, phrases)
        if label.series and len(text.split()) <= 25:
            return phrases.series(label.series)
    return None


def _series_with_headings(document: WordDocument, phrases: Phrases) -> BriefingSeries | None:
    """Return the series with most of the file's headings, among lines that may be headings: four of a topic's."""
    lines = [each for each in flatten_blocks(document.blocks) if len(each.text.split()) <= 12]
    texts = [text for each in lines for text in (each.text.rstrip(" :"), each.bold_start.rstrip(" :")) if text]
    best: tuple[int, BriefingSeries | None] = (2, None)
    for series in phrases.vocabulary.briefing_series:
        count = count_known_headings(Headings(series), texts)
        # A report also has "Background" and "Findings": advice is what only a briefing about a case has.
        if series.takes_text_from_case and count >= 2 and _has_advice(series, texts):
            count += 1
        elif series.takes_text_from_case:
            count = 0
        else:
            count -= 1
        if count > best[0]:
            best = (count, series)
    return best[1]


def _has_advice(series: BriefingSeries, texts: list[str]) -> bool:
    found = {known.id for text in texts if (known := Headings(series).find(text)) is not None}
    return bool(found & {"practice", "community"}) and len(found) >= 2
