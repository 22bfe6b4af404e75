"""Mistakes that an editor makes in good faith, and that readers would have seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import yaml

from generator.model import MarkdownPage, RawRecord, Source
from generator.read.yaml_loader import load
from generator.validate import validate
from generator.validate.rules.unfinished_texts import unfinished_mark
from tests.conftest import REPOSITORY
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


@pytest.mark.parametrize("reason", ["...", "TBC", "x", "ok", "\u2026", "TODO: why readers may see it"])
def test_a_placeholder_is_no_reason_for_an_accepted_fault(fields: Values, check: Validate, reason: str) -> None:
    entry = {"rule": "P628", "text": "a@b.example", "reason": reason, "date": "2026-11"}
    fields["rowan"]["accepted_findings"] = [entry]
    assert "P670" in codes(check(fields))
    fields["rowan"]["accepted_findings"] = [{**entry, "reason": "It is the address of the team."}]
    assert "P670" not in codes(check(fields))


def test_the_hint_for_accepting_a_fault_has_no_reason_that_counts() -> None:
    sample = REPOSITORY / "tests" / "sites" / "invalid" / "d455-hidden-text" / "expected.txt"
    told = sample.read_text(encoding="utf-8")
    (entry,) = yaml.safe_load(told[told.index("accepted: [{") :].splitlines()[0])["accepted"]
    assert unfinished_mark(entry["reason"]) is not None
    assert "write your own reason" in told


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


@pytest.mark.parametrize("source", ["From the report", "the published report.", "- the report\n- a talk"])
def test_a_summary_source_ends_the_sentence_of_the_page(fields: Values, check: Validate, source: str) -> None:
    fields["rowan"]["summary_source"] = source
    assert "P674" in codes(check(fields))
    fields["rowan"]["summary_source"] = "the published report"
    assert "P674" not in codes(check(fields))


def test_a_summary_source_without_a_summary_is_told(fields: Values, check: Validate) -> None:
    for name in ("summary", "story"):
        fields["rowan"].pop(name, None)
    fields["rowan"]["summary_source"] = "the published report"
    assert "P674" in codes(check(fields))


@pytest.mark.parametrize("name", ["revised", "retold"])
def test_a_text_is_not_changed_before_it_is_published_or_in_the_future(
    fields: Values, check: Validate, name: str
) -> None:
    briefing = fields["checking-in"]
    briefing |= {"published": "2022-05", "written_by": "library-retelling"}
    briefing["sections"] = [{"heading": "What happened", "body": "An invented text."}]
    for changed, code in (("2021-01", "T705"), ("2101-02", "T704"), ("2023-01", None)):
        briefing[name] = changed
        found = {each for each in codes(check(fields)) if each in ("T704", "T705")}
        assert found == ({code} if code else set())


def test_decisions_and_removals_are_not_in_the_future(fields: Values, check: Validate) -> None:
    fields["rowan"]["documents"] = [
        {"kind": "report", "availability": "removed", "since": "2101-02"},
        {
            "kind": "statement",
            "url": "https://www.ashdale.example/statement",
            "accepted": [{"rule": "scanned-pdf", "reason": "It is an old paper copy.", "decided": "2101-02"}],
        },
    ]
    assert codes(check(fields)).count("T704") == 2


def test_a_briefing_by_the_library_has_a_text(fields: Values, check: Validate) -> None:
    fields["checking-in"] |= {"written_by": "library"}
    fields["checking-in"].pop("sections", None)
    assert "P651" in codes(check(fields))


@pytest.mark.parametrize(
    "field, code, words",
    [
        ("law-checked: 2026", "P672", 'did you mean "law_checked"?'),
        ("about: adult", "P673", 'did you mean "adults"?'),
        ("about:", "P673", "children"),
        ("updated:", "S038", '"updated" is empty'),
        ("updated: 28/11/2026", "S038", "write 2026-11-28"),
        ("updated: 2026-11-31", "S038", "November 2026 has no day 31"),
        (
            "description: {a: null}",
            "R203",
            '"description" at the top of this page is a set of fields and should be text',
        ),
        ("section: [about]", "R203", "a list and should be text"),
        ("feed: true", "R203", "true or false and should be text"),
        ("to_do: [a, b]", "R203", "write one text, in quotes"),
        ("about: [adults]", "R203", "a list and should be text"),
        ("description:", None, ""),
        ("about: adults", None, ""),
        ("hide: [toc]", None, ""),
    ],
)
def test_the_fields_at_the_top_of_a_page_are_those_that_the_site_reads(
    small_pages: Callable[[str], list[Any]], field: str, code: str | None, words: str
) -> None:
    found = [each for each in small_pages(field) if each.code in ("P672", "P673", "S038", "R203")]
    assert [each.code for each in found] == ([code] if code else [])
    assert all(words in f"{each.message} {each.hint}" for each in found)


@pytest.fixture
def small_pages() -> Callable[[str], list[Any]]:
    def found(field: str) -> list[Any]:
        text = f"---\ntitle: Help\n{field}\n---\n\n# Help\n"
        source = Source("content/pages/help.md", text)
        front = load(Source(source.file, text.split("---\n")[1])).value
        assert front is not None
        page = MarkdownPage(source, "help/", False, fields=RawRecord("page", "help", source, *front))
        return list(validate([], [], (page,), {}, date(2026, 12, 22)).diagnostics)

    return found


@pytest.mark.parametrize(
    "record, field, value, words",
    [
        ("checking-in", "written_by", True, "library-retelling"),
        ("checking-in", "sections", "What happened", "heading: "),
        ("new-tool", "links", "www.ashdale.example", "label: "),
        ("rowan", "name", "", "write it: a record cannot do without it"),
        ("rowan", "learning", [""], "delete this item"),
    ],
)
def test_a_hint_says_what_to_type_in_this_field(
    fields: Values, check: Validate, record: str, field: str, value: object, words: str
) -> None:
    fields[record][field] = value
    hints = [each.hint or "" for each in check(fields).findings if each.code in ("R203", "R207")]
    assert any(words in hint for hint in hints), hints


def test_a_briefing_with_nothing_to_read_is_told(fields: Values, check: Validate) -> None:
    for name in ("sections", "documents", "summary", "questions"):
        fields["checking-in"].pop(name, None)
    assert "V342" in codes(check(fields))
    fields["checking-in"]["summary"] = "How to ask again."
    assert "V342" not in codes(check(fields))


def test_a_document_elsewhere_needs_a_website(fields: Values, check: Validate) -> None:
    fields["rowan"]["documents"] = [{"kind": "report", "availability": "elsewhere"}]
    assert "D477" in codes(check(fields))
    fields["partnership"]["website"] = "https://www.ashdale.example/"
    assert "D477" not in codes(check(fields))
