"""The steps that a type of review has to take around its publication: data of `content/vocabulary.yml`."""

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
    """A step that a review of some type has to take: `{rule: copies, working_days: 7, to: [ofsted]}`."""

    rule: StepRule
    severity: Severity | None = None
    """None for what the catalogue says."""

    working_days: Count | None = None
    """How many lie between at most, or at least: see the rule. None for its usual number."""

    months: Count | None = None
    """The same for a rule that counts in months."""

    to: tuple[Recipient, ...] = ()
    """Of `copies`: who gets one. Empty for all of them."""

    repository: Repository | None = None
    """Of `submission`: where the report goes."""

    by: tuple[Line, ...] = ()
    """Of `sign-off`: who has to agree. Empty where anybody's will do."""

    parts: tuple[StatutoryContent, ...] = ()
    """Of `report-holds`: what has to be in the report. Empty for all of them."""

    documents: tuple[Slug, ...] = ("report",)
    """The kinds of document that are the report."""

    since: PartialDate | None = None
    """Only for cases published from then on, whatever they say; None for all."""

    every_case_since: PartialDate | None = None
    """From when on the rule speaks of cases without a `workflow` as well; None where it never does."""

    source: Text | None = None
    """Where the rule comes from for this type of review; None for what the catalogue says."""

    @property
    def days(self) -> int:
        """Working days: as given, or the rule's usual number; 0 for a rule that counts none."""
        return USUAL_DAYS.get(self.rule, 0) if self.working_days is None else self.working_days

    @property
    def span_months(self) -> int:
        """The same in months."""
        return USUAL_MONTHS.get(self.rule, 0) if self.months is None else self.months


def days_of(rule: StepRule, steps: Iterable[Step]) -> int:
    """Working days that the steps of a type of review give a rule, or its usual number."""
    given = (each.working_days for each in steps if each.rule is rule)
    return next((each for each in given if each is not None), USUAL_DAYS.get(rule, 0))


def months_of(rule: StepRule, steps: Iterable[Step]) -> int:
    """The same in months."""
    given = (each.months for each in steps if each.rule is rule)
    return next((each for each in given if each is not None), USUAL_MONTHS.get(rule, 0))
