"""The names of the rules on the steps around publication."""

from __future__ import annotations

from enum import StrEnum


class StepRule(StrEnum):
    """What is looked for in the steps of a case; each is the slug of its code in the catalogue."""

    COPIES = "copies"
    REVIEWER = "reviewer"
    REPORT_HOLDS = "report-holds"
    AVAILABILITY = "availability"
    SIX_MONTHS = "six-months"
    SUBMISSION = "submission"
    NOT_PUBLISHED = "not-published"
    MEDIA_CONTACT = "media-contact"
    IMPACT = "impact"
    LEGAL_CHECK = "legal-check"
    FAMILY_INFORMED = "family-informed"
    SIGN_OFF = "sign-off"
    NOTIFICATION = "notification"
    TO_PANEL = "to-panel"
    AVAILABILITY_REVIEW = "availability-review"
