"""Publish and Undo of `library edit` in Chromium, with a repository that a colleague pushes to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe_and_layout import objections
from tests.conftest import copy_full
from tests.running_forms import running_forms
from tests.shared_repository import git, share

HERON = "content/cases/heron/case.yml"
SUMMARY = "Heron, 15, was out of school for a year."


@dataclass(frozen=True)
class Desk:
    """A running `library edit`, the shared repository, and the folder of a colleague."""

    folder: Path
    opening: str

    def published(self, file: str = HERON) -> str:
        """The text of Heron, or of another record, in the shared repository."""
        return git(self.folder / "shared.git", "show", f"main:{file}")

    def colleague_writes(self, old: str, new: str, file: str = HERON) -> None:
        """Let the colleague change a text, and push it."""
        bob = self.folder / "bob"
        git(bob, "pull", "-q")
        text = (bob / file).read_text(encoding="utf-8")
        assert old in text
        (bob / file).write_text(text.replace(old, new), encoding="utf-8")
        git(bob, "-c", "user.name=Bob", "-c", "user.email=bob@library.example", "commit", "-qam", "Bob's change")
        git(bob, "push", "-q")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """`library edit` on a clone, as a process."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    root = tmp_path / "site"
    copy_full(root)
    share(root, tmp_path / "shared.git")
    git(tmp_path, "clone", "-q", "shared.git", "bob")
    with running_forms(root, tmp_path / "state") as opening:
        yield Desk(tmp_path, opening)


def look(page: Page) -> None:
    """Check the page with axe, at the width of a desk and of a phone."""
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert objections(page) == {}
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def save_summary(page: Page, text: str) -> None:
    """Write another summary of Heron in its form, and save it."""
    page.goto(re.sub(r"/_edit/.*", "/_edit/case/heron", page.url))
    page.get_by_label("Summary", exact=True).fill(text)
    page.locator(".save-bar").get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".notice.good")).to_contain_text("Saved.")
    page.get_by_role("link", name="Publish", exact=True).click()


def publish(page: Page, sentence: str) -> None:
    """Publish what is saved, on the page Publish."""
    page.get_by_label("What did you change?").fill(sentence)
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_role("heading", name="Published", exact=True)).to_be_visible()


