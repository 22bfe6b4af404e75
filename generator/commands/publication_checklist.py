"""Lists what is missing before a report is sent, and each deadline. For the team only, never sent. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import (
    WORKFLOW_STEPS,
    Case,
    Counted,
    Destination,
    Nation,
    PartialDate,
    Recipient,
    Step,
    StepRule,
    Workflow,
    step_for,
)
from generator.model.withheld_report import is_report_withheld
from generator.model.workflow import StatutoryContent
from generator.working_days import is_working_day, planned_day


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One line of the checklist."""

    what: str
    is_done: bool
    detail: str = ""
    """What to do, or when it was done."""

    latest: date | None = None
    """The deadline. None if it is not known."""


def checks(
    case: Case,
    steps: tuple[Step, ...],
    destinations: tuple[Destination, ...],
    reports: int,
    nation: Nation = Nation.ENGLAND,
    replacing_kinds: tuple[str, ...] = (),
    today: date = date.max,
) -> tuple[ChecklistItem, ...]:
    """Return every line of the checklist, in the order of the work.

    `replacing_kinds` are the document kinds that are published if the report is not. A step that is recorded for a day
    after `today` is not done yet.
    """
    day = case.publication_date
    file_detail = "" if reports else "put the PDF next to the record, and name it there"
    has_copies = any(isinstance(each, Recipient) for each in destinations)
    rules = {step.rule for step in steps}
    # The law names the parts for some types only: a type with steps lists the rule, another one may be an older type.
    has_parts = StepRule.REPORT_HOLDS in rules or (has_copies and not rules)
    return (
        ChecklistItem("The report's file is next to the record", reports > 0, file_detail),
        ChecklistItem("The day of publication is known", day is not None and day.day is not None, _day(day, nation)),
        *(_report_parts(case.workflow or Workflow()) if has_parts else ()),
        *_improvements(case, steps, replacing_kinds),
        *_steps(case, steps, nation, today),
        *(_destination_item(each, case, steps, nation, today) for each in destinations),
    )


def _improvements(case: Case, steps: tuple[Step, ...], kinds: tuple[str, ...]) -> Iterator[ChecklistItem]:
    """Yield the line about what is published in place of a report that is not published."""
    step = next((step for step in steps if step.rule is StepRule.IMPROVEMENTS), None)
    if step is not None and kinds and is_report_withheld(case, step.documents):
        is_listed = any(document.kind in kinds for document in case.documents)
        detail = "" if is_listed else f'add "{{kind: {kinds[0]}, file: ...}}" to documents, or the reason why not'
        yield ChecklistItem("The report is not published: the improvements to be made are", is_listed, detail)


def _report_parts(workflow: Workflow) -> Iterator[ChecklistItem]:
    for part in StatutoryContent:
        is_included = part in workflow.report_holds
        detail = "" if is_included else f'once you have seen it, add "{part}" to "report_holds"'
        yield ChecklistItem(f"The report includes {part.label}", is_included, detail)


def _steps(case: Case, steps: tuple[Step, ...], nation: Nation, today: date) -> Iterator[ChecklistItem]:
    """Yield the steps before publication, except the parts of the report and the copies, which have several lines."""
    for row in WORKFLOW_STEPS.values():
        if row.counted is Counted.BEFORE_PUBLICATION and row.rule not in (StepRule.REPORT_HOLDS, StepRule.COPIES):
            step = step_for(row.rule, steps)
            completion = step.completion(case).as_of(today)
            if completion.is_done:
                yield ChecklistItem(row.label, True, completion.on.label if completion.on is not None else "")
            else:
                detail = f"planned for {completion.planned.label}" if completion.planned is not None else row.add
                yield ChecklistItem(row.label, False, detail, _planned_day(step, case, nation))


def _planned_day(step: Step, case: Case, nation: Nation) -> date | None:
    """Return the day for which to plan a step; None if the day of publication is not known."""
    publication = case.publication_date
    if publication is None or publication.day is None:
        return None
    return planned_day(step, publication.last_day, nation)


def _destination_item(
    to: Destination, case: Case, steps: tuple[Step, ...], nation: Nation, today: date
) -> ChecklistItem:
    is_copy = isinstance(to, Recipient)
    step = step_for(StepRule.COPIES if is_copy else StepRule.SUBMISSION, steps, to)
    label, completion = step.words(step.row.label, to), step.completion(case, to).as_of(today)
    if completion.on is not None:
        return ChecklistItem(label, True, f"sent {completion.on.label}")
    detail = "no source gives its address: ask for it, and write it down"
    if to.email:
        detail = f"send it to {to.email} ({to.source})" if to.source else f"send it to {to.email}"
    if is_copy:
        return ChecklistItem(label, False, detail, _planned_day(step, case, nation))
    return ChecklistItem(
        label, False, f"once it is published; {detail}" if case.publication_date is not None else detail
    )


def _day(day: PartialDate | None, nation: Nation) -> str:
    if day is None:
        return 'add "publish_on", or "planned" under "workflow"'
    if day.day is None:
        return f"{day.label}: the days below need the day itself"
    return day.label if is_working_day(day.first_day, nation) else f"{day.label}, which is not a working day"


def as_markdown(title: str, items: tuple[ChecklistItem, ...], today: date) -> str:
    """Return the checklist as a Markdown task list, with the missing items first."""
    missing = [item for item in items if not item.is_done]
    lines = [f"# {title}: before it leaves", "", "For the team. Do not send this page with the report.", ""]
    lines += [f"## Missing: {len(missing)}", "", *(_line(item, today) for item in missing)]
    done = [item for item in items if item.is_done]
    lines += ["", f"## Done: {len(done)}", "", *(_line(item, today) for item in done), ""]
    return "\n".join(lines)


def _line(item: ChecklistItem, today: date) -> str:
    late = " **too late**" if item.latest is not None and item.latest < today and not item.is_done else ""
    latest = f" (by {item.latest:%A} {item.latest.day} {item.latest:%B %Y}{late})" if item.latest is not None else ""
    detail = f": {item.detail}" if item.detail else ""
    return f"- [{'x' if item.is_done else ' '}] {item.what}{latest}{detail}"
