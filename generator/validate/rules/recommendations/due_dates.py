"""Checks that each recommendation has somebody to ask and a day, and that somebody asks in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.diagnostics.suggest import one_of
from generator.model import Case, Located, Records, Status
from generator.model.recommendation import Recommendation, RecommendationSettings, months_between
from generator.validate.rules.recommendations.ids import NO_TERMS


def check_due_dates(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield C104 and C105 for what is missing, C109 for what is long overdue, and C119 for an old status."""
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    statuses = words.recommendation_status
    settings = (
        records.partnership.record.recommendations if records.partnership is not None else RecommendationSettings()
    )
    for case in records.cases:
        if case.record.status in (Status.DRAFT, Status.WITHDRAWN):
            continue
        for number, recommendation in enumerate(case.record.recommendations):
            place = case.raw.location_of("recommendations", number, "id")
            if not recommendation.to:
                hint = (
                    f'add "to:" with the agency that has to act; {one_of(words.agency)}' if words.agency else NO_TERMS
                )
                yield rule("C104").diagnostic(f'"{recommendation.id}" is addressed to nobody', place, hint)
            if not recommendation.is_open(statuses):
                continue
            if recommendation.due is None:
                hint = 'add "due:" if a source gives a date: due: 2027-03'
                yield rule("C105").diagnostic(f'"{recommendation.id}" has no due date', place, hint)
            yield from _check_age(case, number, recommendation, settings, today)


def _check_age(
    case: Located[Case], number: int, recommendation: Recommendation, settings: RecommendationSettings, today: date
) -> Iterator[Diagnostic]:
    """Yield at most one of C109 and C119. The recommendation is open."""
    at, path = case.raw.location_of, ("recommendations", number)
    due = recommendation.due
    if due is not None and due.last_day < today:
        months = months_between(due.last_day, today)
        if months >= settings.overdue_after_months:
            hint = 'ask the agency, and add what it says to "progress"; or correct "due" if another date was agreed'
            preposition = "on" if due.iso == due.first_day.isoformat() else "in"
            message = f'"{recommendation.id}" was due {preposition} {due.label}, {months} months ago'
            yield rule("C109").diagnostic(message, at(*path, "due"), hint)
            return
    months_old = recommendation.status_age(today)
    if months_old is not None and months_old >= settings.old_status_after_months:
        hint = 'ask the agency, and add what it says to "progress", even if nothing has changed'
        message = f'the newest progress of "{recommendation.id}" is {months_old} months old; its page shows the age'
        yield rule("C119").diagnostic(message, at(*path, "progress"), hint)
