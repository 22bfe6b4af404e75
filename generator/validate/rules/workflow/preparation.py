"""Checks the steps that are recorded before a report is published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from generator.markdown import join_words
from generator.model import PartialDate
from generator.validate.rules.workflow.case_step import CaseStep, StepIssue


def check_lead_reviewer(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if a published or scheduled case names no lead reviewer."""
    if subject.is_going_out and subject.case.reviewer is None:
        yield StepIssue("the lead reviewer is not named", 'add "reviewer: ..." as the report has the name', ("name",))


def check_media_contact(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if a published or scheduled case has no media contact."""
    if subject.is_going_out and subject.workflow.media_contact is None:
        hint = 'agree on one office, then add "media_contact: ..." under workflow'
        yield StepIssue("no one office is named to answer the press", hint)


def check_legal_check(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if there was no legal check by the deadline for publication."""
    missing = StepIssue("no legal check is recorded", 'ask for it, then add "legal_check:" with the day under workflow')
    return _check_dated_step(subject, "legal_check", missing, "the legal check came too late for publication")


def check_family_contact(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if the family was not informed by the deadline for publication."""
    hint = 'tell them in good time, then add "family_informed:" with the day under workflow'
    missing = StepIssue("nobody has recorded that the family was told of the publication", hint)
    return _check_dated_step(subject, "family_informed", missing, "the family was told too late for publication")


def check_impact_plan(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if the impact of publication was not planned for by the deadline for publication."""
    hint = 'plan for children, family and staff, then add "impact_considered:" with the day under workflow'
    missing = StepIssue("nobody has recorded a plan for what publication does to those close to the case", hint)
    late = "the impact of publication was planned for too late"
    return _check_dated_step(subject, "impact_considered", missing, late)


def _check_dated_step(
    subject: CaseStep,
    field: Literal["legal_check", "family_informed", "impact_considered"],
    missing: StepIssue,
    late: str,
) -> Iterator[StepIssue]:
    """Yield `missing` if a field of `workflow` has no date, or an issue with the message `late` if it is too late.

    Only a published or scheduled case is checked.
    """
    if not subject.is_going_out:
        return
    done: PartialDate | None = getattr(subject.workflow, field)
    if done is None:
        yield missing
    elif subject.is_late_for_publication(done):
        yield StepIssue(late, "publish later, or accept it with a reason and a date", ("workflow", field))


def check_sign_off(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if there is no sign-off, a required person is missing, or a date is missing or too late."""
    if not subject.is_going_out:
        return
    given = subject.workflow.sign_off
    if not given and not subject.step.by:
        yield StepIssue("nobody has signed the report off", 'add "sign_off:" under workflow, each with by and date')
    names = {" ".join(each.by.lower().split()) for each in given}
    missing = [each for each in subject.step.by if " ".join(each.lower().split()) not in names]
    if missing:
        hint = f'add "{{by: {missing[0]}, date: ...}}" to sign_off under workflow'
        yield StepIssue(f"not signed off by {join_words(missing)}", hint, ("workflow", "sign_off"))
    for index, each in enumerate(given):
        if each.date is None:
            hint = 'wait for it, then add "date:" with the day'
            yield StepIssue("one who is to sign the report off has not done so", hint, ("workflow", "sign_off", index))
        elif subject.is_late_for_publication(each.date):
            hint = "publish later, or accept it with a reason and a date"
            yield StepIssue("signed off too late for publication", hint, ("workflow", "sign_off", index, "date"))
