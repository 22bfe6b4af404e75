"""How long a report stays where readers can get it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model import Availability, Status
from generator.validate.rules.workflow.case_step import CaseStep, StepIssue
from generator.working_days import months_after

A_YEAR: Final = 12
"""Months."""

_TAKEN_AWAY: Final = (Availability.ON_REQUEST, Availability.WITHDRAWN)


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found where a case is archived, or its report is taken away, certainly before its time is over.

    A case that is withdrawn says why in public, and may be an emergency: nothing holds that up.
    """
    case = subject.case
    published = case.published or (case.publish_on.day if case.publish_on is not None else None)
    if published is None or case.status in (Status.DRAFT, Status.WITHDRAWN):
        return
    months = subject.step.span_months
    stays_until = months_after(published.first_day, months)
    span = "a year" if months == A_YEAR else f"{months} months"
    hint = f"bring it back until {span} after publication is over, or accept it with a reason and a date"
    if case.status is Status.ARCHIVED:
        ended = case.status_since.last_day if case.status_since is not None else subject.today
        if ended < stays_until:
            yield StepIssue(f"{case.status} less than {span} after publication", hint, ("status",))
    elif published.first_day <= subject.today < stays_until:
        for place, document in subject.report:
            if document.availability in _TAKEN_AWAY:
                message = f"the report cannot be downloaded, less than {span} after publication"
                yield StepIssue(message, hint, ("documents", place, "availability"))
