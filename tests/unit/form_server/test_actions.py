"""The buttons for what happens to a record: each shows the change first, makes it as a whole, and can be taken back."""

from __future__ import annotations

import errno
import subprocess
from pathlib import Path

import pytest

from tests.unit.form_server.conftest import CASE, Form, Officer, Reply, form_in

WREN = "content/cases/wren/case.yml"
ALDER = "content/cases/alder/case.yml"
LESSONS = "briefings/wren-lessons/briefing.yml"


def write_draft(officer: Officer) -> None:
    """Write an invented case that waits, with its own briefing."""
    lines = ("name: Alder", "type: child-review", "status: draft", "summary: Alder, 9, moved house.", "sources: [None]")
    for file, text in (
        (ALDER, "\n".join((*lines, "summary_source: the invented report", ""))),
        (
            "briefings/alder-lessons/briefing.yml",
            "title: Alder\nseries: lessons-learned\ncase: alder\nstatus: draft\nsummary: Ask again.\n",
        ),
    ):
        (officer.root / file).parent.mkdir()
        (officer.root / file).write_text(text, encoding="utf-8")


def buttons(officer: Officer, record: str) -> list[str]:
    """The buttons on the form of a record."""
    return officer.get(f"/_edit/{record}").text(".button-list a")


def ask(officer: Officer, path: str, **answers: str) -> Form:
    """Open the page of an action, and answer its questions."""
    form = form_in(officer.get(f"/_edit/event/{path}"))
    for name, value in answers.items():
        form.set(name, value)
    return form


def show_and_make(officer: Officer, form: Form) -> Reply:
    """Press the button that shows what changes, then the one that changes it."""
    shown = officer.post(form, "show")
    assert shown.text("main h2")[0].startswith("What changes for readers"), shown.body
    return officer.post(form_in(shown), "make")


def press(officer: Officer, reply: Reply, step: str) -> Reply:
    """Press a button of the page that has one form."""
    return officer.post(form_in(reply), step)


def test_each_record_has_the_buttons_that_fit_its_state(officer: Officer) -> None:
    assert buttons(officer, "case/tansy") == ["Make it public", "Schedule", "Rename", "Undo"]
    assert buttons(officer, "case/wren") == ["Replace a document", "Rename", "Archive", "Withdraw", "Undo"]
    assert buttons(officer, "case/bramble") == ["Rename", "Withdraw", "Make it public again", "Undo"]
    assert buttons(officer, "case/teasel") == ["Rename", "Make it public again", "Undo"]
    assert buttons(officer, "bulletin/2025-q3") == ["Record that it was sent", "Undo"]
    assert buttons(officer, "vocabulary/vocabulary") == []


def test_archiving_shows_the_change_makes_it_and_takes_it_back(officer: Officer) -> None:
    before = officer.read(WREN), officer.read(LESSONS)
    form = ask(officer, "archive/case/wren", reason="The year is over.", since="30 April 2026")
    shown = officer.post(form, "show")
    assert "stays and says that it is archived" in shown.text("main ul li")[0]
    assert (officer.read(WREN), officer.read(LESSONS)) == before
    done = press(officer, shown, "make")
    assert done.text("#notice h2") == ["Done"]
    for file in (WREN, LESSONS):
        assert "status: archived" in officer.read(file)
        assert "status_since: 2026-04-30" in officer.read(file)
    undone = press(officer, done, "take-back")
    assert undone.text("#notice h2") == ["Done"]
    assert (officer.read(WREN), officer.read(LESSONS)) == before
    again = press(officer, officer.get("/_edit/undo"), "again")
    assert again.text("#notice h2") == ["Done"]
    assert "status: archived" in officer.read(LESSONS)


def test_a_draft_is_shown_at_once_and_made_public(officer: Officer) -> None:
    write_draft(officer)
    page = officer.get("/_edit/event/publish/case/alder")
    assert any("New page" in line for line in page.text("main ul li")), page.body
    done = press(officer, page, "make")
    assert done.text("#notice h2") == ["Done"]
    assert "status: published" in officer.read(ALDER)
    assert "published: 2026-05-01" in officer.read(ALDER)
    assert "status: published" in officer.read("briefings/alder-lessons/briefing.yml")


def test_a_day_is_typed_in_words(officer: Officer) -> None:
    write_draft(officer)
    form = ask(officer, "schedule/case/alder", when="14 December 2026, 00:01")
    assert show_and_make(officer, form).text("#notice h2") == ["Done"]
    assert "publish_on: 2026-12-14 00:01" in officer.read(ALDER)


