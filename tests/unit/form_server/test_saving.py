"""A form without scripts: what is typed reaches the record when it is right, and is kept when it is not."""

import difflib
import os
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from tests.unit.form_server.conftest import CASE, Officer, form_in


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def test_the_list_has_every_record_with_its_state(officer: Officer) -> None:
    reply = officer.get("/_edit/")
    assert "Heron" in reply.text(".records a")
    assert {"Draft", "Scheduled", "Archived"} <= set(reply.text(".tag"))
    assert officer.get("/_edit/?find=heron").text("#kind-case + .records a") == ["Heron"]
    assert "Heron" not in officer.get("/_edit/?state=draft").text(".records a")


def test_a_form_that_is_saved_unchanged_leaves_every_byte(officer: Officer) -> None:
    for path in sorted((officer.root / "content" / "cases").glob("*/case.yml")):
        before = path.read_bytes()
        reply = officer.post(officer.open(f"case/{path.parent.name}"))
        assert "Nothing was changed." in reply.body, path
        assert path.read_bytes() == before


def test_one_word_changes_one_line(officer: Officer) -> None:
    before = officer.read(CASE)
    form = officer.open("case/heron")
    reply = officer.post(form.set("name", "Egret"))
    assert "Saved." in reply.body
    assert [line[:6] for line in changed_lines(before, officer.read(CASE))] == ["-name:", "+name:"]


def file_in_the_site(record: Path) -> None:
    record.rename(record.with_name("text.txt"))
    record.symlink_to("text.txt")


def file_elsewhere(record: Path) -> None:
    elsewhere = record.parents[4] / "elsewhere.yml"
    record.rename(elsewhere)
    record.symlink_to(elsewhere)


def folder_elsewhere(record: Path) -> None:
    elsewhere = record.parents[4] / "elsewhere"
    record.parent.rename(elsewhere)
    record.parent.symlink_to(elsewhere)


def nothing(record: Path) -> None:
    record.unlink()
    record.symlink_to("nothing.yml")


def itself(record: Path) -> None:
    record.unlink()
    record.symlink_to(record.name)


LINKS = (file_in_the_site, file_elsewhere, folder_elsewhere, nothing, itself)


@pytest.mark.parametrize("replace_with_link", LINKS)
def test_a_record_behind_a_link_is_neither_shown_nor_written(
    officer: Officer, replace_with_link: Callable[[Path], None]
) -> None:
    form, path = officer.open("case/heron").set("name", "Egret"), officer.root / CASE
    replace_with_link(path)
    before = path.read_bytes() if path.is_file() else None
    shown = officer.get("/_edit/case/heron")
    assert "is a link that leads to another place" in shown.body
    officer.post(form)
    assert path.is_symlink() or path.parent.is_symlink()
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_page_behind_a_link_within_the_pages_is_saved_and_stays_a_link(officer: Officer) -> None:
    page = officer.root / "content/pages/about/contact.md"
    text = page.with_name("other.md")
    page.rename(text)
    page.symlink_to("other.md")
    form = officer.open("page/about/contact")
    officer.post(form.set("body", form["body"] + "\n\nInvented.\n"))
    assert page.is_symlink()
    assert "Invented." in text.read_text("utf-8")


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_ends_byte_order_mark_and_a_missing_last_line_end_stay(officer: Officer, ending: str) -> None:
    path = officer.root / CASE
    before = BOM_UTF8 + officer.read(CASE).rstrip("\n").replace("\n", ending).encode()
    path.write_bytes(before)
    officer.post(officer.open("case/heron").set("name", "Egret"))
    after = path.read_bytes()
    assert after.startswith(BOM_UTF8)
    assert not after.endswith(b"\n")
    assert after.count(b"\r\n") == before.count(b"\r\n")
    assert after.replace(b"Egret", b"Heron") == before


def test_dates_are_typed_as_people_write_them(officer: Officer) -> None:
    officer.post(officer.open("case/heron").set("published", "14/09/2022"))
    assert "published: 2022-09-14" in officer.read(CASE)
    assert officer.open("case/heron")["published"] == "14 September 2022"


