"""Checks the deadlines of the National Panel: notification, rapid review, submission and six months."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model.workflow import RapidReviewOutcome, Repository
from generator.validate.rules.workflow.case_step import CaseStep, StepIssue, timeline_of
from generator.working_days import add_working_days, months_after


def check_notification(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if the notification is late.

    The deadline is `step.days` working days after the local authority became aware. It also counts as late if the
    deadline has passed without a notification.
    """
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


def check_panel_report(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if the report went to the National Panel more than `step.days` working days after the referral.

    Yield one also if that deadline has passed and the report was not sent.
    """
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


def check_submission(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if a published report was not submitted within `step.days` working days after publication."""
    published, repository = subject.case.published, subject.step.repository or Repository.NSPCC
    if published is None or not subject.is_out:
        return
    days = subject.step.days
    sent = any(submission.to is repository for submission in subject.workflow.submissions)
    if not sent and subject.today > add_working_days(published.last_day, days):
        message = f"not sent to {repository.label}, more than {days} working days after publication"
        hint = f'send the report, then add "{{to: {repository}, sent: ...}}" to submissions under workflow'
        yield StepIssue(message, hint, ("workflow", "submissions"))


_NO_REVIEW: Final = (RapidReviewOutcome.SINGLE_AGENCY, RapidReviewOutcome.NO_FURTHER_ACTION)


def check_six_month_limit(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue after the time limit from the decision (six months), unless a delay is recorded.

    The delay must have a reason, must be notified, and must not be over.
    """
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
