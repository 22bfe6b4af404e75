"""The topics in the content note of a page: subjects that may distress a reader."""

from __future__ import annotations

from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.facets import case_of_lessons
from generator.model.library import Library
from generator.model.notice import Notice
from generator.model.vocabulary import Topic, Vocabulary
from generator.model.ways_to_read import has_text


def sensitive_topics(record: Case | Briefing | Notice, library: Library) -> tuple[str, ...]:
    """Return the subjects as they appear inside a sentence. Empty if the page has no content note.

    They come only from the record: its `content_note`, or its harms, or for a briefing without harms its themes.
    A briefing of a case has the subjects of its case. A page that has only a
    name, a sentence about its topic and links has no note.
    """
    if isinstance(record, Briefing) and not has_text(record, library):
        return ()
    return subjects_shown(record, case_of_lessons(record, library), library.vocabulary)


def subjects_shown(record: Case | Briefing | Notice, case: Case | None, words: Vocabulary) -> tuple[str, ...]:
    """Return the subjects of the note for a record that is not yet in a library. `case`: the case of a briefing."""
    declared = subjects_declared(record, case, words)
    has_content_note = bool(record.content_note or (case is not None and case.content_note))
    if _has_story(record, case) or (has_content_note and record.summary):
        return declared
    return ()


def subjects_declared(record: Case | Briefing | Notice, case: Case | None, words: Vocabulary) -> tuple[str, ...]:
    """Return the subjects that a note would list, even if the page has no text.

    All the harms are named if one of them calls for a note. The themes of a case are never used: they are the subjects
    of the briefings that it lists, and no source says that the case had them. The themes of a notice are not used
    either: a strategy on exploitation is about how agencies work.
    """
    for publication in (record, case):
        if publication is not None and (publication.content_note or publication.harms):
            return publication.content_note or _named(
                [words.harm[one] for one in publication.harms if one in words.harm]
            )
    if not isinstance(record, Briefing):
        return ()
    themes = [words.theme[theme] for theme in record.themes if theme in words.theme]
    return _named([theme for theme in themes if theme.helpline])


def _named(subjects: list[Topic]) -> tuple[str, ...]:
    if not any(subject.helpline for subject in subjects):
        return ()
    return tuple(dict.fromkeys(subject.in_a_sentence for subject in subjects))


def _has_story(record: Case | Briefing | Notice, case: Case | None) -> bool:
    """Return True if the page has text about what happened, or about the topic, beyond a sentence on what it is."""
    if isinstance(record, Notice):
        return bool(record.body)
    source = record if isinstance(record, Case) else case
    is_own_text = isinstance(record, Briefing) and not record.series.takes_text_from_case
    if source is not None and not is_own_text:
        return bool(source.summary or source.story or source.learning or source.practice or source.community)
    return isinstance(record, Briefing) and bool(record.sections)
