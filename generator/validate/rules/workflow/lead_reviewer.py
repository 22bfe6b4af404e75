"""The lead reviewer's name."""

from __future__ import annotations

from collections.abc import Iterator

from generator.validate.rules.workflow.case_step import CaseStep, StepIssue


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found where a case that is public, or waits for its day, names nobody."""
    if subject.is_going_out and subject.case.reviewer is None:
        yield StepIssue("the lead reviewer is not named", 'add "reviewer: ..." as the report has the name', ("name",))
