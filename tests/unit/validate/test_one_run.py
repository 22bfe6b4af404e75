"""Every fault in one run, and one fault told once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CASE = "content/cases/rowan/case.yml"
WORDS = "content/vocabulary.yml"
WHO = "content/partnership.yml"
FULLWIDTH = "\uff12\uff10\uff12\uff12"
Found = Callable[[dict[str, Any]], Any]


def test_the_small_site_is_clean(small: dict[str, Any], found_in: Found) -> None:
    assert found_in(small).told == []


def test_a_record_whose_shape_has_a_fault_shows_its_other_faults_too(small: dict[str, Any], found_in: Found) -> None:
    small["rowan"] |= {
        "published": "2022-13",
        "summry": "x",
        "themes": ["early-hepl", "Early Help", "early-help", "early-help"],
        "briefings": ["checking-in", "nobody"],
        "story": "It was <b>not</b> [the first](case:nobody).",
        "documents": [{"kind": "report", "fil": "a.pdf"}, {"kind": "reprot"}],
    }
    assert [code for code, file in found_in(small).told if file == CASE] == [
        *("D403", "P601", "P602", "R201", "R201", "R204", "R205", "V302", "V304", "V305", "V311")
    ]


def test_what_is_left_of_a_spoilt_list_is_told_at_its_own_place(small: dict[str, Any], found_in: Found) -> None:
    small["rowan"]["documents"] = [{"kind": 5}, {"kind": "reprot", "availability": "on-request"}]
    findings = {finding.code: finding.location for finding in found_in(small).findings}
    assert findings.keys() == {"R203", "V304"}
    assert findings["V304"].source == "- kind: reprot"


@pytest.mark.parametrize(
    "change",
    [
        {"published": "someday"},
        {"publishd": "2022-09"},
        {"name": None},
        {"type": None},
        {"status": "wating"},
        {"briefings": "checking-in"},
        {"documents": [{"kind": "report", "availabilty": "on-request"}]},
    ],
    ids=str,
)
def test_one_mistake_in_a_case_is_told_once_and_nobody_else_is_blamed(
    small: dict[str, Any], found_in: Found, change: dict[str, Any]
) -> None:
    small["rowan"] |= change
    told = [each for each in found_in(small).told if each[0] not in ("V309", "T703")]
    assert [file for _, file in told] == [CASE]


@pytest.mark.parametrize("broken", ["text", None, [], 5, {"themes": 5}, {"themes": [{"id": "x"}]}, {"nonsense": 1}])
def test_a_broken_vocabulary_is_told_alone(small: dict[str, Any], found_in: Found, broken: Any) -> None:
    small["vocabulary"] = broken
    assert [file for _, file in found_in(small).told] == [WORDS]


@pytest.mark.parametrize("broken", ["text", None, [], 5])
def test_a_broken_partnership_is_told_alone(small: dict[str, Any], found_in: Found, broken: Any) -> None:
    small["partnership"] = broken
    assert [file for _, file in found_in(small).told] == [WHO]


@pytest.mark.parametrize("broken", ["text", None, [], 5])
def test_an_unreadable_record_is_still_known_by_its_id(small: dict[str, Any], found_in: Found, broken: Any) -> None:
    small["checking-in"] = broken
    assert [file for _, file in found_in(small).told] == ["briefings/checking-in/briefing.yml"]


@pytest.mark.parametrize("identity", ["Rowan Tree", "rowan\n", "a" * 81, "-a", "a--b", "ä", "", 5, None, [], {"a": 1}])
def test_an_id_that_is_none_is_told_and_the_record_is_not_lost_in_silence(
    small: dict[str, Any], found_in: Found, identity: Any
) -> None:
    small["rowan"]["id"] = identity
    codes = {code for code, file in found_in(small).told if file == CASE}
    assert codes & {"R203", "R205", "R207"}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2022-13", '"2022-13" is not a date: there is no month 13'),
        ("2022-02-30", '"2022-02-30" is not a date: February 2022 has no day 30'),
        ("14/09/2022", '"14/09/2022" is not a date: a date is written 2022, 2022-09 or 2022-09-14'),
        (FULLWIDTH, f'"{FULLWIDTH}" is not a date'),
        (20220914, '"20220914" is not a date'),
        (2022.5, '"published" is a number and not a date'),
        (True, '"published" is true or false and not a date'),
        ([2022], '"published" is a list and not a date'),
        ({"year": 2022}, '"published" is a set of fields and not a date'),
        (0, '"0" is not a date'),
        (10**30, f'"{10**30}" is not a date'),
    ],
)
def test_what_is_no_date_is_told_with_the_reason(
    small: dict[str, Any], found_in: Found, written: Any, said: str
) -> None:
    small["rowan"]["published"] = written
    (found,) = found_in(small).findings
    assert found.code == "R204"
    assert found.message.startswith(said)


@pytest.mark.parametrize(
    ("field", "value", "said", "hint"),
    [
        ("name", 5, '"name" is a number and should be text', "write it as text"),
        ("name", ["Rowan"], '"name" is a list and should be text', "write it alone: name: Rowan"),
        ("name", "", '"name" is empty', "write it: a record cannot do without it"),
        ("name", "x" * 301, '"name" is too long: 301 characters, at most 300', "shorten it"),
        ("themes", "early-help", '"themes" is text and should be a list', "after a hyphen"),
        ("themes", None, '"themes" is empty and should be a list', "or leave the field out"),
        ("status", "drafft", 'unknown status "drafft"', 'did you mean "draft"?'),
        ("status", ["draft"], '"status" is a list and should be one word', "one of: archived, draft, published"),
        ("documents", ["a.pdf"], '"documents" item 1 is text and should be fields', "write - {kind: report, file"),
        (
            "harms",
            ["Child Neglect"],
            '"harms" item 1 is not an id: "Child Neglect"',
            'write child-neglect for "Child Neglect"',
        ),
    ],
)
def test_a_wrong_value_is_told_in_an_editors_words(
    small: dict[str, Any], found_in: Found, field: str, value: Any, said: str, hint: str
) -> None:
    small["rowan"][field] = value
    (found,) = [finding for finding in found_in(small).findings if finding.code not in ("V309",)]
    assert found.message == said
    assert hint in (found.hint or "")


def test_the_same_html_twice_is_told_at_both_places(small: dict[str, Any], found_in: Found) -> None:
    small["rowan"]["story"] = "One <br> here.\n\nTwo <br> there.\n"
    places = [finding.location for finding in found_in(small).findings]
    assert [place.source.strip() for place in places] == ["story: 'One <br> here.", "Two <br> there."]


def test_a_record_with_ten_thousand_faults_ends_at_once(small: dict[str, Any], found_in: Found) -> None:
    small["rowan"] |= {f"field{number}": "x" for number in range(10_000)}
    findings = found_in(small).findings
    assert len(findings) == 101
    assert findings[-1].message == "and 9900 more faults in this record"
