"""The names of the rules on the steps around publication."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class StepRule(StrEnum):
    """The checks on the steps of a case; each value is the slug of its code in the catalogue."""

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


USUAL_DAYS: Final[Mapping[StepRule, int]] = {
    StepRule.COPIES: 7,
    StepRule.SUBMISSION: 20,
    StepRule.NOTIFICATION: 5,
    StepRule.TO_PANEL: 15,
}
"""Default working days, if the vocabulary gives no number (Warrington CSPR framework of March 2021, 4.2.8, 2.1.2,
3.2.2; the twenty are this library's own). The other rules count no working days.
"""

USUAL_MONTHS: Final[Mapping[StepRule, int]] = {
    StepRule.AVAILABILITY: 12,
    StepRule.AVAILABILITY_REVIEW: 12,
    StepRule.SIX_MONTHS: 6,
}
"""Default months, if the vocabulary gives no number (4.2.9 and 4.1.8)."""
