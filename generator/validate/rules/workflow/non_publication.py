"""A report that is not published has a reason, and the Panel knows it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Availability
from generator.validate.rules.workflow.case_step import CaseStep, StepIssue

_REASON = 'add "not_published:" under workflow with reason and notified'


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found where the report is withheld, delayed or not there, and the record of the steps does not say why.

    The reason for the public stands in the document itself: D405.
    """
    steps = subject.workflow
    if not subject.is_going_out:
        return
    if steps.not_published is not None:
        if steps.not_published.notified is None:
            hint = 'set the reason out for the National Panel and the Secretary of State, then add "notified:"'
            yield StepIssue("the reason for not publishing has not been notified", hint, ("workflow", "not_published"))
        return
    for place, document in subject.report:
        where = ("documents", place, "availability")
        if document.availability is Availability.WITHHELD:
            yield StepIssue("the report is withheld, and the reason is not recorded", _REASON, where)
        elif document.availability is Availability.DELAYED and steps.delay is None:
            hint = 'add "delay:" under workflow with reason and notified'
            yield StepIssue("the report is delayed, and the reason is not recorded", hint, where)
    if not subject.report and steps.delay is None:
        yield StepIssue(
            "no report is published, and no reason is recorded", f"name it in documents, or {_REASON}", ("name",)
        )
