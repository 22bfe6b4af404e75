"""The table of workflow steps. The rules, the timeline, the due list and the checklist all read it.

A new step that is recorded as a day needs one row here, its name in `StepRule`, its field in `Workflow`, and its
diagnostic code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.diagnostics import rule_by_slug
from generator.model.case import Case
from generator.model.partial_date import PartialDate
from generator.model.raw_record import PRIVATE_FIELD, Path
from generator.model.step_completion import (
    DoneWhen,
    when_all_parts_found,
    when_completed,
    when_recorded,
    when_sent,
    when_signed,
)
from generator.model.workflow import StepRule, Workflow


class Counted(StrEnum):
    """The start of a deadline: an event, and the direction. Each value ends "7 working days ..."."""

    AFTER_AWARE = "after becoming aware"
    AFTER_REFERRAL = "after the referral"
    AFTER_DECISION = "after the decision"
    BEFORE_PUBLICATION = "before publication"
    AFTER_PUBLICATION = "after publication"

    def start(self, case: Case) -> PartialDate | None:
        """Return the day of the event in a case; None if it is not known."""
        workflow = case.workflow or Workflow()
        match self:
            case Counted.AFTER_AWARE:
                return workflow.aware
            case Counted.AFTER_REFERRAL:
                return workflow.referral
            case Counted.AFTER_DECISION:
                return workflow.decision.date if workflow.decision is not None else None
            case Counted.BEFORE_PUBLICATION | Counted.AFTER_PUBLICATION:
                return case.publication_date


@dataclass(frozen=True, slots=True)
class WorkflowStep:
    """A row of the table. The words may use `{days}`, `{to}` (the destination in words) and `{id}` (its id)."""

    rule: StepRule
    """The step's id. It is also the slug of its diagnostic code."""

    label: str = ""
    """The step as a sentence, for the timeline and the checklist; empty if it is in neither."""

    path: Path = ()
    """The field that records the step, from the top of the record."""

    counted: Counted | None = None
    """None for a step without a deadline."""

    working_days: int = 0
    """The usual number of working days. The vocabulary may give another number for a type of review."""

    months: int = 0
    """The usual number of months, for a step that is counted in months."""

    is_before_copies: bool = False
    """True for a step that comes before the copies are sent, because the copies are of the full report."""

    done_when: DoneWhen = when_recorded

    task: str = ""
    """What to do, as an imperative: for the due list and the hint. Empty for a step that is not in the due list."""

    due_key: str = ""
    """The key in the due list, for programs. Empty for the step's id."""

    missing: str = ""
    """The diagnostic's message if the step is not recorded. Empty for a step with a separate check."""

    late: str = ""
    """The diagnostic's message if the step was done too late. Empty for a step without a day."""

    add: str = ""
    """The hint that follows a missing step. Empty if the task and the field say it."""

    missing_at: Path = (PRIVATE_FIELD,)
    """The location of the diagnostic for a missing step."""

    @property
    def code(self) -> str:
        """The diagnostic code: `W910`."""
        return rule_by_slug(self.rule).code

    @property
    def source(self) -> str:
        """The source of the rule, as the catalogue of diagnostics gives it."""
        return rule_by_slug(self.rule).source

    @property
    def hint(self) -> str:
        """What to do about a missing step, and the field to add."""
        return self.add or f'{self.task}, then add "{self.path[-1]}:" with the day under {self.path[-2]}'


