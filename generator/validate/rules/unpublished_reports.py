"""Checks for reviews whose report is not published, or not yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, Status
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
            hint = 'keep "published" if the report is published; otherwise remove it'
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
