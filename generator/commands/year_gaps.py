"""What the records lack for the parts of an annual report that the law asks for. For the editor: never published."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.model import Case, Located, Records, ReportYear, Status, Workflow
from generator.model.annual_report_duties import AnnualReport, PartAnswer, ReportPart
from generator.model.recommendation import Recommendation, RecommendationStatus
from generator.model.reviews_in_year import (
    is_about,
    may_have_been_concluded,
    may_have_been_ongoing,
    was_concluded,
)
from generator.model.vocabulary import Vocabulary

_WRITE_IT: Final = "write this part yourself: the records of reviews do not have it"


@dataclass(frozen=True, slots=True)
class YearGap:
    """Something that an annual report must say, and a record does not."""

    report: str
    """The id of the annual report in the vocabulary: `adults-board`."""

    paragraph: str
    """Where the law asks for it: `4(1)(g)`; the label of the part if that is not known."""

    title: str
    """The name of the review; empty if no record could have it."""

    file: str
    """The record to complete; empty if no record could have it."""

    what: str
    """What is missing, and what to write. It contains no value of `workflow`."""


def year_gaps(records: Records, year: ReportYear, listed: Collection[str]) -> tuple[YearGap, ...]:
    """Return what is missing for a year, in the order of the law. `listed` are the reviews of the printed report.

    Drafts count too: a review may be ongoing long before anything about it is published.
    """
    if records.vocabulary is None:
        return ()
    words = records.vocabulary.record
    found: list[YearGap] = []
    for report in words.annual_reports:
        about = [case for case in records.cases if is_about(report, case.record, words)]
        known = [case for case in about if case.record.status is not Status.WITHDRAWN]
        for part in report.parts:
            found += _gaps(report, part, known, words, year, listed)
    return tuple(found)


def _gaps(
    report: AnnualReport,
    part: ReportPart,
    cases: Iterable[Located[Case]],
    words: Vocabulary,
    year: ReportYear,
    listed: Collection[str],
) -> Iterator[YearGap]:
    name = part.paragraph or part.label
    if part.answer is PartAnswer.ELSEWHERE:
        yield YearGap(report.id, name, "", "", _WRITE_IT)
        return
    for case in cases:
        match part.answer:
            case PartAnswer.FINDINGS:
                missing = _findings(case.record, year, listed)
            case PartAnswer.ONGOING:
                missing = _ongoing(case.record, year)
            case PartAnswer.ACTIONS:
                missing = _actions(case.record, words, year)
            case _:
                missing = _reasons(case.record, words, year)
        yield from (YearGap(report.id, name, case.record.name, case.raw.file, what) for what in missing)


def _findings(case: Case, year: ReportYear, listed: Collection[str]) -> Iterator[str]:
    if was_concluded(case, year, listed):
        if case.status is Status.DRAFT:
            yield "the review was concluded in the year and is a draft: publish it, or name it in the report yourself"
        if not case.findings:
            yield 'no findings are recorded: add "findings:" with what the report says'
    elif may_have_been_concluded(case, year):
        yield 'the date does not say if the review ended in the year: write "concluded:" with its month'
    elif case.conclusion is None and _has_private_end(case.workflow, year):
        yield 'the steps say that the review ended in the year: write "concluded:" if that may be published'


def _has_private_end(steps: Workflow | None, year: ReportYear) -> bool:
    return steps is not None and year.holds(steps.completed)


def _ongoing(case: Case, year: ReportYear) -> Iterator[str]:
    if not may_have_been_ongoing(case, year) and not _is_draft_in_progress(case, year):
        return
    if case.status is Status.DRAFT:
        yield (
            'it is a draft, so the chapter leaves it out. If the review was ongoing and that may be published, write "'
            'publication: not-yet" and "commissioned:" and publish the record, or name it in the report yourself'
        )
    elif case.state is not None and case.commissioned is not None:
        yield 'no record says if the review has ended: write "concluded:" with its month'
    else:
        yield (
            "the record does not say when the review began, so it may have been ongoing at the end of the year: write "
            '"commissioned:" with the month of the decision'
        )


def _is_draft_in_progress(case: Case, year: ReportYear) -> bool:
    """Return True for a draft whose steps began by the end of the year, and had not certainly ended by then."""
    steps = case.workflow
    if case.status is not Status.DRAFT or steps is None:
        return False
    begun = steps.decision.date if steps.decision is not None and steps.decision.starts_review else steps.referral
    ended = case.conclusion or steps.completed
    if begun is None or begun.first_day > year.last_day:
        return False
    return ended is None or ended.last_day > year.last_day


def _actions(case: Case, words: Vocabulary, year: ReportYear) -> Iterator[str]:
    statuses = words.recommendation_status
    ended = case.conclusion
    if ended is None or ended.first_day > year.last_day:
        return
    if not case.recommendations:
        if year.holds(ended):
            yield 'no recommendations are recorded: add "recommendations:" with what the report says should be done'
        return
    for each in case.recommendations:
        undecided = [entry for entry in each.progress if year.may_hold(entry.date) and not year.holds(entry.date)]
        if undecided:
            yield f'an update of "{each.id}" has no month, so it may belong to the year: write its month'
        elif _was_open(each, statuses, year) and not any(year.holds(entry.date) for entry in each.progress):
            yield f'"{each.id}" was open and has no update from the year: ask the agency, and add what was done'


def _was_open(recommendation: Recommendation, statuses: Mapping[str, RecommendationStatus], year: ReportYear) -> bool:
    """Return True if a recommendation was still open when the year began."""
    before = [each for each in recommendation.in_order if each.date.last_day < year.first_day]
    if not before:
        return True
    status = statuses.get(before[-1].status)
    return status is None or status.open


def _reasons(case: Case, words: Vocabulary, year: ReportYear) -> Iterator[str]:
    for each in case.recommendations:
        for entry in each.progress:
            status = words.recommendation_status.get(entry.status)
            is_against = status is not None and status.not_implemented
            if is_against and year.may_hold(entry.date) and entry.reason is None:
                yield f'"{each.id}" has no reason: add "reason:" to its update'