@pytest.mark.parametrize(
    ("path", "answers", "name", "message"),
    [
        ("withdraw/case/wren", {}, "reason", "Say in a sentence why it is withdrawn: readers see it."),
        ("schedule/case/tansy", {"when": "soon"}, "when", "Enter a day, or a day and a time"),
        ("archive/case/wren", {"since": "May 2026"}, "since", "Enter a whole date"),
        ("replace-document/case/wren", {"text": "A date."}, "file", "Choose a file."),
        ("theme", {"label": "Sleep"}, "meaning", "Say what it is about."),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    officer: Officer, path: str, answers: dict[str, str], name: str, message: str
) -> None:
    before = officer.read(WREN)
    reply = officer.post(ask(officer, path, **answers), "make")
    assert message in reply.text(f"#f-{name}")[0]
    assert [node.attributes.get("aria-invalid") for node in reply.page.css(f"#q-{name}")] == ["true"]
    assert officer.read(WREN) == before


def test_what_is_refused_is_said_without_the_words_of_commands(officer: Officer) -> None:
    reply = officer.post(ask(officer, "archive/case/wren", since="1 January 2030"), "show")
    assert "is in the future" in reply.text("#notice p")[0]
    assert "--" not in " ".join(reply.text("#notice"))


def test_a_reason_why_not_has_its_code_with_its_explanation(officer: Officer) -> None:
    reply = officer.post(ask(officer, "archive/case/wren", since="1 January 2030"), "show")
    code = reply.page.css_first("#notice p .code")
    assert code is not None
    assert officer.get(code.attributes["href"] or "").status in (200, 303)


def test_an_error_that_a_change_would_cause_is_listed_with_its_form_its_field_and_its_code(
    officer: Officer,
) -> None:
    write_draft(officer)
    reply = officer.get("/_edit/event/publish/briefing/alder-lessons")
    assert reply.text("#notice li a") == ["Alder, Case", "T706"]
    assert reply.text("#notice p")[0] == 'Publish "Alder" would cause an error. W940'


def test_pressing_twice_changes_it_once(officer: Officer) -> None:
    form = form_in(officer.post(ask(officer, "archive/case/wren"), "show"))
    assert officer.post(form, "make").text("#notice h2") == ["Done"]
    text = officer.read(WREN)
    assert officer.post(form, "make").text("#notice h2") == ["Done"]
    assert officer.read(WREN) == text


def test_what_changed_since_it_was_shown_is_shown_again(officer: Officer) -> None:
    form = form_in(officer.post(ask(officer, "archive/case/wren", reason="One."), "show"))
    reply = officer.post(form.set("reason", "Two."), "make")
    assert "has changed since it was shown" in reply.text("#notice p")[0]
    assert "archived" not in officer.read(WREN)
    path = officer.root / WREN
    path.write_text(f"{path.read_text(encoding='utf-8')}# A colleague was here.\n", encoding="utf-8")
    reply = press(officer, reply, "make")
    assert "has changed since it was shown" in reply.text("#notice p")[0]
    assert press(officer, reply, "make").text("#notice h2") == ["Done"]
    assert "# A colleague was here." in officer.read(WREN)


def test_a_renamed_case_is_found_under_its_new_name(officer: Officer) -> None:
    form = ask(officer, "rename/case/wren", title="Zoë O'Brien 李", address="obrien")
    done = show_and_make(officer, form)
    assert done.text("#notice h2") == ["Done"]
    assert "library rename" not in " ".join(done.text("main li"))
    assert done.page.css("main li a[href^='/_edit/']")
    assert "Zoë O'Brien 李" in officer.read("content/cases/obrien/case.yml")
    assert done.page.css_first('a[href="/_edit/case/obrien"]') is not None
    assert "reviews/wren/" in officer.read("content/redirects.yml")


def test_a_case_with_changes_that_are_not_saved_is_not_renamed(officer: Officer) -> None:
    officer.post(officer.open("case/wren").set("summary", "Half a sen"), "draft")
    reply = officer.post(ask(officer, "rename/case/wren", address="obrien"), "show")
    assert "not saved" in " ".join(reply.text("#notice"))
    assert (officer.root / WREN).exists()


def test_a_file_is_chosen_once_and_replaces_the_document(officer: Officer) -> None:
    old = (officer.root / "content" / "cases" / "wren" / "summary.pdf").read_bytes()
    form = ask(officer, "replace-document/case/wren", text="Page 2 has the right month.", document="plain-summary")
    form.files.append(("file", "Page.pdf", b"<!doctype html><p>Not found"))
    assert "is not what its name says" in officer.post(form, "show").text("#f-file")[0]
    form.files[0] = ("file", "Summary NEW.pdf", old + b"\n% corrected\n")
    shown = officer.post(form, "show")
    assert shown.text(".file-name") == ["summary-new.pdf"]
    done = press(officer, shown, "make")
    assert done.text("#notice h2") == ["Done"]
    assert 'The file "summary.pdf" is not offered any more.' in done.text("main li"), "there is no history"
    assert "text: Page 2 has the right month." in officer.read(WREN)
    assert (officer.root / "content/cases/wren/summary-new.pdf").read_bytes() == old + b"\n% corrected\n"
    press(officer, done, "take-back")
    assert (officer.root / "content/cases/wren/summary.pdf").read_bytes() == old


@pytest.mark.parametrize(
    ("path", "answers", "file", "line"),
    [
        ("theme", {"label": "Sleep", "meaning": "Where a baby sleeps."}, "content/vocabulary.yml", "id: sleep"),
        ("redirect", {"old": "old/wren/", "new": "reviews/wren/"}, "content/redirects.yml", "old: old/wren/"),
        ("menu", {"page": "about/index.md", "label": "Us: who"}, "", "is in the menu already"),
        ("bulletin", {"quarter": "2026-q2", "title": "Spring"}, "content/bulletins/2026-q2.yml", "title: Spring"),
    ],
)
def test_small_additions_are_shown_made_and_taken_back(
    officer: Officer, path: str, answers: dict[str, str], file: str, line: str
) -> None:
    links = officer.get("/_edit/new").page.css("main a")
    assert f"/_edit/event/{path}" in [link.attributes["href"] for link in links]
    form = ask(officer, path, **answers)
    if not file:
        assert line in " ".join(officer.post(form, "show").text("#notice"))
        return
    before = officer.read(file) if (officer.root / file).exists() else None
    done = show_and_make(officer, form)
    assert done.text("#notice h2") == ["Done"], done.body
    assert line in officer.read(file)
    press(officer, done, "take-back")
    assert (officer.read(file) if (officer.root / file).exists() else None) == before


READERS = "Readers see it once you publish it."
DRAFT = "Nothing changes for readers: they do not see a draft."
WAITING = "Publish this change before its day: readers see nothing until then."


@pytest.mark.parametrize(
    ("path", "answers", "done", "following"),
    [
        ("publish/case/alder", {}, '"Alder" is marked as public.', READERS),
        ("archive/case/wren", {"reason": "Old."}, '"Wren" is marked as archived.', READERS),
        ("rename/case/alder", {"title": "Elder", "address": "elder"}, '"Alder" is renamed to "Elder".', DRAFT),
        (
            "schedule/case/alder",
            {"when": "14 December 2026, 00:01"},
            '"Alder" becomes public at 12.01am on 14 December 2026.',
            WAITING,
        ),
        (
            "bulletin",
            {"quarter": "2026-q2", "title": "Spring"},
            "The bulletin for April to June 2026 is begun, as a draft.",
            DRAFT,
        ),
        (
            "sent/bulletin/2025-q3",
            {"since": "30 April 2026"},
            "The bulletin for July to September 2025 is recorded as sent.",
            READERS,
        ),
        (
            "theme",
            {"label": "Sleep", "meaning": "Where a baby sleeps."},
            'The theme "Sleep" is added.',
            "Readers see a theme once a public record has it and you publish both.",
        ),
        (
            "redirect",
            {"old": "old/wren/", "new": "reviews/wren/"},
            "old/wren/ is redirected to reviews/wren/.",
            READERS,
        ),
    ],
)
def test_the_page_says_what_was_done_and_when_readers_see_it(
    officer: Officer, path: str, answers: dict[str, str], done: str, following: str
) -> None:
    write_draft(officer)
    shown = officer.post(ask(officer, path, **answers), "show")
    made = press(officer, shown, "make")
    assert made.text("#notice p") == [f"{done} {following}"], made.text("main")
    assert press(officer, shown, "make").text("#notice p") == [f"{done} {following}"], "the button was pressed twice"
    back = press(officer, made, "take-back").text("#notice p")[0]
    assert back.startswith("Taken back: ")
    assert back.endswith(f". {following}")


def test_a_page_gets_an_entry_in_the_menu(officer: Officer) -> None:
    (officer.root / "content" / "pages" / "help.md").write_text("---\ntitle: Help\n---\n\nCall us.\n", encoding="utf-8")
    done = show_and_make(officer, ask(officer, "menu", page="help.md", label="Help: now"))
    assert done.text("#notice h2") == ["Done"]
    assert '  - "Help: now": help.md\n  - About: about/index.md\n' in officer.read("mkdocs.yml")


def test_a_sent_bulletin_is_recorded(officer: Officer) -> None:
    form = ask(officer, "sent/bulletin/2025-q3", since="30 April 2026")
    assert show_and_make(officer, form).text("#notice h2") == ["Done"]
    assert "sent: 2026-04-30" in officer.read("content/bulletins/2025-q3.yml")


def test_a_withdrawal_lists_where_else_the_content_has_been(officer: Officer) -> None:
    form = ask(officer, "withdraw/case/wren", reason="A private person is named.")
    shown = officer.post(form, "show")
    assert "taken down" in shown.text("main ul li")[0]
    assert "For you to do" in shown.text("main h2")
    assert press(officer, shown, "make").text("#notice h2") == ["Done"]
    assert "status_reason: A private person is named." in officer.read(LESSONS)


def test_a_full_disk_is_said_in_words_and_changes_nothing(officer: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "case.yml")

    before = officer.read(WREN)
    monkeypatch.setattr("generator.form_server.actions.action_requests.make_change", full)
    shown = officer.post(ask(officer, "archive/case/wren"), "show")
    reply = press(officer, shown, "make")
    assert reply.status == 200
    assert "no space" in " ".join(reply.text("#notice")).lower()
    assert officer.read(WREN) == before


def test_what_was_saved_last_is_taken_back(officer: Officer) -> None:
    before = officer.read(CASE)
    officer.post(officer.open("case/heron").set("summary", "Heron missed a year of school."))
    assert "missed a year" in officer.read(CASE)
    page = officer.get("/_edit/undo")
    assert 'Save "Heron"' in " ".join(page.text("main strong"))
    done = press(officer, page, "take-back")
    assert done.text("#notice p") == ['Taken back: Save "Heron". Readers see it once you publish it.']
    assert officer.read(CASE) == before
    again = press(officer, officer.get("/_edit/undo"), "again")
    assert again.text("#notice p") == ['Made again: Save "Heron". Readers see it once you publish it.']


@pytest.mark.parametrize(
    "path",
    [
        "archive",
        "archive/case/nobody",
        "nothing/case/wren",
        "archive/bulletin/2025-q3",
        "theme/case/wren",
        "archive/case/..%2f..%2fwren",
        "archive/page/index",
    ],
)
def test_an_action_without_its_record_is_not_found(officer: Officer, path: str) -> None:
    assert officer.get(f"/_edit/event/{path}").status == 404


def test_the_history_is_named_only_if_the_document_is_in_it(officer: Officer) -> None:
    def told() -> list[str]:
        form = ask(officer, "replace-document/case/wren", text="Page 2 has the right month.", document="plain-summary")
        data = (officer.root / "content" / "cases" / "wren" / "summary.pdf").read_bytes()
        form.files.append(("file", "new.pdf", data + b"\n% corrected\n"))
        return [each for each in officer.post(form, "show").text("main li") if "not offered" in each]

    first = 'The file "summary.pdf" is not offered any more.'
    git(officer.root, "init", "--quiet")
    git(officer.root, "add", "-f", "content/cases/wren/summary.pdf")
    assert told() == [first]
    git(officer.root, "commit", "--quiet", "-m", "Begin")
    assert told() == [f"{first} The earlier version stays in the history of the library."]


def git(root: Path, *arguments: str) -> None:
    author = ("-c", "user.name=A", "-c", "user.email=a@tarnshire.example")
    subprocess.run(["git", *author, *arguments], cwd=root, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("path", "answers", "said"),
    [
        (
            "sent/bulletin/2025-q3",
            {"since": "31 December 2026"},
            ["31 December 2026 is in the future", "Record it on the day on which you send it."],
        ),
        (
            "rename/case/wren",
            {"address": "my robin 2"},
            ['"my robin 2" cannot be the last part of an address', 'hyphens between them: "my-robin-2".'],
        ),
        ("rename/case/wren", {"address": "heron"}, ["Choose another last part of the address."]),
    ],
)
def test_a_refusal_says_what_to_do_in_the_words_of_the_forms(
    officer: Officer, path: str, answers: dict[str, str], said: list[str]
) -> None:
    shown = " ".join(officer.post(ask(officer, path, **answers), "show").text("#notice"))
    for each in said:
        assert each in shown
