"""Says from a case if a workflow step is done, and on which day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from generator.model.case import Case
from generator.model.destinations import Destination
from generator.model.partial_date import PartialDate
from generator.model.raw_record import Path
from generator.model.workflow import CopySent, StatutoryContent, Submission, Workflow


@dataclass(frozen=True, slots=True)
class Completion:
    """The answer to "is this step done?"."""

    is_done: bool
    on: PartialDate | None = None
    """The day on which it was done; None if that is not recorded."""

    planned: PartialDate | None = None
    """The day to come on which it is to be done; None if none is recorded, and for a step that is done."""

    def as_of(self, today: date) -> Completion:
        """Return the answer on a day. A step with a day to come is planned, and not done."""
        return Completion(False, None, self.on) if self.on is not None and self.on.first_day > today else self


NOT_DONE: Final = Completion(False)


class RequiredStep(Protocol):
    """A step as a type of review requires it, which is a `Step` of the vocabulary."""

    @property
    def path(self) -> Path:
        """The field that records the step, from the top of the record."""

    def missing_sign_offs(self, workflow: Workflow) -> tuple[str, ...]:
        """Return the names of partners that have not signed off."""

    def missing_parts(self, workflow: Workflow) -> tuple[StatutoryContent, ...]:
        """Return the required parts that were not found in the report."""


DoneWhen = Callable[[Case, RequiredStep, Destination | None], Completion]
"""Says from a case if a step is done. The destination is None for a step that sends nothing."""


def when_recorded(case: Case, step: RequiredStep, _to: Destination | None) -> Completion:
    """Return done if the field of the step has a value."""
    value: object = case
    for name in step.path:
        value = getattr(value, str(name), None)
    return Completion(bool(value), value if isinstance(value, PartialDate) else None)


def when_sent(case: Case, _step: RequiredStep, to: Destination | None) -> Completion:
    """Return the day on which the report was first sent to the destination."""
    workflow = case.workflow or Workflow()
    entries: tuple[CopySent | Submission, ...] = (*workflow.copies, *workflow.submissions)
    days = [entry.sent for entry in entries if to is not None and entry.to == to.id]
    return Completion(True, min(days, key=lambda day: day.first_day)) if days else NOT_DONE


def when_signed(case: Case, step: RequiredStep, _to: Destination | None) -> Completion:
    """Return the last day of the sign-offs; not done while one has no day or a required one is missing."""
    workflow = case.workflow or Workflow()
    days = [entry.date for entry in workflow.sign_off if entry.date is not None]
    if not days or len(days) < len(workflow.sign_off) or step.missing_sign_offs(workflow):
        return NOT_DONE
    return Completion(True, max(days, key=lambda day: day.first_day))


def when_all_parts_found(case: Case, step: RequiredStep, _to: Destination | None) -> Completion:
    """Return done if every part that the law requires was found in the report."""
    return Completion(not step.missing_parts(case.workflow or Workflow()))


def when_completed(case: Case, _step: RequiredStep, _to: Destination | None) -> Completion:
    """Return the day on which the review was complete or, if that is not known, published."""
    completed = case.workflow.completed if case.workflow is not None else None
    day = completed or case.published
    return Completion(day is not None, day)
