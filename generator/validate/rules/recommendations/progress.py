"""Checks what the progress of a recommendation says, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.diagnostics import Diagnostic, Severity, rule
from generator.model import About, Case, Located, Records, Status
from generator.model.recommendation import Progress, Recommendation, RecommendationStatus, StatusNeed, misplaced
from generator.model.vocabulary import Vocabulary


def check_progress_dates(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield C110 before the review, C111 after today, and C112 for entries that are not in order."""
    for case in records.cases:
        start = _start_of(case.record)
        for number, recommendation in enumerate(case.record.recommendations):
            out_of_order = set(misplaced(recommendation.progress))
            for index, entry in enumerate(recommendation.progress):
                place = case.raw.location_of("recommendations", number, "progress", index, "date")
                said = f'the progress of "{recommendation.id}" of {entry.date.label}'
                if entry.date.first_day > today:
                    hint = "correct the date, or add the entry when it has happened"
                    yield rule("C111").diagnostic(f"{said} is in the future", place, hint)
                elif start is not None and entry.date.last_day < start:
                    hint = "correct the date, or the date of the review"
                    yield rule("C110").diagnostic(f"{said} is before the review", place, hint)
                if index in out_of_order:
                    hint = "write the oldest entry first, or correct the date"
                    yield rule("C112").diagnostic(f"{said} is earlier than the entry above it", place, hint)


def _start_of(case: Case) -> date | None:
    """Return the first day on which the review is known to have been under way or published; None if no date is known.

    Agencies act before a report is published: with a referral or a decision in `workflow`, the review starts there.
    """
    steps = case.workflow
    known = [case.published]
    if steps is not None:
        known += [steps.referral, steps.decision.date if steps.decision is not None else None]
    return min((each.first_day for each in known if each is not None), default=None)


def check_status_needs(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield C106, C107 or C108 for an entry that lacks what its status needs, and C123 for what contradicts it.

    C107 is an error for reviews of adults, where the law asks for the reason, and a warning for others.
    """
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    for case in records.cases:
        if case.record.status is Status.WITHDRAWN:
            continue
        severity = Severity.ERROR if _is_about_adults(case.record, words) else Severity.WARNING
        for number, recommendation in enumerate(case.record.recommendations):
            yield from _check_needs(case, number, recommendation, words.recommendation_status, severity)


def _contradicting(entry: Progress, status: RecommendationStatus) -> Iterator[StatusNeed]:
    """Yield each field of an entry that says something else than its status."""
    is_closed_otherwise = not status.open and not status.done
    for field, written, fits in (
        (StatusNeed.REASON, entry.reason, is_closed_otherwise or status.not_implemented),
        (StatusNeed.HOW, entry.how, status.done),
        (StatusNeed.SUPERSEDED_BY, entry.superseded_by, is_closed_otherwise),
    ):
        if written is not None and not fits and field not in status.needs:
            yield field


def _is_about_adults(case: Case, words: Vocabulary) -> bool:
    return any(words.type[each].about == (About.ADULTS,) for each in case.type if each in words.type)


def _check_needs(
    case: Located[Case],
    number: int,
    recommendation: Recommendation,
    statuses: Mapping[str, RecommendationStatus],
    severity: Severity,
) -> Iterator[Diagnostic]:
    has_evidence = any(entry.evidence for entry in recommendation.progress)
    for index, entry in enumerate(recommendation.progress):
        status = statuses.get(entry.status)
        if status is None:
            continue
        place = case.raw.location_of("recommendations", number, "progress", index, "status")
        said = f'"{recommendation.id}" is "{status.in_a_sentence}"'
        for field in _contradicting(entry, status):
            yield rule("C123").diagnostic(
                f'{said}, and has "{field}"',
                case.raw.location_of("recommendations", number, "progress", index, field),
                f'delete "{field}", or write the status that it belongs to',
            )
        for need in status.needs:
            match need:
                case StatusNeed.EVIDENCE if not has_evidence and entry is recommendation.current:
                    hint = (
                        'add "evidence:" with a document of this review, or an audit, training or policy with a label'
                    )
                    yield rule("C106").diagnostic(f"{said} without evidence", place, hint)
                case StatusNeed.REASON if entry.reason is None:
                    hint = 'add "reason:" with the reason in the words of the agency, for the public'
                    found = rule("C107").diagnostic(f"{said} without a reason", place, hint)
                    yield replace(found, severity=severity)
                case StatusNeed.HOW if entry.how is None:
                    hint = 'add "how:" with how it was tested, or write the status for what is only done'
                    yield rule("C108").diagnostic(f'{said} without "how"', place, hint)
                case StatusNeed.SUPERSEDED_BY if entry.superseded_by is None:
                    hint = 'add "superseded_by:" with the id of the recommendation that replaces it'
                    yield rule("C108").diagnostic(f'{said} without "superseded_by"', place, hint)
