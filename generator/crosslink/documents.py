"""Builds the published form of documents: one label for each document everywhere, and an address made from ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.crosslink.shared_documents import SharedDocuments
from generator.languages import gettext as _
from generator.model import (
    Availability,
    Briefing,
    Case,
    Document,
    Located,
    Notice,
    PublishedDocument,
    PublishedUpdate,
    Records,
    Status,
    addresses,
)
from generator.model.document import language_of, suffix_of
from generator.model.document_label import document_label
from generator.model.vocabulary import Vocabulary

LocatedRecord = Located[Case] | Located[Briefing] | Located[Notice]


def published_documents(
    records: Records,
    vocabulary: Vocabulary,
    public: Iterable[Case | Briefing | Notice],
    shared: SharedDocuments,
    publisher: str,
) -> Mapping[tuple[str, str], tuple[PublishedDocument, ...]]:
    """Return record kind and id to the record's own documents, for every public record.

    Documents of an archived record are on request. `publisher` is the partnership's name.
    """
    shown = {id(each) for each in public}
    return {
        (record.raw.kind, record.record.id): tuple(
            _published(
                records,
                vocabulary,
                record,
                place,
                shared.sharing.get(((record.raw.kind, record.record.id), place), ()),
                publisher,
            )
            for place, document in enumerate(record.record.documents)
            if document.shared_from is None
        )
        for record in records.cases_briefings_notices
        if id(record.record) in shown and record.record.documents
    }


def _published(
    records: Records,
    vocabulary: Vocabulary,
    owner: LocatedRecord,
    place: int,
    sharing: Sequence[Case | Briefing | Notice],
    publisher: str,
) -> PublishedDocument:
    document = owner.record.documents[place]
    label = document_label(owner.record, document, vocabulary, sharing)
    facts = records.files.get((owner.raw.file, document.file or ""))
    if owner.record.status is Status.ARCHIVED and document.availability is None:
        return PublishedDocument(
            label,
            document.kind,
            None,
            is_local=False,
            id=document.id,
            anchor=f"{owner.record.id}-{document.name}",
            title=document.title,
            place=place,
            availability=Availability.ON_REQUEST,
            published=document.published,
            language=language_of(document, facts),
        )
    address, form = _where(owner.record.id, document)
    updates = (_updated(records, owner, document, number, label) for number in range(len(document.updates)))
    return PublishedDocument(
        label=label,
        kind=document.kind,
        address=address,
        is_local=document.file is not None,
        id=document.id,
        anchor=f"{owner.record.id}-{document.name}",
        title=document.title,
        place=place,
        availability=document.availability,
        publisher=(document.publisher or publisher) if document.availability is Availability.ELSEWHERE else None,
        reason=document.reason,
        since=document.since if document.availability is Availability.REMOVED else None,
        facts=facts,
        published=document.published,
        language=language_of(document, facts),
        format=form,
        accepted=document.accepted,
        pages=facts.pdf.pages if facts is not None and facts.pdf is not None else None,
        size_bytes=facts.size_bytes if facts is not None else None,
        updates=tuple(updates),
    )


def _updated(records: Records, owner: LocatedRecord, document: Document, number: int, label: str) -> PublishedUpdate:
    update = document.updates[number]
    before = sum(each.date == update.date for each in document.updates[:number])
    anchor = f"{owner.record.id}-{document.name}-{update.date.iso}" + (f"-{before + 1}" if before else "")
    if update.earlier is None:
        return PublishedUpdate(anchor, update.date, update.text)
    suffix = suffix_of(update.earlier)
    facts = records.files.get((owner.raw.file, update.earlier))
    earlier = PublishedDocument(
        label=_("{document}, as it was until {date}").format(document=label, date=update.date.label),
        kind=document.kind,
        id=document.id,
        address=addresses.earlier_document(owner.record.id, document.name, update.date.iso, suffix),
        is_local=True,
        facts=facts,
        language=language_of(document, facts),
        format=suffix.upper(),
        accepted=document.accepted,
        pages=facts.pdf.pages if facts is not None and facts.pdf is not None else None,
        size_bytes=facts.size_bytes if facts is not None else None,
    )
    return PublishedUpdate(anchor, update.date, update.text, earlier)


def _where(record_id: str, document: Document) -> tuple[str | None, str]:
    """Return its address (None if it has none), and its format in capitals; empty if the address does not show it."""
    if document.file is not None:
        suffix = suffix_of(document.file)
        return addresses.document(record_id, document.name, suffix), suffix.upper()
    if document.url is not None:
        is_pdf = document.url.lower().split("?")[0].split("#")[0].endswith(".pdf")
        return document.url, "PDF" if is_pdf else ""
    return None, ""
