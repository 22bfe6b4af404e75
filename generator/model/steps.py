"""The steps that a type of review requires around its publication: data of `content/vocabulary.yml`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from generator.diagnostics import Severity
from generator.model.partial_date import PartialDate
from generator.model.record_model import Line, RecordModel, Slug, Text
from generator.model.step_kinds import USUAL_DAYS, USUAL_MONTHS, StepRule
from generator.model.workflow import Recipient, Repository, StatutoryContent

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

    to: tuple[Recipient, ...] = ()
    """For `copies`: the recipients. Empty for all of them."""

    repository: Repository | None = None
    """For `submission`: the repository that the report is sent to."""

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

    @property
    def days(self) -> int:
        """Working days: as given, or the rule's usual number; 0 for a rule that does not count them."""
        return USUAL_DAYS.get(self.rule, 0) if self.working_days is None else self.working_days

    @property
    def span_months(self) -> int:
        """Months: as given, or the rule's usual number; 0 for a rule that does not count them."""
        return USUAL_MONTHS.get(self.rule, 0) if self.months is None else self.months


def days_of(rule: StepRule, steps: Iterable[Step]) -> int:
    """Return the working days for a rule from the steps of a type of review, or the rule's usual number."""
    given = (step.working_days for step in steps if step.rule is rule)
    return next((each for each in given if each is not None), USUAL_DAYS.get(rule, 0))


def months_of(rule: StepRule, steps: Iterable[Step]) -> int:
    """Return the months for a rule from the steps of a type of review, or the rule's usual number."""
    given = (step.months for step in steps if step.rule is rule)
    return next((each for each in given if each is not None), USUAL_MONTHS.get(rule, 0))
