"""Checks the steps that only have to be recorded, and done in time. Their rows in the table say everything else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Counted
from generator.validate.rules.workflow.case_step import ACCEPT, CaseStep, StepIssue, timeline_of


def check_recorded_step(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if the step is not recorded, or was certainly done after its latest day.

    A step before publication must be recorded once the case is published or scheduled. Any other step must be recorded
    once its latest day has passed.
    """
    step, row = subject.step, subject.step.row
    if row.counted is None:
        return
    is_before_publication = row.counted is Counted.BEFORE_PUBLICATION
    if is_before_publication and not subject.is_going_out:
        return
    start = row.counted.start(subject.case)
    latest = subject.latest_day(start.last_day) if start is not None else None
    completion = step.completion(subject.case)
    if not completion.is_done:
        if is_before_publication:
            yield StepIssue(step.words(row.missing), row.hint, row.missing_at)
        elif latest is not None and subject.today > latest:
            yield StepIssue(step.words(row.missing), f"{row.hint}; {timeline_of(subject)}", row.missing_at)
    elif completion.on is not None and latest is not None and subject.is_after(completion.on, latest):
        hint = f"publish later, or {ACCEPT}"
        if not is_before_publication:
            hint = f"check the two days, or {ACCEPT}; {timeline_of(subject)}"
        yield StepIssue(step.words(row.late), hint, row.path)
