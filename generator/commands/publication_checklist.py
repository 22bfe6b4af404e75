"""Lists what is missing before a report is sent, and each deadline. For the team only, never sent. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.commands.report_recipients import ReportRecipient
from generator.model import Case, PartialDate, StepRule
from generator.model.steps import days_of
from generator.model.vocabulary import ReviewType
from generator.model.workflow import Recipient, StatutoryContent, Workflow
from generator.working_days import is_working_day, working_days_before


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
    case: Case, review_type: ReviewType, destinations: tuple[ReportRecipient, ...], reports: int
) -> tuple[ChecklistItem, ...]:
    """Return every line of the checklist, in the order of the work."""
    steps = case.workflow or Workflow()
    day = case.publication
    copies_by = _copies_by(day, review_type)
    has_copies = any(destination.is_before for destination in destinations)
    return (
        ChecklistItem(
            "The report's file lies beside the record", reports > 0, "" if reports else "put the PDF there, name it"
        ),
        *_of_statute(steps, has_copies),
        ChecklistItem(
            "The partners and the panel agreed", all(each.date for each in steps.sign_off) and bool(steps.sign_off)
        ),
        ChecklistItem(
            "The lead reviewer is named", case.reviewer is not None, "" if case.reviewer else 'add "reviewer: ..."'
        ),
        ChecklistItem("The day of publication is known", day is not None and day.day is not None, _day(day)),
        _done("The legal check is done", steps.legal_check, day),
        _done("The family has been told", steps.family_informed, day),
        _done("The impact of publication was planned for", steps.impact_considered, day),
        ChecklistItem("One office answers the press", steps.media_contact is not None),
        *(_handed_on(destination, steps, copies_by, day) for destination in destinations),
    )


def _copies_by(publication: PartialDate | None, review_type: ReviewType) -> date | None:
    if publication is None or publication.day is None:
        return None
    return working_days_before(publication.last_day, days_of(StepRule.COPIES, review_type.steps))


def _of_statute(steps: Workflow, has_copies: bool) -> Iterator[ChecklistItem]:
    names = {
        StatutoryContent.IMPROVEMENTS: "The report sums up the improvements that it recommends",
        StatutoryContent.REASONS: "The report tells of systemic or underlying reasons",
    }
    for part, name in names.items() if has_copies else ():
        is_there = part in steps.report_holds
        yield ChecklistItem(
            name, is_there, "" if is_there else f'once you have seen it, add "{part}" to "report_holds"'
        )


def _done(what: str, on: PartialDate | None, publication: PartialDate | None) -> ChecklistItem:
    latest = (
        working_days_before(publication.last_day - timedelta(days=1), 0)
        if publication is not None and publication.day
        else None
    )
    return ChecklistItem(what, on is not None, on.label if on is not None else "", None if on is not None else latest)


def _handed_on(
    to: ReportRecipient, steps: Workflow, copies_by: date | None, published: PartialDate | None
) -> ChecklistItem:
    sent = [
        each.sent for each in (steps.copies if isinstance(to.to, Recipient) else steps.submissions) if each.to is to.to
    ]
    what = f"{'Copy to' if to.is_before else 'Submission to'} {to.to.label}"
    if sent:
        return ChecklistItem(what, True, f"sent {sent[0].label}")
    where = f"send it to {to.address} ({to.source})" if to.address else "no source gives its address: ask, and keep it"
    if to.is_before:
        return ChecklistItem(what, False, where, copies_by)
    when = "once it is published; " if published is not None else ""
    return ChecklistItem(what, False, when + where)


def _day(day: PartialDate | None) -> str:
    if day is None:
        return 'add "publish_on", or "planned" under "workflow"'
    if day.day is None:
        return f"{day.label}: the days below need the day itself"
    return day.label if is_working_day(day.first_day) else f"{day.label}, which is no working day"


def as_markdown(title: str, found: tuple[ChecklistItem, ...], today: date) -> str:
    """Return the checklist as a Markdown task list, with the missing items first."""
    missing = [each for each in found if not each.is_done]
    lines = [f"# {title}: before it leaves", "", "For the team. Do not send this page with the report.", ""]
    lines += [f"## Missing: {len(missing)}", "", *(_line(each, today) for each in missing)]
    done = [each for each in found if each.is_done]
    lines += ["", f"## Done: {len(done)}", "", *(_line(each, today) for each in done), ""]
    return "\n".join(lines)


def _line(check: ChecklistItem, today: date) -> str:
    late = " **too late**" if check.latest is not None and check.latest < today and not check.is_done else ""
    latest = (
        f" (by {check.latest:%A} {check.latest.day} {check.latest:%B %Y}{late})" if check.latest is not None else ""
    )
    detail = f": {check.detail}" if check.detail else ""
    return f"- [{'x' if check.is_done else ' '}] {check.what}{latest}{detail}"
