"""Two series of briefings, for tests that make a briefing without a site."""

from __future__ import annotations

from typing import Any, Final

from generator.model import Briefing, BriefingSeries
from generator.model.briefing import SERIES

SERIES_OF_TESTS: Final = (
    BriefingSeries.model_validate(
        {
            "id": "seven-minute",
            "label": "7-minute briefing",
            "plural": "7-minute briefings",
            "for": ["topics"],
            "most_parts": 7,
            "minutes": 7,
            "sheet": True,
        }
    ),
    BriefingSeries.model_validate(
        {
            "id": "lessons-learned",
            "label": "lessons learned briefing",
            "plural": "lessons learned briefings",
            "for": ["case"],
            "parts": [
                {"heading": "The story", "from_case": "story"},
                {"heading": "What we learned", "from_case": "learning"},
                {"heading": "Advice for practitioners", "from_case": "practice"},
                {"heading": "Advice for the community", "from_case": "community"},
            ],
            "sheet": True,
            "poster": True,
        }
    ),
)


def briefing_of(values: dict[str, Any]) -> Briefing:
    """Returns the briefing with these fields."""
    return Briefing.model_validate(values, context={SERIES: {each.id: each for each in SERIES_OF_TESTS}})
