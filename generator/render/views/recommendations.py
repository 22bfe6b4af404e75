"""What a review found, what it recommended, and what was done since, as its page shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from generator.languages import gettext as _
from generator.languages import ngettext
from generator.markdown import join_words
from generator.model import Availability, Case, Library, PublishedDocument, SiteSection, Status, addresses
from generator.model.recommendation import (
    Evidence,
    EvidenceKind,
    Progress,
    Recommendation,
    Summary,
    number_of,
    summarize,
)
from generator.render.views.documents import document_views
from generator.render.views.term_links import term_links

MOST_IN_ONE_LIST: Final = 20
"""The number of recommendations from which a page groups them by status, with links to the groups."""

NO_PROGRESS: Final = "no-progress"
"""In place of the id of a status, if no progress is recorded."""


def recommendations_view(case: Case, library: Library) -> dict[str, object]:
    """Return the view of the findings and the recommendations of a case; empty values if it has none.

    Notes on progress are private: they are not in it.
    """
    if not case.findings and not case.recommendations:
        return {"findings": [], "recommendations": {}}
    documents = library.documents_on_page("case", case.id)
    shown = [
        {"group": status_id(each, library), **recommendation_view(each, place, case, library, documents)}
        for place, each in enumerate(case.recommendations, 1)
    ]
    return {
        "findings": [_finding(each.id, each.text, each.theme, case, library) for each in case.findings],
        "recommendations": {
            "summary": summary_sentence(_summary_of(case, library)),
            "as_of": _as_of(_summary_of(case, library)),
            "groups": _groups(shown, library),
        }
        if case.recommendations
        else {},
    }


def heading_of(recommendation: Recommendation, place: int) -> str:
    """Return the heading of a recommendation: its number in the report if its id has one, else its place in the list.

    `r1` is "Recommendation 1", and `2-3` is "Recommendation 2.3".
    """
    return _("Recommendation {number}").format(number=number_of(recommendation, place))


def status_label(recommendation: Recommendation, library: Library) -> str:
    """Return the status of a recommendation in words, also if no progress is recorded."""
    status = recommendation.status(library.vocabulary.recommendation_status)
    return status.label if status is not None else _("No progress recorded")


def summary_sentence(summary: Summary) -> str:
    """Return how many recommendations have which status: `5 of 7 done, 1 under way, 1 not accepted`."""
    parts = [_("{done} of {total} done").format(done=summary.done, total=summary.total)]
    parts += [
        _("{number} {status}").format(number=number, status=status.in_a_sentence) for status, number in summary.others
    ]
    if summary.without_progress:
        parts.append(_("{number} without recorded progress").format(number=summary.without_progress))
    return ", ".join(parts) + "."


def _summary_of(case: Case, library: Library) -> Summary:
    return summarize(case.recommendations, library.vocabulary.recommendation_status, library.today)


def _as_of(summary: Summary) -> dict[str, str]:
    """Return the day of the newest entry, and how many are overdue today."""
    overdue = ngettext("{number} is overdue.", "{number} are overdue.", summary.overdue)
    return {
        "date": summary.latest.label if summary.latest is not None else "",
        "iso": summary.latest.iso if summary.latest is not None else "",
        "overdue": overdue.format(number=summary.overdue) if summary.overdue else "",
    }


def _finding(identity: str, text: str, theme: str | None, case: Case, library: Library) -> dict[str, object]:
    led_to = [
        {"id": each.id, "heading": heading_of(each, place)}
        for place, each in enumerate(case.recommendations, 1)
        if each.finding == identity
    ]
    return {"id": identity, "text": text, "theme": _theme(theme, library), "led_to": led_to}


def _theme(theme: str | None, library: Library) -> list[object]:
    known = library.vocabulary.theme
    return [*term_links((known[theme],), "theme", library)] if theme is not None and theme in known else []


def _harm(harm: str | None, library: Library) -> list[object]:
    known = library.vocabulary.harm
    return [*term_links((known[harm],), "harm", library)] if harm is not None and harm in known else []


def has_pages(case: Case, library: Library) -> bool:
    """Return True if the recommendations of a case have pages: the site has the section, and the case is current."""
    return library.has(SiteSection.RECOMMENDATIONS) and case.status is not Status.ARCHIVED


def status_id(recommendation: Recommendation, library: Library) -> str:
    """Return the id of the status of today, or `no-progress`."""
    status = recommendation.status(library.vocabulary.recommendation_status)
    return status.id if status is not None else NO_PROGRESS


def agency_links(recommendation: Recommendation, is_linked: bool, library: Library) -> list[dict[str, str]]:
    """Return the agencies that it is addressed to, each with the address of its list; empty without such lists."""
    agencies = (library.vocabulary.agency[each] for each in recommendation.to)
    return [
        {"label": each.label, "address": addresses.recommendations_to(each.id) if is_linked else ""}
        for each in agencies
    ]


def update_anchors(recommendation: Recommendation) -> list[str]:
    """Return the anchor of each entry of its progress, the oldest first: `update-2025-04-02`.

    The second entry of a day has a number: `update-2025-04-02-2`.
    """
    seen: Counter[str] = Counter()
    anchors = []
    for entry in recommendation.in_order:
        seen[entry.date.iso] += 1
        number = f"-{seen[entry.date.iso]}" if seen[entry.date.iso] > 1 else ""
        anchors.append(f"update-{entry.date.iso}{number}")
    return anchors


def _groups(shown: list[dict[str, object]], library: Library) -> list[dict[str, object]]:
    """Return one group without a label for a short list in the order of the review; else one group for each status.

    Those without progress come first, then the open ones: a reader of a long list looks for what is not done.
    """
    if len(shown) <= MOST_IN_ONE_LIST:
        return [{"id": "", "label": "", "description": "", "items": shown}]
    statuses = library.vocabulary.recommendation_statuses
    ordered = sorted(statuses, key=lambda each: not each.open)
    first: dict[str, object] = {"id": NO_PROGRESS, "label": _("No progress recorded"), "description": ""}
    groups = [{**first, "items": _of(shown, NO_PROGRESS)}]
    for each in ordered:
        group: dict[str, object] = {"id": each.id, "label": each.label, "description": each.description or ""}
        groups.append({**group, "items": _of(shown, each.id)})
    return [each for each in groups if each["items"]]


def _of(shown: Iterable[dict[str, object]], group: str) -> list[dict[str, object]]:
    return [each for each in shown if each["group"] == group]


def recommendation_view(
    recommendation: Recommendation,
    place: int,
    case: Case,
    library: Library,
    documents: tuple[PublishedDocument, ...],
    own_page: bool = False,
) -> dict[str, object]:
    """Return a recommendation for the page of its review, or for its own page."""
    words, today = library.vocabulary, library.today
    status = recommendation.status(words.recommendation_status)
    age = recommendation.status_age(today)
    is_open = recommendation.is_open(words.recommendation_status)
    is_old = is_open and age is not None and age >= library.partnership.recommendations.old_status_after_months
    dated = zip(recommendation.in_order, update_anchors(recommendation), strict=True)
    entries = [{"anchor": at, **_entry(each, case, library, documents, own_page)} for each, at in dated][::-1]
    is_linked = has_pages(case, library)
    answering = _answering(recommendation.id, case, documents)
    return {
        "id": recommendation.id,
        "heading": heading_of(recommendation, place),
        "text": recommendation.text,
        "page": addresses.recommendation(case.id, recommendation.id) if is_linked else "",
        "to": join_words([words.agency[each].label for each in recommendation.to]),
        "agencies": agency_links(recommendation, is_linked, library),
        "theme": _theme(recommendation.theme, library),
        "harm": _harm(recommendation.harm, library),
        "finding": recommendation.finding or "",
        "due": recommendation.due.label if recommendation.due is not None else "",
        "due_iso": recommendation.due.iso if recommendation.due is not None else "",
        "is_overdue": recommendation.is_overdue(words.recommendation_status, today),
        "status": status_label(recommendation, library),
        "meaning": (status.description or "") if status is not None else "",
        "age": ngettext("{number} month ago", "{number} months ago", age or 0).format(number=age) if is_old else "",
        "latest": entries[0] if entries else {},
        "earlier": entries[1:],
        "answered_by": _answers(answering, library),
    }


def _answers(answering: Iterable[PublishedDocument], library: Library) -> list[dict[str, object]]:
    """Return the responses, each with why there is nothing to open if there is nothing."""
    documents = tuple(answering)
    return [
        {**view, "detail": view["detail"] if each.address else why_not_offered(each)}
        for each, view in zip(documents, document_views(documents, library.partnership), strict=True)
    ]


def why_not_offered(document: PublishedDocument) -> str:
    """Return in words why a document without an address cannot be opened."""
    match document.availability:
        case Availability.WITHDRAWN:
            return _("withdrawn")
        case Availability.REMOVED:
            return _("no longer published")
        case Availability.WITHHELD:
            return _("withheld")
        case _:
            return _("not online")


def _answering(identity: str, case: Case, documents: Iterable[PublishedDocument]) -> list[PublishedDocument]:
    """Return the published documents of the case that answer a recommendation."""
    names = {(each.kind, each.id) for each in case.documents if identity in each.answers}
    return [each for each in documents if (each.kind, each.id) in names and not each.is_sheet]


def _entry(
    entry: Progress, case: Case, library: Library, documents: Iterable[PublishedDocument], own_page: bool
) -> dict[str, object]:
    status = library.vocabulary.recommendation_status.get(entry.status)
    return {
        "date": entry.date.label,
        "iso": entry.date.iso,
        "status": status.label if status is not None else entry.status,
        "text": entry.text,
        "reason": entry.reason or "",
        "how": entry.how or "",
        "superseded_by": _named(entry.superseded_by, case, own_page),
        "evidence": [_evidence(each, library, documents) for each in entry.evidence],
    }


def _named(identity: str | None, case: Case, own_page: bool) -> dict[str, str]:
    """Return another recommendation of the case, with a link to its page or to its part of the page of the case."""
    for place, each in enumerate(case.recommendations, 1):
        if each.id == identity:
            link = f"../{each.id}/" if own_page else f"#recommendation-{each.id}"
            return {"link": link, "heading": heading_of(each, place)}
    return {}


def find_document(name: str, documents: Iterable[PublishedDocument]) -> PublishedDocument | None:
    """Return the document of a page that evidence names: by its kind, or by kind and id."""
    return next(
        (each for each in documents if name == (f"{each.kind}-{each.id}" if each.id is not None else each.kind)), None
    )


def _evidence(evidence: Evidence, library: Library, documents: Iterable[PublishedDocument]) -> dict[str, object]:
    if evidence.document is not None:
        document = find_document(evidence.document, documents)
        if document is None:
            return {"kind": "", "label": evidence.document, "address": "", "is_local": False, "detail": ""}
        (view,) = document_views((document,), library.partnership)
        detail = view["detail"] if document.address else why_not_offered(document)
        return {
            "kind": "",
            "label": view["label"],
            "address": view["address"],
            "is_local": view["is_local"],
            "detail": detail,
        }
    return {
        "kind": _kinds().get(evidence.kind, ""),
        "label": evidence.label or "",
        "address": evidence.url or "",
        "is_local": False,
        "detail": "" if evidence.url is not None else _("not online"),
    }


def _kinds() -> Mapping[EvidenceKind, str]:
    return {
        EvidenceKind.AUDIT: _("Audit"),
        EvidenceKind.TRAINING: _("Training"),
        EvidenceKind.POLICY: _("Policy"),
    }
