"""The family knows before the public does."""

from __future__ import annotations

from collections.abc import Iterator

from generator.validate.rules.workflow.case_step import CaseStep, StepIssue


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found where the family was not told by the day of publication."""
    told = subject.workflow.family_informed
    if not subject.is_going_out:
        return
    if told is None:
        hint = 'tell them in good time, then add "family_informed:" with the day under workflow'
        yield StepIssue("nobody has recorded that the family was told of the publication", hint)
    elif subject.is_late_for_publication(told):
        hint = "publish later, or accept it with a reason and a date"
        yield StepIssue("the family was told too late for publication", hint, ("workflow", "family_informed"))
