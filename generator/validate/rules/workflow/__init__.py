"""The rules on the workflow steps of a case. The vocabulary says which steps a type of review requires."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, StepRule
from generator.validate.rules.workflow.availability import (
    check_availability,
    check_availability_review,
    check_improvements,
    check_non_publication,
)
from generator.validate.rules.workflow.case_step import Check, subjects, to_diagnostics
from generator.validate.rules.workflow.recorded_steps import check_recorded_step
from generator.validate.rules.workflow.report_steps import (
    check_copies,
    check_report_contents,
    check_sign_off,
    check_six_month_limit,
    check_submission,
)

_SPECIAL_CHECKS: Final[dict[StepRule, Check]] = {
    StepRule.COPIES: check_copies,
    StepRule.REPORT_HOLDS: check_report_contents,
    StepRule.AVAILABILITY: check_availability,
    StepRule.SIX_MONTHS: check_six_month_limit,
    StepRule.SUBMISSION: check_submission,
    StepRule.NOT_PUBLISHED: check_non_publication,
    StepRule.IMPROVEMENTS: check_improvements,
    StepRule.SIGN_OFF: check_sign_off,
    StepRule.AVAILABILITY_REVIEW: check_availability_review,
}

CHECKS: Final[dict[StepRule, Check]] = {rule: _SPECIAL_CHECKS.get(rule, check_recorded_step) for rule in StepRule}
"""The check of each step. A step that only has to be recorded in time needs no special one."""


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each missed step, and W916 for an accepted step that was not missed."""
    for located, steps in subjects(records, today):
        missed: set[StepRule] = set()
        for subject in steps:
            issues = tuple(CHECKS[subject.step.rule](subject))
            if issues:
                missed.add(subject.step.rule)
                yield from to_diagnostics(subject, issues)
        accepted = located.record.workflow.accepted if located.record.workflow is not None else ()
        for index, entry in enumerate(accepted):
            if entry.rule not in missed:
                location = located.raw.location_of("workflow", "accepted", index, "rule")
                message = f'"{located.record.name}": an accepted step was not missed'
                yield rule("W916").diagnostic(message, location, "remove the entry")