def test_a_finding_is_shown_at_its_field_and_the_record_stays(officer: Officer) -> None:
    before = officer.read(CASE)
    reply = officer.post(officer.open("case/heron").set("name", "").set("expected", "next spring"))
    assert officer.read(CASE) == before
    assert reply.text("#f-field-name") == ["Error: Enter the name. R202"]
    assert reply.text("#f-field-expected")[0].startswith("Error: This is not a date. Write it as 2022,")
    assert len(reply.text(".finding.error")) == 2
    links = [node.attributes["href"] for node in reply.page.css(".notice.bad li a")]
    assert links == ["#field-name", "#field-expected"]


def test_a_missing_reason_is_asked_for_at_the_reason(officer: Officer) -> None:
    form = form_in(officer.post(officer.open("case/heron"), "add:documents"))
    number = sum(name == "documents.#" for name, _ in form.fields) - 1
    form.set(f"documents.{number}.kind", "full-report").set(f"documents.{number}.id", "second")
    form.set(f"documents.{number}.@way", "availability").set(f"documents.{number}.availability", "withheld")
    reply = officer.post(form)
    assert reply.text(f"#f-field-documents-{number}-reason") == ["Error: Write a reason for the public. D405"]


def test_an_error_that_was_there_before_does_not_prevent_saving(officer: Officer) -> None:
    path = officer.root / CASE
    path.write_text(officer.read(CASE) + "expected: some day\n", encoding="utf-8")
    reply = officer.post(officer.open("case/heron").set("name", "Egret"))
    assert "Saved." in reply.body
    assert reply.text("#f-field-expected")
    assert "expected: some day" in officer.read(CASE)


def test_what_is_typed_survives_the_end_of_the_program(start: Callable[[], Officer]) -> None:
    first = start()
    before = first.read(CASE)
    assert first.post(first.open("case/heron").set("summary", "Half a sen"), "draft").status == 204
    second = start()
    assert "Heron" in second.get("/_edit/?state=open").text(".records a")
    form = second.open("case/heron")
    assert form["summary"] == "Half a sen"
    assert second.read(CASE) == before
    undone = second.post(form, "discard")
    assert form_in(undone)["summary"] != "Half a sen"
    assert second.open("case/heron")["summary"] != "Half a sen"
    assert form_in(second.post(form_in(undone), "restore"))["summary"] == "Half a sen"
    assert second.read(CASE) == before


def test_a_page_that_was_open_when_the_program_ended_can_be_saved_after_a_restart(
    start: Callable[[], Officer],
) -> None:
    form = start().open("case/heron").set("name", "Egret")
    second = start()
    assert "Saved." in second.post(form).body
    assert "name: Egret" in second.read(CASE)


def test_items_are_added_moved_and_removed_without_scripts(officer: Officer) -> None:
    form = officer.open("case/heron").set("learning.#")
    for number, text in enumerate(("One.", "Two.", "Three.")):
        form = form_in(officer.post(form, "add:learning")).set(f"learning.{number}", text)
    reply = officer.post(form, "up:learning.2")
    assert reply.text("#said") == ["Lesson 3 is now number 2 of 3"]
    assert [node.attributes["value"] for node in reply.page.css("[autofocus]")] == ["up:learning.1"]
    first = officer.post(form_in(reply), "up:learning.1")
    assert [node.attributes["value"] for node in first.page.css("[autofocus]")] == ["down:learning.0"]
    last = officer.post(form_in(first), "down:learning.1")
    assert [node.attributes["value"] for node in last.page.css("[autofocus]")] == ["up:learning.2"]
    form = form_in(officer.post(form_in(first), "remove:learning.1"))
    assert [form["learning.0"], form["learning.1"]] == ["Three.", "Two."]
    officer.post(form)
    assert yaml.safe_load(officer.read(CASE))["learning"] == ["Three.", "Two."]


def test_briefings_are_chosen_by_title_in_an_order(officer: Officer) -> None:
    form = officer.open("case/heron").set("briefings")
    options = officer.get("/_edit/case/heron").page.css("#choose-field-briefings option")
    values = [option.attributes["value"] or "" for option in options][1:3]
    for value in values:
        form = form_in(officer.post(form.set("choose:briefings", value), "add:briefings"))
    form = form_in(officer.post(form, "down:briefings.0"))
    officer.post(form)
    assert f"briefings: [{values[1]}, {values[0]}]\n" in officer.read(CASE)


