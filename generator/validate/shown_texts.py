"""Finds the texts of a case, a briefing or a notice that readers see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import Briefing, Case, Document, Located, Notice, title_of
from generator.model.raw_record import Path


def shown_texts(located: Located[Case] | Located[Briefing] | Located[Notice]) -> Iterator[tuple[Path, str]]:
    """Yield every text of a record that its page or a list shows, with its path."""
    record = located.record
    yield (
        ("name",) if isinstance(record, Case) else ("title",),
        title_of(record),
    )
    if record.status_reason is not None:
        yield ("status_reason",), record.status_reason
    if record.is_withdrawn:
        return
    if not isinstance(record, Notice) and record.subtitle is not None:
        yield ("subtitle",), record.subtitle
    for index, subject in enumerate(record.content_note):
        yield ("content_note", index), subject
    if record.summary is not None:
        yield ("summary",), record.summary
    yield from record.prose
    if isinstance(record, Case):
        yield from record.evidence_labels
    if isinstance(record, Briefing):
        for index, section in enumerate(record.sections):
            yield ("sections", index, "heading"), section.heading
        for index, question in enumerate(record.questions):
            yield ("questions", index), question
    yield from _of_documents(record.documents)
    for index, picture in enumerate(record.pictures):
        yield ("pictures", index, "alt"), picture.alt
        if picture.caption is not None:
            yield ("pictures", index, "caption"), picture.caption
    for index, correction in enumerate(record.corrections):
        yield ("corrections", index, "text"), correction.text


def _of_documents(documents: Iterable[Document]) -> Iterator[tuple[Path, str]]:
    for index, document in enumerate(documents):
        if document.title is not None:
            yield ("documents", index, "title"), document.title
        if document.reason is not None:
            yield ("documents", index, "reason"), document.reason
        for number, update in enumerate(document.updates):
            yield ("documents", index, "updates", number, "text"), update.text
