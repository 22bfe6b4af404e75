"""The nouns: a step with its latest day, and a line of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from generator.model import PartialDate, StepRule
from generator.working_days import holiday, is_working_day

FRAMEWORK: Final = "Warrington CSPR framework of March 2021"


class State(StrEnum):
    """Where a step stands today."""

    DONE = "done"
    LATE = "done late"
    ACCEPTED = "accepted as it is"
    OVERDUE = "overdue"
    NOT_RECORDED = "not recorded"
    NEXT = "next"
    TO_COME = "to come"
    PAST = "past"
    """Its day is over, and nothing is known of the case."""


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """A step, and the latest day for it."""

    key: str
    """Its name in one timeline, for programs; never changes."""

    title: str
    """Says nothing of the case."""

    due: date
    counted: str
    """How the day was found: `working day 3`."""

    source: str
    starts: date | None = None
    """From when it can be done; None where only the latest day counts."""

    last: date | None = None
    """Until when the rule lets it pass, where the day above is only wise; None for that day itself."""

    rule: StepRule | None = None
    """The rule that holds a case to it; None where none does."""

    done: PartialDate | None = None
    is_done: bool = False
    """True as well where it was done on a day that nobody wrote down."""

    state: State = State.TO_COME

    @property
    def is_open(self) -> bool:
        """True while it is still to be done."""
        return not self.is_done and self.done is None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Steps in the order of their latest days."""

    name: str
    """For the names of its events: `rapid-review-2026-12-14`."""

    title: str
    start: date
    """The day from which it is drawn, and from which it counts where it counts forward."""

    today: date
    steps: tuple[TimelineStep, ...]
    notes: tuple[str, ...] = ()
    """What whoever reads it has to know: which day is day 0, what was taken for granted."""


def sort_steps(steps: Iterable[TimelineStep]) -> tuple[TimelineStep, ...]:
    """By their days; those of one day as they were given."""
    return tuple(sorted(steps, key=lambda each: each.due))


def group_steps(steps: Iterable[TimelineStep], today: date) -> tuple[TimelineStep, ...]:
    """Steps of no case: past, next, to come."""
    ordered = sort_steps(steps)
    coming = [each.due for each in ordered if each.due >= today]
    following = min(coming) if coming else None
    states = {True: State.PAST, False: State.TO_COME}
    return tuple(
        replace(each, state=State.NEXT if each.due == following else states[each.due < today]) for each in ordered
    )


def day_in_words(day: date) -> str:
    """`Monday 14 December 2026`."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def non_working_day_reason(day: date) -> str:
    """Why nobody works on it: `Christmas Day`, `a Saturday`; empty for a working day."""
    if is_working_day(day):
        return ""
    return holiday(day) or f"a {day:%A}"
