"""The steps that a type of review requires around its publication: data of `content/vocabulary.yml`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field, PrivateAttr

from generator.diagnostics import Severity, one_line
from generator.model.case import Case
from generator.model.destinations import Destination, Recipient, Repository
from generator.model.partial_date import PartialDate
from generator.model.raw_record import Path
from generator.model.record_model import Line, RecordModel, Slug, Text
from generator.model.step_completion import Completion
from generator.model.workflow import StatutoryContent, StepRule, Workflow
from generator.model.workflow_steps import WORKFLOW_STEPS, WorkflowStep

Count = Annotated[int, Field(ge=0, le=1000)]


class Step(RecordModel):
    """A step that a type of review requires: `{rule: copies, working_days: 7, to: [ofsted]}`."""

    rule: StepRule
    severity: Severity | None = None
    """None for the severity in the catalogue."""

    working_days: Count | None = None
    """The maximum or minimum number of working days between, depending on the rule. None for its usual number."""

    months: Count | None = None
    """The maximum or minimum number of months, for a rule that counts in months. None for its usual number."""

    to: tuple[Slug, ...] = ()
    """For `copies`: the ids of the recipients. Empty for all recipients of the vocabulary."""

    repository: Slug | None = None
    """For `submission`: the id of the repository that the report is sent to. None for the vocabulary's first."""

    by: tuple[Line, ...] = ()
    """For `sign-off`: who must agree. Empty if any sign-off is enough."""

    parts: tuple[StatutoryContent, ...] = ()
    """For `report-holds`: the parts that the report must contain. Empty for all of them."""

    documents: tuple[Slug, ...] = ("report",)
    """The document kinds that count as the report."""

    since: PartialDate | None = None
    """The rule applies only to cases published from this day on, whatever they say; None for all cases."""

    every_case_since: PartialDate | None = None
    """A case without a `workflow` is checked only if published on or after this day; None if it is never checked."""

    source: Text | None = None
    """The source of the rule for this type of review; None for the source in the catalogue."""

    _destinations: tuple[Destination, ...] = PrivateAttr(default=())

    @property
    def row(self) -> WorkflowStep:
        """The step in the table of workflow steps."""
        return WORKFLOW_STEPS[self.rule]

    @property
    def path(self) -> Path:
        """The field that records the step, from the top of the record."""
        return self.row.path

    @property
    def days(self) -> int:
        """Working days: as given, or the usual number; 0 for a step that does not count them."""
        return self.row.working_days if self.working_days is None else self.working_days

    @property
    def span_months(self) -> int:
        """Months: as given, or the usual number; 0 for a step that does not count them."""
        return self.row.months if self.months is None else self.months

    @property
    def counted(self) -> str:
        """The deadline in words: `7 working days before publication`; empty for a step without a deadline."""
        if self.row.counted is None:
            return ""
        if self.span_months:
            return f"{self.span_months} months {self.row.counted}"
        return f"{self.days} working days {self.row.counted}" if self.days else "by publication"

    @property
    def origin(self) -> str:
        """The source of the rule: as given, or the source in the catalogue."""
        return self.source or self.row.source

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """The bodies that the step sends the report to; empty for a step that sends nothing."""
        return self._destinations

    def find_destinations(self, recipients: tuple[Recipient, ...], repositories: tuple[Repository, ...]) -> None:
        """Look up the bodies that the step names. The vocabulary calls this once, when it is loaded."""
        if self.rule is StepRule.COPIES:
            by_id = {recipient.id: recipient for recipient in recipients}
            self._destinations = tuple(by_id[each] for each in self.to if each in by_id) if self.to else recipients
        elif self.rule is StepRule.SUBMISSION:
            named = (each for each in repositories if self.repository in (None, each.id))
            self._destinations = tuple(named)[:1]

    def completion(self, case: Case, to: Destination | None = None) -> Completion:
        """Return if the step is done in a case, and when. For a step with destinations, `to` is one of them."""
        return self.row.done_when(case, self, to)

    def words(self, text: str, to: Destination | None = None) -> str:
        """Return a text of the table with this step's number of days and a destination."""
        return text.format(days=self.days, to=to.label if to is not None else "", id=to.id if to is not None else "")

    def missing_sign_offs(self, workflow: Workflow) -> tuple[str, ...]:
        """Return the names under `by` that have not signed off. Capitals and spaces do not matter."""
        names = {one_line(entry.by.lower()) for entry in workflow.sign_off}
        return tuple(name for name in self.by if one_line(name.lower()) not in names)

    def missing_parts(self, workflow: Workflow) -> tuple[StatutoryContent, ...]:
        """Return the required parts that were not found in the report."""
        return tuple(part for part in self.parts or StatutoryContent if part not in workflow.report_holds)


def step_for(rule: StepRule, steps: Iterable[Step], to: Destination | None = None) -> Step:
    """Return the step of a type of review, or the usual step if the type has none for the rule.

    With `to`, only a step that sends the report to this destination counts.
    """
    required = (step for step in steps if step.rule is rule and (to is None or to in step.destinations))
    return next(required, Step(rule=rule))
