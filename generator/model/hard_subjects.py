"""What may hurt whoever reads it: pages that speak of it say so first, and show who to call."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.facets import subjects_of
from generator.model.library import Library
from generator.model.notice import Notice
from generator.model.vocabulary import Vocabulary


def hard_subjects(record: Case | Briefing | Notice, library: Library) -> tuple[str, ...]:
    """Labels in small letters as they stand inside a sentence; empty where nothing asks for helplines.

    All harms of the record, or of the case that it tells of, where one asks for helplines; else the themes that do.
    """
    return hard_among(*subjects_of(record, library), library.vocabulary)


def hard_among(themes: Iterable[str], harms: Iterable[str], words: Vocabulary) -> tuple[str, ...]:
    """The same for ids of themes and of harms."""
    told = [words.harm[each] for each in harms if each in words.harm]
    if any(each.helpline for each in told):
        return tuple(each.label.lower() for each in told)
    return tuple(
        words.theme[each].label.lower() for each in themes if each in words.theme and words.theme[each].helpline
    )
