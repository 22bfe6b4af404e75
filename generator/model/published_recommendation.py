"""A recommendation with its review, as the lists and pages of recommendations need it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import addresses
from generator.model.case import Case
from generator.model.recommendation import Recommendation


@dataclass(frozen=True, slots=True)
class PublishedRecommendation:
    """A recommendation of a review that is public today and not archived."""

    case: Case
    recommendation: Recommendation
    place: int
    """Its place in the review, from 1."""

    review: str
    """The name of the review, with its type if another review with recommendations has the same name."""

    @property
    def address(self) -> addresses.Address:
        """The address of its page: `recommendations/grace/r1/`."""
        return addresses.recommendation(self.case.id, self.recommendation.id)
