"""Whether a report stays, once it has been there for its time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.validate.rules.workflow.availability import A_YEAR
from generator.validate.rules.workflow.case_step import CaseStep, StepIssue
from generator.working_days import months_after


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found once a published report has certainly been there for a year, until somebody has decided."""
    published = subject.case.published
    if published is None or not subject.is_out or subject.workflow.availability_reviewed is not None:
        return
    months = subject.step.span_months
    if subject.today >= months_after(published.last_day, months):
        span = "a year" if months == A_YEAR else f"{months} months"
        hint = 'write "status: archived", or let it stay and add "availability_reviewed:" with the day under workflow'
        yield StepIssue(f"the report has been public for {span}: decide whether it stays", hint, ("published",))
