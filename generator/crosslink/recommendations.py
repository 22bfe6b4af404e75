"""Which recommendations have pages and are in lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.model import Case, Status, Vocabulary
from generator.model.page_titles import base_title
from generator.model.published_recommendation import PublishedRecommendation


def published_recommendations(
    cases: Iterable[Case], titles: Mapping[str, str], vocabulary: Vocabulary
) -> tuple[PublishedRecommendation, ...]:
    """Return the recommendations of public reviews, in the given order. Archived reviews are left out.

    Nobody updates the progress of an archived review, so a list would show old statuses as those of today.
    """
    listed = [case for case in cases if case.recommendations and case.status is not Status.ARCHIVED]
    number = Counter(case.name.casefold() for case in listed)

    def name_of(case: Case) -> str:
        return case.name if number[case.name.casefold()] == 1 else titles.get(case.ref) or base_title(case, vocabulary)

    return tuple(
        PublishedRecommendation(case, recommendation, place, name_of(case))
        for case in listed
        for place, recommendation in enumerate(case.recommendations, 1)
    )
