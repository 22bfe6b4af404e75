"""How long a review may take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model.workflow import RapidReviewOutcome
from generator.validate.rules.workflow.case_step import CaseStep, StepIssue, timeline_of
from generator.working_days import months_after

_NO_REVIEW: Final = (RapidReviewOutcome.SINGLE_AGENCY, RapidReviewOutcome.NO_FURTHER_ACTION)


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found past six months from the decision, unless a delay has a reason, was notified and is not over itself."""
    steps, months = subject.workflow, subject.step.span_months
    if steps.decision is None or steps.decision.outcome in _NO_REVIEW:
        return
    due = months_after(steps.decision.date.last_day, months)
    done = steps.completed or subject.case.published
    if not (subject.is_after(done, due) if done is not None else subject.today > due):
        return
    past = f"more than {months} months after the decision"
    if steps.delay is None:
        hint = f'add "delay:" under workflow with reason and notified; {timeline_of(subject)}'
        yield StepIssue(f"{past}, and no reason for the delay is recorded", hint, ("workflow", "decision", "date"))
    elif steps.delay.notified is None:
        hint = 'tell the National Panel and the Secretary of State the reason, then add "notified:" with the day'
        yield StepIssue(f"{past}, and nobody was notified of the delay", hint, ("workflow", "delay"))
    elif done is None and steps.delay.until is not None and subject.today > steps.delay.until.last_day:
        hint = "finish the review, or notify again and write the new day"
        yield StepIssue(f"{past}, and the day until which it was delayed is over", hint, ("workflow", "delay", "until"))
