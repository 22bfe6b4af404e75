"""Publish and Undo in the forms, with real git, as a browser without scripts uses them."""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path

import pytest

from generator.form_server.publishing import publish_requests
from generator.form_server.publishing.publish_page import publish
from tests.shared_repository import git, share
from tests.unit.form_server.conftest import BOUNDARY, CASE, Officer, Reply, form_in

SUMMARY = "Heron, 15, was out of school for a year."
REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def published(officer: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Officer:
    """An officer whose site is in a repository that is shared."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    root = officer.root
    configuration = root / "mkdocs.yml"
    configuration.write_text(configuration.read_text().replace("../../../..", str(REPOSITORY)))
    share(root, tmp_path / "shared.git")
    return officer


def shared(tmp_path: Path, file: str = CASE) -> str:
    """The text of a file in the shared repository."""
    return git(tmp_path / "shared.git", "show", f"main:{file}")


def change_summary(officer: Officer, text: str) -> None:
    """Save another summary in the form."""
    reply = officer.post(officer.open("case/heron").set("summary", text))
    assert reply.text(".notice.good p")[0].startswith("Saved."), reply.body


def press_publish(officer: Officer, sentence: str) -> Reply:
    """Write the sentence, and press Publish."""
    return officer.post(form_in(officer.get("/_edit/publish")).set("sentence", sentence), "publish")


def test_the_page_says_what_changes_and_publishes_it(published: Officer, tmp_path: Path) -> None:
    assert published.get("/_edit/publish").text("#notice h2") == ["Nothing to publish"]
    change_summary(published, "Heron missed a year of school.")
    page = published.get("/_edit/publish")
    assert page.text("main h2 + ul li")[0] == 'The page of "Heron" changes: summary'
    assert SUMMARY in shared(tmp_path)
    done = press_publish(published, "Say it more simply")
    assert done.text("#notice h2") == ["Published"]
    assert "Heron missed a year" in shared(tmp_path)
    assert git(tmp_path / "shared.git", "log", "-1", "--format=%s", "main") == "Say it more simply"


def test_warnings_on_what_changes_are_listed_before_the_button_and_do_not_stop_it(published: Officer) -> None:
    record = published.root / "content/cases/wren/case.yml"
    record.write_text(record.read_text().replace("summary: ", "summary: Born on 3 May 2009, at AB1 2CD. ", 1))
    git(published.root, "commit", "-qam", "Another record with a warning")
    git(published.root, "push", "-q", "origin", "main")
    change_summary(published, "Heron, born on 3 May 2009, lived at AB1 2CD.")
    page = published.get("/_edit/publish")
    assert page.text("main h2") == ["What changes for readers", "To look at"]
    links = [link.attributes["href"] for link in page.page.css("ul.findings li.warning > a:first-of-type")]
    assert links
    assert set(links) == {"/_edit/case/heron"}
    assert page.page.css("ul.findings li.note") == []
    assert page.body.index("To look at") < page.body.index('value="publish"')
    assert press_publish(published, "Say more").text("#notice h2") == ["Published"]
    assert published.get("/_edit/publish").page.css("ul.findings") == []


def test_without_a_sentence_nothing_is_sent(published: Officer, tmp_path: Path) -> None:
    change_summary(published, "Heron missed a year of school.")
    assert press_publish(published, " ").text("#notice h2") == ["Say what you changed"]
    assert SUMMARY in shared(tmp_path)


def test_undo_shows_the_change_and_takes_it_back(published: Officer, tmp_path: Path) -> None:
    change_summary(published, "Heron missed a year of school.")
    press_publish(published, "Say it more simply")
    page = published.get("/_edit/undo")
    assert "Say it more simply" in page.body
    assert re.search(r"published by you on \d{1,2} [A-Z][a-z]+ \d{4}\.", page.body)
    assert published.post(form_in(page), "undo").text("#notice h2") == ["Undone"]
    assert SUMMARY in shared(tmp_path)
    assert SUMMARY in published.read(CASE)
    again = form_in(published.get("/_edit/undo"))
    assert published.post(again, "undo").text("#notice h2") == ["Undone"]
    assert "Heron missed a year" in shared(tmp_path)


@pytest.mark.parametrize(
    ("choice", "kept", "result"),
    [("mine", "Ann's summary", "Published"), ("theirs", "Bob's summary", "Nothing to publish")],
)
def test_a_field_that_both_changed_is_shown_with_both_texts(
    published: Officer, tmp_path: Path, choice: str, kept: str, result: str
) -> None:
    git(tmp_path, "clone", "-q", "shared.git", "bob")
    record = tmp_path / "bob" / CASE
    record.write_text(record.read_text().replace(SUMMARY, "Bob's summary of it."))
    git(tmp_path / "bob", "-c", "user.name=Bob", "-c", "user.email=b@library.example", "commit", "-qam", "Bob's change")
    git(tmp_path / "bob", "push", "-q")
    change_summary(published, "Ann's summary of it.")
    asked = press_publish(published, "Ann's change")
    assert asked.text("#notice h2") == ["Someone else has changed the same text"]
    assert asked.text(".conflict legend") == ['Summary of "Heron"']
    assert asked.text(".side .text") == ["Ann's summary of it.", "Bob's summary of it."]
    form = form_in(asked)
    (name,) = names_of_choices(asked)
    done = published.post(form.set(name, choice), "publish")
    assert done.text("#notice h2") == [result], done.body
    assert kept in shared(tmp_path)
    assert kept in published.read(CASE)


def names_of_choices(page: Reply) -> list[str]:
    """The names of the questions which text to keep."""
    names = [each.attributes["name"] or "" for each in page.page.css(".conflict input[type=radio]")]
    return list(dict.fromkeys(names))


@pytest.mark.parametrize("value", [None, "", "both"])
def test_without_a_choice_nothing_is_sent_and_what_was_chosen_stays_chosen(
    published: Officer, tmp_path: Path, value: str | None
) -> None:
    story = "Heron stayed at home. Two services each thought that the other one called."
    git(tmp_path, "clone", "-q", "shared.git", "bob")
    record = tmp_path / "bob" / CASE
    record.write_text(record.read_text().replace(SUMMARY, "Bob's summary of it.").replace(story, "Bob's story."))
    git(tmp_path / "bob", "-c", "user.name=Bob", "-c", "user.email=b@library.example", "commit", "-qam", "Bob's change")
    git(tmp_path / "bob", "push", "-q")
    form = published.open("case/heron").set("summary", "Ann's summary of it.").set("story", "Ann's story.")
    assert published.post(form).text(".notice.good p")[0].startswith("Saved.")
    asked = press_publish(published, "Ann's change")
    assert asked.page.css(".conflict input[checked]") == []
    assert len(asked.page.css(".conflict input[type=radio][required]")) == 4
    assert asked.page.css(".conflict .finding") == []
    first, second = names_of_choices(asked)

    form = form_in(asked).set(first, "theirs")
    again = published.post(form if value is None else form.set(second, value), "publish")
    assert again.text("#notice h2") == ["Someone else has changed the same text"]
    assert names_of_choices(again) == [second]
    assert again.text(".conflict .finding") == ["Error: Choose one of the two texts."]
    assert "Bob's summary" in shared(tmp_path)
    assert "Bob's story" in shared(tmp_path)

    done = published.post(form_in(again).set(second, "mine"), "publish")
    assert done.text("#notice h2") == ["Published"], done.body
    both = shared(tmp_path)
    assert ("Bob's summary" in both, "Ann's story" in both) == (True, True)


def test_errors_are_listed_with_links_to_their_forms(published: Officer) -> None:
    path = published.root / CASE
    path.write_text(path.read_text().replace("harms: [being-left-out]", "harms: [no-such-harm]"))
    page = published.get("/_edit/publish")
    assert page.text("#notice h2") == ["Not published: there are errors"]
    assert [link.attributes["href"] for link in page.page.css("#notice li a")] == [
        "/_edit/case/heron",
        "/_edit/help/code/V303",
    ]
    assert page.text("#notice li a") == ["Heron, What happened to someone", "V303"]
    assert page.page.css_first("button[value=publish]") is None


def test_what_is_not_saved_is_named(published: Officer) -> None:
    published.post(published.open("case/heron").set("summary", "Half a sen"), "draft")
    page = published.get("/_edit/publish")
    assert "Not saved yet, so not published: Heron." in page.text(".notice.quiet p")[0]


def test_a_folder_without_a_repository_says_what_to_copy(officer: Officer) -> None:
    page = officer.get("/_edit/publish")
    assert page.text("#notice h2") == ["This folder is not in a repository"]
    assert "briefings" in page.text("#notice p")[-1]


@pytest.mark.parametrize("path", ["publish", "undo"])
def test_another_site_cannot_press_the_button(published: Officer, path: str, tmp_path: Path) -> None:
    change_summary(published, "Heron missed a year of school.")
    form = form_in(published.get("/_edit/publish")).set("sentence", "No")
    form.action = f"/_edit/{path}"
    assert published.post(form, "publish", Origin="https://elsewhere.example").status == 403
    form.set("token", "wrong")
    assert published.post(form, "publish").status == 403
    assert SUMMARY in shared(tmp_path)


def test_the_forms_answer_while_git_is_at_work(published: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    change_summary(published, "Heron, 15, was often out of school.")
    begun, may_end = threading.Event(), threading.Event()

    def slow(*given: object) -> object:
        begun.set()
        assert may_end.wait(120)
        return publish(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(publish_requests, "publish", slow)
    saved, take_back = published.read(CASE), form_in(published.get("/_edit/undo"))
    form = form_in(published.get("/_edit/publish")).set("sentence", "Say it more simply")
    given = {"Cookie": published.cookie, "Origin": published.origin}
    kind = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
    reply = published.ask("POST", "/_edit/publish", form.body("publish"), given | kind)
    result = reply.headers["Location"]
    assert reply.status == 303
    assert result.startswith("/_edit/publish/")
    assert begun.is_set()
    working = published.get("/_edit/publish")
    assert working.text("h1") == ["Publishing"]
    assert working.page.css_first("noscript") is not None, "without scripts, the page loads itself again"
    assert [each.attributes["data-working"] for each in working.page.css("main")] == [result]
    assert published.get(f"{result}/state").status == 204
    kept = published.post(published.open("case/heron").set("summary", "Heron, 15, was at the library."))
    assert "Publishing is still going on" in " ".join(kept.text("#notice"))
    assert published.open("case/heron")["summary"] == "Heron, 15, was at the library."
    assert "was at the library" not in published.read(CASE)
    archive = published.post(form_in(published.get("/_edit/event/archive/case/wren")), "show")
    assert "Publishing is still going on" in published.post(form_in(archive), "make").text("#notice")[0]
    assert "status: archived" not in published.read("content/cases/wren/case.yml")
    undone = published.post(take_back, "take-back")
    assert undone.text("h1") == ["Publishing"]
    assert "What you pressed was not done" in undone.text(".notice.bad")[0]
    assert published.read(CASE) == saved
    may_end.set()
    published.server.session.jobs.wait(120)
    assert published.get(f"{result}/state").status == 200
    assert published.get("/_edit/publish").text("#notice h2") == ["Published"]
    assert published.get("/_edit/publish").text("#notice h2") == ["Nothing to publish"]
    for _ in ("the tab that published", "the tab that waited for it"):
        assert published.get(result).text("#notice h2") == ["Published"]
    assert published.get("/_edit/publish/0123").headers["Location"] == "/_edit/publish"
    assert published.get(f"{result}/else").status == 404
    assert published.post(published.open("case/heron")).text(".notice.good p")[0].startswith("Saved.")


def test_a_fault_of_publishing_is_shown(published: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*given: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publish_requests, "publish", broken)
    reply = published.post(form_in(published.get("/_edit/publish")), "publish")
    assert reply.status == 500
    assert published.get("/_edit/publish").status == 200
