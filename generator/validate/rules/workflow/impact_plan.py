"""What publication does to the people close to a case."""

from __future__ import annotations

from collections.abc import Iterator

from generator.validate.rules.workflow.case_step import CaseStep, StepIssue


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found where nobody has planned for it by the day of publication."""
    planned = subject.workflow.impact_considered
    if not subject.is_going_out:
        return
    if planned is None:
        hint = 'plan for children, family and staff, then add "impact_considered:" with the day under workflow'
        yield StepIssue("nobody has recorded a plan for what publication does to those close to the case", hint)
    elif subject.is_late_for_publication(planned):
        hint = "publish later, or accept it with a reason and a date"
        yield StepIssue("the impact of publication was planned for too late", hint, ("workflow", "impact_considered"))
