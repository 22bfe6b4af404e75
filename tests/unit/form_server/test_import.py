"""An import in the forms, as a browser without scripts uses it: nothing of an editor's work is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.system import FileTransaction
from tests.word_files import b, docx, h, li, p

from .conftest import Form, Officer, form_in

LESSONS = docx(
    p("Lessons learned briefing: Wherry", style="Title"),
    h("Background"),
    p("Wherry lived on a boat."),
    h("Findings"),
    li("Boats move."),
    h("Advice for practitioners"),
    li("Knock twice."),
)
RECORD = "content/cases/wherry/case.yml"


def start(officer: Officer, name: str, data: bytes, kind: str = "") -> str:
    """Upload a file, and return the address of its plan."""
    form = form_in(officer.get("/_edit/import")).set("kind", kind)
    form.files.append(("source", name, data))
    reply = officer.post(form, "")
    found = re.search(r'action="(/_edit/import/[\w-]+)"', reply.body)
    assert found is not None, reply.body
    return found[1]


def press(officer: Officer, address: str, do: str, **values: str) -> str:
    """Press a button of a page, and return the page that follows."""
    form = form_in(officer.get(address))
    for name, value in values.items():
        form.set(name, value)
    return officer.post(form, do).body


def answer(officer: Officer, plan: str, number: int, chosen: str, **values: str) -> str:
    """Answer one question."""
    return press(officer, f"{plan}/check/{number}", "answer", answer=chosen, **values)


def test_an_answer_after_the_drafts_were_written_changes_the_draft(officer: Officer) -> None:
    plan = start(officer, "lessons.docx", LESSONS)
    assert not (officer.root / RECORD).exists()
    assert "2 drafts were written" in press(officer, plan, "write")
    assert "story: Wherry lived on a boat." in officer.read(RECORD)
    assert "3 of 3" in answer(officer, plan, 2, "no")
    assert "story:" not in officer.read(RECORD)
    assert "status: draft" in officer.read(RECORD)


def test_a_draft_that_an_editor_has_changed_is_never_written_again(officer: Officer) -> None:
    plan = start(officer, "lessons.docx", LESSONS)
    press(officer, plan, "write")
    changed = officer.read(RECORD) + "# My note.\n"
    (officer.root / RECORD).write_text(changed, encoding="utf-8")
    answer(officer, plan, 2, "no")
    press(officer, plan, "write")
    assert officer.read(RECORD) == changed
    assert "You have changed this draft since" in officer.get(f"{plan}/check/2").body


def test_a_draft_that_an_editor_has_deleted_does_not_come_back(officer: Officer) -> None:
    plan = start(officer, "lessons.docx", LESSONS)
    press(officer, plan, "write")
    (officer.root / RECORD).unlink()
    press(officer, plan, "write")
    assert not (officer.root / RECORD).exists()


def test_an_answer_that_cannot_be_right_is_refused_with_a_reason(officer: Officer) -> None:
    plan = start(
        officer, "report.docx", docx(p("Safeguarding Adults Review", style="Title"), b("Adult B"), p("May 2022"))
    )
    page = officer.get(f"{plan}/check").headers["Location"]
    assert "Choose an answer." in press(officer, page, "answer")
    assert "Choose or type the other answer." in press(officer, page, "answer", answer="other")
    body = press(officer, page, "answer", answer="other", text="last spring")
    assert "Error:" in body
    assert 'value="last spring"' in body


def test_the_record_of_a_review_is_filled_in_and_not_saved(officer: Officer) -> None:
    record = "content/cases/heron/case.yml"
    before = officer.read(record)
    data = docx(
        p("Lessons learned briefing: Heron", style="Title"),
        h("Advice for the community"), p("Ring the harbour."), h("Advice for practitioners"), p("Knock twice."),
    )  # fmt: skip
    plan = start(officer, "heron.docx", data)
    assert "Heron</a>, Advice for the community: filled in" in officer.get(plan).body
    body = press(officer, plan, "write")
    assert officer.read(record) == before
    assert "Filled in and not saved yet" in body
    form = officer.get("/_edit/case/heron").body
    assert "Ring the harbour." in form
    assert "Not saved since" in officer.get("/_edit/").body


def test_an_import_in_the_terminal_is_checked_in_the_browser(officer: Officer, tmp_path: Path) -> None:
    file = tmp_path / "lessons.docx"
    file.write_bytes(LESSONS)
    CliRunner().invoke(main, ["import", str(file), "--root", str(officer.root), "--yes", "--today", "2026-05-01"])
    listed = officer.get("/_edit/").body
    assert "check what was imported" in listed
    plan = re.search(r'href="(/_edit/import/[\w-]+)/check"', listed)
    assert plan is not None
    answer(officer, plan[1], 2, "other", choice="practice")
    assert "practice:\n  - Wherry lived on a boat.\n  - Knock twice.\n" in officer.read(RECORD)


def test_a_wrong_file_gets_one_sentence(officer: Officer) -> None:
    form: Form = form_in(officer.get("/_edit/import"))
    form.files.append(("source", "photo.png", b"\x89PNG"))
    assert "Choose a saved web page" in officer.post(form, "").body
    plan = start(officer, "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "of an old Word" in officer.get(plan).body
    assert "Write the drafts" not in officer.get(plan).body


def test_an_import_can_be_forgotten_and_no_address_leads_elsewhere(officer: Officer) -> None:
    plan = start(officer, "../../lessons.docx", LESSONS)
    press(officer, plan, "remove")
    assert officer.get(plan).status == 404
    for path in ("import/..", "import/20260101-00000000/check", "import/%2e%2e/check/1", "import/x/y/z"):
        assert officer.get(f"/_edit/{path}").status == 404


def test_if_the_drafts_cannot_be_changed_every_draft_is_as_before_and_the_answer_is_kept(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = start(officer, "lessons.docx", LESSONS)
    press(officer, plan, "write")
    before = {path: path.read_bytes() for path in officer.root.rglob("*.yml")}
    with monkeypatch.context() as broken:
        broken.setattr("generator.commands.import_session.FileTransaction.put", _fail_after_putting)
        page = answer(officer, plan, 2, "no")
    assert "Your answer is kept, and the drafts could not be changed: No space left on device." in page
    assert {path: path.read_bytes() for path in officer.root.rglob("*.yml")} == before
    press(officer, plan, "write")
    assert {path: path.read_bytes() for path in officer.root.rglob("*.yml")} != before


_PUT = FileTransaction.put


def _fail_after_putting(transaction: FileTransaction, staged: str, name: str) -> None:
    """A disk that is full once a file has been replaced."""
    _PUT(transaction, staged, name)
    raise OSError(28, "No space left on device")


def test_if_one_draft_cannot_be_written_none_is(officer: Officer) -> None:
    plan = start(officer, "lessons.docx", LESSONS)
    folder = officer.root / "briefings" / "wherry-lessons-learned"
    others = [each for each in officer.root.rglob("*.yml") if each.parent.name == "wherry"]
    assert not others
    folder.parent.mkdir(exist_ok=True)
    for each in (folder, officer.root / "briefings" / "wherry-learning-briefing"):
        each.write_text("a file where a folder should be", encoding="utf-8")
    assert "The drafts could not be written" in press(officer, plan, "write")
    assert not (officer.root / RECORD).exists()
    assert not (officer.root / RECORD).parent.exists()


PAGE = """<html><body><main><h2>Reviews</h2><p>An invented page.</p><h3>Wherry \u2013 Published May 2022</h3>
<p>A Child Safeguarding Practice Review has been undertaken in the case of 'Wherry'.</p>
<ul><li><a href="files/wherry.pdf">Wherry Child Safeguarding Practice Review - Report</a></li></ul>
</main></body></html>"""
URL = "https://www.ashfordvale.example/files/wherry.pdf"


def upload_page(officer: Officer, base: str) -> str:
    form = form_in(officer.get("/_edit/import")).set("base", base)
    form.files.append(("source", "reviews.html", PAGE.encode()))
    found = re.search(r'action="(/_edit/import/[\w-]+)"', officer.post(form, "").body)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("base", ["www.ashfordvale.example/reviews", "https://www.ashfordvale.example/reviews"])
def test_an_address_without_https_gives_each_document_its_address(officer: Officer, base: str) -> None:
    assert "1 draft was written" in press(officer, upload_page(officer, base), "write")
    assert URL in officer.read(RECORD)


@pytest.mark.parametrize(("base", "asked"), [("", "that you saved"), ("our reviews", "not a web address")])
def test_a_missing_address_is_asked_for_at_its_field_before_drafts_are_made(
    officer: Officer, base: str, asked: str
) -> None:
    plan = upload_page(officer, base)
    assert "The link of 1 document does not begin with http." in officer.get(plan).body
    refused = press(officer, plan, "write")
    assert asked in refused
    assert 'id="f-base"' in refused
    assert not (officer.root / RECORD).exists()
    assert "1 draft was written" in press(officer, plan, "write", base="www.ashfordvale.example/reviews")
    assert URL in officer.read(RECORD)


def test_an_editor_who_does_not_know_the_address_can_go_on_without(officer: Officer) -> None:
    plan = upload_page(officer, "")
    assert "1 draft was written" in press(officer, plan, "write-without")
    assert "availability: elsewhere" in officer.read(RECORD)


def test_what_was_written_has_an_address_that_can_be_loaded_again(officer: Officer) -> None:
    plan = start(officer, "lessons.docx", LESSONS)
    written = officer.location_after(form_in(officer.get(plan)), "write")
    assert written.startswith(f"{plan}/written/")
    for _ in ("the browser was sent here", "Reload"):
        assert officer.get(written).text("#notice h2") == ["2 drafts were written"]
    unknown = officer.get(f"{plan}/written/0123")
    assert (unknown.status, unknown.headers["Location"]) == (303, plan), "the plan says what is next"
    assert "Check what was imported" in officer.get(plan).body
    assert officer.get("/_edit/import/20260101-00000000/written/0123").status == 404
