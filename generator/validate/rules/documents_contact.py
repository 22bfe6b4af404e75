"""Checks that readers who have to ask for a document can reach a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Availability, Records, Status


def check_documents_contact(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D447, once for the site, if documents are on request and `documents_contact` reaches nobody."""
    if records.partnership is None:
        return
    contact = records.partnership.record.documents_contact
    waiting = sum(_on_request(records))
    if not waiting or (contact is not None and contact.reaches_a_person):
        return
    several = f"{waiting} documents are" if waiting > 1 else "one document is"
    if contact is None:
        message = f"{several} on request, and there is nobody to ask"
        place = records.partnership.raw.location_of()
    else:
        message = f"{several} on request, and the contact for documents is not a way to reach a person"
        place = records.partnership.raw.location_of("documents_contact")
    hint = (
        'give "documents_contact" an email address, a phone number, or the address of a form ("form: https://...") or '
        "of a contact page"
    )
    yield rule("D447").diagnostic(message, place, hint)


def _on_request(records: Records) -> Iterator[bool]:
    """Yield True for each document that readers of a record's page are told to ask for, and False for the others."""
    for located in records.cases_briefings_notices:
        record = located.record
        if record.status in (Status.DRAFT, Status.WITHDRAWN):
            continue
        for document in record.documents:
            is_archived = record.status is Status.ARCHIVED and document.availability is None
            yield (is_archived or document.availability is Availability.ON_REQUEST) and document.shared_from is None
