"""One office that answers the press."""

from __future__ import annotations

from collections.abc import Iterator

from generator.validate.rules.workflow.case_step import CaseStep, StepIssue


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found where a case that is public, or waits for its day, has none."""
    if subject.is_going_out and subject.workflow.media_contact is None:
        hint = 'agree on one office, then add "media_contact: ..." under workflow'
        yield StepIssue("no one office is named to answer the press", hint)
