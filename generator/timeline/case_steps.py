"""The status of one case: steps that are done and when, the next step, and overdue steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from generator.model import (
    WORKFLOW_STEPS,
    Case,
    Counted,
    Nation,
    PartialDate,
    Status,
    Step,
    StepRule,
    Workflow,
    step_for,
)
from generator.model.recommendation import RecommendationSettings, RecommendationStatus
from generator.timeline.after_review import steps_after_review
from generator.timeline.publication_steps import publication_steps
from generator.timeline.rapid_review import completion_step, rapid_review
from generator.timeline.timeline_model import State, Timeline, TimelineStep, day_in_words, sort_steps
from generator.working_days import latest_day

_DEFAULTS: Final = RecommendationSettings()


def case_timeline(
    case: Case,
    steps: tuple[Step, ...],
    today: date,
    nation: Nation = Nation.ENGLAND,
    statuses: Mapping[str, RecommendationStatus] = MappingProxyType({}),
    settings: RecommendationSettings = _DEFAULTS,
) -> Timeline:
    """Return the case's steps as of a day, also those after the review.

    A date with only a known month counts as the last day of that month.
    """
    timeline_steps = sort_steps(
        (
            *_before_publication(case, steps, nation),
            *_around_publication(case, steps, nation),
            *steps_after_review(case, statuses, settings),
        )
    )
    notes = []
    if not timeline_steps:
        notes.append("No date is known to count from: add workflow to the record, or the day of publication.")
    if case.publication_date is not None and case.status in (Status.DRAFT, Status.SCHEDULED):
        notes.append(f"Publication is taken to be on {day_in_words(case.publication_date.last_day)}.")
    with_states = _with_states(timeline_steps, case, today)
    if case.workflow is None and any(step.state is State.NOT_RECORDED for step in with_states):
        notes.append("The record has no workflow, so nobody knows here which steps were done: add workflow to it.")
    title = f"{case.name}: progress of the case"
    start = _first_drawn_day(with_states, today)
    return Timeline(f"case-{case.id}", title, start, today, with_states, tuple(notes), nation)


def _first_drawn_day(steps: tuple[TimelineStep, ...], today: date) -> date:
    """Return the first day to draw. Steps that were done long ago need no bars."""
    return min((step.due for step in steps if step.is_open and step.state is not State.NOT_RECORDED), default=today)


def _before_publication(case: Case, steps: tuple[Step, ...], nation: Nation) -> Iterator[TimelineStep]:
    """Yield the steps before the report that are counted from a day in the workflow, if that day is known."""
    workflow = case.workflow or Workflow()
    yield from _counted_steps(Counted.AFTER_AWARE, case, steps, nation)
    if workflow.referral is not None:
        yield from _rapid_review(workflow, workflow.referral, step_for(StepRule.TO_PANEL, steps), nation)
    yield from _counted_steps(Counted.AFTER_REFERRAL, case, steps, nation)
    if workflow.decision is not None and workflow.decision.starts_review:
        step = step_for(StepRule.SIX_MONTHS, steps)
        completed = completion_step(workflow.decision.date.last_day, step)
        yield replace(completed, done=step.completion(case).on)
        if workflow.delay is not None and workflow.delay.until is not None:
            until = workflow.delay.until.last_day
            title = "The notified delay ends"
            yield replace(completed, key="delayed", title=title, due=until, counted="as notified", rule=None)


def _counted_steps(counted: Counted, case: Case, steps: tuple[Step, ...], nation: Nation) -> Iterator[TimelineStep]:
    """Yield the steps that are counted from one event, except the report to the Panel, which ends the rapid review."""
    start = counted.start(case)
    if start is None:
        return
    for row in WORKFLOW_STEPS.values():
        if row.counted is counted and row.rule is not StepRule.TO_PANEL:
            step, first = step_for(row.rule, steps), start.last_day
            completion = step.completion(case)
            yield TimelineStep(
                row.rule,
                row.label,
                latest_day(step, first, nation),
                step.counted,
                step.origin,
                first,
                rule=row.rule,
                done=completion.on,
                is_done=completion.is_done,
            )


def _rapid_review(workflow: Workflow, referral: PartialDate, to_panel: Step, nation: Nation) -> Iterator[TimelineStep]:
    review = workflow.rapid_review
    meeting = review.meeting.last_day if review is not None and review.meeting is not None else None
    steps = [
        replace(step, done=getattr(review, step.key.replace("-", "_")) if review is not None else None)
        for step in rapid_review(referral.last_day, to_panel, meeting, nation)
    ]
    for index, step in enumerate(steps):
        went_on = any(not later.is_open for later in steps[index + 1 :]) or workflow.decision is not None
        yield replace(step, state=State.NOT_RECORDED) if step.is_open and went_on else step


def _around_publication(case: Case, steps: tuple[Step, ...], nation: Nation) -> Iterator[TimelineStep]:
    if case.publication_date is not None:
        yield from publication_steps(case.publication_date.last_day, steps, case, nation)


def _with_states(steps: tuple[TimelineStep, ...], case: Case, today: date) -> tuple[TimelineStep, ...]:
    accepted = {entry.rule for entry in case.workflow.accepted} if case.workflow is not None else set()
    as_of_today = (_without_days_to_come(step, today) for step in steps)
    is_unrecorded = case.workflow is None and case.published is not None and case.published.first_day <= today
    with_states = [replace(step, state=_state(step, accepted, today, is_unrecorded)) for step in as_of_today]
    next_day = min((step.due for step in with_states if step.state is State.TO_COME), default=None)
    return tuple(
        replace(step, state=State.NEXT) if step.state is State.TO_COME and step.due == next_day else step
        for step in with_states
    )


def _without_days_to_come(step: TimelineStep, today: date) -> TimelineStep:
    """Return the step; one that is recorded for a day to come is planned, and not done."""
    if step.done is None or step.done.first_day <= today:
        return step
    return replace(step, done=None, is_done=False, planned=step.done)


def _state(step: TimelineStep, accepted: set[StepRule], today: date, is_unrecorded: bool) -> State:
    """Return the state of a step. `is_unrecorded` is True for a published review without a workflow.

    Its steps may have been done: without a record of them, none of them is called overdue.
    """
    if step.state is State.NOT_RECORDED:
        return step.state
    if step.is_open:
        is_missed = step.due < today
        if is_missed and is_unrecorded and step.rule is not None:
            return State.NOT_RECORDED
    else:
        is_missed = step.done is not None and step.done.first_day > (step.last or step.due)
    if is_missed and step.rule in accepted:
        return State.ACCEPTED
    if not step.is_open:
        return State.LATE if is_missed else State.DONE
    if step.planned is not None and step.planned.first_day <= (step.last or step.due):
        return State.PLANNED
    return State.OVERDUE if is_missed else State.TO_COME