_ROWS: Final = (
    WorkflowStep(
        StepRule.NOTIFICATION,
        "The incident is notified",
        ("workflow", "notification"),
        Counted.AFTER_AWARE,
        working_days=5,
        task="notify at once",
        missing="not notified within {days} working days of becoming aware",
        late="notified later than {days} working days after becoming aware",
    ),
    WorkflowStep(
        StepRule.TO_PANEL,
        "The endorsed report goes to the National Panel",
        ("workflow", "rapid_review", "to_panel"),
        Counted.AFTER_REFERRAL,
        working_days=15,
        task="send it at once",
        missing="the rapid review's report has not gone to the National Panel within {days} working days",
        late="the rapid review's report went to the National Panel later than {days} working days after the referral",
    ),
    WorkflowStep(
        StepRule.SIX_MONTHS,
        "The review is complete",
        ("workflow", "completed"),
        Counted.AFTER_DECISION,
        months=6,
        done_when=when_completed,
    ),
    WorkflowStep(
        StepRule.REPORT_HOLDS,
        "The report includes what the law requires",
        ("workflow", "report_holds"),
        Counted.BEFORE_PUBLICATION,
        done_when=when_all_parts_found,
    ),
    WorkflowStep(
        StepRule.SIGN_OFF,
        "The partners sign off the report",
        ("workflow", "sign_off"),
        Counted.BEFORE_PUBLICATION,
        is_before_copies=True,
        done_when=when_signed,
        add='add "sign_off:" under workflow, each with by and date',
    ),
    WorkflowStep(
        StepRule.REVIEWER,
        "The lead reviewer is named",
        ("reviewer",),
        Counted.BEFORE_PUBLICATION,
        missing="the lead reviewer is not named",
        add='add "reviewer: ..." with the name as it appears in the report',
        missing_at=("name",),
    ),
    WorkflowStep(
        StepRule.LEGAL_CHECK,
        "The legal check is done",
        ("workflow", "legal_check"),
        Counted.BEFORE_PUBLICATION,
        is_before_copies=True,
        task="have the legal check done",
        missing="no legal check is recorded",
        late="the legal check came too late for publication",
    ),
    WorkflowStep(
        StepRule.FAMILY_INFORMED,
        "The family is informed",
        ("workflow", "family_informed"),
        Counted.BEFORE_PUBLICATION,
        task="inform the family",
        due_key="family",
        missing="it is not recorded that the family was informed of the publication",
        late="the family was informed too late for publication",
    ),
    WorkflowStep(
        StepRule.IMPACT,
        "There is a plan for the impact of publication",
        ("workflow", "impact_considered"),
        Counted.BEFORE_PUBLICATION,
        task="plan for the impact on children, family and staff",
        missing="there is no plan for the impact of publication on people close to the case",
        late="the impact of publication was planned for too late",
    ),
    WorkflowStep(
        StepRule.MEDIA_CONTACT,
        "One office is named to answer the press",
        ("workflow", "media_contact"),
        Counted.BEFORE_PUBLICATION,
        missing="no office is named to answer the press",
        add='agree on one office, then add "media_contact: ..." under workflow',
    ),
    WorkflowStep(
        StepRule.COPIES,
        "A copy goes to {to}",
        ("workflow", "copies"),
        Counted.BEFORE_PUBLICATION,
        working_days=7,
        done_when=when_sent,
        task="send a copy to {to}: library pack writes it",
        due_key="copy",
        missing="no copy was sent to {to} {days} working days before publication",
        late="the copy for {to} was sent fewer than {days} working days before publication",
        add='if it was sent, add "{{to: {id}, sent: ...}}" to copies',
    ),
    WorkflowStep(
        StepRule.SUBMISSION,
        "The report goes to {to}",
        ("workflow", "submissions"),
        Counted.AFTER_PUBLICATION,
        working_days=20,
        done_when=when_sent,
        missing="not sent to {to}, more than {days} working days after publication",
        add='send the report, then add "{{to: {id}, sent: ...}}" to submissions under workflow',
        missing_at=("workflow", "submissions"),
    ),
    WorkflowStep(StepRule.NOT_PUBLISHED, path=("workflow", "not_published")),
    WorkflowStep(StepRule.IMPROVEMENTS, path=("documents",)),
    WorkflowStep(StepRule.AVAILABILITY, path=("documents",), months=12),
    WorkflowStep(
        StepRule.AVAILABILITY_REVIEW,
        "Decide whether the report stays",
        ("workflow", "availability_reviewed"),
        Counted.AFTER_PUBLICATION,
        months=12,
    ),
)

WORKFLOW_STEPS: Final[Mapping[StepRule, WorkflowStep]] = {row.rule: row for row in _ROWS}
"""Every step, in the order of the work.

The usual numbers are those of Working Together to Safeguard Children 2023. `docs/publishing.md` gives the source of
each step. The 20 working days for a submission are this library's own.
"""