@pytest.fixture
def page(chromium: Browser, desk: Desk) -> Iterator[Page]:
    """A browser that was opened with the key."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    page = context.new_page()
    page.goto(desk.opening)
    yield page
    context.close()


def test_undo_after_a_colleague_has_pushed_keeps_what_the_colleague_wrote(page: Page, desk: Desk) -> None:
    save_summary(page, "Heron missed a year of school.")
    publish(page, "Say it more simply")
    page.get_by_role("link", name="Undo a change").click()
    expect(page.get_by_role("main")).to_contain_text("Say it more simply")

    # Another record: the change of this officer is taken back, and that of the colleague stays.
    desk.colleague_writes("Mrs W", "Mrs V", "content/cases/wren/case.yml")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("heading", name="Undone", exact=True)).to_be_visible()
    assert SUMMARY in desk.published()
    assert "Mrs V" in desk.published("content/cases/wren/case.yml")
    assert SUMMARY in (desk.folder / "site" / HERON).read_text(encoding="utf-8")
    assert "Mrs V" in (desk.folder / "site/content/cases/wren/case.yml").read_text(encoding="utf-8")


def test_undo_of_a_record_that_a_colleague_has_changed_since_is_refused_with_the_name(page: Page, desk: Desk) -> None:
    save_summary(page, "Heron missed a year of school.")
    publish(page, "Say it more simply")
    page.get_by_role("link", name="Undo a change").click()
    expect(page.get_by_role("main")).to_contain_text("Say it more simply")

    desk.colleague_writes("Heron missed a year of school.", "Bob's summary of it.")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("#notice")).to_be_focused()
    expect(page.locator("#notice")).to_contain_text('Bob has changed the same records after "Say it more simply".')
    expect(page.get_by_role("button", name="Undo", exact=True)).to_have_count(0)
    look(page)
    assert "Bob's summary of it." in desk.published()
    page.get_by_role("link", name="Publish", exact=True).first.click()
    page.get_by_role("button", name="Get the changes of colleagues").click()
    expect(page.locator("#notice.good")).to_be_visible()
    assert "Bob's summary of it." in (desk.folder / "site" / HERON).read_text(encoding="utf-8")


def test_a_save_in_another_tab_waits_for_the_end_of_publishing_and_loses_nothing(page: Page, desk: Desk) -> None:
    save_summary(page, "Heron missed a year of school.")
    # The shared repository takes its time, as long as this file is there.
    busy = desk.folder / "busy"
    busy.touch()
    hook = desk.folder / "shared.git" / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {desk.folder}/asked\nwhile [ -e {busy} ]; do sleep 0.1; done\n")
    hook.chmod(0o755)
    page.get_by_label("What did you change?").fill("Say it more simply")
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_role("heading", name="Publishing")).to_be_visible()
    while not (desk.folder / "asked").exists():
        page.wait_for_timeout(100)

    other = page.context.new_page()
    other.goto(re.sub(r"/_edit/.*", "/_edit/case/heron", page.url))
    other.get_by_label("Summary", exact=True).fill("Typed while it was published.")
    save = other.locator(".save-bar").get_by_role("button", name="Save", exact=True)
    save.click()
    expect(other.locator("#notice")).to_contain_text("press Save again when it has ended")
    expect(other.get_by_label("Summary", exact=True)).to_have_value("Typed while it was published.")
    event = page.context.new_page()
    event.goto(re.sub(r"/_edit/.*", "/_edit/event/archive/case/wren", page.url))
    event.get_by_role("button", name="Show what changes").click()
    event.get_by_role("button", name="Archive", exact=True).click()
    expect(event.locator("#notice")).to_contain_text("Publishing is still going on")
    look(event)

    undo = page.context.new_page()
    undo.goto(re.sub(r"/_edit/.*", "/_edit/undo", page.url))
    expect(undo.get_by_role("heading", name="Publishing")).to_be_visible()

    busy.unlink()
    for tab in (page, undo):
        expect(tab.get_by_role("heading", name="Published", exact=True)).to_be_visible(timeout=60_000)
    assert "Heron missed a year of school." in desk.published()
    save.click()
    expect(other.locator(".notice.good")).to_contain_text("Saved.")
    event.get_by_role("button", name="Archive", exact=True).click()
    expect(event.get_by_role("heading", name="Done")).to_be_visible()
    other.get_by_role("link", name="Publish", exact=True).click()
    expect(other.get_by_role("main")).to_contain_text('The page of "Heron" changes: summary')
    publish(other, "What was typed meanwhile")
    assert "Typed while it was published." in desk.published()
    assert "status: archived" in desk.published("content/cases/wren/case.yml")


def test_an_officer_publishes_undoes_and_answers_a_colleague(chromium: Browser, desk: Desk) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(60_000)
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(desk.opening)

    save_summary(page, "Heron missed a year of school.")
    expect(page.get_by_role("main")).to_contain_text('The page of "Heron" changes: summary')
    look(page)
    page.get_by_label("What did you change?").fill("Say it more simply")
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_role("heading", name="Published", exact=True)).to_be_visible()
    expect(page.locator("#notice")).to_be_focused()
    look(page)
    assert "Heron missed a year" in desk.published()

    page.get_by_role("link", name="Undo a change").click()
    expect(page.get_by_role("main")).to_contain_text("Say it more simply")
    look(page)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("heading", name="Undone", exact=True)).to_be_visible()
    look(page)
    assert SUMMARY in desk.published()

    desk.colleague_writes(SUMMARY, "Bob's summary of it.")
    save_summary(page, "Ann's summary of it.")
    page.get_by_label("What did you change?").fill("Ann's change")
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_role("heading", name="Someone else has changed the same text")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Bob's summary of it.")
    look(page)
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=f"{folder}/conflict-360.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.screenshot(path=f"{folder}/conflict-1280.png", full_page=True)
    expect(page.get_by_role("group", name='Summary of "Heron"', exact=True)).to_be_visible()
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    page.get_by_role("button", name="Publish with these texts").click()
    expect(page.get_by_label("Yours")).to_be_focused()
    page.get_by_label("Yours").check()
    page.get_by_role("button", name="Publish with these texts").click()
    expect(page.get_by_role("heading", name="Published", exact=True)).to_be_visible()
    assert "Ann's summary of it." in desk.published()
    context.close()
    assert refused == []
