"""Checks the copies of the report that are sent before publication."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Status
from generator.model.workflow import Recipient
from generator.validate.rules.workflow.case_step import CaseStep, StepIssue, timeline_of
from generator.working_days import working_days_before


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue for each recipient whose copy was sent too late, or was not sent by the deadline.

    The deadline is `step.days` working days before publication. If only the month of the publication or of a copy is
    known, a copy is reported as late only if it certainly was.
    """
    publication, days = subject.case.publication, subject.step.days
    if publication is None or subject.case.status in (Status.ARCHIVED, Status.WITHDRAWN):
        return
    latest = working_days_before(publication.last_day, days)
    for recipient in subject.step.to or Recipient:
        sent = [(each.sent, n) for n, each in enumerate(subject.workflow.copies) if each.to is recipient]
        if not sent:
            if subject.today > latest:
                message = f"no copy was sent to {recipient.label} {days} working days before publication"
                hint = f'if it was sent, add "{{to: {recipient}, sent: ...}}" to copies; {timeline_of(subject)}'
                yield StepIssue(message, hint)
            continue
        first, place = min(sent, key=lambda each: each[0].first_day)
        if subject.is_after(first, latest):
            message = f"the copy for {recipient.label} was sent fewer than {days} working days before publication"
            hint = f"publish later, or accept it with a reason and a date; {timeline_of(subject)}"
            yield StepIssue(message, hint, ("workflow", "copies", place, "sent"))
