"""The life of a review in `library edit`, in Chromium: made, scheduled, corrected, published, archived, withdrawn."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests import pdfs
from tests.browser.test_edit_publish import Desk, desk, look
from tests.shared_repository import git

__all__ = ["desk"]

ALDER = "content/cases/alder/case.yml"


def with_mouse(page: Page, target: Locator) -> None:
    """Press a button or a link as a mouse does."""
    del page
    target.click()


def with_keyboard(page: Page, target: Locator) -> None:
    """Reach a button or a link with Tab, and press Enter."""
    expect(target).to_be_visible()
    for _ in range(400):
        if target.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(target).to_be_focused()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("press", [with_mouse, with_keyboard], ids=["mouse", "keyboard"])
def test_a_case_from_its_draft_to_its_withdrawal(
    chromium: Browser, desk: Desk, press: Callable[[Page, Locator], None]
) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(45_000)
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(desk.opening)
    root = desk.folder / "site"

    def button(name: str) -> None:
        press(page, page.get_by_role("button", name=name, exact=True).last)

    def link(name: str) -> None:
        target = page.get_by_role("link", name=name, exact=True).first
        address = target.get_attribute("href") or ""
        press(page, target)
        expect(page).to_have_url(re.compile(f"{re.escape(address)}$"))

    def is_done() -> None:
        expect(page.locator("#notice h2")).to_have_text("Done")
        expect(page.locator("#notice")).to_be_focused()

    def save() -> None:
        press(page, page.locator(".save-bar").get_by_role("button", name="Save", exact=True))
        expect(page.locator(".notice.good")).to_contain_text("Saved.")

    def form(case: str = "alder") -> None:
        page.goto(re.sub(r"/_edit/.*", f"/_edit/case/{case}", page.url))

    def publish(sentence: str) -> None:
        link("Publish")
        page.get_by_label("What did you change?").fill(sentence)
        button("Publish")
        expect(page.get_by_role("heading", name="Published", exact=True)).to_be_visible()

    # A case with a report, the statement of the board and two briefings.
    link("New record")
    page.get_by_label("Name or title").fill("Alder")
    button("Go on")
    page.get_by_label("Tarn Child Review").check()
    page.get_by_label("Summary", exact=True).fill("Alder, 9, moved house four times in a year.")
    page.get_by_label("Where summary and story are from").fill("the invented report")
    briefings = page.locator("#field-briefings")
    for number in (1, 2):
        briefings.get_by_label("Add a briefing").select_option(index=1)
        press(page, briefings.get_by_role("button", name="Add", exact=True))
        expect(briefings.locator(".item")).to_have_count(number)
    for number, kind in enumerate(("full-report", "board-reply")):
        button("Add a document")
        document = page.locator(f"#field-documents-{number}")
        document.get_by_label("What it is").select_option(kind)
        upload = {"name": f"{kind}.pdf", "mimeType": "application/pdf", "buffer": pdfs.good(f"Alder {kind}")}
        document.locator("[type=file]").first.set_input_files(upload)  # type: ignore[arg-type]
        expect(document.locator(".file-name")).to_have_text(f"{kind}.pdf")
    button("Add a source")
    page.get_by_label("Source 1").fill("Invented for tests")
    save()

    # Scheduled, corrected, and public today after all.
    link("Schedule")
    look(page)
    button("Show what changes")
    expect(page.locator("#f-when")).to_contain_text("Enter the day.")
    page.get_by_label("Public from").fill("14 December 2026, 00:01")
    button("Show what changes")
    expect(page.get_by_role("main")).to_contain_text("new page")
    expect(page.get_by_role("main")).not_to_contain_text("has changes that are not saved")
    look(page)
    button("Schedule")
    is_done()
    look(page)
    assert "publish_on: 2026-12-14 00:01" in (root / ALDER).read_text(encoding="utf-8")
    link("Back to the form")
    page.get_by_label("Summary", exact=True).fill("Alder, 9, moved house three times in a year.")
    save()
    link("Make it public")
    button("Make it public")
    is_done()
    publish("Add Alder's review")
    assert "moved house three times" in git(desk.folder / "shared.git", "show", f"main:{ALDER}")

    # A colleague changes the same record while it is archived.
    form()
    link("Archive")
    page.get_by_label("Reason").fill("The year is over.")
    button("Show what changes")
    expect(page.get_by_role("main")).to_contain_text("stays and says that it is archived")
    look(page)
    button("Archive")
    is_done()
    bob = desk.folder / "bob"
    git(bob, "pull", "-q")
    text = (bob / ALDER).read_text(encoding="utf-8")
    (bob / ALDER).write_text(text.replace("three times in a year", "three times"), encoding="utf-8")
    git(bob, "-c", "user.name=Bob", "-c", "user.email=bob@library.example", "commit", "-qam", "Shorter")
    git(bob, "push", "-q")
    publish("Archive Alder")
    sent = git(desk.folder / "shared.git", "show", f"main:{ALDER}")
    assert "moved house three times." in sent
    assert "status: archived" in sent

    # Renamed: its folder moves, and the old address leads to the new one.
    form()
    link("Rename")
    page.get_by_label("Name or title").fill("Elm")
    page.get_by_label("Last part of the address").fill("elm")
    button("Show what changes")
    expect(page.get_by_role("main")).to_contain_text("reviews/elm/")
    look(page)
    button("Rename")
    is_done()
    link("Back to the form")
    expect(page.get_by_role("heading", level=1)).to_have_text("Elm")
    publish("Rename Alder")

    # Withdrawn, taken back, and withdrawn.
    for is_last in (False, True):
        form("elm")
        link("Withdraw")
        page.get_by_label("Reason").fill("The family asked for it.")
        button("Show what changes")
        expect(page.get_by_role("heading", name="For you to do")).to_be_visible()
        look(page)
        button("Withdraw")
        is_done()
        if not is_last:
            button("Take back this change")
            is_done()
            assert "status: archived" in (root / "content/cases/elm/case.yml").read_text(encoding="utf-8")
    publish("Withdraw Elm")
    assert "status: withdrawn" in git(desk.folder / "shared.git", "show", "main:content/cases/elm/case.yml")

    page.get_by_role("link", name="Undo", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Withdraw Elm")
    look(page)
    context.close()
    assert refused == []
