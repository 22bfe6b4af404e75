"""What is due after a review: recommendations, answers to a coroner, and tests of what is done. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.markdown import join_words
from generator.model import Case, Located, Records, Status
from generator.model.recommendation import Recommendation, RecommendationSettings
from generator.model.vocabulary import Vocabulary
from generator.working_days import months_after

DayKeyAndTask = tuple[date, str, str]

_ASK: Final = 'ask the agency, and add what it says to "progress"'


def due_after_review(case: Located[Case], records: Records) -> Iterator[DayKeyAndTask]:
    """Yield the day, the key and the task of everything that is open after a review, also of what is overdue."""
    if records.vocabulary is None or case.record.status is Status.WITHDRAWN:
        return
    words = records.vocabulary.record
    settings = records.partnership.record.recommendations if records.partnership is not None else None
    for each in case.record.recommendations:
        yield from _of_recommendation(each, words, settings or RecommendationSettings())
    reports = case.record.workflow.coroner_reports if case.record.workflow is not None else ()
    for report in reports:
        if report.answered is None:
            to = _agencies(report.to, words)
            asked = f'answer the coroner\'s report{f" to {to}" if to else ""}, then add "answered" under workflow'
            yield report.latest_day, "coroner-report", asked


def _of_recommendation(
    recommendation: Recommendation, words: Vocabulary, settings: RecommendationSettings
) -> Iterator[DayKeyAndTask]:
    statuses, current = words.recommendation_status, recommendation.current
    name = f'"{recommendation.id}"'
    if recommendation.due is not None and recommendation.is_open(statuses):
        to = _agencies(recommendation.to, words)
        asked = f"recommendation {name}{f' to {to}' if to else ''} is due: {_ASK}"
        yield recommendation.due.last_day, "recommendation", asked
    if settings.test_done_after_months is not None and current is not None and recommendation.is_untested(statuses):
        months = settings.test_done_after_months
        day = months_after(current.date.last_day, months)
        after = "1 month" if months == 1 else f"{months} months"
        what = f'recommendation {name} has been done for {after}: test that it works, and add "how" to "progress"'
        yield day, "test-recommendation", what


def _agencies(ids: tuple[str, ...], words: Vocabulary) -> str:
    return join_words([words.agency[each].label for each in ids if each in words.agency])
