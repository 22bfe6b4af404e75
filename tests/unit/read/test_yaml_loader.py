"""What is wrong with the text of a file is told at its place, in words that say which character to change."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Source
from generator.read.text_file import read_text
from generator.read.yaml_loader import load

FAULTS = [
    ('name: "Hazel\nage: 9\n', "Y101", (1, 7), "a quotation mark is opened here and never closed"),
    ("themes: [early-help\nname: Hazel\n", "Y101", (1, 9), "a list is opened by [ and not closed"),
    ("a: {b: c\nname: Hazel\n", "Y101", (1, 4), "a set of fields is opened by { and not closed"),
    ("summary: She said: no\n", "Y101", (1, 18), "a colon followed by a space is inside a text"),
    ("name Hazel\ntype: cspr\n", "Y101", (2, 5), "this field does not fit the line above it"),
    ("name: Hazel\n  type: cspr\n", "Y101", (2, 7), "this field does not fit the line above it"),
    ("name: Hazel\ntype\n", "Y101", (2, 1), "this line is neither a field nor the continuation of a text"),
    ("name: Hazel\n\ttype: cspr\n", "Y101", (2, 1), "there is a tab where YAML needs spaces"),
    ("\tname: Hazel\n", "Y101", (1, 1), "there is a tab where YAML needs spaces"),
    ("name: @hazel\n", "Y101", (1, 7), "a text may not start with @"),
    ("name: `hazel`\n", "Y101", (1, 7), "a text may not start with `"),
    ("name: Hazel\n---\nname: Ash\n", "Y101", (2, 1), "a second record begins here"),
    ("learning: - one\n", "Y101", (1, 11), "a list begins on its field's line"),
    ("- a\nname: Hazel\n", "Y101", (2, 1), "a list and fields are mixed"),
    ('name: "C:\\Hazel"\n', "Y101", (1, 10), "a backslash in double quotes changes the letter after it"),
    ('name: "\\ud800"\n', "Y101", (1, 10), "a backslash in double quotes changes the letters after it"),
    ("story: | Once\n  upon\n", "Y101", (1, 10), "there is text on the line of a | or >"),
    ("name: [", "Y101", (1, 8), "a value is missing"),
    ("name: é\x00\n", "Y101", (1, 8), "an invisible character (U+0000) is in the text"),
    ("a: b\nname: Ha\ufeffzel\n", "Y101", (2, 9), "an invisible character (U+FEFF)"),
    ("a: 1\nb: 2\na: 3\n", "Y102", (3, 1), '"a" appears twice'),
    ('1: a\n"1": b\n', "Y102", (2, 1), '"1" appears twice'),
    ("a: {b: 1, b: 2}\n", "Y102", (1, 11), '"b" appears twice'),
    *((f"name: {word}\n", "Y103", (1, 7), f"a bare {word} is") for word in ("yes", "No", "ON", "off", "y", "N")),
    *((f"a: [b, {word}]\n", "Y104", (1, 8), f"{word} is read") for word in ("0123", "0000", "1_0")),
    ("hours: 8:30\n", "Y104", (1, 8), "8:30 is read as another number"),
    ("a: 0x1F\n", "Y104", (1, 4), "0x1F is read as another number"),
    ("a: -.inf\n", "Y104", (1, 4), "-.inf is read as another number"),
    ("name: &Hazel x\n", "Y105", (1, 7), "&Hazel marks a value for repeating, and would be lost"),
    ("name: *Hazel\n", "Y105", (1, 7), "a text may not start with *"),
    ("name: **bold**\n", "Y105", (1, 8), "a text may not start with *"),
    ("name: !urgent x\n", "Y105", (1, 7), "!urgent is a YAML tag, and would be lost"),
    ("name: !!str 5\n", "Y105", (1, 7), "!!str is a YAML tag, and would be lost"),
    ("name: ! x\n", "Y105", (1, 7), "! is a YAML tag, and would be lost"),
    ("? [a, b]\n: c\n", "Y105", (1, 3), "a field's name is a list or a set of fields"),
    ("<<: {a: b}\n", "Y105", (1, 1), "<< includes fields from another place"),
    ("", "Y106", (None, None), "this file is empty, or contains only comments"),
    ("# only a comment\n", "Y106", (None, None), "this file is empty, or contains only comments"),
    ("---\n", "Y106", (None, None), "this file is empty, or contains only comments"),
    ("- a\n- b\n", "Y106", (1, 1), "this file is a list and should contain fields"),
    ("Hazel was nine.\n", "Y106", (1, 1), "this file is one text and should contain fields"),
    ('name: "Ha\\0zel"\n', "R207", (1, 7), "the text contains a control character (U+0000)"),
]


@pytest.mark.parametrize(("text", "code", "place", "message"), FAULTS, ids=[repr(fault[0])[:30] for fault in FAULTS])
def test_a_fault_of_the_text_is_told_at_its_place(
    text: str, code: str, place: tuple[int | None, int | None], message: str
) -> None:
    (found,) = load(Source("case.yml", text)).diagnostics
    assert found.location is not None
    assert (found.code, (found.location.line, found.location.column)) == (code, place)
    assert found.message.startswith(message)
    assert found.hint


def test_every_fault_that_leaves_the_text_readable_is_told_in_one_run() -> None:
    text = "name: no\nphone: 0123\nname: Ash\ntag: !x b\nmark: &c d\n"
    assert sorted(diagnostic.code for diagnostic in load(Source("case.yml", text)).diagnostics) == [
        "Y102", "Y103", "Y104", "Y105", "Y105"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("5", 5),
        ("-3", -3),
        ("2022", 2022),
        ("1.5", 1.5),
        ("true", True),
        ("False", False),
        ("", None),
        ("~", None),
        ('"5"', "5"),
        ("'no'", "no"),
        ('"0123"', "0123"),
        ("2022-02-30", "2022-02-30"),
        ("9" * 40, "9" * 40),
        ("a & b", "a & b"),
        ("'é\u2028b'", "é b"),
        ("Smith#1", "Smith#1"),
        ("\u200fعربي", "\u200fعربي"),
    ],
)
def test_a_value_is_read_as_it_is_written(written: str, value: object) -> None:
    outcome = load(Source("case.yml", f"field: {written}\n"))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    read = outcome.value[0]["field"]
    assert (read, type(read)) == (value, type(value))


def test_a_field_whose_name_is_a_number_is_a_field() -> None:
    outcome = load(Source("case.yml", "2022: a\nnull: b\ntrue: c\n"))
    assert outcome.value is not None
    assert outcome.value[0] == {"2022": "a", "null": "b", "true": "c"}


def test_line_separators_of_copied_text_do_not_move_the_places_below_them() -> None:
    (found,) = load(Source("case.yml", "story: |\n  One.\u2028Two.\x85Three.\nname: no\n")).diagnostics
    assert found.location is not None
    assert (found.location.line, found.location.column, found.location.source) == (3, 7, "name: no")


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_a_value_that_is_nested_too_deeply_is_at_a_line_of_the_editor(separator: str) -> None:
    (found,) = load(Source("case.yml", f"a: One.{separator}{separator}\nb: {'[' * 60}\n")).diagnostics
    assert found.code == "Y108"
    assert found.location is not None
    assert (found.location.line, found.location.column) == (2, 43)


def test_the_engines_own_file_may_use_what_a_record_may_not() -> None:
    text = "a: &a [1]\nb: *a\nc: !ENV [X, z]\n"
    assert load(Source("mkdocs.yml", text), is_record=False).diagnostics == ()
    assert load(Source("case.yml", text)).value is None


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_a_mark_at_the_beginning_and_any_line_break_are_read(tmp_path: Path, newline: bytes) -> None:
    path = tmp_path / "case.yml"
    path.write_bytes(b"\xef\xbb\xbf" + newline.join([b"name: Zo\xc3\xab", b"type: cspr", b""]))
    assert read_text(path, "case.yml").value == "name: Zoë\ntype: cspr\n"


@pytest.mark.parametrize(
    ("data", "place", "hint"),
    [
        (b"name: Hazel\nsummary: caf\xe9 au lait\n", (2, 13), "with the encoding UTF-8"),
        ("name: Zoë\n".encode("utf-16"), (None, None), "with the encoding UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", (None, None), "not like text"),
    ],
)
def test_what_is_not_utf_8_is_told_at_its_first_letter(
    tmp_path: Path, data: bytes, place: tuple[int | None, int | None], hint: str
) -> None:
    path = tmp_path / "case.yml"
    path.write_bytes(data)
    (found,) = read_text(path, "case.yml").diagnostics
    assert found.location is not None
    assert found.code == "Y107"
    assert (found.location.line, found.location.column) == place
    assert hint in (found.hint or "")


def test_a_file_that_is_not_there_a_folder_and_a_dead_link_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "dead").symlink_to(tmp_path / "nobody")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    for name in ("missing", "folder", "dead", "round"):
        (found,) = read_text(tmp_path / name, name).diagnostics
        assert found.code == "S005"
        assert found.message.startswith(f"{name} cannot be read")


def test_aliases_of_aliases_that_grow_without_end_are_refused_where_aliases_are_allowed() -> None:
    lines = ["a0: &a0 [one]", *(f"a{level}: &a{level} [{f'*a{level - 1}, ' * 10}]" for level in range(1, 9))]
    outcome = load(Source("mkdocs.yml", "\n".join(lines)), is_record=False)
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert found.code == "Y108"
    assert "alias" in found.message


def test_a_settings_file_may_repeat_a_list_by_an_alias() -> None:
    assert load(Source("mkdocs.yml", "a: &a [one, two]\nb: *a\nc: [*a, *a]\n"), is_record=False).diagnostics == ()
