"""Personal data is found in every text that readers see. The names and the places are invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.validate.conftest import Validated

Found = Callable[[dict[str, Any]], Validated]

FAMILY = "Jonathan Smithers of 14 High Street"

IN_A_CASE: dict[str, Callable[[str], dict[str, Any]]] = {
    "subtitle": lambda text: {"subtitle": text},
    "reason for the public": lambda text: {"status": "archived", "status_reason": text},
    "reason of a withdrawn review": lambda text: {"status": "withdrawn", "status_reason": text},
    "correction of a document": lambda text: {
        "documents": [
            {"kind": "report", "file": "report.pdf", "updates": [{"date": "2026-01", "text": text}]},
        ]
    },
    "reason for a missing document": lambda text: {
        "documents": [{"kind": "report", "availability": "withheld", "reason": text}]
    },
    "picture": lambda text: {"pictures": [{"file": "street.jpg", "alt": text, "caption": text}]},
}


def codes(found: Validated) -> set[str]:
    return {each.code for each in found.findings if each.code[:2] == "P6"}


@pytest.mark.parametrize("place", IN_A_CASE)
def test_a_family_is_found_in_each_text_of_a_case(small: dict[str, Any], found_in: Found, place: str) -> None:
    small["rowan"] |= IN_A_CASE[place]("A text without a name.")
    assert codes(found_in(small)) & {"P629", "P631", "P660"} == set()
    small["rowan"] |= IN_A_CASE[place](f"The family of {FAMILY} asked for it.")
    assert codes(found_in(small)) >= {"P629", "P631"}


def test_a_name_is_found_in_the_briefing_of_a_case(small: dict[str, Any], found_in: Found) -> None:
    small["rowan-lessons"]["summary"] = "Rowan was seen by a health visitor."
    assert codes(found_in(small)) & {"P631", "P660"} == set()
    small["rowan-lessons"]["summary"] = "Jonathan Smithers was seen by Sarah Jenkins."
    assert "P660" in codes(found_in(small))


def test_a_name_in_a_briefing_on_a_topic_is_no_finding(small: dict[str, Any], found_in: Found) -> None:
    small["checking-in"]["summary"] = "Sarah Jenkins teaches how to check in with a family."
    assert codes(found_in(small)) & {"P631", "P660"} == set()


def test_the_date_of_a_document_is_no_finding(small: dict[str, Any], found_in: Found) -> None:
    update = {"date": "2026-01", "text": "The report of 12 March 2024 had a wrong page number."}
    small["rowan"]["documents"] = [{"kind": "report", "file": "report.pdf", "updates": [update]}]
    assert "P625" not in codes(found_in(small))
