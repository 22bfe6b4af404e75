"""The national notification."""

from __future__ import annotations

from collections.abc import Iterator

from generator.validate.rules.workflow.case_step import CaseStep, StepIssue, timeline_of
from generator.working_days import add_working_days


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found where it came later than so many working days after the local authority became aware, or not by then."""
    aware, notified = subject.workflow.aware, subject.workflow.notification
    if aware is None:
        return
    days = subject.step.days
    latest = add_working_days(aware.last_day, days)
    if notified is None and subject.today > latest:
        message = f"not notified within {days} working days of becoming aware"
        yield StepIssue(message, f'notify at once, then add "notification:" with the day; {timeline_of(subject)}')
    elif notified is not None and subject.is_after(notified, latest):
        message = f"notified later than {days} working days after becoming aware"
        hint = f"check the two days, or accept it with a reason and a date; {timeline_of(subject)}"
        yield StepIssue(message, hint, ("workflow", "notification"))
