"""The rules on the steps around publication, one in each file. The vocabulary says which apply to a type of review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, StepRule
from generator.validate.rules.workflow import advance_copies, report_contents
from generator.validate.rules.workflow.availability import (
    check_availability,
    check_availability_review,
    check_non_publication,
)
from generator.validate.rules.workflow.case_step import Check, subjects, to_diagnostics
from generator.validate.rules.workflow.panel_deadlines import (
    check_notification,
    check_panel_report,
    check_six_month_limit,
    check_submission,
)
from generator.validate.rules.workflow.preparation import (
    check_family_contact,
    check_impact_plan,
    check_lead_reviewer,
    check_legal_check,
    check_media_contact,
    check_sign_off,
)

CHECKS: Final[dict[StepRule, Check]] = {
    StepRule.COPIES: advance_copies.check,
    StepRule.REVIEWER: check_lead_reviewer,
    StepRule.REPORT_HOLDS: report_contents.check,
    StepRule.AVAILABILITY: check_availability,
    StepRule.SIX_MONTHS: check_six_month_limit,
    StepRule.SUBMISSION: check_submission,
    StepRule.NOT_PUBLISHED: check_non_publication,
    StepRule.MEDIA_CONTACT: check_media_contact,
    StepRule.IMPACT: check_impact_plan,
    StepRule.LEGAL_CHECK: check_legal_check,
    StepRule.FAMILY_INFORMED: check_family_contact,
    StepRule.SIGN_OFF: check_sign_off,
    StepRule.NOTIFICATION: check_notification,
    StepRule.TO_PANEL: check_panel_report,
    StepRule.AVAILABILITY_REVIEW: check_availability_review,
}


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield W901 to W915, and W916 for an accepted step that has no fault."""
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
