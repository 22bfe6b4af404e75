"""The steps after a review: answers to a coroner, recommendations, and tests of what is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from generator.model import Case, PartialDate
from generator.model.recommendation import Recommendation, RecommendationSettings, RecommendationStatus
from generator.model.workflow import DAYS_TO_ANSWER_CORONER
from generator.timeline.timeline_model import TimelineStep
from generator.working_days import months_after

CORONERS_REGULATIONS: Final = "Coroners (Investigations) Regulations 2013, regulation 29"
_RECORD: Final = "record of the case"
_SETTING: Final = "content/partnership.yml"


def steps_after_review(
    case: Case, statuses: Mapping[str, RecommendationStatus], settings: RecommendationSettings
) -> Iterator[TimelineStep]:
    """Yield the steps. A recommendation that was closed in another way than by being done has none."""
    reports = case.workflow.coroner_reports if case.workflow is not None else ()
    for number, report in enumerate(reports, 1):
        counted = f"{DAYS_TO_ANSWER_CORONER} days after the report"
        yield TimelineStep(
            f"coroner-report-{number}",
            "Answer to the coroner's report",
            report.latest_day,
            counted if report.extended_to is None else "as extended by the coroner",
            CORONERS_REGULATIONS,
            report.date.last_day,
            done=report.answered,
        )
    for each in case.recommendations:
        yield from _of_recommendation(each, statuses, settings)


def _of_recommendation(
    recommendation: Recommendation,
    statuses: Mapping[str, RecommendationStatus],
    settings: RecommendationSettings,
) -> Iterator[TimelineStep]:
    status, current = recommendation.status(statuses), recommendation.current
    is_done = status is not None and status.done
    title = f'Recommendation "{recommendation.id}"'
    if recommendation.due is not None and (is_done or recommendation.is_open(statuses)):
        done = _first_done(recommendation, statuses) if is_done else None
        day = recommendation.due.last_day
        yield TimelineStep(f"recommendation-{recommendation.id}", title, day, "the due date", _RECORD, done=done)
    months = settings.test_done_after_months
    if months is not None and current is not None and recommendation.is_untested(statuses):
        day = months_after(current.date.last_day, months)
        counted = f"{months} month{'' if months == 1 else 's'} after it was done"
        yield TimelineStep(f"test-{recommendation.id}", f"{title}: test that it works", day, counted, _SETTING)


def _first_done(recommendation: Recommendation, statuses: Mapping[str, RecommendationStatus]) -> PartialDate | None:
    """Return the date since which it has been done without a break, which may be before it was tested."""
    first = None
    for entry in reversed(recommendation.in_order):
        status = statuses.get(entry.status)
        if status is None or not status.done:
            break
        first = entry.date
    return first
