"""An import in `library edit`, in Chromium: by mouse, by keyboard alone, on a phone and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe_and_layout import objections
from tests.conftest import copy_full
from tests.running_forms import running_forms
from tests.word_files import docx, h, li, p

LESSONS = docx(
    p("Lessons learned briefing: Alder", style="Title"),
    h("Background"),
    p("Alder lived on a boat."),
    h("Key learning"),
    li("Ask who lives on the boat."),
    h("Findings"),
    p("Boats move."),
    h("For practitioners"),
    li("Knock twice."),
    h("Thanks"),
    p("To the harbour."),
)
LISTING = (
    b"<p><a href='/tides.pdf'>Leaflet on tides</a></p><h2>Skerry - Published March 2021</h2>"
    b"<p>A Tarn Child Review.</p><a href='/a.pdf'>Skerry report</a>"
)


@pytest.fixture(scope="module")
def opening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address with the key, and the site."""
    folder = tmp_path_factory.mktemp("import")
    root = folder / "site"
    copy_full(root)
    (folder / "lessons.docx").write_bytes(LESSONS)
    (folder / "reviews.html").write_bytes(LISTING)
    with running_forms(root, folder / "state") as address:
        yield address, root


def test_an_officer_imports_a_word_file_and_checks_it_by_keyboard_on_a_phone_without_scripts(
    chromium: Browser, opening: tuple[str, Path]
) -> None:
    address, root = opening
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="Import", exact=True).click()
    assert_fits(page)
    page.get_by_label("File").set_input_files(root.parent / "lessons.docx")
    page.get_by_role("button", name="Show what is in it").click()
    expect(page.locator("h1")).to_have_text("Import of lessons.docx")
    assert_fits(page)
    record = root / "content" / "cases" / "alder" / "case.yml"
    assert not record.exists()
    page.get_by_role("button", name="Write the drafts").click()
    expect(page.locator("#notice")).to_contain_text("2 drafts were written")
    assert "Boats move." in record.read_text(encoding="utf-8")

    page.get_by_role("link", name="All records").click()
    expect(page.locator("p.notice")).to_contain_text("4 questions")
    page.get_by_role("link", name="check what was imported").click()
    expect(page.locator(".count")).to_contain_text("1 of 4")
    assert_fits(page)
    answer(page, "ArrowDown", 0)  # It is a new review.
    expect(page.locator(".count")).to_contain_text("2 of 4")
    expect(page.locator(".side").first).to_contain_text("Background")
    expect(page.locator(".side").last).to_contain_text("The story")
    page.get_by_label("Another part", exact=True).check()
    page.get_by_label("Another part: choose").select_option("practice")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator(".side").first).to_contain_text("Findings")
    page.get_by_role("button", name="Leave it open").click()
    expect(page.locator(".count")).to_contain_text("4 of 4")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator("#f-answer")).to_contain_text("Choose an answer.")
    assert_fits(page)
    page.get_by_label("Leave it out").check()
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator("h1")).to_have_text("Import of lessons.docx")
    text = record.read_text(encoding="utf-8")
    assert "story:" not in text
    assert "practice:\n  - Alder lived on a boat.\n  - Knock twice.\n" in text
    assert "Check part" in text
    context.close()


def answer(page: Page, key: str, times: int) -> None:
    """Choose the first answer and go on, with keys only."""
    page.locator("#yes").focus()
    page.keyboard.press("Space")
    for _ in range(times):
        page.keyboard.press(key)
    page.keyboard.press("Enter")


def assert_fits(page: Page) -> None:
    """The page needs no scrolling to the side."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def test_the_pages_of_an_import_have_no_fault_that_axe_knows(chromium: Browser, opening: tuple[str, Path]) -> None:
    address, root = opening
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(address)
    page.get_by_role("link", name="Import", exact=True).click()
    assert objections(page) == {}
    page.get_by_label("File").set_input_files(root.parent / "reviews.html")
    page.get_by_label("Address of the web page").fill("https://www.tarn.example/reviews")
    page.get_by_role("button", name="Show what is in it").click()
    expect(page.locator("h1")).to_have_text("Import of reviews.html")
    assert objections(page) == {}
    page.get_by_role("link", name=re.compile("Check what was imported")).click()
    expect(page.locator("legend")).to_have_text("Which review does it belong to?")
    assert objections(page) == {}
    page.get_by_label("A document of a review", exact=True).check()
    page.get_by_label("A document of a review: choose").select_option(index=1)
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator("h1")).to_have_text("Import of reviews.html")
    page.get_by_role("button", name="Write the drafts").click()
    expect(page.locator("#notice")).to_be_visible()
    assert objections(page) == {}
    assert refused == []
    context.close()