def test_what_a_colleague_has_changed_in_other_fields_is_kept(officer: Officer) -> None:
    form = officer.open("case/heron").set("name", "Egret")
    path = officer.root / CASE
    path.write_text(officer.read(CASE) + "reviewer: A Colleague\n", encoding="utf-8")
    reply = officer.post(form)
    assert "Saved." in reply.body
    text = officer.read(CASE)
    assert "name: Egret" in text
    assert "reviewer: A Colleague" in text


@pytest.mark.parametrize(("take", "kept"), [("mine", "Egret"), ("theirs", "Bittern")])
def test_only_a_field_that_both_changed_is_asked_about_with_both_texts(officer: Officer, take: str, kept: str) -> None:
    form = officer.open("case/heron").set("name", "Egret").set("subtitle", "Mine alone")
    path = officer.root / CASE
    path.write_text(officer.read(CASE).replace("name: Heron", "name: Bittern") + "reviewer: Jo\n", encoding="utf-8")
    reply = officer.post(form)
    assert reply.text(".conflict legend") == ["Name"]
    assert reply.text(".side .text") == ["Egret", "Bittern"]
    assert "name: Bittern" in officer.read(CASE)
    saved = officer.post(form_in(reply).set("take:name", take))
    assert "Saved." in saved.body, saved.text(".notice")
    text = officer.read(CASE)
    assert f"name: {kept}" in text
    assert "subtitle: Mine alone" in text
    assert "reviewer: Jo" in text


def test_nothing_is_chosen_before_and_an_answer_is_kept_for_the_next_question(officer: Officer) -> None:
    form = officer.open("case/heron").set("name", "Egret").set("summary", "A summary of mine.")
    path = officer.root / CASE
    text = officer.read(CASE).replace("name: Heron", "name: Bittern")
    path.write_text(
        text.replace("Heron, 15, was out of school for a year.", "A summary of a colleague."), encoding="utf-8"
    )
    asked = officer.post(form)
    assert asked.text(".conflict legend") == ["Name", "Summary"]
    assert "take:name" not in [name for name, _ in form_in(asked).fields]
    again = officer.post(form_in(asked).set("take:name", "theirs"))
    assert again.text(".conflict legend") == ["Summary"]
    assert "name: Bittern" in officer.read(CASE)
    saved = officer.post(form_in(again).set("take:summary", "mine"))
    assert "Saved." in saved.body, saved.text(".notice")
    assert "name: Bittern" in officer.read(CASE)
    assert "A summary of mine." in officer.read(CASE)


def test_a_decision_counts_only_for_the_text_that_was_shown(officer: Officer) -> None:
    form = officer.open("case/heron").set("name", "Egret")
    path = officer.root / CASE
    path.write_text(officer.read(CASE).replace("name: Heron", "name: Bittern"), encoding="utf-8")
    reply = officer.post(form)
    path.write_text(officer.read(CASE).replace("name: Bittern", "name: Curlew"), encoding="utf-8")
    again = officer.post(form_in(reply))
    assert again.text(".side .text") == ["Egret", "Curlew"]
    assert "name: Curlew" in officer.read(CASE)


def test_two_tabs_on_one_record_do_not_overwrite_each_other(officer: Officer) -> None:
    one, other = officer.open("case/heron"), officer.open("case/heron")
    officer.post(one.set("name", "Egret"))
    officer.post(other.set("subtitle", "From the other tab"))
    assert "name: Egret" in officer.read(CASE)
    assert "subtitle: From the other tab" in officer.read(CASE)


def test_a_new_case_is_a_draft_with_an_address_from_its_name(officer: Officer) -> None:
    form = form_in(officer.get("/_edit/new")).set("kind", "case").set("title", "Rowan O'Brien 李")
    opened = officer.post(form, "")
    assert not (officer.root / "content/cases/rowan-obrien").exists()
    saved = officer.post(
        form_in(opened).set("type", "child-review").set("sources.#", "0").set("sources.0", "The report")
    )
    assert "Saved." in saved.body, saved.text(".notice")
    text = officer.read("content/cases/rowan-obrien/case.yml")
    assert 'name: "Rowan O\'Brien 李"' in text
    assert "status: draft" in text
    assert "sources:\n  - The report\n" in text


