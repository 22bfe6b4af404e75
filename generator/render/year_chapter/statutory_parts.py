"""The parts of an annual report that the law asks for and the records can give, as plain values.

Which parts there are, and where the law asks for them, is data: `annual_reports` in the vocabulary.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypedDict

from generator.languages import gettext as _
from generator.markdown import join_words, whole_text
from generator.model import Case, Library, ReportYear, addresses
from generator.model.annual_report_duties import AnnualReport, PartAnswer, ReportPart
from generator.model.recommendation import Progress, Recommendation, RecommendationStatus
from generator.model.reviews_in_year import is_about, progress_in, was_concluded, was_ongoing
from generator.render.views.recommendations import heading_of


class PartItem(TypedDict):
    """A review, or a recommendation of a review with its updates."""

    title: str
    address: str
    """The address of the review on the site, with the fragment of the recommendation."""

    facts: str
    """Which recommendation and to whom: `Recommendation 1. Fell nurses.`. For a review, its date."""

    lines: list[str]
    """Plain text: findings, or what was done and why."""


class StatutoryPart(TypedDict):
    """One thing that the report must say."""

    paragraph: str
    """Where the law asks for it: `4(1)(d)`; empty if that is not known."""

    heading: str
    items: list[PartItem]
    empty: str
    """The sentence for a part without items."""


class StatutoryReport(TypedDict):
    """What one annual report must say about reviews, as far as the records say it."""

    id: str
    heading: str
    description: str
    source: str
    """The law that asks for it; empty if no source is given."""

    parts: list[StatutoryPart]
    elsewhere: list[tuple[str, str]]
    """The paragraph and the label of each part that the records cannot give."""

    is_known: bool
    """True if the records say anything about it. The page of the year shows only these."""


def statutory_reports(library: Library, year: ReportYear, listed: Collection[str]) -> list[StatutoryReport]:
    """Return what each annual report of the vocabulary must say. `listed` are the reviews of the printed report."""
    return [_report(each, library, year, listed) for each in library.vocabulary.annual_reports]


def _report(report: AnnualReport, library: Library, year: ReportYear, listed: Collection[str]) -> StatutoryReport:
    cases = [case for case in library.cases if is_about(report, case, library.vocabulary)]
    here = [each for each in report.parts if each.answer is not PartAnswer.ELSEWHERE]
    return {
        "id": report.id,
        "heading": report.label,
        "description": report.description or "",
        "source": report.source or "",
        "parts": [_part(each, cases, library, year, listed) for each in here],
        "elsewhere": [(each.paragraph or "", each.label) for each in report.parts if each not in here],
        "is_known": any(_says_something(case, year, listed) for case in cases),
    }


def _says_something(case: Case, year: ReportYear, listed: Collection[str]) -> bool:
    """Return True if the record has more for the year than the list of published reviews shows."""
    is_told = was_concluded(case, year, listed) and bool(case.findings or case.recommendations)
    return is_told or was_ongoing(case, year) or next(progress_in(case, year), None) is not None


def _part(
    part: ReportPart, cases: Iterable[Case], library: Library, year: ReportYear, listed: Collection[str]
) -> StatutoryPart:
    match part.answer:
        case PartAnswer.FINDINGS:
            items = [_concluded(case) for case in cases if was_concluded(case, year, listed)]
            empty = _("We do not know of any review that was concluded in the year.")
        case PartAnswer.ONGOING:
            items = [_ongoing(case) for case in cases if was_ongoing(case, year)]
            empty = _("We do not know of any review that was ongoing at the end of the year.")
        case PartAnswer.ACTIONS:
            items = list(_updates(cases, library, year, decided_against=False))
            empty = _("The records have no update from the year.")
        case _:
            items = list(_updates(cases, library, year, decided_against=True))
            empty = _("The records have no such decision from the year.")
    return {"paragraph": part.paragraph or "", "heading": part.label, "items": items, "empty": empty}


def _concluded(case: Case) -> PartItem:
    if case.concluded is not None:
        facts = _("Concluded {date}.").format(date=case.concluded.label)
    else:
        facts = _("Published {date}.").format(date=case.published.label) if case.published is not None else ""
    findings = [_plain(each.text) for each in case.findings]
    lines = findings or [_("No findings are recorded for this review.")]
    return {"title": case.name, "address": addresses.review(case.id), "facts": facts, "lines": lines}


def _ongoing(case: Case) -> PartItem:
    begun = case.commissioned
    facts = _("Commissioned {date}.").format(date=begun.label) if begun is not None else ""
    return {"title": case.name, "address": addresses.review(case.id), "facts": facts, "lines": []}


def _updates(cases: Iterable[Case], library: Library, year: ReportYear, decided_against: bool) -> Iterator[PartItem]:
    """Yield one item for each recommendation that has updates of the kind, with its updates, the oldest first."""
    statuses = library.vocabulary.recommendation_status
    for case in cases:
        for place, recommendation, entries in progress_in(case, year):
            chosen = [each for each in entries if _is_decision_against(each, statuses) is decided_against]
            if chosen:
                yield _update(case, place, recommendation, chosen, library)


def _is_decision_against(entry: Progress, statuses: Mapping[str, RecommendationStatus]) -> bool:
    status = statuses.get(entry.status)
    return status is not None and status.not_implemented


def _update(
    case: Case, place: int, recommendation: Recommendation, entries: Iterable[Progress], library: Library
) -> PartItem:
    words = library.vocabulary
    to = join_words([words.agency[each].label for each in recommendation.to if each in words.agency])
    return {
        "title": case.name,
        "address": f"{addresses.review(case.id)}#recommendation-{recommendation.id}",
        "facts": " ".join(f"{each}." for each in (heading_of(recommendation, place), to) if each),
        "lines": [_plain(recommendation.text), *(_entry(each, words.recommendation_status) for each in entries)],
    }


def _entry(entry: Progress, statuses: Mapping[str, RecommendationStatus]) -> str:
    """Return an update in one line: `11 May 2025. Refused: The council will not do it. Reason: It is too late.`."""
    status = statuses.get(entry.status)
    label = status.label if status is not None else entry.status
    said = [_("{date}. {status}: {text}").format(date=entry.date.label, status=label, text=_plain(entry.text))]
    if entry.how is not None:
        said.append(_("How it was tested: {text}").format(text=_plain(entry.how)))
    if entry.reason is not None:
        said.append(_("Reason: {text}").format(text=_plain(entry.reason)))
    elif _is_decision_against(entry, statuses):
        said.append(_("No reason is recorded."))
    return " ".join(said)


def _plain(prose: str) -> str:
    return whole_text(prose)
