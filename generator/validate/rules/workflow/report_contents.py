"""Checks the required parts of a final report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.markdown import join_words
from generator.model.workflow import StatutoryContent
from generator.validate.rules.workflow.case_step import CaseStep, StepIssue


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Yield an issue if it is not recorded that each part was seen in a report to be published."""
    offered = [each for _, each in subject.report if each.file is not None or each.url is not None]
    if not subject.is_going_out or not offered:
        return
    missing = [each for each in subject.step.parts or StatutoryContent if each not in subject.workflow.report_holds]
    if missing:
        message = f"nobody has recorded that the report holds {join_words([each.label for each in missing])}"
        hint = (
            f'look into the report; if it is there, write "report_holds: [{", ".join(StatutoryContent)}]" under '
            f"workflow"
        )
        yield StepIssue(message, hint, ("workflow", "report_holds"))
