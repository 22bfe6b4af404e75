"""Lists what is due in the coming weeks, and what is overdue, each with its day and file. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.commands.due_recommendations import due_after_review
from generator.model import (
    WORKFLOW_STEPS,
    Case,
    Counted,
    Destination,
    Located,
    Nation,
    PartialDate,
    Recipient,
    Records,
    Status,
    Step,
    StepRule,
    Workflow,
    step_for,
    title_of,
)
from generator.model.event_time import format_time
from generator.model.london_time import plain_day
from generator.model.vocabulary import Vocabulary
from generator.working_days import latest_day, months_after, planned_day

LINK_EXCEPTIONS: Final = "content/link-exceptions.yml"


@dataclass(frozen=True, slots=True)
class DueItem:
    """A task, or an event that happens automatically."""

    day: date
    """The day of the event, or the deadline of the task."""

    key: str
    """The kind of item, a stable key for programs."""

    what: str
    """One line that says what happens, or what to do."""

    title: str
    file: str
    """The file to open, as a path from the site's root."""


def due(records: Records, today: date, weeks: int) -> tuple[DueItem, ...]:
    """Return the items of the next `weeks` weeks from `today`, sorted by day, and the overdue items.

    For automatic events, and for the year for which a report stays, only the coming days are listed: otherwise old
    reports would be listed for ever. Steps, recommendations, and findings accepted for a limited time, are listed as
    overdue until they are done.
    """
    plain = plain_day(today)
    last = plain + timedelta(weeks=weeks)
    found = [
        automatic_event for automatic_event in _automatic_events(records, today) if plain <= automatic_event.day <= last
    ]
    found += [task for task in _to_do(records, plain) if task.day <= last]
    return tuple(sorted(found, key=lambda each: (each.day, each.key, each.title, each.what)))


def _automatic_events(records: Records, today: date) -> Iterator[DueItem]:
    for located in records.cases_briefings_notices:
        record = located.record
        if record.status is Status.SCHEDULED and record.publish_on is not None and not record.is_public(today):
            clock = f" at {format_time(record.publish_on.clock)}" if record.publish_on.clock is not None else ""
            title = title_of(record)
            yield DueItem(
                record.publish_on.day.first_day, "goes-public", f"goes public{clock}", title, located.raw.file
            )
    for case in records.cases:
        if case.record.status in (Status.PUBLISHED, Status.SCHEDULED) and case.record.published is not None:
            months = step_for(StepRule.AVAILABILITY_REVIEW, _steps_of(case.record, records)).span_months
            day = _until_reviewed(case.record.published, case.record.workflow, months)
            span = "a year" if months == 12 else f"{months} months"
            what = f"has been public for {span}: decide whether it stays or is archived"
            yield DueItem(day, "reaches-its-year", what, case.record.name, case.raw.file)


def _steps_of(case: Case, records: Records) -> tuple[Step, ...]:
    """Return the steps that the vocabulary gives for the case's type of review."""
    return records.vocabulary.record.steps_of(case.type) if records.vocabulary is not None else ()


def _until_reviewed(published: PartialDate, known: Workflow | None, months: int) -> date:
    """Return the date so many months after publication, or after the last decision that the report stays."""
    reviewed = known.availability_reviewed if known is not None else None
    return months_after((reviewed or published).last_day, months)


def _to_do(records: Records, today: date) -> Iterator[DueItem]:
    yield from _accepted_for_a_time(records)
    words = records.vocabulary.record if records.vocabulary is not None else None
    for case in records.cases:
        if case.record.workflow is not None and case.record.status not in (Status.WITHDRAWN, Status.ARCHIVED):
            yield from _steps(case, case.record.workflow, words, today, records.nation)
        for fields in due_after_review(case, records):
            yield DueItem(*fields, case.record.name, case.raw.file)


def _accepted_for_a_time(records: Records) -> Iterator[DueItem]:
    for record in records.cases_briefings_notices:
        title = title_of(record.record)
        for document in record.record.documents if not record.record.is_withdrawn else ():
            for accepted in document.accepted:
                if accepted.until is not None:
                    what = f'look again at what was accepted until then: "{accepted.rule}" of the {document.kind}'
                    yield DueItem(accepted.until.last_day, "accepted-until", what, title, record.raw.file)
    exceptions = records.link_exceptions.record.exceptions if records.link_exceptions is not None else ()
    for link in exceptions:
        what = "open the link by hand again, and write the new days"
        yield DueItem(link.until.last_day, "link-looked-at", what, link.address, LINK_EXCEPTIONS)


def _steps(
    case: Located[Case], workflow: Workflow, words: Vocabulary | None, today: date, nation: Nation
) -> Iterator[DueItem]:
    record, file = case.record, case.raw.file

    def item(day: date, key: str, what: str) -> DueItem:
        return DueItem(day, key, what, record.name, file)

    steps = words.steps_of(record.type) if words is not None else ()
    publication = record.publication_date
    is_public = record.published is not None and record.is_public(today) and record.published.first_day <= today
    if is_public:
        return
    if publication is not None and publication.day is not None:
        destinations = words.destinations_of(record.type) if words is not None else ()
        yield from (
            item(*fields)
            for fields in _before_publication(record, publication.first_day, steps, destinations, nation, today)
        )
    if workflow.planned is not None and record.publish_on is None:
        what = 'publication is planned: write "status: scheduled", "publish_on"'
        yield item(workflow.planned.last_day, "planned", what)
    if workflow.decision is not None and workflow.delay is None and workflow.not_published is None:
        step = step_for(StepRule.SIX_MONTHS, steps)
        if workflow.decision.starts_review and not step.completion(record).as_of(today).is_done:
            months = "six months" if step.span_months == 6 else f"{step.span_months} months"
            what = f"{months} from the decision: complete the review, or notify the Panel why it is late"
            yield item(latest_day(step, workflow.decision.date.last_day, nation), "six-months", what)
    if workflow.delay is not None and workflow.delay.until is not None:
        yield item(workflow.delay.until.last_day, "delayed-until", "the notified delay ends")


def _before_publication(
    case: Case,
    publication: date,
    steps: tuple[Step, ...],
    destinations: tuple[Destination, ...],
    nation: Nation,
    today: date,
) -> Iterator[tuple[date, str, str]]:
    """Yield the day, the key and the task of each step before publication that is not done."""
    for row in WORKFLOW_STEPS.values():
        if row.counted is not Counted.BEFORE_PUBLICATION or not row.task:
            continue
        copies = [each for each in destinations if isinstance(each, Recipient)]
        for to in copies if row.rule is StepRule.COPIES else (None,):
            step = step_for(row.rule, steps, to)
            if not step.completion(case, to).as_of(today).is_done:
                yield planned_day(step, publication, nation), row.due_key or row.rule, step.words(row.task, to)
