"""The topics in the content note of a page: subjects that may distress a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.facets import case_of_lessons
from generator.model.library import Library, once_per_record
from generator.model.mentions import mentions, text_without_record_links
from generator.model.notice import Notice
from generator.model.vocabulary import Topic, Vocabulary
from generator.model.ways_to_read import has_text


@once_per_record
def sensitive_topics(record: Case | Briefing | Notice, library: Library) -> tuple[str, ...]:
    """Return the subjects as they appear inside a sentence. Empty if the page has no content note.

    They come only from the record: its `content_note`, or its harms, or for a briefing without harms those of its
    themes that its own text mentions. A briefing of a case has the subjects of its case. A page that has only a
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
    of the briefings that it lists, and no source says that the case had them. The harms and themes of a notice are not
    used either: a service for people who were harmed, or a strategy, is about how agencies help.
    """
    for publication in (record, case):
        if publication is None:
            continue
        if publication.content_note:
            return tuple(dict.fromkeys(_in_words(entry, words) for entry in publication.content_note))
        if publication.harms and not isinstance(publication, Notice):
            return _named([words.harm[one] for one in publication.harms if one in words.harm])
    if not isinstance(record, Briefing):
        return ()
    text = text_of(record)
    themes = [words.theme[theme] for theme in record.themes if theme in words.theme]
    return _named([theme for theme in themes if theme.helpline and any(mentions(text, name) for name in names(theme))])


_SMALL_WORDS: Final = frozenset({"a", "an", "and", "of", "or", "the"})


def subjects_of_all(notes: Iterable[Sequence[str]], words: Vocabulary) -> tuple[str, ...]:
    """Return the subjects of several notes, each once: those that are named first, then the first of each note.

    "Criminal exploitation" is left out if there is "exploitation".
    """
    first = {topic.in_a_sentence for topic in _topics(words) if topic.named_first}
    placed = [(subject not in first, place, subject) for note in notes for place, subject in enumerate(note)]
    listed = dict.fromkeys(subject for _, _, subject in sorted(placed, key=lambda each: each[:2]))
    return tuple(one for one in listed if not any(_is_part_of(other, one) for other in listed))


def _is_part_of(subject: str, other: str) -> bool:
    """Return True if another subject only says more: `exploitation` and `criminal exploitation`."""
    return set(subject.split()) - _SMALL_WORDS < set(other.split()) - _SMALL_WORDS


def topics_called(entry: str, words: Vocabulary) -> tuple[Topic, ...]:
    """Return the harms and themes that an entry of a `content_note` names, by id or in words."""
    wanted = entry.casefold()
    return tuple(each for each in _topics(words) if wanted in (each.id, *(name.casefold() for name in names(each))))


def names(topic: Topic) -> tuple[str, ...]:
    """Return the wordings of a topic that a text may use."""
    return topic.label, topic.in_a_sentence, *topic.also_known_as


def text_of(record: Case | Briefing | Notice) -> str:
    """Return what the record itself says about its subject, without the titles of linked records."""
    parts = [record.name if isinstance(record, Case) else record.title, record.summary or ""]
    parts += [text for _, text in record.prose]
    if isinstance(record, Briefing):
        parts += [*(section.heading for section in record.sections), *record.questions]
    return text_without_record_links("\n".join(parts))


def _topics(words: Vocabulary) -> Iterator[Topic]:
    yield from words.harms
    yield from words.themes


def _in_words(entry: str, words: Vocabulary) -> str:
    """Return an entry of a `content_note` as it is, or the wording of the term whose id it is."""
    topic = words.harm.get(entry) or words.theme.get(entry)
    return topic.in_a_sentence if topic is not None else entry


def _named(subjects: Sequence[Topic]) -> tuple[str, ...]:
    if not any(subject.helpline for subject in subjects):
        return ()
    in_order = sorted(subjects, key=lambda subject: not subject.named_first)
    return tuple(dict.fromkeys(subject.in_a_sentence for subject in in_order))


def _has_story(record: Case | Briefing | Notice, case: Case | None) -> bool:
    """Return True if the page has text about what happened, or about the topic, beyond a sentence on what it is."""
    if isinstance(record, Notice):
        return bool(record.body)
    source = record if isinstance(record, Case) else case
    is_own_text = isinstance(record, Briefing) and not record.series.takes_text_from_case
    if source is not None and not is_own_text:
        return bool(source.summary or source.story or source.learning or source.practice or source.community)
    return isinstance(record, Briefing) and bool(record.sections)
