"""Single values in the text of a record: what is asked for changes, and every other character stays."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands.changes.record_text import RecordText
from generator.editing.record_text import rename_links
from generator.model import RawRecord, Source
from generator.read import parse_text

RECORD: Final = """\
# The head stays.
name: 'Ann''s review' # a pseudonym
status: draft   # until Monday
summary: >
  Two lines
  of words.

# between
documents:
  - kind: report   # the report
    file: "a, b.pdf"
  - {kind: summary, file: Old NAME v3.pdf, updates: [{date: 2026-01-01, text: "One, two # three"}]}
briefings: [one, two]   # in order
themes:
- early-help
- it's
sources:
  - |
    Long
    source
"""


def record(text: str = RECORD) -> RawRecord:
    blank = RawRecord("case", "ann", Source("content/cases/ann/case.yml", text), {}, (1, 1, {}))
    parsed = parse_text(blank, text)
    assert parsed is not None
    return parsed


def test_a_value_changes_and_its_comment_stays() -> None:
    text = RecordText(record())
    text.set("status", "published")
    text.set("name", "Bo: a review")
    text.set_value(("documents", 0, "file"), "new.pdf")
    text.set_value(("documents", 1, "file"), "other.pdf")
    text.set_value(("briefings", 1), "three")
    wanted = RECORD.replace("status: draft ", "status: published ").replace("'Ann''s review'", "'Bo: a review'")
    wanted = wanted.replace('"a, b.pdf"', '"new.pdf"').replace("Old NAME v3.pdf", "other.pdf").replace("two]", "three]")
    assert text.text == wanted


def test_a_field_is_added_below_another_and_removed_again() -> None:
    text = RecordText(record())
    text.set("status_since", "2026-05-01", ("status",))
    assert text.text == RECORD.replace("# until Monday\n", "# until Monday\nstatus_since: 2026-05-01\n")
    text.remove("status_since")
    text.remove("publish_on")
    assert text.text == RECORD
    assert not text.is_changed


def test_a_text_of_several_lines_stays_in_its_form_and_is_removed_as_a_whole() -> None:
    text = RecordText(record())
    text.set("summary", "Short.")
    assert text.text == RECORD.replace("  Two lines\n  of words.\n", "  Short.\n")
    text.remove("summary")
    assert text.text == RECORD.replace("summary: >\n  Two lines\n  of words.\n", "")


def test_items_are_added_to_lists_of_every_form() -> None:
    text = RecordText(record())
    text.add_item(("documents", 0, "updates"), {"date": "2026-05-01", "text": "x, y"})
    text.add_item(("documents", 1, "updates"), {"date": "2026-05-01", "text": "x, y"})
    text.add_item(("briefings",), "three")
    text.add_item(("themes",), "another")
    text.add_item(("redirects",), {"old": "a/", "new": "b/"})
    assert text.text is not None
    update = '      - {date: 2026-05-01, text: "x, y"}\n'
    assert f'    file: "a, b.pdf"\n    updates:\n{update}' in text.text
    assert f'text: "One, two # three"}}\n{update}' in text.text
    assert "briefings: [one, two, three]   # in order" in text.text
    assert "- it's\n- another\nsources:" in text.text


def test_an_empty_list_becomes_a_list_with_lines() -> None:
    text = RecordText(record("# None.\nredirects: []\n"))
    text.add_item(("redirects",), {"old": "a/", "new": "b/"})
    text.add_item(("redirects",), {"old": "c/", "new": "d/"})
    assert text.text == "# None.\nredirects:\n  - {old: a/, new: b/}\n  - {old: c/, new: d/}\n"


def test_links_to_a_record_are_renamed_and_others_are_not() -> None:
    text = "[a](case:ann) [b](case:ann#x) [c](case:anna) [d](case:ann-b) [e](briefing:case:ann)"
    renamed = "[a](case:bo) [b](case:bo#x) [c](case:anna) [d](case:ann-b) [e](briefing:case:ann)"
    assert rename_links(text, "case:ann", "case:bo") == renamed


@pytest.mark.parametrize("text", ["{name: Ann, status: draft}\n", "name: Ann\nstatus: &a draft\nx: *a\n"])
def test_a_text_of_an_unusual_form_is_left_alone_or_means_what_was_meant(text: str) -> None:
    raw = parse_text(RawRecord("case", "ann", Source("case.yml", text), {}, (1, 1, {})), text)
    if raw is None:
        return
    edited = RecordText(raw)
    edited.set("status", "published")
    edited.remove("name")
    if edited.text is not None:
        again = parse_text(raw, edited.text)
        assert again is not None
        assert again.values["status"] == "published"
        assert "name" not in again.values


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40))
def test_any_name_is_written_and_read_back(name: str) -> None:
    text = RecordText(record())
    text.set("name", name)
    if text.text is not None:
        assert text.text.count("\n") == RECORD.count("\n")
        again = parse_text(record(), text.text)
        assert again is not None
        assert again.values["name"] == name.strip()
