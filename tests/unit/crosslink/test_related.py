"""Which other cases a reader may want, and why."""

from __future__ import annotations

import pytest

from generator.crosslink.related import COMMON, MOST, related_cases
from generator.model import Case, RelatedCase
from tests.briefing_series import briefing_of

BRIEFINGS = {each: briefing_of({"id": each, "title": each, "series": "seven-minute"}) for each in ("x", "y", "z")}


def related(*cases: tuple[str, str, str]) -> dict[str, list[str]]:
    """Cases as id, briefings, themes; gives the related ids of each."""
    return {identity: [each.case.id for each in found] for identity, found in _found(cases).items()}


def _found(cases: tuple[tuple[str, str, str], ...]) -> dict[str, tuple[RelatedCase, ...]]:
    made = tuple(
        Case.model_validate({"id": identity, "name": identity, "type": "t", "themes": tuple(themes)})
        for identity, _, themes in cases
    )
    briefings_of = {identity: tuple(BRIEFINGS[each] for each in listed) for identity, listed, _ in cases}
    return dict(related_cases(made, briefings_of))


@pytest.mark.parametrize(
    ("cases", "wanted"),
    [
        ([("a", "x", ""), ("b", "y", "")], {}),
        ([("a", "x", ""), ("b", "x", "")], {"a": ["b"], "b": ["a"]}),
        ([("a", "", "t"), ("b", "", "t")], {"a": ["b"], "b": ["a"]}),
        # One briefing weighs as much as two themes; where the weight is the same, the newer comes first.
        ([("a", "x", "tuv"), ("b", "x", ""), ("c", "", "tuv")], {"a": ["c", "b"], "b": ["a"], "c": ["a"]}),
        ([("a", "x", "tu"), ("b", "x", ""), ("c", "", "tu")], {"a": ["b", "c"], "b": ["a"], "c": ["a"]}),
    ],
)
def test_cases_that_share_most_come_first(cases: list[tuple[str, str, str]], wanted: dict[str, list[str]]) -> None:
    assert related(*cases) == wanted


def test_a_related_case_says_what_is_shared() -> None:
    found = _found((("a", "xy", "tu"), ("b", "yz", "uv")))["a"][0]
    assert [briefing.id for briefing in found.briefings] == ["y"]
    assert found.themes == ("u",)


def test_no_more_are_shown_than_fit() -> None:
    assert len(related(*((f"c{number}", "x", "") for number in range(MOST + 5)))["c0"]) == MOST


def test_what_too_many_cases_share_relates_none() -> None:
    assert related(*((f"c{number}", "x", "t") for number in range(COMMON + 1))) == {}
