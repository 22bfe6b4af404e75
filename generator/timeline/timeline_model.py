"""The data model of timelines: a step with its latest day, and a timeline of steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from generator.model import Nation, PartialDate, StepRule
from generator.working_days import holiday, is_working_day

FRAMEWORK: Final = "Warrington CSPR framework of March 2021"


class State(StrEnum):
    """The state of a step today."""

    DONE = "done"
    LATE = "done late"
    ACCEPTED = "accepted as it is"
    OVERDUE = "overdue"
    NOT_RECORDED = "not recorded"
    PLANNED = "planned"
    """Its day is recorded, is in time, and is still to come."""

    NEXT = "next"
    TO_COME = "to come"
    PAST = "past"
    """The step's day has passed, and there is no case to check it against."""


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A step, and the latest day for it."""

    key: str
    """The step's id in its timeline, for programs. It never changes."""

    title: str
    """The title. It does not say anything about the case."""

    due: date
    counted: str
    """How the day was calculated: `working day 3`."""

    source: str
    starts: date | None = None
    """The first day on which the step can be done; None if only the latest day counts."""

    last: date | None = None
    """The legal deadline, if later than `due`, which is then only advice; None if they are the same."""

    rule: StepRule | None = None
    """The rule that requires the step; None if there is none."""

    done: PartialDate | None = None
    is_done: bool = False
    """Also True if the step was done on a day that was not recorded."""

    planned: PartialDate | None = None
    """The recorded day of a step that is not done, because that day is still to come."""

    state: State = State.TO_COME

    @property
    def is_open(self) -> bool:
        """Return True while the step is not done."""
        return not self.is_done and self.done is None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The steps of a timeline, in the order of their latest days."""

    name: str
    """The prefix of its events' ids: `rapid-review-2026-12-14`."""

    title: str
    start: date
    """The first day that is drawn. A forward count starts on this day too."""

    today: date
    steps: tuple[TimelineStep, ...]
    notes: tuple[str, ...] = ()
    """Facts that a reader needs: which day is day 0, and what was assumed."""

    nation: Nation = Nation.ENGLAND
    """The nation whose bank holidays are not working days."""


def sort_steps(steps: Iterable[TimelineStep]) -> tuple[TimelineStep, ...]:
    """Return the steps sorted by their days. Steps of one day keep the given order."""
    return tuple(sorted(steps, key=lambda step: step.due))


def steps_without_case(steps: Iterable[TimelineStep], today: date) -> tuple[TimelineStep, ...]:
    """Return steps that belong to no case with their states: past, next, to come."""
    ordered = sort_steps(steps)
    next_day = min((step.due for step in ordered if step.due >= today), default=None)

    def state(step: TimelineStep) -> State:
        if step.due == next_day:
            return State.NEXT
        return State.PAST if step.due < today else State.TO_COME

    return tuple(replace(step, state=state(step)) for step in ordered)


def day_in_words(day: date) -> str:
    """Return a day as `Monday 14 December 2026`."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def non_working_day_reason(day: date, nation: Nation) -> str:
    """Return why a day is not a working day: `Christmas Day`, `a Saturday`; empty for a working day."""
    if is_working_day(day, nation):
        return ""
    return holiday(day, nation) or f"a {day:%A}"
