"""Lists what is due in the coming weeks, and what is overdue, each with its day and file. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from generator.commands.report_recipients import ReportRecipient, destinations_of
from generator.model import Case, Located, PartialDate, Records, Status, Step, StepRule, title_of
from generator.model.event_time import format_time
from generator.model.steps import days_of, months_of
from generator.model.vocabulary import Vocabulary
from generator.model.workflow import Recipient, Workflow
from generator.working_days import months_after, working_days_before

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
    reports would be listed for ever. Steps, and findings accepted for a limited time, are listed as overdue until they
    are done.
    """
    plain = date(today.year, today.month, today.day)
    last = plain + timedelta(weeks=weeks)
    found = [
        automatic_event for automatic_event in _automatic_events(records, today) if plain <= automatic_event.day <= last
    ]
    found += [each for each in _to_do(records, plain) if each.day <= last]
    return tuple(sorted(found, key=lambda each: (each.day, each.key, each.title, each.what)))


def _automatic_events(records: Records, today: date) -> Iterator[DueItem]:
    for each in records.cases_briefings_notices:
        record = each.record
        if record.status is Status.SCHEDULED and record.publish_on is not None and not record.is_public(today):
            clock = f" at {format_time(record.publish_on.clock)}" if record.publish_on.clock is not None else ""
            title = title_of(record)
            yield DueItem(record.publish_on.day.first_day, "goes-public", f"goes public{clock}", title, each.raw.file)
    for case in records.cases:
        if case.record.status in (Status.PUBLISHED, Status.SCHEDULED) and case.record.published is not None:
            months = months_of(StepRule.AVAILABILITY_REVIEW, _steps_of(case.record, records))
            day = _until_reviewed(case.record.published, case.record.workflow, months)
            span = "a year" if months == 12 else f"{months} months"
            what = f"has been public for {span}: decide whether it stays or is archived"
            yield DueItem(day, "reaches-its-year", what, case.record.name, case.raw.file)


def _steps_of(case: Case, records: Records) -> tuple[Step, ...]:
    """Return the steps that the vocabulary gives for the case's type of review."""
    types = records.vocabulary.record.type if records.vocabulary is not None else {}
    return types[case.type].steps if case.type in types else ()


def _until_reviewed(published: PartialDate, known: Workflow | None, months: int) -> date:
    """Return the date so many months after publication, or after the last decision that the report stays."""
    reviewed = known.availability_reviewed if known is not None else None
    return months_after((reviewed or published).last_day, months)


def _to_do(records: Records, today: date) -> Iterator[DueItem]:
    yield from _accepted_for_a_time(records)
    words = records.vocabulary.record if records.vocabulary is not None else None
    for case in records.cases:
        if case.record.workflow is not None and case.record.status not in (Status.WITHDRAWN, Status.ARCHIVED):
            yield from _steps(case, case.record.workflow, words, today)


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


def _steps(case: Located[Case], steps: Workflow, words: Vocabulary | None, today: date) -> Iterator[DueItem]:
    record, file = case.record, case.raw.file

    def step(day: date, key: str, what: str) -> DueItem:
        return DueItem(day, key, what, record.name, file)

    review_type = words.type.get(record.type) if words is not None else None
    rules = review_type.steps if review_type is not None else ()
    destinations = destinations_of(review_type) if review_type is not None else ()
    publication = record.publication
    is_public = record.published is not None and record.is_public(today) and record.published.first_day <= today
    if publication is not None and publication.day is not None and not is_public:
        latest = working_days_before(publication.first_day, days_of(StepRule.COPIES, rules))
        yield from (step(*each) for each in _before_publication(steps, publication.first_day, latest, destinations))
    if steps.planned is not None and record.publish_on is None and not is_public:
        yield step(steps.planned.last_day, "planned", 'publication is planned: write "status: scheduled", "publish_on"')
    if steps.decision is not None and steps.delay is None and steps.not_published is None and not is_public:
        months = months_of(StepRule.SIX_MONTHS, rules)
        span = "six months" if months == 6 else f"{months} months"
        day = months_after(steps.decision.date.last_day, months)
        yield step(day, "six-months", f"{span} from the decision: be complete, or tell the Panel why it is late")
    if steps.delay is not None and steps.delay.until is not None and not is_public:
        yield step(steps.delay.until.last_day, "delayed-until", "the delay that was told ends")


def _before_publication(
    steps: Workflow, publication: date, latest: date, destinations: tuple[ReportRecipient, ...]
) -> Iterator[tuple[date, str, str]]:
    sent = {copy.to for copy in steps.copies}
    for destination in destinations:
        if isinstance(destination.to, Recipient) and destination.to not in sent:
            yield latest, "copy", f"send a copy to {destination.to.label}: library pack writes it"
    day_before = working_days_before(publication - timedelta(days=1), 0)
    for done, key, what in (
        (steps.legal_check, "legal-check", "have the legal check done"),
        (steps.family_informed, "family", "tell the family"),
        (steps.impact_considered, "impact", "plan for the impact on those close to the case"),
    ):
        if done is None:
            yield day_before, key, what
