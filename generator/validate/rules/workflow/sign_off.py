"""Who agreed to the report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.markdown import join_words
from generator.validate.rules.workflow.case_step import CaseStep, StepIssue


def check(subject: CaseStep) -> Iterator[StepIssue]:
    """Found where nobody has, where one of those who must is missing or gives no day, or where a day is too late."""
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
