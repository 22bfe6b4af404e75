"""Who is public when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model import Case

DAY = "2026-05-02"


@pytest.mark.parametrize(
    ("state", "before", "on_the_day", "as_draft"),
    [
        ({}, True, True, True),
        ({"status": "published"}, True, True, True),
        ({"status": "archived"}, True, True, True),
        ({"status": "withdrawn"}, True, True, True),
        ({"status": "draft"}, False, False, True),
        ({"status": "draft", "publish_on": DAY}, False, False, True),
        ({"status": "scheduled", "publish_on": DAY}, False, True, True),
        ({"status": "scheduled"}, False, False, True),
    ],
)
def test_a_record_is_public_when_its_state_says(
    state: dict[str, Any], before: bool, on_the_day: bool, as_draft: bool
) -> None:
    case = Case.model_validate({"id": "c", "name": "C", "type": "t", **state})
    assert case.is_public(date(2026, 5, 1)) is before
    assert case.is_public(date(2026, 5, 2)) is on_the_day
    assert case.is_public(date(2026, 5, 1), drafts=True) is as_draft
    assert case.is_withdrawn is (state.get("status") == "withdrawn")
