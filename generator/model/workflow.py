"""The steps before the publication of a review. Never published, except facts that a case repeats in other fields."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Final

from pydantic import Field

from generator.model.partial_date import PartialDate
from generator.model.record_model import Line, OneOrMore, RecordModel, Slug, Text

DAYS_TO_ANSWER_CORONER: Final = 56
"""Coroners (Investigations) Regulations 2013, regulation 29."""


class StepRule(StrEnum):
    """The ids of the workflow steps. Each is the slug of a diagnostic code. The table is `workflow_steps`."""

    COPIES = "copies"
    REVIEWER = "reviewer"
    REPORT_HOLDS = "report-holds"
    AVAILABILITY = "availability"
    SIX_MONTHS = "six-months"
    SUBMISSION = "submission"
    NOT_PUBLISHED = "not-published"
    IMPROVEMENTS = "improvements"
    MEDIA_CONTACT = "media-contact"
    IMPACT = "impact"
    LEGAL_CHECK = "legal-check"
    FAMILY_INFORMED = "family-informed"
    SIGN_OFF = "sign-off"
    NOTIFICATION = "notification"
    TO_PANEL = "to-panel"
    AVAILABILITY_REVIEW = "availability-review"


class RapidReviewOutcome(StrEnum):
    """The outcome of a rapid review (Warrington CSPR framework of March 2021, appendix 5)."""

    NATIONAL_REVIEW = "national-cspr"
    LOCAL_REVIEW = "local-cspr"
    OTHER_REVIEW = "other-review"
    SINGLE_AGENCY = "single-agency-review"
    NO_FURTHER_ACTION = "no-further-action"
    OTHER = "other"


class StatutoryContent(StrEnum):
    """A part that the final report must contain by statute (source 002)."""

    IMPROVEMENTS = "improvements"
    """A summary of recommended improvements."""

    REASONS = "reasons"
    """An analysis of systemic or underlying reasons."""

    @property
    def label(self) -> str:
        """The name as it appears inside a sentence."""
        return {
            "improvements": "a summary of recommended improvements",
            "reasons": "an analysis of systemic or underlying reasons",
        }[self]


class RapidReview(RecordModel):
    """The rapid review, which takes fifteen working days (Working Together to Safeguard Children 2023, chapter 5).

    The steps in between are those of one partnership's framework (Warrington CSPR framework of March 2021, 3.1 to 3.6).
    """

    recommended: PartialDate | None = None
    """When the advisers said if there should be a rapid review."""

    decided: PartialDate | None = None
    """When the safeguarding partners decided on the rapid review."""

    family_contacted: PartialDate | None = None
    """Also None if contact would not have been right yet."""

    forms_sent: PartialDate | None = None
    """When the forms and the invitations were sent."""

    forms_back: PartialDate | None = None
    meeting: PartialDate | None = None
    report: PartialDate | None = None
    to_panel: PartialDate | None = None


class Decision(RecordModel):
    """The decision after the rapid review. A review must be complete within six months of this day."""

    date: PartialDate
    outcome: RapidReviewOutcome
    other_review: Line | None = None
    """The type of the review, if the outcome is another review."""

    reason: Text | None = None

    @property
    def starts_review(self) -> bool:
        """Return True if a review follows, which must be complete within six months."""
        return self.outcome not in (RapidReviewOutcome.SINGLE_AGENCY, RapidReviewOutcome.NO_FURTHER_ACTION)


class SignOff(RecordModel):
    """Agreement to the report."""

    by: Line
    """An office or a body, such as the review panel or the police: not a person's name."""

    date: PartialDate | None = None
    """None until it is signed off."""


class CopySent(RecordModel):
    """A copy of the full report, sent before publication."""

    to: Slug
    """The id of a recipient."""

    sent: PartialDate


class Notification(RecordModel):
    """Another body that was notified, such as Ofsted if a looked after child has died."""

    to: Slug
    """The id of a recipient."""

    date: PartialDate


class Submission(RecordModel):
    """A published report that was sent to a repository."""

    to: Slug
    """The id of a repository."""

    sent: PartialDate


class Delay(RecordModel):
    """Why a review takes longer than six months, and who was informed."""

    reason: Text
    notified: PartialDate | None = None
    until: PartialDate | None = None


class NotPublished(RecordModel):
    """The decision not to publish. The documents have the reason for the public; this one goes to the Panel."""

    reason: Text
    notified: PartialDate | None = None


class AcceptedStep(RecordModel):
    """A rule on the steps that the partnership has decided not to follow for this case."""

    rule: StepRule

    reason: Text
    date: PartialDate


class CoronerReport(RecordModel):
    """A coroner's report to prevent future deaths, which has the real name of a person: it is never published."""

    date: PartialDate
    """When the coroner sent it. The answer is due 56 days later."""

    to: OneOrMore = ()
    """The agencies of the vocabulary that have to answer."""

    extended_to: PartialDate | None = None
    """The last day for the answer if the coroner gave more time; None for 56 days."""

    answered: PartialDate | None = None
    """When the last of the agencies answered; None while an answer is missing."""

    @property
    def latest_day(self) -> datetime.date:
        """The last day for the answer.

        Coroners (Investigations) Regulations 2013, regulation 29. Without a day, the report counts as sent on the last
        day that its date can mean.
        """
        if self.extended_to is not None:
            return self.extended_to.last_day
        return self.date.last_day + datetime.timedelta(days=DAYS_TO_ANSWER_CORONER)


class Workflow(RecordModel):
    """`workflow:` of a case, from the referral to the year after publication. Every part is optional."""

    aware: PartialDate | None = None
    """When the local authority became aware of the incident."""

    notification: PartialDate | None = None
    """When the incident was notified nationally."""

    notified: tuple[Notification, ...] = ()
    """Who else was notified, and when."""

    referral: PartialDate | None = None
    rapid_review: RapidReview | None = None
    decision: Decision | None = None
    methodology: Line | None = None
    completed: PartialDate | None = None
    """When the review was complete; None if only the day of publication shows it."""

    sign_off: tuple[SignOff, ...] = ()
    family_informed: PartialDate | None = None
    legal_check: PartialDate | None = None
    report_holds: tuple[StatutoryContent, ...] = ()
    """The parts required by statute that the editor has found in the final report."""

    planned: PartialDate | None = None
    """The planned day of publication."""

    media_contact: Line | None = None
    """The one office that answers the press."""

    impact_considered: PartialDate | None = None
    """The day on which the partnership planned for the impact of publication on people close to the case."""

    copies: tuple[CopySent, ...] = ()
    submissions: tuple[Submission, ...] = ()
    delay: Delay | None = None
    not_published: NotPublished | None = None
    coroner_reports: tuple[CoronerReport, ...] = ()
    coding: dict[str, Line] = Field(default_factory=dict)
    """What a national library asks for and no other field has: the id of a field of its coversheet, and the value."""

    availability_reviewed: PartialDate | None = None
    """When it was last decided to keep the report published after its first year."""

    accepted: tuple[AcceptedStep, ...] = ()
    notes: tuple[Text, ...] = ()
