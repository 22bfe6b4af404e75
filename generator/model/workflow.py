"""The steps behind the publication of a review. Never published, but for what a case says of itself in other fields."""

from __future__ import annotations

from enum import StrEnum

from generator.model.partial_date import PartialDate
from generator.model.record_model import Line, RecordModel, Text
from generator.model.step_kinds import StepRule


class Recipient(StrEnum):
    """Who gets a copy before publication (Warrington CSPR framework of March 2021, 4.2.8)."""

    NATIONAL_PANEL = "national-panel"
    OFSTED = "ofsted"
    SECRETARY_OF_STATE = "secretary-of-state"

    @property
    def label(self) -> str:
        """As it stands inside a sentence."""
        return {
            "national-panel": "the National Panel",
            "ofsted": "Ofsted",
            "secretary-of-state": "the Secretary of State",
        }[self]


class Repository(StrEnum):
    """Where a published report is kept for the whole country."""

    NSPCC = "nspcc"
    """The NSPCC's national repository of case reviews (Warrington CSPR framework of March 2021, 4.2.10)."""

    SAR_LIBRARY = "sar-library"
    """The national library of Safeguarding Adults Reviews, for those published since April 2019."""

    @property
    def label(self) -> str:
        """As it stands inside a sentence."""
        return {"nspcc": "the NSPCC repository", "sar-library": "the national SAR library"}[self]


class RapidReviewOutcome(StrEnum):
    """What a rapid review leads to (Warrington CSPR framework of March 2021, appendix 5)."""

    NATIONAL_REVIEW = "national-cspr"
    LOCAL_REVIEW = "local-cspr"
    OTHER_REVIEW = "other-review"
    SINGLE_AGENCY = "single-agency-review"
    NO_FURTHER_ACTION = "no-further-action"
    OTHER = "other"


class StatutoryContent(StrEnum):
    """What the final report has to hold by statute (source 002)."""

    IMPROVEMENTS = "improvements"
    """A summary of recommended improvements."""

    REASONS = "reasons"
    """An analysis of systemic or underlying reasons."""

    @property
    def label(self) -> str:
        """As it stands inside a sentence."""
        return {
            "improvements": "a summary of recommended improvements",
            "reasons": "an analysis of systemic or underlying reasons",
        }[self]


class RapidReview(RecordModel):
    """The first look, of fifteen working days (Warrington CSPR framework of March 2021, 3.1 to 3.6)."""

    recommended: PartialDate | None = None
    """When the advisers said whether there should be one."""

    decided: PartialDate | None = None
    """When the safeguarding partners decided on it."""

    family_contacted: PartialDate | None = None
    """None as well where contact would not have been right yet."""

    forms_sent: PartialDate | None = None
    """The forms and the invitations."""

    forms_back: PartialDate | None = None
    meeting: PartialDate | None = None
    report: PartialDate | None = None
    to_panel: PartialDate | None = None


class Decision(RecordModel):
    """What was decided after the rapid review. A review has six months from this day."""

    date: PartialDate
    outcome: RapidReviewOutcome
    other_review: Line | None = None
    """Which one, where the outcome is another review."""

    reason: Text | None = None


class SignOff(RecordModel):
    """Who agreed to the report."""

    by: Line
    """An office or a body, such as the review panel or the police: not a person's name."""

    date: PartialDate | None = None
    """None while it is still to come."""


class CopySent(RecordModel):
    """A copy of the full report, sent before publication."""

    to: Recipient
    sent: PartialDate


class Notification(RecordModel):
    """Who else was told of what had happened, such as Ofsted where a looked after child has died."""

    to: Recipient
    date: PartialDate


class Submission(RecordModel):
    """A published report, sent to a repository."""

    to: Repository
    sent: PartialDate


class Delay(RecordModel):
    """Why a review takes longer than six months, and who was told."""

    reason: Text
    notified: PartialDate | None = None
    until: PartialDate | None = None


class NotPublished(RecordModel):
    """The decision not to publish. The reason for the public stands in the documents; this one goes to the Panel."""

    reason: Text
    notified: PartialDate | None = None


class AcceptedStep(RecordModel):
    """A rule on the steps that the partnership has decided not to follow here."""

    rule: StepRule

    reason: Text
    date: PartialDate


class Workflow(RecordModel):
    """`workflow:` of a case, from the referral to the year after publication. Every part may be missing."""

    aware: PartialDate | None = None
    """When the local authority became aware of what had happened."""

    notification: PartialDate | None = None
    """When it was notified nationally."""

    notified: tuple[Notification, ...] = ()
    """Who else was notified, and when."""

    referral: PartialDate | None = None
    rapid_review: RapidReview | None = None
    decision: Decision | None = None
    methodology: Line | None = None
    completed: PartialDate | None = None
    """When the review was complete; None where only the day of publication tells it."""

    sign_off: tuple[SignOff, ...] = ()
    family_informed: PartialDate | None = None
    legal_check: PartialDate | None = None
    report_holds: tuple[StatutoryContent, ...] = ()
    """The parts that statute wants, as the editor has seen them in the final report."""

    planned: PartialDate | None = None
    """The day for which publication is planned."""

    media_contact: Line | None = None
    """The one office that answers the press."""

    impact_considered: PartialDate | None = None
    """When the impact of publication on those close to the case was planned for."""

    copies: tuple[CopySent, ...] = ()
    submissions: tuple[Submission, ...] = ()
    delay: Delay | None = None
    not_published: NotPublished | None = None
    availability_reviewed: PartialDate | None = None
    """When it was last decided that the report stays, after its first year."""

    accepted: tuple[AcceptedStep, ...] = ()
    notes: tuple[Text, ...] = ()
