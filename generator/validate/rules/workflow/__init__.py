"""The rules on the steps around publication, one a file. The vocabulary says which of them concern a type of review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, StepRule
from generator.validate.rules.workflow import (
    advance_copies,
    availability,
    availability_review,
    family_contact,
    impact_plan,
    lead_reviewer,
    legal_check,
    media_contact,
    non_publication,
    notification,
    panel_report,
    report_contents,
    sign_off,
    six_month_limit,
    submission,
)
from generator.validate.rules.workflow.case_step import Check, subjects, to_diagnostics

CHECKS: Final[dict[StepRule, Check]] = {
    StepRule.COPIES: advance_copies.check,
    StepRule.REVIEWER: lead_reviewer.check,
    StepRule.REPORT_HOLDS: report_contents.check,
    StepRule.AVAILABILITY: availability.check,
    StepRule.SIX_MONTHS: six_month_limit.check,
    StepRule.SUBMISSION: submission.check,
    StepRule.NOT_PUBLISHED: non_publication.check,
    StepRule.MEDIA_CONTACT: media_contact.check,
    StepRule.IMPACT: impact_plan.check,
    StepRule.LEGAL_CHECK: legal_check.check,
    StepRule.FAMILY_INFORMED: family_contact.check,
    StepRule.SIGN_OFF: sign_off.check,
    StepRule.NOTIFICATION: notification.check,
    StepRule.TO_PANEL: panel_report.check,
    StepRule.AVAILABILITY_REVIEW: availability_review.check,
}


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields W901 to W915, and W916 for an accepted step that has no fault."""
    for located, steps in subjects(records, today):
        faulty: set[StepRule] = set()
        for subject in steps:
            faults = tuple(CHECKS[subject.step.rule](subject))
            if faults:
                faulty.add(subject.step.rule)
                yield from to_diagnostics(subject, faults)
        accepted = located.record.workflow.accepted if located.record.workflow is not None else ()
        for index, each in enumerate(accepted):
            if each.rule not in faulty:
                where = located.raw.location_of("workflow", "accepted", index, "rule")
                message = f'"{located.record.name}": a step is accepted that has no fault'
                yield rule("W916").diagnostic(message, where, "take the entry out")