def test_a_new_record_needs_a_name_with_a_letter(officer: Officer) -> None:
    reply = officer.post(form_in(officer.get("/_edit/new")).set("title", "?!"), "")
    assert reply.text("#f-title") == ["Error: Enter a name with at least one letter or digit."]


def test_a_full_disk_is_said_and_nothing_is_lost(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    before = officer.read(CASE)
    form = officer.open("case/heron").set("name", "Egret")

    def refuse(contents: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("generator.commands.record_edit.replace_sources", refuse)
    reply = officer.post(form)
    assert "No space left on device" in reply.text(".notice.bad")[0]
    assert officer.read(CASE) == before
    assert officer.open("case/heron")["name"] == "Egret"


def test_a_file_that_no_form_can_show_is_said_in_words(officer: Officer) -> None:
    path = officer.root / CASE
    path.write_text("name: Heron\nname: Egret\n", encoding="utf-8")
    reply = officer.get("/_edit/case/heron")
    assert "This record cannot be shown as a form" in reply.body
    assert 'case.yml, line 2: "name" appears twice' in reply.text(".finding.error")[0]
    assert reply.text(".finding .code") == ["Y102"]
    assert path.read_text(encoding="utf-8") == "name: Heron\nname: Egret\n"


def test_a_private_term_is_reported_at_its_field_before_anything_is_saved(
    state: Path, tmp_path: Path, start: Callable[[], Officer]
) -> None:
    terms = tmp_path / "terms.txt"
    terms.write_text("Quillfeather\n", encoding="utf-8")
    officer = start()
    before = officer.read(CASE)
    session = officer.server.session
    session._options = replace(session._options, private_terms=terms)
    form = officer.open("case/heron").set("summary", "Quillfeather was out of school.")
    reply = officer.post(form)
    assert reply.text("#f-field-summary")[0].startswith("Error: This has a private term")
    assert len(reply.text(".finding.error")) == 1
    assert officer.read(CASE) == before
    sources = officer.open("case/heron").set("summary", "Out of school.").set("sources.0", "A letter of Quillfeather")
    assert "Saved." in officer.post(sources).body


PAGE = "content/pages/about/index.md"


def test_a_page_is_changed_as_markdown_and_its_other_fields_stay(officer: Officer) -> None:
    path = officer.root / PAGE
    before = (
        "---\n# A comment.\ntitle: About\nsection: about\n---\n\n# About us\n\nA first\nparagraph.\n\n- one\n- two\n"
    )
    path.write_text(before, encoding="utf-8")
    assert "About" in officer.get("/_edit/?find=about").text("#kind-page + .records a")
    form = officer.open("page/about/index")
    assert form["body"].startswith("# About us\n\nA first\nparagraph.")
    assert "Nothing was changed." in officer.post(officer.open("page/about/index")).body
    officer.post(form.set("title", "About the board").set("body", form["body"].replace("two", "three")))
    assert officer.read(PAGE) == before.replace("title: About\n", "title: About the board\n").replace("two", "three")


def test_a_finding_on_a_page_is_shown_at_its_text(officer: Officer) -> None:
    form = officer.open("page/about/index")
    reply = officer.post(form.set("body", form["body"] + "\n\nSee [this](case:nobody-knows)."))
    assert len(reply.text("#f-field-body .error")) == 1
    assert "nobody-knows" not in officer.read(PAGE)


@pytest.mark.parametrize(("kind", "old"), [("case", "reviews/robin/"), ("notice", "resources/robin/")])
def test_a_new_record_does_not_get_the_old_address_of_another(officer: Officer, kind: str, old: str) -> None:
    text = f"redirects:\n  - {{old: {old}, new: reviews/heron/, since: 2026-04-01}}\n"
    (officer.root / "content" / "redirects.yml").write_text(text, encoding="utf-8")
    reply = officer.post(form_in(officer.get("/_edit/new")).set("kind", kind).set("title", "Robin"), "")
    assert form_in(reply).action == f"/_edit/{kind}/robin-2"
