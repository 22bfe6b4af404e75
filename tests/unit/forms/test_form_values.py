"""What a form shows becomes the same record again, and what it does not show stays."""

from pathlib import Path
from typing import Any

import pytest

from generator.commands.record_values import text_with_values, values_of
from generator.editing.record_text import says_the_same
from generator.forms import FORMS, FieldKind, FormField, FormValue, merge, read_posted, to_form, to_record
from generator.forms.document_ways import WAY
from generator.forms.form_values import KEPT, ORIGIN
from generator.forms.posted import ITEMS, name_of

ROOT = Path(__file__).parents[3]
SITES = (ROOT, ROOT / "tests/sites/valid/full", ROOT / "tests/sites/valid/small")
CASE = FORMS["case"].fields


def records() -> list[tuple[str, Path]]:
    return [
        (kind, path)
        for site in SITES
        for kind, form in FORMS.items()
        for path in sorted(site.glob(form.file.replace("{id}", "**/*" if form.is_page else "*")))
    ]


def posted(field: FormField, value: FormValue, name: str = "") -> dict[str, list[str]]:
    """What a browser posts for a form that nobody has changed."""
    if isinstance(value, dict) and KEPT in value:
        return {name_of(name, KEPT): ["yes"]}
    if field.kind is FieldKind.GROUP and isinstance(value, dict):
        fields = {each.name: posted(each, value[each.name], name_of(name, each.name)) for each in field.fields}
        hidden = {name_of(name, each): [str(value[each])] for each in (ORIGIN, WAY) if each in value}
        return {key: given for each in fields.values() for key, given in each.items()} | hidden
    if field.kind is FieldKind.LIST and isinstance(value, list) and field.item is not None:
        items = [posted(field.item, each, name_of(name, number)) for number, each in enumerate(value)]
        numbers = {name_of(name, ITEMS): [str(number) for number in range(len(value))]}
        return numbers | {key: given for each in items for key, given in each.items()}
    if isinstance(value, list):
        return {name: [str(each) for each in value]}
    return {name: [str(value).replace("\n", "\r\n")]}


@pytest.mark.parametrize(
    ("kind", "path"), records(), ids=lambda each: each if isinstance(each, str) else each.parent.name
)
def test_a_form_that_nobody_changed_posts_the_record_that_it_was_made_from(kind: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    record = values_of(text, FORMS[kind].is_page)
    assert record is not None
    form = FORMS[kind].fields
    shown = to_form(form, record)
    back = read_posted(form, posted(form, shown))
    assert back == shown
    assert isinstance(back, dict)
    # With another title, every other field is read from what was posted.
    title = FORMS[kind].title_field
    if title in back:
        values = to_record(form, {**back, title: "Another"}, record)
        assert says_the_same(values, {**record, title: "Another"})
    assert text_with_values(text, record, is_page=FORMS[kind].is_page) == text


def changed(base: dict[str, Any], **fields: FormValue) -> Any:
    shown = to_form(CASE, base)
    assert isinstance(shown, dict)
    return to_record(CASE, {**shown, **fields}, base)


def test_unknown_fields_and_fields_of_another_shape_stay() -> None:
    base = {"name": "Ash", "sumary": "A slip.", "documents": "report.pdf", "learning": [{"a": 1}]}
    assert changed(base, name="Elm") == {**base, "name": "Elm"}


def test_unknown_fields_of_an_item_stay_with_it_when_it_moves() -> None:
    base = {"name": "Ash", "documents": [{"kind": "report", "fil": "a"}, {"kind": "statement"}]}
    shown = to_form(CASE, base)
    assert isinstance(shown, dict) and isinstance(shown["documents"], list)
    assert changed(base, documents=shown["documents"][::-1])["documents"] == base["documents"][::-1]


def test_an_empty_field_is_left_out_and_a_default_is_not_written() -> None:
    assert changed({"name": "Ash", "summary": "A."}, summary="  ", status="published") == {"name": "Ash"}
    assert changed({"name": "Ash", "status": "draft"}, status="published")["status"] == "published"


def test_ticked_boxes_keep_the_order_of_the_record() -> None:
    base = {"name": "Ash", "themes": ["second", "first"]}
    assert changed(base, themes=["first", "second"], name="Elm")["themes"] == ["second", "first"]
    assert changed(base, themes=["first", "new", "second"])["themes"] == ["second", "first", "new"]


def test_one_type_is_written_without_a_list() -> None:
    assert changed({"name": "Ash"}, type=["sar"])["type"] == "sar"
    assert changed({"name": "Ash", "type": "sar"}, type=["sar", "dardr"])["type"] == ["sar", "dardr"]


def test_only_the_chosen_way_of_a_document_is_written() -> None:
    base = {"name": "Ash", "documents": [{"kind": "report", "file": "report.pdf", "language": "cy"}]}
    shown = to_form(CASE, base)
    assert isinstance(shown, dict) and isinstance(shown["documents"], list) and isinstance(shown["documents"][0], dict)
    document: dict[str, FormValue] = {**shown["documents"][0], WAY: "url", "url": "https://partner.example/report"}
    written = changed(base, documents=[document])["documents"]
    assert written == [{"kind": "report", "language": "cy", "url": "https://partner.example/report"}]


def test_characters_that_no_record_can_have_are_left_out() -> None:
    assert changed({"name": "Ash"}, name="A\x00s\x1bh\ufeff ")["name"] == "Ash"


def test_changes_of_two_people_are_merged_field_by_field() -> None:
    before = {"name": "Ash", "summary": "A.", "documents": [{"kind": "report"}, {"kind": "statement"}]}
    mine = {"name": "Elm", "documents": [{"kind": "report", "language": "cy"}, {"kind": "statement"}]}
    theirs = {"name": "Oak", "summary": "B.", "documents": [{"kind": "report"}, {"kind": "sheet"}], "reviewer": "Jo"}
    merged = merge(before, mine, theirs)
    assert [each.path for each in merged.conflicts] == [("name",), ("summary",)]
    assert merged.values["documents"] == [{"kind": "report", "language": "cy"}, {"kind": "sheet"}]
    assert merged.values["reviewer"] == "Jo"
    decided = merge(before, mine, theirs, {("name",): "theirs", ("summary",): "mine"})
    assert decided.conflicts == ()
    assert decided.values["name"] == "Oak"
    assert "summary" not in decided.values


def test_a_box_that_is_ticked_unless_stated_is_written_only_when_it_is_not() -> None:
    field = FORMS["vocabulary"].fields
    base = {"recommendation_statuses": [{"id": "done", "label": "Done"}]}
    shown = to_form(field, base)
    assert isinstance(shown, dict) and isinstance(shown["recommendation_statuses"], list)
    status = shown["recommendation_statuses"][0]
    assert isinstance(status, dict)
    assert (status["open"], status["done"]) == ("yes", "")
    values = to_record(field, {"recommendation_statuses": [{**status, "open": "", "done": "yes"}]}, base)
    assert values == {"recommendation_statuses": [{"id": "done", "label": "Done", "open": False, "done": True}]}
