"""Checks how long a report can be read, and that there is a reason if it is not published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model import Availability, Status
from generator.model.withheld_report import is_report_withheld
from generator.validate.rules.workflow.case_step import ACCEPT, CaseStep, StepIssue
from generator.working_days import months_after

_MONTHS_IN_A_YEAR: Final = 12
_REMOVED: Final = (Availability.ON_REQUEST, Availability.WITHDRAWN, Availability.REMOVED)


def check_availability(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if a case is archived, or its report is removed, certainly before the required period is over.

    A withdrawn case gives its reason in public, and may be an emergency: this rule does not delay a withdrawal.
    """
    case = subject.case
    published = case.published or (case.publish_on.day if case.publish_on is not None else None)
    if published is None or case.status in (Status.DRAFT, Status.WITHDRAWN):
        return
    stays_until = months_after(published.first_day, subject.step.span_months)
    span = _span(subject)
    hint = f"publish it again until {span} after publication, or {ACCEPT}"
    if case.status is Status.ARCHIVED:
        ended = case.status_since.last_day if case.status_since is not None else subject.today
        if ended < stays_until:
            yield StepIssue(f"{case.status} less than {span} after publication", hint, ("status",))
    elif published.first_day <= subject.today < stays_until:
        for place, document in subject.report:
            if document.availability in _REMOVED:
                message = f"the report cannot be downloaded, less than {span} after publication"
                yield StepIssue(message, hint, ("documents", place, "availability"))


def check_availability_review(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue for a report that has certainly been public for `step.span_months`, if no decision is recorded."""
    published = subject.case.published
    if published is None or not subject.is_out or subject.step.completion(subject.case).is_done:
        return
    if subject.today >= subject.latest_day(published.last_day):
        message = f"the report has been public for {_span(subject)}: decide whether it stays"
        hint = 'write "status: archived", or keep it and add "availability_reviewed:" with the day under workflow'
        yield StepIssue(message, hint, ("published",))


def _span(subject: CaseStep) -> str:
    months = subject.step.span_months
    return "a year" if months == _MONTHS_IN_A_YEAR else f"{months} months"


_REASON: Final = 'add "not_published:" under workflow with reason and notified'


def check_non_publication(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if the report is withheld, delayed or missing, and the workflow does not record the reason.

    The reason for the public is in the document itself: D405.
    """
    workflow = subject.workflow
    if not subject.is_going_out:
        return
    if workflow.not_published is not None:
        if workflow.not_published.notified is None:
            hint = 'send the reason to the National Panel and the Secretary of State, then add "notified:"'
            yield StepIssue("the reason for not publishing has not been notified", hint, ("workflow", "not_published"))
        return
    for place, document in subject.report:
        path = ("documents", place, "availability")
        if document.availability is Availability.WITHHELD:
            yield StepIssue("the report is withheld, and the reason is not recorded", _REASON, path)
        elif document.availability is Availability.DELAYED and workflow.delay is None:
            hint = 'add "delay:" under workflow with reason and notified'
            yield StepIssue("the report is delayed, and the reason is not recorded", hint, path)
    if not subject.report and workflow.delay is None:
        yield StepIssue(
            "no report is published, and no reason is recorded", f"name it in documents, or {_REASON}", ("name",)
        )


def check_improvements(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if the report is not published, and the record does not list the information about improvements.

    A document of that kind with `availability: withheld` or `delayed` gives the reason for not publishing it.
    """
    case = subject.case
    if not subject.is_going_out or not is_report_withheld(case, subject.step.documents):
        return
    if any(document.kind in subject.replacing_kinds for document in case.documents):
        return
    kind = subject.replacing_kinds[0]
    hint = (
        f'add "{{kind: {kind}, file: ...}}" to documents, or "{{kind: {kind}, availability: withheld, reason: ...}}" '
        "if that would not be appropriate"
    )
    message = "the report is not published, and neither is the information about the improvements to be made"
    path = ("publication",) if case.publication is not None else ("documents",)
    yield StepIssue(message, hint, path)
