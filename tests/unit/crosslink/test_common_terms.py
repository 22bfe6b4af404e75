"""A theme or briefing that many cases share relates no cases; one case fewer, and it does."""

from __future__ import annotations

import pytest

from generator.crosslink.related import COMMON, related_cases
from generator.model import Case
from tests.briefing_series import briefing_of

BRIEFING = briefing_of({"id": "x", "title": "X", "series": "seven-minute"})


@pytest.mark.parametrize(("count", "is_related"), [(COMMON - 1, True), (COMMON, True), (COMMON + 1, False)])
@pytest.mark.parametrize("shares", ["a theme", "a briefing"])
def test_what_too_many_cases_share_says_nothing(count: int, is_related: bool, shares: str) -> None:
    themes = ("t",) if shares == "a theme" else ()
    cases = tuple(
        Case.model_validate({"id": f"c{number}", "name": "C", "type": "t", "themes": themes}) for number in range(count)
    )
    briefings = {case.id: (BRIEFING,) if shares == "a briefing" else () for case in cases}
    assert bool(related_cases(cases, briefings)) == is_related
