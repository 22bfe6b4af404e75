"""A lawyer's look at the report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.validate.rules.workflow.case_step import CaseStep, StepIssue


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found where there was none by the day of publication."""
    checked = subject.workflow.legal_check
    if not subject.is_going_out:
        return
    if checked is None:
        yield StepIssue("no legal check is recorded", 'ask for it, then add "legal_check:" with the day under workflow')
    elif subject.is_late_for_publication(checked):
        hint = "publish later, or accept it with a reason and a date"
        yield StepIssue("the legal check came too late for publication", hint, ("workflow", "legal_check"))
