"""Every text of a record that readers may meet, and what the record is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model import Briefing, Case, Located, Notice, RawRecord, Records
from generator.model.publication import About
from generator.model.raw import Path
from generator.validate.rules.language.finding import Context

_SUICIDE: Final = re.compile(r"suicid|self-harm", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PublicText:
    """One text of a record."""

    raw: RawRecord
    path: Path
    text: str
    about: Context
    accepted: frozenset[tuple[str, str]] = frozenset()
    """The key of each finding that the record accepts."""


def public_texts(records: Records) -> Iterator[PublicText]:
    """The texts of cases, briefings, notices, bulletins and years, and the words of the vocabulary.

    Of a withdrawn record only what is still shown, and nothing of one whose words are known to be clean. Names under
    which a thing was printed elsewhere are left out: they are history.
    """
    contexts = _Contexts(records)
    for each in records.published:
        if each.raw.file in records.clean:
            continue
        about = contexts.of(each.record)
        accepted = frozenset(given.key for given in each.record.accepted_findings)
        for path, text in texts_of(each):
            yield PublicText(each.raw, path, text, about, accepted)
    for bulletin in records.bulletins:
        for path, text in ((("title",), bulletin.record.title), *bulletin.record.prose):
            yield PublicText(bulletin.raw, path, text, Context())
    for year in records.years:
        for path, text in year.record.prose:
            yield PublicText(year.raw, path, text, Context())
    if records.vocabulary is not None:
        words = records.vocabulary.record
        for name in ("review_types", "harms", "themes", "document_kinds", "audiences", "notice_kinds"):
            for place, term in enumerate(getattr(words, name)):
                for field in ("label", "description"):
                    if (text := getattr(term, field)) is not None:
                        yield PublicText(records.vocabulary.raw, (name, place, field), text, Context())


def texts_of(located: Located[Case] | Located[Briefing] | Located[Notice]) -> Iterator[tuple[Path, str]]:
    """Every text of a record that its page or a list shows, with its path."""
    record = located.record
    yield (
        ("name",) if isinstance(record, Case) else ("title",),
        record.name if isinstance(record, Case) else record.title,
    )
    if record.status_reason is not None:
        yield ("status_reason",), record.status_reason
    if record.is_withdrawn:
        return
    for place, subject in enumerate(record.content_note):
        yield ("content_note", place), subject
    if record.summary is not None:
        yield ("summary",), record.summary
    yield from record.prose
    if isinstance(record, Briefing):
        for place, section in enumerate(record.sections):
            yield ("sections", place, "heading"), section.heading
        for place, question in enumerate(record.questions):
            yield ("questions", place), question
    for place, document in enumerate(record.documents):
        if document.reason is not None:
            yield ("documents", place, "reason"), document.reason
        for number, update in enumerate(document.updates):
            yield ("documents", place, "updates", number, "text"), update.text


class _Contexts:
    """What a record is about, by its harms, its themes and its type."""

    def __init__(self, records: Records) -> None:
        words = records.vocabulary.record if records.vocabulary is not None else None
        terms = (*words.harms, *words.themes) if words is not None else ()
        self._suicide = {each.id for each in terms if _SUICIDE.search(each.id) or _SUICIDE.search(each.label)}
        self._adults = {each.id for each in words.review_types if each.about == (About.ADULTS,)} if words else set()

    def of(self, record: Case | Briefing | Notice) -> Context:
        """Only what the record itself says: a lessons learned briefing has the text of its case, and no other."""
        return Context(
            suicide=not self._suicide.isdisjoint((*record.harms, *record.themes)),
            only_adults=record.about == (About.ADULTS,)
            or (isinstance(record, Case) and not record.about and record.type in self._adults),
        )
