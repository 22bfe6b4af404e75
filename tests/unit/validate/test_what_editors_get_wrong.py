"""Mistakes that an editor makes in good faith, and that readers would have seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.unit.validate.conftest import Validated

Values = dict[str, Any]
Validate = Callable[[Values], Validated]


def codes(found: Validated) -> list[str]:
    return [each.code for each in found.findings]


@pytest.fixture
def fields() -> Values:
    from tests.unit.validate.conftest import values

    return values()


@pytest.fixture
def check() -> Validate:
    from tests.unit.validate.conftest import validate_values

    return validate_values


@pytest.mark.parametrize("reason", ["...", "TBC", "x", "ok", "\u2026"])
def test_a_placeholder_is_no_reason_for_an_accepted_fault(fields: Values, check: Validate, reason: str) -> None:
    entry = {"rule": "P628", "text": "a@b.example", "reason": reason, "date": "2026-11"}
    fields["rowan"]["accepted_findings"] = [entry]
    assert "P670" in codes(check(fields))
    fields["rowan"]["accepted_findings"] = [{**entry, "reason": "It is the address of the team."}]
    assert "P670" not in codes(check(fields))


@pytest.mark.parametrize(
    "publication, document, is_wrong",
    [
        ("not-published", {"url": "https://www.ashdale.example/rowan"}, True),
        ("not-yet", {"availability": "on-request"}, True),
        ("not-yet", {"availability": "withheld", "reason": "The family asked."}, True),
        ("not-yet", {"availability": "delayed", "reason": "A trial."}, False),
        ("not-published", {"availability": "withheld", "reason": "The family asked."}, False),
    ],
)
def test_a_report_agrees_with_what_its_review_says_of_it(
    fields: Values, check: Validate, publication: str, document: Values, is_wrong: bool
) -> None:
    del fields["rowan"]["published"]
    fields["rowan"] |= {"publication": publication, "documents": [{"kind": "report", **document}]}
    assert ("T740" in codes(check(fields))) is is_wrong


def test_a_contact_has_a_way_to_reach_it_and_an_id_of_its_own(fields: Values, check: Validate) -> None:
    fields["partnership"]["helplines"] = [
        {"id": "line", "label": "Night Line"},
        {"id": "line", "label": "Text Line", "sms": "85258"},
    ]
    found = codes(check(fields))
    assert found.count("V340") == 1
    assert found.count("R206") == 1


def test_a_site_without_contacts_is_told_that_there_is_nobody_to_call(fields: Values, check: Validate) -> None:
    fields["partnership"]["contacts"] = []
    assert "V314" in codes(check(fields))


@pytest.mark.parametrize(
    "entry, code",
    [
        ("child-neglct", "V341"),
        ("a_house_fire", "V341"),
        ("a fire.", "P671"),
        ("**a fire**", "P671"),
        ("[a fire](https://www.ashdale.example)", "P671"),
        ("self-harm", None),
        ("a house fire", None),
    ],
)
def test_a_content_note_has_ids_or_plain_words(fields: Values, check: Validate, entry: str, code: str | None) -> None:
    fields["rowan"]["content_note"] = [entry]
    found = {each for each in codes(check(fields)) if each in ("V341", "P671")}
    assert found == ({code} if code else set())


def test_a_content_note_names_each_thing_once(fields: Values, check: Validate) -> None:
    fields["rowan"]["content_note"] = ["a fire", "A fire"]
    assert "P671" in codes(check(fields))
