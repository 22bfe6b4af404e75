"""The steps around a day of publication, counted back and forward from that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from generator.model import Case, Counted, Destination, Nation, Recipient, Status, Step, StepRule
from generator.timeline.timeline_model import (
    Timeline,
    TimelineStep,
    day_in_words,
    non_working_day_reason,
    steps_without_case,
)
from generator.working_days import latest_day

_PUBLICATION_TEST: Final = (
    "The partners publish the report unless they consider that inappropriate. "
    "Then they publish the information about improvements."
)


def publication_timeline(
    day: date, steps: Iterable[Step], today: date, of: str, nation: Nation = Nation.ENGLAND
) -> Timeline:
    """Return the steps of a type of review around a day. `of` is the type's name, for the title."""
    steps = tuple(steps)
    reason = non_working_day_reason(day, nation)
    notes = [f"{day_in_words(day)} is {reason}: offices may be closed."] if reason else []
    notes.append(f"The day of publication is not counted. {nation.possessive} bank holidays are left out.")
    test = next((step for step in steps if step.rule is StepRule.IMPROVEMENTS), None)
    if test is not None:
        notes.append(f"{_PUBLICATION_TEST} Source: {test.origin}.")
    timeline_steps = steps_without_case(publication_steps(day, steps, nation=nation), today)
    title = f"{of}, around publication on {day_in_words(day)}"
    return Timeline(
        f"publication-{day}",
        title,
        min(step.due for step in timeline_steps),
        today,
        timeline_steps,
        tuple(notes),
        nation,
    )


def publication_steps(
    day: date, steps: Iterable[Step], case: Case | None = None, nation: Nation = Nation.ENGLAND
) -> Iterator[TimelineStep]:
    """Yield each step with its latest day, then the publication. With a case, also if and when each was done."""
    steps = tuple(steps)
    copies_day = min((latest_day(step, day, nation) for step in steps if step.rule is StepRule.COPIES), default=None)
    for step in steps:
        if step.row.counted in (Counted.BEFORE_PUBLICATION, Counted.AFTER_PUBLICATION):
            for destination in step.destinations or (None,):
                yield _timeline_step(step, day, copies_day, case, destination, nation)
    published = case.published if case is not None and case.status is not Status.DRAFT else None
    yield TimelineStep("published", "Publication", day, "the day itself", "the day that was given", done=published)


def _timeline_step(
    step: Step, day: date, copies_day: date | None, case: Case | None, to: Destination | None, nation: Nation
) -> TimelineStep:
    due, counted, last = latest_day(step, day, nation), step.counted, None
    if step.row.is_before_copies and step.working_days is None and copies_day is not None:
        due, counted, last = copies_day, "before the copies go out", day
    completion = step.completion(case, to) if case is not None else None
    return TimelineStep(
        key=str(step.rule) if to is None else f"copy-{to.id}" if isinstance(to, Recipient) else f"to-{to.id}",
        title=step.words(step.row.label, to),
        due=due,
        counted=counted,
        source=step.origin,
        starts=day if step.row.counted is Counted.AFTER_PUBLICATION and step.days else None,
        last=last,
        rule=step.rule,
        done=completion.on if completion is not None else None,
        is_done=completion is not None and completion.is_done,
    )
