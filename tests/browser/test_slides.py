"""A briefing as slides: by scrolling, by keys, on the whole screen, and on paper with room for notes."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import wait_until_ready

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.conftest import Opened

BRIEFING = "briefings/using-a-7-minute-briefing/"
SLIDES = "briefings/slides/using-a-7-minute-briefing/"
TOP = "(number) => document.getElementById(`slide-${number}`).getBoundingClientRect().top"


def test_a_briefing_with_its_text_is_shown_as_seven_slides(opened: Opened) -> None:
    with opened(BRIEFING) as page:
        headings = page.locator(".lib-sections h2").all_inner_texts()
        page.get_by_role("link", name="Show as slides").click()
        page.wait_for_url(f"**/{SLIDES}")
        shown = page.locator("section.lib-slide h2").all_inner_texts()
        assert [text.split(None, 1)[1] for text in shown] == headings
        assert len(shown) == 7


def test_a_briefing_without_its_text_has_no_slides(opened: Opened) -> None:
    with opened("briefings/suicide-awareness/") as page:
        expect(page.get_by_role("link", name="Show as slides")).to_have_count(0)


def test_keys_and_buttons_go_from_slide_to_slide(opened: Opened) -> None:
    with opened(SLIDES, width=1280, height=1000, reduced_motion="reduce") as page:
        expect(page.locator("[data-slide-place]")).to_have_text("8 slides")
        for key, number in (("ArrowRight", 1), ("ArrowRight", 2), ("PageDown", 3), ("PageUp", 2), ("ArrowLeft", 1)):
            page.keyboard.press(key)
            expect(page.locator("[data-slide-place]")).to_have_text(f"Slide {number} of 8")
            page.wait_for_function(f"Math.abs(({TOP})({number}) - 52) < 3")
        for number in (2, 3, 4):
            page.get_by_role("button", name="Next").click()
            expect(page.locator("[data-slide-place]")).to_have_text(f"Slide {number} of 8")
        assert page.locator("progress").evaluate("(each) => [each.value, each.max]") == [4, 8]
        page.get_by_role("button", name="Previous").click()
        expect(page.locator("[data-slide-place]")).to_have_text("Slide 3 of 8")


def test_a_key_first_scrolls_to_the_rest_of_a_slide_that_is_longer_than_the_window(opened: Opened) -> None:
    with opened(SLIDES, width=360, height=480, reduced_motion="reduce") as page:
        page.keyboard.press("PageDown")
        page.wait_for_function(f"({TOP})(1) < 60")
        page.keyboard.press("PageDown")
        page.wait_for_function(f"({TOP})(1) < 0")
        expect(page.locator("[data-slide-place]")).to_have_text("Slide 1 of 8")
        for _press in range(4):
            page.keyboard.press("PageDown")
        expect(page.locator("[data-slide-place]")).not_to_have_text("Slide 1 of 8")


def test_the_slides_can_fill_the_whole_screen(whole_chromium: Browser, address: str) -> None:
    page = whole_chromium.new_page()
    page.goto(address + SLIDES)
    wait_until_ready(page)
    page.get_by_role("button", name="Full screen").click()
    expect(page.get_by_role("button", name="Leave full screen")).to_be_visible()
    assert page.evaluate("document.fullscreenElement.matches('[data-slides]')")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-slide-place]")).to_have_text(re.compile("Slide [23] of 8"))
    page.get_by_role("button", name="Leave full screen").click()
    page.wait_for_function("document.fullscreenElement === null")
    page.close()


def test_without_scripts_the_slides_are_read_by_scrolling(opened: Opened) -> None:
    with opened(SLIDES, scripts=False) as page:
        expect(page.locator("section.lib-slide")).to_have_count(7)
        expect(page.get_by_role("button", name="Next")).to_have_count(0)
        expect(page.get_by_text("Use the arrow keys")).to_be_hidden()
        assert page.evaluate("getComputedStyle(document.documentElement).scrollSnapType").startswith("y")
        heights = page.locator("section.lib-slide").evaluate_all("(all) => all.map((each) => each.offsetHeight)")
        assert all(height >= 840 for height in heights)


def test_on_paper_the_slides_are_a_handout_with_lines_for_notes(whole_chromium: Browser, address: str) -> None:
    page = whole_chromium.new_page()
    page.goto(address + SLIDES)
    wait_until_ready(page)
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    text = " ".join(sheet.extract_text() for sheet in sheets)
    assert text.count("Notes") == 7
    assert "Slide 1 of 8" not in text
    assert len(sheets) <= 4
    page.close()


def test_the_slides_are_found_by_no_search_and_the_briefing_is(opened: Opened, address: str) -> None:
    with opened(SLIDES) as page:
        assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
        assert page.locator("[data-pagefind-body]").count() == 0
        sitemap = page.request.get(f"{address}sitemap.xml").text()
        assert f"/{BRIEFING}<" in sitemap
        assert SLIDES not in sitemap
