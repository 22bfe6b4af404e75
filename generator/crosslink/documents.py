"""Builds the published form of documents: one label for each document everywhere, and an address made from ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    title_of,
)
from generator.model.document import suffix_of
from generator.model.vocabulary import DocumentKind, Vocabulary

LocatedRecord = Located[Case] | Located[Briefing] | Located[Notice]


def published_documents(
    records: Records, vocabulary: Vocabulary, public: Iterable[Case | Briefing | Notice]
) -> Mapping[tuple[str, str], tuple[PublishedDocument, ...]]:
    """Return record kind and id to documents, for every public record.

    Documents of an archived record are on request.
    """
    shown = {id(each) for each in public}
    return {
        (record.raw.kind, record.record.id): tuple(
            _published(records, vocabulary, record, document) for document in record.record.documents
        )
        for record in records.cases_briefings_notices
        if id(record.record) in shown and record.record.documents
    }


def _published(
    records: Records,
    vocabulary: Vocabulary,
    owner: LocatedRecord,
    document: Document,
) -> PublishedDocument:
    label = _label(owner.record, vocabulary.document_kind[document.kind], vocabulary)
    dated = document.published.iso if document.published is not None else None
    if owner.record.status is Status.ARCHIVED and document.availability is None:
        return PublishedDocument(
            label, document.kind, None, is_local=False, availability=Availability.ON_REQUEST, published=dated
        )
    facts = records.files.get((owner.raw.file, document.file or ""))
    address, form = _where(owner.record.id, document)
    updates = (_updated(records, owner, document, number, label) for number in range(len(document.updates)))
    return PublishedDocument(
        label=label,
        kind=document.kind,
        address=address,
        is_local=document.file is not None,
        availability=document.availability,
        reason=document.reason,
        facts=facts,
        published=dated,
        language=document.language or "en-GB",
        format=form,
        accepted=document.accepted,
        pages=facts.pdf.pages if facts is not None and facts.pdf is not None else None,
        size_bytes=facts.size_bytes if facts is not None else None,
        updates=tuple(updates),
    )


def _updated(records: Records, owner: LocatedRecord, document: Document, number: int, label: str) -> PublishedUpdate:
    update = document.updates[number]
    before = sum(each.date == update.date for each in document.updates[:number])
    anchor = f"{owner.record.id}-{document.kind}-{update.date.iso}" + (f"-{before + 1}" if before else "")
    if update.earlier is None:
        return PublishedUpdate(anchor, update.date, update.text)
    suffix = suffix_of(update.earlier)
    facts = records.files.get((owner.raw.file, update.earlier))
    earlier = PublishedDocument(
        label=f"{label}, as it was until {update.date.label}",
        kind=document.kind,
        address=addresses.earlier_document(owner.record.id, document.kind, update.date.iso, suffix),
        is_local=True,
        facts=facts,
        language=document.language or "en-GB",
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
        return addresses.document(record_id, document.kind, suffix), suffix.upper()
    if document.url is not None:
        is_pdf = document.url.lower().split("?")[0].split("#")[0].endswith(".pdf")
        return document.url, "PDF" if is_pdf else ""
    return None, ""


def _label(record: Case | Briefing | Notice, kind: DocumentKind, vocabulary: Vocabulary) -> str:
    names_type = isinstance(record, Case) and kind.names_type and record.type
    type_label = f"{vocabulary.type_label(record.type)} " if isinstance(record, Case) and names_type else ""
    return f"{title_of(record)}: {type_label}{kind.label}"
