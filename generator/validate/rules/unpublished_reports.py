"""Checks for reviews whose report is not published, or not yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Availability, Case, Document, Records, Status
from generator.model.publication_state import PublicationState


def check_unpublished_reports(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T730 for fields that contradict each other, and T731 for an expected date that has passed."""
    for located in records.cases:
        case, at = located.record, located.raw.location_of
        field = "publication" if case.publication is not None else "expected" if case.expected is not None else None
        if field is None:
            continue
        written = f'"publication: {case.publication}"' if case.publication is not None else '"expected"'
        if "published" in located.raw.values:
            hint = f'is the report published? Yes: delete "{field}". No: delete "published"'
            message = f"the review has a date of publication and {written}"
            yield rule("T730").diagnostic(message, at(field, key=True), hint)
        elif case.publication is PublicationState.NOT_PUBLISHED and case.expected is not None:
            hint = 'write "publication: not-yet" if the report will be published; otherwise remove "expected"'
            message = '"expected" says when, and "publication: not-published" says never'
            yield rule("T730").diagnostic(message, at("expected", key=True), hint)
        elif (
            case.expected is not None
            and case.expected.last_day < today
            and case.status not in (Status.DRAFT, Status.WITHDRAWN)
        ):
            hint = 'write "published" if it is published, a new date, or only "publication: not-yet"'
            message = f"{case.expected.label} has passed, so the page says only that the report is not published yet"
            yield rule("T731").diagnostic(message, at("expected"), hint)


def check_reports_of_unpublished_reviews(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T740 for a report that readers can open, or never will, and a `publication` that says otherwise."""
    if records.vocabulary is None:
        return
    kinds = {kind.id for kind in records.vocabulary.record.document_kinds if kind.names_type}
    for located in records.cases:
        case, at = located.record, located.raw.location_of
        for index, document in enumerate(case.documents):
            if case.state is None or document.kind not in kinds:
                continue
            fault = _contradiction(case, document)
            if fault is not None:
                yield rule("T740").diagnostic(fault[0], at("documents", index), fault[1])


def _contradiction(case: Case, document: Document) -> tuple[str, str] | None:
    """Return a message and a hint if the document contradicts the state of its review."""
    written = f'"publication: {case.publication}"' if case.publication is not None else '"expected"'
    can_be_opened = document.file is not None or document.url is not None or document.shared_from is not None
    if can_be_opened or document.availability in (Availability.ELSEWHERE, Availability.ON_REQUEST):
        message = f'readers can get this document ("{document.kind}"), and {written} says that it is not published'
        return message, f'if it is published, remove {written}; if it is not, write "availability: withheld" here'
    if document.availability is Availability.WITHHELD and case.state is PublicationState.NOT_YET:
        message = f'this document ("{document.kind}") is withheld, and {written} says that it will be published'
        hint = 'if it will be published, write "availability: delayed" here; if not, "publication: not-published"'
        return message, hint
    return None
