"""Finds the documents that several records share: one record has the document, the others refer to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import Briefing, Case, Document, DocumentReference, Notice

AnyRecord = Case | Briefing | Notice
_RecordKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SharedDocuments:
    """The references between public records, in both directions."""

    references: Mapping[_RecordKey, tuple[DocumentReference, ...]]
    """Record kind and id to the documents of other records on its page, in the order of the record."""

    sharing: Mapping[tuple[_RecordKey, int], tuple[AnyRecord, ...]]
    """A record and the index of its document to the other records that refer to the document."""


def find_shared_documents(public: Iterable[AnyRecord]) -> SharedDocuments:
    """Return the references between records that are public and not withdrawn.

    A reference to a document of any other record is left out: the page does not list the document.
    """
    listed = tuple(public)
    cases = {record.id: record for record in listed if isinstance(record, Case)}
    references: dict[_RecordKey, list[DocumentReference]] = defaultdict(list)
    sharing: dict[tuple[_RecordKey, int], list[AnyRecord]] = defaultdict(list)
    for record in listed:
        for place, document in enumerate(record.documents):
            owner = cases.get(document.shared_from or "")
            found = _index_of(document, owner) if owner is not None else None
            if owner is None or found is None:
                continue
            key = ("case", owner.id)
            references[_key_of(record)].append(DocumentReference(place, key, found))
            sharing[key, found].append(record)
    return SharedDocuments(
        {key: tuple(found) for key, found in references.items()},
        {document: tuple(records) for document, records in sharing.items()},
    )


def _index_of(reference: Document, owner: Case) -> int | None:
    """Return the index of the document that a reference names among its owner's; None if the owner has none."""
    own = ((n, each) for n, each in enumerate(owner.documents) if each.shared_from is None)
    return next((n for n, each in own if each.name == reference.name), None)


def _key_of(record: AnyRecord) -> _RecordKey:
    kind, _, identity = record.ref.partition(":")
    return kind, identity
