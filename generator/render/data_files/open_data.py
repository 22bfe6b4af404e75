"""Open data: public fields and citations. The format has a version number; fields are only ever added to it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from generator.model import (
    Briefing,
    Case,
    GeneratedFile,
    Library,
    PublishedDocument,
    PublishedUpdate,
    SiteSection,
    Status,
    addresses,
)
from generator.model.last_change import change_after_publication
from generator.model.recommendation import summarize
from generator.model.ways_to_read import ways_to_read
from generator.render.citations import Citation, as_bibtex, as_ris, cite_briefing, cite_case
from generator.render.data_files.recommendation_data import (
    findings_data,
    one_line,
    recommendation_rows,
    recommendations_csv,
    recommendations_data,
)
from generator.render.views.corrections import anchored_corrections
from generator.render.views.documents import newest_updates
from generator.render.views.record_language import language_of

VERSION: Final = 1

CSV_FIELDS: Final = (
    "id", "name", "type", "type_label", "published", "status", "address", "summary", "harms", "themes",
    "briefings", "lessons_learned", "documents", "types", "documents_published", "case_briefings", "subtitle",
    "also_known_as", "publication", "expected", "summary_source", "how_to_read", "briefing_themes",
    "recommendations", "recommendations_done",
)  # fmt: skip
"""`documents_published` has the documents with a date of their own: `report 2023-09; report-part-2 2024-01`.

`recommendations` and `recommendations_done` are numbers; empty for a review without recorded recommendations.
"""


def data_files(library: Library) -> tuple[GeneratedFile, ...]:
    """Return `/data/reviews.json` and `/data/briefings.json`, the reviews as CSV, and both as BibTeX and as RIS.

    A site with recommendations has them as JSON and as CSV. A site without briefings has no files of briefings, except
    those that have been published before.
    """
    case_by_id = {case.id: case for case in library.cases}

    @cache
    def advice_of(case_id: str) -> list[dict[str, object]]:
        return recommendations_data(case_by_id[case_id], library)

    @cache
    def advice() -> list[dict[str, object]]:
        return recommendation_rows(library, lambda case: advice_of(case.id))

    @cache
    def reviews() -> list[dict[str, object]]:
        return [_review(case, library, advice_of(case.id)) for case in library.cases]

    def briefings() -> list[dict[str, object]]:
        return [_briefing(briefing, library) for briefing in library.briefings]

    def cited_reviews() -> Iterator[Citation]:
        return (cite_case(case, library) for case in library.cases)

    def cited_briefings() -> Iterator[Citation]:
        return (cite_briefing(briefing, library) for briefing in library.briefings)

    of_reviews = (
        GeneratedFile(addresses.REVIEWS_JSON, lambda: _json(library, "reviews", reviews())),
        GeneratedFile(addresses.REVIEWS_CSV, lambda: _csv(reviews())),
        GeneratedFile(addresses.REVIEWS_BIBTEX, lambda: _bibtex(cited_reviews())),
        GeneratedFile(addresses.REVIEWS_RIS, lambda: _ris(cited_reviews())),
    )
    of_briefings = (
        GeneratedFile(addresses.BRIEFINGS_JSON, lambda: _json(library, "briefings", briefings())),
        GeneratedFile(addresses.BRIEFINGS_BIBTEX, lambda: _bibtex(cited_briefings())),
        GeneratedFile(addresses.BRIEFINGS_RIS, lambda: _ris(cited_briefings())),
    )
    of_recommendations = (
        GeneratedFile(addresses.RECOMMENDATIONS_JSON, lambda: _json(library, "recommendations", advice())),
        GeneratedFile(addresses.RECOMMENDATIONS_CSV, lambda: recommendations_csv(advice(), cell)),
    )
    has_advice = bool(library.recommendations)
    has_briefings, known = library.has(SiteSection.BRIEFINGS), library.published_addresses
    return (
        *of_reviews,
        *(file for file in of_briefings if has_briefings or file.address in known),
        *(file for file in of_recommendations if has_advice or file.address in known),
    )


def _json(library: Library, name: str, records: list[dict[str, object]]) -> bytes:
    """Serialize one record a line: this is fast, and a change is one line in a diff."""
    head = json.dumps(
        {"version": VERSION, "publisher": library.partnership.publisher, "library": library.site_url},
        ensure_ascii=False,
    )
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    return f'{head[:-1]}, "{name}": [\n{lines}\n]}}\n'.encode()


def _bibtex(citation: Iterable[Citation]) -> bytes:
    return "".join(f"{as_bibtex(entry)}\n\n" for entry in citation).encode()


def _ris(citation: Iterable[Citation]) -> bytes:
    return "".join(f"{as_ris(entry)}\n\n" for entry in citation).replace("\n", "\r\n").encode()


def _review(case: Case, library: Library, advice: list[dict[str, object]]) -> dict[str, object]:
    own_briefings = [briefing.id for briefing in library.case_briefings_of.get(case.id, ())]
    types = library.vocabulary.in_order(case.type)
    return {
        "id": case.id,
        "name": case.name,
        "subtitle": case.subtitle,
        "also_known_as": list(case.also_known_as),
        "type": "; ".join(types) or None,
        "types": list(library.vocabulary.parent_types(types)),
        "type_label": library.vocabulary.type_label(case.type) if case.type else None,
        "published": case.published.iso if case.published else None,
        "publication": str(case.state) if case.state is not None else "published",
        "updated": _updated(case, library),
        "expected": case.expected.iso if case.expected is not None and case.state is not None else None,
        "status": _status(case, library),
        "address": library.site_url + addresses.review(case.id),
        "commissioned": case.commissioned.iso if case.commissioned is not None else None,
        "concluded": case.concluded.iso if case.concluded is not None else None,
        "summary": case.summary,
        "summary_source": one_line(case.summary_source),
        "language": language_of(case, library),
        "reviewer": case.reviewer,
        "harms": list(case.harms),
        "themes": list(case.themes),
        "briefing_themes": list(library.briefing_themes_of.get(case.id, ())),
        "briefings": [briefing.id for briefing in library.briefings_of.get(case.id, ())],
        # The format's name since version 1 for the first of a case's own briefings, whatever the series is called.
        "lessons_learned": next(iter(own_briefings), None),
        "case_briefings": own_briefings,
        "documents": [_document(document, library) for document in library.documents_on_page("case", case.id)],
        "pictures": _pictures(case, library),
        "corrections": _corrections(case),
        "related": [related.case.id for related in library.related_to.get(case.id, ())],
        "how_to_read": [str(way) for way in ways_to_read(case, library)],
        "findings": findings_data(case),
        "recommendations": advice,
        "recommendations_done": _number_done(case, library),
    }


def _updated(record: Case | Briefing, library: Library) -> str | None:
    dated = change_after_publication(record, library.today)
    return dated.iso if dated is not None else None


def _number_done(case: Case, library: Library) -> int | None:
    if not case.recommendations:
        return None
    return summarize(case.recommendations, library.vocabulary.recommendation_status, library.today).done


def _status(case: Case, library: Library) -> str:
    if not case.is_public(library.today):
        return "draft"
    return "archived" if case.status is Status.ARCHIVED else "published"


def _briefing(briefing: Briefing, library: Library) -> dict[str, object]:
    return {
        "id": briefing.id,
        "title": briefing.title,
        "subtitle": briefing.subtitle,
        "series": briefing.series.id,
        "series_label": briefing.series.label,
        "written_by": str(briefing.written_by),
        "retold": briefing.retold.iso if briefing.retold else None,
        "also_known_as": list(briefing.also_known_as),
        "audience": list(briefing.audience),
        "published": briefing.published.iso if briefing.published else None,
        "revised": briefing.revised.iso if briefing.revised else None,
        "updated": _updated(briefing, library),
        "slides": library.site_url + addresses.slides(briefing.id) if library.shows_as_slides(briefing) else None,
        "address": library.site_url + addresses.briefing(briefing.id),
        "summary": briefing.summary,
        "summary_source": one_line(briefing.summary_source),
        "language": language_of(briefing, library),
        "harms": list(briefing.harms),
        "themes": list(briefing.themes),
        "reviews": [each.id for each in library.cases_of.get(briefing.id, ())],
        "documents": [_document(document, library) for document in library.documents_on_page("briefing", briefing.id)],
        "pictures": _pictures(briefing, library),
        "corrections": _corrections(briefing),
        "how_to_read": [str(way) for way in ways_to_read(briefing, library)],
    }


def _pictures(record: Case | Briefing, library: Library) -> list[dict[str, object]]:
    kind, _, identity = record.ref.partition(":")
    return [
        {
            "address": library.site_url + picture.address,
            "alt": picture.alt,
            "caption": picture.caption or None,
            "width": picture.width,
            "height": picture.height,
        }
        for picture in library.pictures_of.get((kind, identity), ())
    ]


def _corrections(record: Case | Briefing) -> list[dict[str, str]]:
    """Return the corrections of a record's page, newest first."""
    return [{"date": correction.date.iso, "text": correction.text} for _, correction in anchored_corrections(record)]


