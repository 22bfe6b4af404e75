"""The findings and recommendations of a review as open data. The private notes on progress are not in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby
from typing import Final

from generator.markdown import whole_text
from generator.model import Case, Library, PublishedDocument, addresses
from generator.model.recommendation import Evidence, Progress, Recommendation
from generator.render.views.recommendations import find_document, why_not_offered


def findings_data(case: Case) -> list[dict[str, object]]:
    """Return the findings of a review, in its order."""
    return [{"id": each.id, "text": one_line(each.text), "theme": each.theme} for each in case.findings]


def recommendations_data(case: Case, library: Library) -> list[dict[str, object]]:
    """Return the recommendations of a review, in its order, with their progress, the oldest first."""
    documents = library.documents_on_page("case", case.id)
    return [_recommendation(each, case, library, documents) for each in case.recommendations]


RECOMMENDATION_FIELDS: Final = (
    "review", "review_name", "review_published", "id", "address", "text", "to", "to_labels", "theme", "harm", "due",
    "status", "status_label", "open", "overdue", "updated", "latest_update", "reason", "evidence",
)  # fmt: skip
"""The columns of the spreadsheet. `latest_update`, `reason` and `evidence` are from the newest update."""


def recommendation_rows(
    library: Library, data_of: Callable[[Case], list[dict[str, object]]]
) -> list[dict[str, object]]:
    """Return every recommendation that has a page, with its review: of the newest review first.

    `data_of` returns the data of all recommendations of a case.
    """
    rows: list[dict[str, object]] = []
    for case, listed in groupby(library.recommendations, key=lambda each: each.case):
        for published, data in zip(listed, data_of(case), strict=True):
            row = {
                "review": case.id,
                "review_name": case.name,
                "review_address": library.site_url + addresses.review(case.id),
                "review_published": case.published.iso if case.published is not None else None,
                **data,
                "address": library.site_url + published.address,
            }
            rows.append(row)
    return rows


def recommendations_csv(rows: Iterable[dict[str, object]], cell: Callable[[object], str]) -> bytes:
    """Return the spreadsheet of recommendations. `cell` makes a value safe for spreadsheet programs."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(RECOMMENDATION_FIELDS)
    for row in rows:
        progress = row["progress"]
        latest = progress[-1] if isinstance(progress, list) and progress else {}
        written = {**row, "latest_update": latest.get("text"), "reason": latest.get("reason")}
        written["evidence"] = latest.get("evidence")
        writer.writerow([cell(_yes_or_no(written[name])) for name in RECOMMENDATION_FIELDS])
    return text.getvalue().encode("utf-8-sig")


def _yes_or_no(value: object) -> object:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


@lru_cache(maxsize=32_768)
def one_line(prose: str | None) -> str | None:
    """Return prose as plain text on one line; None if there is none."""
    return whole_text(prose) if prose is not None else None


def _recommendation(
    recommendation: Recommendation, case: Case, library: Library, documents: tuple[PublishedDocument, ...]
) -> dict[str, object]:
    words = library.vocabulary
    status = recommendation.status(words.recommendation_status)
    current = recommendation.current
    return {
        "id": recommendation.id,
        "address": f"{library.site_url}{addresses.review(case.id)}#recommendation-{recommendation.id}",
        "text": one_line(recommendation.text),
        "to": list(recommendation.to),
        "to_labels": [words.agency[each].label for each in recommendation.to],
        "theme": recommendation.theme,
        "harm": recommendation.harm,
        "finding": recommendation.finding,
        "due": recommendation.due.iso if recommendation.due is not None else None,
        "status": status.id if status is not None else None,
        "status_label": status.label if status is not None else None,
        "open": recommendation.is_open(words.recommendation_status),
        "overdue": recommendation.is_overdue(words.recommendation_status, library.today),
        "updated": current.date.iso if current is not None else None,
        "answered_by": [each.name for each in case.documents if recommendation.id in each.answers],
        "progress": [_progress(each, library, documents) for each in recommendation.in_order],
    }


def _progress(entry: Progress, library: Library, documents: tuple[PublishedDocument, ...]) -> dict[str, object]:
    return {
        "date": entry.date.iso,
        "status": entry.status,
        "text": one_line(entry.text),
        "reason": one_line(entry.reason),
        "how": one_line(entry.how),
        "superseded_by": entry.superseded_by,
        "evidence": [_evidence(each, library, documents) for each in entry.evidence],
    }


def _evidence(evidence: Evidence, library: Library, documents: tuple[PublishedDocument, ...]) -> dict[str, object]:
    if evidence.document is None:
        return {"kind": str(evidence.kind), "document": None, "label": evidence.label, "address": evidence.url}
    document = find_document(evidence.document, documents)
    address = document.address if document is not None else None
    if document is not None and address is not None and document.is_local:
        address = library.site_url + address
    label = document.label if document is not None else evidence.document
    if document is not None and address is None and document.availability is not None:
        label = f"{label} ({why_not_offered(document)})"
    return {
        "kind": "document",
        "document": evidence.document,
        "label": label,
        "address": address,
        "availability": str(document.availability)
        if document is not None and document.availability is not None
        else None,
    }
