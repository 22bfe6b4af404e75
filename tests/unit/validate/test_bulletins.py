"""Rules on bulletins, beside what the samples show: what is no fault, and what must never stop a build."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as any_of

from generator.model import Bulletin, RawRecord, Source
from generator.read.yaml_loader import load
from generator.validate import validate

TODAY = date(2026, 11, 22)
VOCABULARY = {
    "review_types": [{"id": "child", "label": "Child Review"}],
    "notice_kinds": [{"id": "moot", "label": "Moot"}],
    "briefing_series": [
        {
            "id": "seven-minute",
            "label": "7-minute briefing",
            "plural": "7-minute briefings",
            "for": ["topics"],
            "most_parts": 7,
        }
    ],
}
HAZEL = {"name": "Hazel", "type": "child", "published": "2022-08", "sources": ["invented"]}
WREN = {"name": "Wren", "type": "child", "published": "2022", "sources": ["invented"]}
TALK = {"title": "Talk", "kind": "moot", "summary": "A talk.", "starts": "2022-11-03"}
FORM = {"title": "Form", "kind": "moot", "summary": "A form."}
RECORDS = [("case", "hazel", HAZEL), ("case", "wren", WREN), ("notice", "talk", TALK), ("notice", "form", FORM)]
ITEM = {"record": "case:hazel", "section": "reviews", "change": "new", "title": "Hazel", "what": "Child Review"}


def told(*more: tuple[str, str, dict[str, Any]], **fields: Any) -> list[str]:
    """The codes of what is found in a bulletin of 2022-q3 among the records; `more` replaces or adds some."""
    bulletin = {"title": "Summer", "welcome": "What summer brought.", **fields}
    listed = {(kind, name): values for kind, name, values in (*RECORDS, ("bulletin", "2022-q3", bulletin), *more)}
    listed["vocabulary", "vocabulary"] = VOCABULARY
    raws = []
    for (kind, name), values in listed.items():
        source = Source(f"content/{kind}/{name}.yml", yaml.safe_dump(values, sort_keys=False))
        loaded = load(source).value
        assert loaded is not None
        raws.append(RawRecord(kind, name, source, *loaded))
    found = validate(raws, [], (), {}, TODAY).diagnostics
    return sorted(each.code for each in found if each.code not in ("R202", "T703"))


@pytest.mark.parametrize("name", ["case:hazel", "case:wren", "notice:talk", "notice:form"])
def test_what_may_lie_in_the_quarter_may_be_pinned(name: str) -> None:
    assert told(pinned=[name]) == []


def test_an_event_may_be_pinned_in_its_own_quarter_too() -> None:
    own = {"title": "Autumn", "welcome": "What autumn brought.", "pinned": ["notice:talk"]}
    assert told(("bulletin", "2022-q4", own)) == []
    assert told(("bulletin", "2023-q1", own)) == ["B904"]


def test_a_draft_may_pin_a_draft_and_a_public_bulletin_may_not() -> None:
    draft = ("notice", "form", FORM | {"status": "draft"})
    assert told(draft, pinned=["notice:form"], status="draft") == []
    assert told(draft, pinned=["notice:form"]) == ["B906"]


def test_a_record_that_waits_for_its_day_may_not_be_pinned_before_it() -> None:
    waits = FORM | {"status": "scheduled", "publish_on": "2026-11-23"}
    assert told(("notice", "form", waits), pinned=["notice:form"]) == ["B906"]
    assert told(("notice", "form", waits | {"publish_on": "2022-09-22"}), pinned=["notice:form"]) == []
    assert told(("notice", "form", waits | {"publish_on": "2026-11-22"}), pinned=["notice:form"]) == ["B904"]


def test_a_withdrawal_never_waits_for_a_bulletin() -> None:
    gone = {"status": "withdrawn", "status_since": "2026-11-20", "status_reason": "Asked for."}
    assert told(("case", "hazel", HAZEL | gone), ("case", "wren", WREN | gone), pinned=["case:hazel"]) == []
    nothing_else = ("notice", "talk", TALK | {"starts": "2024-11-03"})
    told_of_nothing = told(("case", "hazel", HAZEL | gone), nothing_else)
    assert told_of_nothing == ["B902"], "a warning: the site is built all the same"


def test_of_a_bulletin_that_was_sent_the_items_alone_count() -> None:
    elsewhere = ("case", "hazel", HAZEL | {"published": "2021-01"})
    sent = {"status": "sent", "sent": "2022-10-03", "items": [ITEM]}
    assert told(elsewhere, pinned=["case:hazel"], **sent) == []
    assert told(elsewhere, pinned=["case:hazel"]) == ["B904"]
    assert told(**sent | {"items": [ITEM | {"record": "case:hazle"}]}) == ["B903"]
    assert told(**sent | {"sent": "2022-10"}) == ["B907"]
    assert told(status="sent") == ["B907", "B907"]
    assert told(**sent | {"sent": "2026-11-23"}) == ["T704"]


def test_a_fault_of_another_record_is_told_once_and_stops_nothing() -> None:
    unknown = HAZEL | {"type": "chidl", "briefings": ["checks"]}
    checks = {"title": "Checks", "series": "seven-minute", "revised": "2022-09", "summary": "On checks."}
    assert told(
        ("case", "hazel", unknown), ("briefing", "checks", checks), ("notice", "form", FORM | {"kind": "mot"})
    ) == [
        "V301",
        "V304",
    ]
    assert told(
        ("case", "hazel", HAZEL | {"name": "H" * 300}), ("briefing", "checks", checks), pinned=["case:hazel"]
    ) == ["V309"]


ANY_VALUE = any_of.recursive(
    any_of.none()
    | any_of.booleans()
    | any_of.integers()
    | any_of.sampled_from(["", "sent", "case:hazel", "2022-10", "news"]),
    lambda inner: (
        any_of.lists(inner, max_size=3) | any_of.dictionaries(any_of.sampled_from(list(ITEM)), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(any_of.dictionaries(any_of.sampled_from(list(Bulletin.model_fields)), ANY_VALUE, max_size=3))
@settings(max_examples=60)
def test_any_value_in_any_field_is_told_or_taken(fields: dict[str, Any]) -> None:
    told(**fields)


def test_a_number_of_a_person_in_a_welcome_is_told() -> None:
    assert told(welcome="Rowan, NHS number 943 476 5919, was born on 12/03/2019.") == ["P620", "P624"]
    assert told(welcome="Call the helpline on 0800 1111, or come to 14 High Street.") == []


def test_two_bulletins_for_one_quarter_are_told() -> None:
    again = {"id": "2022-q3", "title": "Again", "welcome": "Once more."}
    assert told(("bulletin", "2022-q4", again)) == ["R206"]


def test_a_name_that_is_no_address_is_told_as_of_a_file() -> None:
    assert "R205" in told(("bulletin", "2022-Q4", {"title": "Autumn", "welcome": "What autumn brought."}))


def test_a_welcome_is_prose_like_any_other() -> None:
    assert told(welcome="See [Hazel](case:hazle).") == ["P601"]
    assert told(welcome="See <b>this</b>.") == ["P602"]
    assert told(welcome="See [here](case:hazel).") == ["P606"]
    assert told(welcome="See [the year's report](bulletin:2022-q4).") == ["P601"]
    assert told(
        ("case", "hazel", HAZEL | {"status": "draft"}), welcome="See [Hazel](case:hazel).", pinned=["case:wren"]
    ) == ["P605"]
    assert told(order=["news", "news"]) == ["V311"]


def test_a_mistake_in_a_bulletin_is_no_mistake_of_a_bulletin_that_links_to_it() -> None:
    broken = {"title": "Autumn", "welcome": "What autumn brought.", "order": ["nwes"]}
    assert told(("bulletin", "2022-q4", broken), welcome="See [autumn](bulletin:2022-q4).") == ["R207"]