def _document(document: PublishedDocument, library: Library) -> dict[str, object]:
    address = document.address
    if address is not None and document.is_local:
        address = library.site_url + address
    return {
        "kind": document.kind,
        "label": document.label,
        "address": address,
        "availability": str(document.availability) if document.availability is not None else "published",
        "reason": document.reason,
        "format": document.format or None,
        "pages": document.pages if document.is_local else None,
        "size_bytes": document.size_bytes if document.is_local else None,
        "updates": [_update(newest_update, library) for newest_update in newest_updates(document)],
        "id": document.id,
        "title": document.title,
        "published": document.published.iso if document.published is not None else None,
        "language": document.language,
        "publisher": document.publisher,
        "since": document.since.iso if document.since is not None else None,
        "shared_from": document.shared_from,
        "accessible": not document.shortfalls if document.is_own_pdf else None,
    }


def _update(update: PublishedUpdate, library: Library) -> dict[str, object]:
    earlier = update.earlier.address if update.earlier is not None else None
    return {
        "date": update.date.iso,
        "text": update.text,
        "earlier": library.site_url + earlier if earlier is not None else None,
    }


def _csv(reviews: list[dict[str, object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CSV_FIELDS)
    for review in reviews:
        listed = review["recommendations"]
        number = len(listed) if isinstance(listed, list) and listed else None
        row = {**review, "documents_published": _dates(review["documents"]), "recommendations": number}
        writer.writerow([cell(row[name]) for name in CSV_FIELDS])
    return text.getvalue().encode("utf-8-sig")


def _dates(documents: object) -> list[str]:
    """Return kind, id and date of each document with a date: `report-part-2 2024-01`."""
    return [
        f"{'-'.join(filter(None, (each['kind'], each['id'])))} {each['published']}"
        for each in (documents if isinstance(documents, list) else ())
        if each["published"]
    ]


def cell(value: object) -> str:
    """Return a value as one cell. Lists are joined by semicolons, and a cell never starts a spreadsheet formula."""
    if isinstance(value, list):
        value = "; ".join(str(each["label"]) if isinstance(each, dict) else str(each) for each in value)
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in "=+-@\t\r" and text else text
