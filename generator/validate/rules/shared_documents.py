"""Checks the documents that a record shares with another one: `{kind: statement, from: anna}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, RelatedLocation, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import Briefing, Case, Document, Located, Notice, Records, Status

_AnyLocated = Located[Case] | Located[Briefing] | Located[Notice]

_OWN_FIELDS: Final = (
    "file", "url", "availability", "title", "publisher", "reason", "since", "published", "language", "accepted",
    "updates",
)  # fmt: skip
"""Fields that only the record with the document has."""


def check_shared_document_names(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D442 for a case that does not exist, and D445 for a field that belongs in the other record."""
    known = records.known_ids.get("case", frozenset())
    for record, index, document in _references(records):
        if document.shared_from not in known:
            hint = did_you_mean(document.shared_from or "", known) or one_of(known)
            place = record.raw.location_of("documents", index, "from")
            yield rule("D442").diagnostic(f'there is no case "{document.shared_from}"', place, hint)
        for name in (name for name in _OWN_FIELDS if name in document.model_fields_set):
            place = record.raw.location_of("documents", index, name, key=True)
            message = f'"{name}" is given for a document of another record'
            hint = f"take it out here: it belongs in content/cases/{document.shared_from}/case.yml"
            yield rule("D445").diagnostic(message, place, hint)
            break


def check_shared_documents(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D442 for a document that the other record does not have, D443 for a chain, and D444 for a hidden owner."""
    cases = {located.record.id: located for located in records.cases}
    for record, index, document in _references(records):
        owner = cases.get(document.shared_from or "")
        if owner is None:
            continue
        place = record.raw.location_of("documents", index, "from")
        target = next((each for each in owner.record.documents if each.name == document.name), None)
        if owner.record is record.record or (target is not None and target.shared_from is not None):
            yield rule("D443").diagnostic(
                _chain_message(record, owner), place, _chain_hint(document, owner, cases, record)
            )
        elif target is None:
            own = [each for each in owner.record.documents if each.shared_from is None]
            same_kind = next((each.id for each in own if each.kind == document.kind and each.id is not None), None)
            hint = (
                f"its document of this kind has an id: add it here, id: {same_kind}"
                if same_kind is not None
                else f"it has these documents: {', '.join(each.name for each in own)}"
                if own
                else f"add the document to {owner.raw.file} first"
            )
            message = f'the case "{owner.record.id}" has no document "{document.name}"'
            yield rule("D442").diagnostic(message, place, hint)
        else:
            yield from _hidden(record, index, owner, today)


def _references(records: Records) -> Iterator[tuple[_AnyLocated, int, Document]]:
    for record in records.cases_briefings_notices:
        for index, document in enumerate(record.record.documents):
            if document.shared_from is not None:
                yield record, index, document


def _chain_message(record: _AnyLocated, owner: Located[Case]) -> str:
    if owner.record is record.record:
        return "this document refers to its own record"
    return f'the case "{owner.record.id}" does not have this document itself: it refers to another case'


def _chain_hint(
    document: Document, owner: Located[Case], cases: Mapping[str, Located[Case]], record: _AnyLocated
) -> str:
    """Return the record that has the document, if the chain ends at one."""
    seen = {record.record.id}
    current: Located[Case] | None = owner
    while current is not None and current.record.id not in seen:
        seen.add(current.record.id)
        target = next((each for each in current.record.documents if each.name == document.name), None)
        if target is not None and target.shared_from is None:
            return f"name the case that has the document: from: {current.record.id}"
        current = cases.get(target.shared_from or "") if target is not None else None
    return 'give one of the records the document itself: "file: ...", "url: ..." or "availability: ..."'


def _hidden(record: _AnyLocated, index: int, owner: Located[Case], today: date) -> Iterator[Diagnostic]:
    """Yield D444 if a page is public, or will be, on a day on which the record that has the document is not."""
    status, own = owner.record.status, record.record.status
    if own in (Status.DRAFT, Status.WITHDRAWN) or status is own:
        return
    move = f"move its entry and its file from {owner.raw.folder}/ to {record.raw.folder}/, and refer to it from there"
    if status is Status.WITHDRAWN:
        message = f'the case "{owner.record.id}" is withdrawn, so this page no longer lists the document'
        hint = f"take this entry out; or, if the document may stay public, {move}"
    elif status is Status.ARCHIVED:
        message = f'the case "{owner.record.id}" is archived, so the document is on request here too'
        hint = f"archive this record too; or, if readers should still get it here, {move}"
    elif not owner.record.is_public(today) and record.record.is_public(today):
        message = f'the case "{owner.record.id}" is not public yet, so this page does not list the document'
        hint = f"wait until that case is public; or {move}"
    else:
        return
    related = (RelatedLocation("the status of the other record", owner.raw.location_of("status")),)
    yield rule("D444").diagnostic(message, record.raw.location_of("documents", index, "from"), hint, related)
