"""The recipients of a report and their addresses, only as sources give them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.model.publication import About
from generator.model.vocabulary import ReviewType, Vocabulary
from generator.model.workflow import Recipient, Repository, StepRule
from generator.model.workflow_steps import WORKFLOW_STEPS

_COPIES: Final = WORKFLOW_STEPS[StepRule.COPIES].source


@dataclass(frozen=True, slots=True)
class ReportRecipient:
    """A recipient of the report."""

    to: Recipient | Repository
    address: str | None
    """An e-mail address as its source gives it. None if no source gives one."""

    source: str
    is_before: bool
    """True for a copy before publication, False for a submission after it."""

    gets_reasons: bool = False
    """True if the recipient must learn why a review is late or not published (CSPR framework, 4.1.9 and 4.2.5)."""


DESTINATIONS: Final = (
    ReportRecipient(
        Recipient.NATIONAL_PANEL, "Mailbox.NationalReviewPanel@education.gov.uk", _COPIES, True, gets_reasons=True
    ),
    ReportRecipient(Recipient.OFSTED, "SCR.SIN@ofsted.gov.uk", _COPIES, True),
    ReportRecipient(Recipient.SECRETARY_OF_STATE, "Mailbox.CPOD@education.gov.uk", _COPIES, True, gets_reasons=True),
    ReportRecipient(
        Repository.NSPCC, "information@nspcc.org.uk", "Warrington CSPR framework of March 2021, 4.2.10", is_before=False
    ),
    ReportRecipient(Repository.SAR_LIBRARY, None, "public pages of safeguarding adults boards", is_before=False),
)


def destinations_of(review_type: ReviewType) -> tuple[ReportRecipient, ...]:
    """Return the recipients of the report of a review of this type.

    They come from the type's `steps` in the vocabulary. Without steps, a type for children only has the three
    recipients of copies, and the NSPCC; a type for adults only has the national library; any other type has none.
    """
    if review_type.steps:
        named = {destination for step in review_type.steps for destination in step.destinations}
        return tuple(destination for destination in DESTINATIONS if destination.to in named)
    if review_type.about == (About.CHILDREN,):
        return tuple(destination for destination in DESTINATIONS if destination.to is not Repository.SAR_LIBRARY)
    if review_type.about == (About.ADULTS,):
        return tuple(destination for destination in DESTINATIONS if destination.to is Repository.SAR_LIBRARY)
    return ()


def destinations_of_case(types: Iterable[str], words: Vocabulary) -> tuple[ReportRecipient, ...]:
    """Return the recipients of the report of a case with these types: those of each type for a joint review."""
    named = {each for identity in types if identity in words.type for each in destinations_of(words.type[identity])}
    return tuple(destination for destination in DESTINATIONS if destination in named)
