"""Reviews whose report is not published, and the information about improvements that is published in its place."""

from __future__ import annotations

from collections.abc import Collection

from generator.model.case import Case
from generator.model.document import Availability
from generator.model.publication_state import PublicationState


def is_report_withheld(case: Case, report_kinds: Collection[str]) -> bool:
    """Return True if the partnership has decided not to publish the report.

    The record says so by `publication: not-published`, or by `availability: withheld` for every document of the kinds
    of reports that it lists.
    """
    reports = [document for document in case.documents if document.kind in report_kinds]
    return case.state is PublicationState.NOT_PUBLISHED or (
        bool(reports) and all(report.availability is Availability.WITHHELD for report in reports)
    )
