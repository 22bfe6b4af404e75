"""Turns a missed step into a diagnostic with the partnership's severity, unless the step is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule_by_slug
from generator.model import (
    Case,
    Document,
    Located,
    Nation,
    PartialDate,
    RawRecord,
    Records,
    Status,
    Step,
    StepRule,
    Workflow,
)
from generator.model.raw_record import PRIVATE_FIELD, Path
from generator.working_days import latest_day


@dataclass(frozen=True, slots=True)
class CaseStep:
    """A case, and one of the steps that its type of review requires."""

    raw: RawRecord
    case: Case
    step: Step
    today: date
    nation: Nation = Nation.ENGLAND
    """The nation whose bank holidays are not working days."""

    replacing_kinds: tuple[str, ...] = ("improvements",)
    """The document kinds with the information that is published if the report is not."""

    @property
    def workflow(self) -> Workflow:
        """Return the recorded steps; an empty workflow if the case records none."""
        return self.case.workflow or Workflow()

    @property
    def is_going_out(self) -> bool:
        """Return True for a case that is published or scheduled."""
        return self.case.status in (Status.PUBLISHED, Status.SCHEDULED)

    @property
    def is_out(self) -> bool:
        """Return True for a case that readers can open today."""
        return self.case.status is Status.PUBLISHED

    @property
    def report(self) -> tuple[tuple[int, Document], ...]:
        """Return the documents that are the report, each with its index in the record."""
        return tuple(
            (n, document) for n, document in enumerate(self.case.documents) if document.kind in self.step.documents
        )

    def latest_day(self, start: date) -> date:
        """Return the last day on which the step is in time, counted from `start`."""
        return latest_day(self.step, start, self.nation)

    def is_after(self, done: PartialDate, latest: date) -> bool:
        """Return True if `done` was certainly later than `latest`. A month is taken as its first day."""
        return done.first_day > latest

    def is_late_for_publication(self, done: PartialDate) -> bool:
        """Return True if `done` was certainly after the latest day before publication."""
        publication = self.case.publication_date
        return publication is not None and self.is_after(done, self.latest_day(publication.last_day))


@dataclass(frozen=True, slots=True)
class StepIssue:
    """A missed step, and how to fix it. Neither text may include a value of `workflow`: the log may be public."""

    message: str
    hint: str
    path: Path = (PRIVATE_FIELD,)
    """The path of the location to report, from the top of the record."""


ACCEPT: Final = "accept it with a reason and a date"
"""The end of a hint, for a step that was done too late and cannot be done again."""

Check = Callable[[CaseStep], Iterator[StepIssue]]


def subjects(records: Records, today: date) -> Iterator[tuple[Located[Case], tuple[CaseStep, ...]]]:
    """Yield each case with the steps that apply to it."""
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    replacing = words.kinds_replacing_report or ("improvements",)
    for case in records.cases:
        steps = words.steps_of(case.record.type)
        subjects_of_case = (CaseStep(case.raw, case.record, step, today, records.nation, replacing) for step in steps)
        yield case, tuple(subject for subject in subjects_of_case if _concerns(subject))


def _concerns(subject: CaseStep) -> bool:
    case, step = subject.case, subject.step
    if step.rule is StepRule.IMPROVEMENTS:  # It is seen in the documents, which every case has, not in the workflow.
        return _is_since(case.publication_date, step.since, unknown=True)
    if case.workflow is None and not _is_since(case.publication_date, step.every_case_since, unknown=False):
        return False
    return _is_since(case.publication_date, step.since, unknown=True)


def _is_since(publication: PartialDate | None, since: PartialDate | None, unknown: bool) -> bool:
    """Return True if the publication is, or may be, on or after `since`. Return `unknown` if one of the two is None."""
    return unknown if publication is None or since is None else publication.last_day >= since.first_day


def to_diagnostics(subject: CaseStep, issues: Iterable[StepIssue]) -> Iterator[Diagnostic]:
    """Yield the diagnostics, unless the partnership has accepted that the step is not taken."""
    if any(entry.rule is subject.step.rule for entry in subject.workflow.accepted):
        return
    rule = rule_by_slug(subject.step.rule)
    for issue in issues:
        message = f'"{subject.case.name}": {issue.message}'
        diagnostic = rule.diagnostic(message, subject.raw.location_of(*issue.path), issue.hint)
        yield replace(diagnostic, severity=subject.step.severity or rule.severity)


def timeline_of(subject: CaseStep) -> str:
    """Return a hint with the command that shows the dates, because a diagnostic must not."""
    return f'"library timeline {subject.case.id}" shows the days'
