"""Checks the pages that recommendations have, or could have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, SiteSection, addresses
from generator.model.site_sections import sections_of


def check_recommendation_pages(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield C130 for a site of two reviews with recommendations or more and no list of all, and C131 for a taken id."""
    with_recommendations = [case for case in records.cases if case.record.recommendations]
    if SiteSection.RECOMMENDATIONS in sections_of(records.pages):
        for case in with_recommendations:
            if case.record.id in addresses.RECOMMENDATION_LISTS:
                folder = f"/{addresses.RECOMMENDATIONS}{case.record.id}/"
                message = f'no case with recommendations can have the id "{case.record.id}": {folder} has lists'
                hint = f"rename the folder {case.raw.folder}, for example to {case.raw.folder}-review"
                yield rule("C131").diagnostic(message, case.raw.location_of("recommendations"), hint)
    elif len(with_recommendations) > 1:
        first = with_recommendations[0]
        others = len(with_recommendations) - 1
        message = f"recommendations of this review and {others} more are only on the pages of the reviews"
        hint = f"to add a list of all, with filters, run: library new section {SiteSection.RECOMMENDATIONS}"
        yield rule("C130").diagnostic(message, first.raw.location_of("recommendations"), hint)
