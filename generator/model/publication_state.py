"""Reviews whose report is not published, or not yet: what readers see in place of a date."""

from __future__ import annotations

from enum import StrEnum

from generator.languages import gettext as _
from generator.model.partial_date import PartialDate


class PublicationState(StrEnum):
    """Why a review has no date of publication, other than that no source gives it."""

    NOT_YET = "not-yet"
    NOT_PUBLISHED = "not-published"

    @property
    def label(self) -> str:
        """The words for readers, in place of a date."""
        return {"not-yet": _("Not published yet"), "not-published": _("Not published")}[self]


YearOfReview = int | PublicationState | None
"""The group of a review in lists by year: its year; why it has none; None if no source gives the date."""


def expected_label(expected: PartialDate) -> str:
    """Return when a report is expected, in words: `Expected in March 2027`, `Expected on 14 March 2027`."""
    sentence = _("Expected on {date}") if expected.day is not None else _("Expected in {date}")
    return sentence.format(date=expected.label)


def year_order(year: YearOfReview) -> tuple[int, int]:
    """Return the key that sorts groups of reviews: newest year first, then unknown dates, then unpublished reports."""
    if isinstance(year, PublicationState):
        return 2 + list(PublicationState).index(year), 0
    return (1, 0) if year is None else (0, -year)
