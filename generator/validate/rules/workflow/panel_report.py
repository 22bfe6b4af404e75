"""The report of the rapid review."""

from __future__ import annotations

from collections.abc import Iterator

from generator.validate.rules.workflow.case_step import CaseStep, StepIssue, timeline_of
from generator.working_days import add_working_days


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found where it went to the National Panel later than so many working days after the referral, or not by then."""
    referral, review = subject.workflow.referral, subject.workflow.rapid_review
    if referral is None:
        return
    sent = review.to_panel if review is not None else None
    days = subject.step.days
    latest = add_working_days(referral.last_day, days)
    if sent is None and subject.today > latest:
        message = f"the rapid review's report has not gone to the National Panel within {days} working days"
        yield StepIssue(message, f'send it at once, then add "to_panel:" under rapid_review; {timeline_of(subject)}')
    elif sent is not None and subject.is_after(sent, latest):
        message = (
            f"the rapid review's report went to the National Panel later than {days} working days after the referral"
        )
        hint = f"check the two days, or accept it with a reason and a date; {timeline_of(subject)}"
        yield StepIssue(message, hint, ("workflow", "rapid_review", "to_panel"))
