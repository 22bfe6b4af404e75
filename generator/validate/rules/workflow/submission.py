"""The national home of a published report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.workflow import Repository
from generator.validate.rules.workflow.case_step import CaseStep, StepIssue
from generator.working_days import add_working_days


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found where a published report was not sent on within so many working days after publication."""
    published, repository = subject.case.published, subject.step.repository or Repository.NSPCC
    if published is None or not subject.is_out:
        return
    days = subject.step.days
    sent = any(each.to is repository for each in subject.workflow.submissions)
    if not sent and subject.today > add_working_days(published.last_day, days):
        message = f"not sent to {repository.label}, more than {days} working days after publication"
        hint = f'send the report, then add "{{to: {repository}, sent: ...}}" to submissions under workflow'
        yield StepIssue(message, hint, ("workflow", "submissions"))
