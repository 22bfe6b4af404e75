"""The timeline of a rapid review, in working days from the referral, and the six months of the review after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from generator.model import WORKFLOW_STEPS, Nation, Step, StepRule
from generator.timeline.timeline_model import (
    FRAMEWORK,
    Timeline,
    TimelineStep,
    day_in_words,
    non_working_day_reason,
    steps_without_case,
)
from generator.working_days import add_working_days, latest_day

_TO_PANEL: Final = WORKFLOW_STEPS[StepRule.TO_PANEL]
_NOTIFICATION: Final = WORKFLOW_STEPS[StepRule.NOTIFICATION]
_SIX_MONTHS: Final = WORKFLOW_STEPS[StepRule.SIX_MONTHS]


@dataclass(frozen=True, slots=True)
class _RapidReviewStep:
    key: str
    title: str
    last: int
    """The latest working day after the referral."""

    paragraph: str
    """The paragraph of the framework; empty for a step with a national source."""

    first: int = 0
    """The first working day on which it can be done."""


_RAPID_REVIEW_STEPS: Final = (
    _RapidReviewStep("recommended", "The advisers say whether there should be a rapid review", 1, "3.1.5"),
    _RapidReviewStep("decided", "The safeguarding partners decide on it", 2, "3.1.7"),
    _RapidReviewStep("forms-sent", "Forms and invitations go out", 3, "3.3.3 and 3.4.6"),
    _RapidReviewStep("family-contacted", "The family is contacted, where that is right", 3, "3.6.2"),
    _RapidReviewStep("forms-back", "The forms are back", 9, "3.3.5"),
    _RapidReviewStep("meeting", "The meeting of the rapid review", 13, "3.4.7", first=10),
    _RapidReviewStep("report", "The report of the meeting is written", 14, "3.5.5", first=10),
    _RapidReviewStep(_TO_PANEL.rule, _TO_PANEL.label, _TO_PANEL.working_days, ""),
)


def from_referral(referral: date, today: date, decision: date | None = None) -> Timeline:
    """Return every step after a referral. The day of the referral is day 0, even if it is not a working day.

    A rapid review is a step of England, whose bank holidays are left out. Without a decision the six months count from
    the last day for the rapid review's report.
    """
    nation = Nation.ENGLAND
    reason = non_working_day_reason(referral, nation)
    but = f", though it is {reason}" if reason else ""
    zero = f"Day 0 is {day_in_words(referral)}, the day of the referral{but}"
    notes = [f"{zero}. Day 1 is the next working day: {day_in_words(add_working_days(referral, 1, nation))}."]
    to_panel = Step(rule=StepRule.TO_PANEL)
    if decision is None:
        notes.append(f"The decision is not known: the six months are counted from working day {to_panel.days}.")
    days = _NOTIFICATION.working_days
    notes.append(f"An incident is notified within {days} working days {_NOTIFICATION.counted}: that may be earlier.")
    completed = completion_step(decision or latest_day(to_panel, referral, nation), Step(rule=StepRule.SIX_MONTHS))
    if decision is None:
        completed = replace(completed, counted=f"{_SIX_MONTHS.months} months after working day {to_panel.days}")
    steps = steps_without_case((*rapid_review(referral, to_panel, nation=nation), completed), today)
    title = f"Rapid review, from the referral on {day_in_words(referral)}"
    return Timeline(f"rapid-review-{referral}", title, referral, today, steps, tuple(notes), nation)


def rapid_review(
    referral: date, to_panel: Step, meeting: date | None = None, nation: Nation = Nation.ENGLAND
) -> Iterator[TimelineStep]:
    """Yield the steps of the rapid review only.

    The report is due one working day after the meeting, if that is known. `to_panel` is the last step, as the type of
    review requires it.
    """
    for step in _RAPID_REVIEW_STEPS:
        is_last = step.key == to_panel.rule
        last = to_panel.days if is_last else step.last
        counted = f"working day {step.first} to {last}" if step.first else f"working day {last}"
        due = add_working_days(referral, last, nation)
        if step.key == "report":
            counted = "1 working day after the meeting"
            due = add_working_days(meeting, 1, nation) if meeting is not None else due
        starts = add_working_days(referral, step.first, nation) if step.first else referral
        source = to_panel.origin if is_last else f"{FRAMEWORK}, {step.paragraph}"
        rule = to_panel.rule if is_last else None
        yield TimelineStep(step.key, step.title, due, counted, source, min(starts, due), rule=rule)


def completion_step(decision: date, step: Step) -> TimelineStep:
    """Return the step for the end of the review."""
    due, label = latest_day(step, decision), step.row.label
    return TimelineStep("completed", label, due, step.counted, step.origin, decision, rule=step.rule)
