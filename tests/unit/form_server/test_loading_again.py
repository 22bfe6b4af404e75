"""Back and Reload of a browser show what a button has done, and send nothing again."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.unit.form_server.conftest import Officer, form_in
from tests.unit.form_server.test_actions import ask, press, show_and_make, write_draft


def test_what_is_shown_and_what_was_done_have_addresses_that_can_be_loaded_again(officer: Officer) -> None:
    shown = officer.location_after(ask(officer, "archive/case/wren", reason="The year is over."), "show")
    for _ in ("the browser was sent here", "Reload"):
        page = officer.get(shown)
        assert "stays and says that it is archived" in page.text("main ul li")[0]
        assert form_in(page)["reason"] == "The year is over."
    done = officer.location_after(form_in(officer.get(shown)), "make")
    for _ in ("the browser was sent here", "Reload"):
        assert officer.get(done).text("#notice h2") == ["Done"]
    assert officer.get(shown).text("#notice h2") == ["Done"], "Back leads to what was done"
    assert form_in(officer.get(done))["number"] == "1"


def test_a_page_that_is_done_says_what_became_of_it_since(officer: Officer) -> None:
    form = form_in(officer.post(ask(officer, "archive/case/wren"), "show"))
    done = officer.location_after(form, "make")
    officer.post(officer.open("case/heron").set("summary", "Heron missed a year of school."))
    page = officer.get(done)
    assert page.text("#notice p")[1] == "Other changes were made since. Undo shows the last one."
    assert page.page.css_first("button[value=take-back]") is None
    for number in ("2", "1"):
        form = form_in(officer.get("/_edit/undo")).set("number", number)
        assert officer.post(form, "take-back").text("#notice h2") == ["Done"]
    page = officer.get(done)
    assert page.text("#notice p")[1] == "This was taken back since. Undo shows what can be made again."
    assert page.page.css_first("button[value=take-back]") is None


def test_a_page_whose_file_is_used_already_asks_for_a_file(officer: Officer) -> None:
    form = ask(officer, "replace-document/case/wren", text="Page 2 is right.", document="plain-summary")
    data = (officer.root / "content/cases/wren/summary.pdf").read_bytes() + b"\n% corrected\n"
    form.files.append(("file", "new.pdf", data))
    first = officer.location_after(form, "show")
    second = officer.location_after(form_in(officer.get(first)).set("text", "Page 2 has the right month."), "show")
    assert officer.post(form_in(officer.get(second)), "make").text("#notice h2") == ["Done"]
    page = officer.get(first)
    assert (page.status, page.text("#f-file")) == (200, ["Error: Choose a file."])


@pytest.mark.parametrize("end", ["0123", "done"])
def test_an_address_that_is_not_known_any_more_says_what_to_do(officer: Officer, end: str) -> None:
    page = officer.get(f"/_edit/event/archive/case/wren/{end}")
    assert page.status == 404
    links = [each.attributes["href"] for each in page.page.css("main a")]
    assert links == ["/_edit/undo", "/_edit/event/archive/case/wren", "/_edit/"]
    assert officer.get("/_edit/event/theme/0123").text("main .button") == ["Begin again: Add a theme"]


def test_a_button_pressed_twice_is_found_in_the_journal_after_a_new_start(start: Callable[[], Officer]) -> None:
    first = start()
    form = form_in(first.post(ask(first, "rename/case/wren", title="Zoë", address="zoe"), "show"))
    first.post(form, "make")
    second = start()
    form.set("token", second.server.token)
    page = second.post(form, "make")
    assert page.text("#notice p")[0].startswith('"Wren" is renamed to "Zoë".')
    assert page.page.css_first('a[href="/_edit/case/zoe"]') is not None


def test_the_journal_keeps_what_was_done_as_data(officer: Officer) -> None:
    write_draft(officer)
    show_and_make(officer, ask(officer, "rename/case/alder", title="Elder", address="elder"))
    entry = json.loads(officer.read(".cache/library/changes/0001/change.json"))
    details = {"title": "Alder", "new_id": "elder", "new_title": "Elder"}
    assert entry["action"] == {"kind": "rename", "record": "case:alder", "details": details}


@pytest.mark.parametrize("change", ["remove", {"kind": "dance", "record": "", "details": {}}, {"kind": "archive"}])
def test_an_entry_without_that_data_shows_its_title(officer: Officer, change: object) -> None:
    shown = officer.post(ask(officer, "archive/case/wren"), "show")
    press(officer, shown, "make")
    path = officer.root / ".cache/library/changes/0001/change.json"
    entry = json.loads(path.read_text(encoding="utf-8"))
    entry["action"] = change
    if change == "remove":
        del entry["action"]
    path.write_text(json.dumps(entry), encoding="utf-8")
    again = Officer(officer.root, officer.server)
    again.server.actions = type(officer.server.actions)(officer.server.session, officer.server.pages)
    assert press(again, shown, "make").text("#notice p") == ['Archive "Wren". Readers see it once you publish it.']
    taken = press(again, again.get("/_edit/undo"), "take-back")
    assert taken.text("#notice p") == ['Taken back: Archive "Wren". Readers see it once you publish it.']


def test_a_title_that_reads_like_another_change_is_not_taken_for_it(officer: Officer) -> None:
    title = 'A" to "B'
    officer.post(officer.open("case/wren").set("name", title))
    done = show_and_make(officer, ask(officer, "archive/case/wren"))
    assert done.text("#notice p")[0].startswith(f'"{title}" is marked as archived.')
    done = show_and_make(officer, ask(officer, "rename/case/wren", address="robin"))
    assert done.text("#notice p")[0].startswith(f'"{title}" has a new address.')


@pytest.mark.parametrize(
    ("step", "summary", "notice"),
    [
        ("save", "Heron missed a year of school.", "Saved. The page next to the form follows in a moment."),
        ("save", None, "Nothing was changed."),
        ("discard", "Half a sen", "This is what is saved. What you typed is put away."),
    ],
)
def test_what_a_button_of_the_form_did_has_an_address_that_can_be_loaded_again(
    officer: Officer, step: str, summary: str | None, notice: str
) -> None:
    form = officer.open("case/heron")
    if summary is not None:
        officer.post(form.set("summary", summary), "draft")
    address = officer.location_after(form, step)
    for _ in ("the browser was sent here", "Reload"):
        page = officer.get(address)
        assert page.text("#notice strong") == [notice] or page.text("#notice p")[0] == notice
    assert len(page.page.css("button[value=restore]")) == (step == "discard")
    officer.post(officer.open("case/heron").set("summary", "Another half"), "draft")
    assert officer.get(address).text("#notice") == [], "what was typed since is not saved"
    assert "Another half" in officer.get(address).body


def test_what_was_put_away_and_brought_back_is_loaded_again(officer: Officer) -> None:
    form = officer.open("case/heron").set("summary", "Half a sen")
    officer.post(form, "draft")
    away = form_in(officer.post(form, "discard"))
    address = officer.location_after(away, "restore")
    assert "Half a sen" in officer.get(address).body
