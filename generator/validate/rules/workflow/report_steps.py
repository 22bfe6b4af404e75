"""Checks the steps that need more than a date: the report's parts, sign-off, copies, submission and time limit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.markdown import join_words
from generator.model import Status
from generator.model.workflow import StatutoryContent
from generator.validate.rules.workflow.case_step import ACCEPT, CaseStep, StepIssue, timeline_of


def check_report_contents(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if it is not recorded that a report to be published has each required part."""
    is_offered = any(document.file is not None or document.url is not None for _, document in subject.report)
    missing = subject.step.missing_parts(subject.workflow)
    if subject.is_going_out and is_offered and missing:
        message = f"it is not recorded that the report includes {join_words([part.label for part in missing])}"
        hint = (
            f'check the report; if both are there, write "report_holds: [{", ".join(StatutoryContent)}]" under workflow'
        )
        yield StepIssue(message, hint, subject.step.path)


def check_sign_off(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if there is no sign-off, a required person is missing, or a date is missing or too late."""
    if not subject.is_going_out:
        return
    step, path = subject.step, subject.step.path
    sign_offs = subject.workflow.sign_off
    if not sign_offs and not step.by:
        yield StepIssue("no sign-off of the report is recorded", step.row.hint)
    missing = step.missing_sign_offs(subject.workflow)
    if missing:
        hint = f'add "{{by: {missing[0]}, date: ...}}" to sign_off under workflow'
        yield StepIssue(f"not signed off by {join_words(missing)}", hint, path)
    for index, sign_off in enumerate(sign_offs):
        if sign_off.date is None:
            hint = 'once it is signed off, add "date:" with the day'
            yield StepIssue("a sign-off of the report has no date", hint, (*path, index))
        elif subject.is_late_for_publication(sign_off.date):
            yield StepIssue(
                "signed off too late for publication", f"publish later, or {ACCEPT}", (*path, index, "date")
            )


def check_copies(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue for each recipient whose copy was sent too late, or was not sent by the deadline.

    If only the month of the publication or of a copy is known, a copy is reported as late only if it certainly was.
    """
    step, row, copies = subject.step, subject.step.row, subject.workflow.copies
    publication = subject.case.publication_date
    if publication is None or subject.case.status in (Status.ARCHIVED, Status.WITHDRAWN):
        return
    latest = subject.latest_day(publication.last_day)
    for recipient in step.destinations:
        sent = step.completion(subject.case, recipient).on
        if sent is None:
            if subject.today > latest:
                hint = f"{step.words(row.hint, recipient)}; {timeline_of(subject)}"
                yield StepIssue(step.words(row.missing, recipient), hint)
        elif subject.is_after(sent, latest):
            place = next(n for n, copy in enumerate(copies) if copy.to == recipient.id and copy.sent == sent)
            hint = f"publish later, or {ACCEPT}; {timeline_of(subject)}"
            yield StepIssue(step.words(row.late, recipient), hint, (*row.path, place, "sent"))


def check_submission(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if a published report was not submitted within `step.days` working days after publication."""
    step, row, published = subject.step, subject.step.row, subject.case.published
    if published is None or not subject.is_out or subject.today <= subject.latest_day(published.last_day):
        return
    for repository in step.destinations:
        if not step.completion(subject.case, repository).is_done:
            yield StepIssue(step.words(row.missing, repository), step.words(row.hint, repository), row.missing_at)


def check_six_month_limit(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue after the time limit from the decision (six months), unless a delay is recorded.

    The delay must have a reason, must be notified, and must not be over.
    """
    workflow = subject.workflow
    if workflow.decision is None or not workflow.decision.starts_review:
        return
    latest = subject.latest_day(workflow.decision.date.last_day)
    completed = subject.step.completion(subject.case).on
    if not (subject.is_after(completed, latest) if completed is not None else subject.today > latest):
        return
    late = f"more than {subject.step.counted}"
    delay = workflow.delay
    if delay is None:
        hint = f'add "delay:" under workflow with reason and notified; {timeline_of(subject)}'
        yield StepIssue(f"{late}, and no reason for the delay is recorded", hint, ("workflow", "decision", "date"))
    elif delay.notified is None:
        hint = 'send the reason to the National Panel and the Secretary of State, then add "notified:" with the day'
        yield StepIssue(f"{late}, and it is not recorded who was notified of the delay", hint, ("workflow", "delay"))
    elif completed is None and delay.until is not None and subject.today > delay.until.last_day:
        hint = "finish the review, or notify again and write the new day"
        yield StepIssue(
            f"{late}, and the delay ended before the review was complete", hint, ("workflow", "delay", "until")
        )
