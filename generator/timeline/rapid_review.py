"""The timeline of a rapid review, in working days from the referral, and the six months of the review after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.model import StepRule
from generator.model.step_kinds import USUAL_MONTHS
from generator.timeline.timeline_model import (
    FRAMEWORK,
    Timeline,
    TimelineStep,
    day_in_words,
    group_steps,
    non_working_day_reason,
)
from generator.working_days import add_working_days, months_after

_LAST: Final = 15


@dataclass(frozen=True, slots=True)
class _ClockStep:
    key: str
    title: str
    last: int
    """The latest working day after the referral."""

    paragraph: str
    first: int = 0
    """The first working day on which it can be done."""


_CLOCK: Final = (
    _ClockStep("recommended", "The advisers say whether there should be a rapid review", 1, "3.1.5"),
    _ClockStep("decided", "The safeguarding partners decide on it", 2, "3.1.7"),
    _ClockStep("forms-sent", "Forms and invitations go out", 3, "3.3.3 and 3.4.6"),
    _ClockStep("family-contacted", "The family is contacted, where that is right", 3, "3.6.2"),
    _ClockStep("forms-back", "The forms are back", 9, "3.3.5"),
    _ClockStep("meeting", "The meeting of the rapid review", 13, "3.4.7", first=10),
    _ClockStep("report", "The report of the meeting is written", 14, "3.5.5", first=10),
    _ClockStep("to-panel", "The endorsed report goes to the National Panel", _LAST, "3.2.2 and 3.5.5"),
)


def from_referral(referral: date, today: date, decision: date | None = None) -> Timeline:
    """Return every step after a referral. The day of the referral is day 0, even if it is not a working day.

    England's bank holidays are left out. Without a decision the six months count from the last day for the rapid
    review's report.
    """
    free = non_working_day_reason(referral)
    zero = f"Day 0 is {day_in_words(referral)}, the day of the referral" + (f", though it is {free}" if free else "")
    notes = [f"{zero}. Day 1 is the next working day: {day_in_words(add_working_days(referral, 1))}."]
    if decision is None:
        notes.append("The decision is not known: the six months are counted from working day 15.")
    notes.append("An incident is notified within 5 working days of becoming aware of it, which may be over sooner.")
    steps = (*rapid_review(referral), completion(decision or add_working_days(referral, _LAST), decision is not None))
    title = f"Rapid review, from the referral on {day_in_words(referral)}"
    return Timeline(f"rapid-review-{referral}", title, referral, today, group_steps(steps, today), tuple(notes))


def rapid_review(referral: date, meeting: date | None = None) -> Iterator[TimelineStep]:
    """Yield the steps of the rapid review only.

    The report is due one working day after the meeting, if that is known.
    """
    for each in _CLOCK:
        counted = f"working day {each.first} to {each.last}" if each.first else f"working day {each.last}"
        due = add_working_days(referral, each.last)
        if each.key == "report":
            counted = "1 working day after the meeting"
            due = add_working_days(meeting, 1) if meeting is not None else due
        rule = StepRule.TO_PANEL if each.key == "to-panel" else None
        starts = add_working_days(referral, each.first) if each.first else referral
        source = f"{FRAMEWORK}, {each.paragraph}"
        yield TimelineStep(each.key, each.title, due, counted, source, min(starts, due), rule=rule)


def completion(decision: date, is_known: bool = True, months: int = USUAL_MONTHS[StepRule.SIX_MONTHS]) -> TimelineStep:
    """Return the step for the end of the review."""
    counted = f"{months} months after the decision" if is_known else f"{months} months after working day {_LAST}"
    due, source = months_after(decision, months), f"{FRAMEWORK}, 4.1.8"
    return TimelineStep("completed", "The review is complete", due, counted, source, decision, rule=StepRule.SIX_MONTHS)
