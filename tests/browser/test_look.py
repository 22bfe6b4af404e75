"""How pages look: words stay whole, no corner stays empty, and what matters is seen in every mode of display."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import wait_until_ready
from tests.browser.page_urls import every_kind

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect, Page

    from tests.browser.conftest import Opened

_BROKEN_WORDS = r"""() => {
  const broken = [];
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, .lib-brand, .lib-card a, th")) {
    if (!heading.offsetParent) continue;
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const word of texts.currentNode.data.matchAll(/(\d+-)?[\p{L}\p{N}\u2019']+/gu)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const parts = [...range.getClientRects()].filter((part) => part.width);
        if (new Set(parts.map((part) => Math.round(part.top))).size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""


@every_kind
def test_no_heading_breaks_inside_a_word(opened: Opened, where: str) -> None:
    with opened(where) as page:
        for width in (320, 360, 768, 1024, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(_BROKEN_WORDS) == [], width


def test_the_home_page_is_short_on_a_phone(opened: Opened) -> None:
    with opened("", width=360, height=800) as page:
        assert page.evaluate("document.documentElement.scrollHeight") < 4200


def box(page: Page, wanted: str) -> FloatRect:
    found = page.locator(wanted).first.bounding_box()
    assert found is not None
    return found


def test_the_panel_of_facts_begins_next_to_the_title(opened: Opened) -> None:
    for where in ("reviews/grace/", "briefings/using-a-7-minute-briefing/", "bulletins/2022-q3/"):
        with opened(where) as page:
            panel, title = box(page, ".lib-panel"), box(page, "h1")
            assert panel["y"] < title["y"], where
            assert panel["x"] > title["x"] + title["width"], where


def test_on_a_phone_a_story_comes_first_and_links_lead_to_what_follows_it(opened: Opened) -> None:
    with opened("reviews/grace/", width=360) as page:
        order = [
            box(page, each)["y"] for each in (".lib-jump", "#story", "#documents", "#facts", "#briefings", "#cite")
        ]
        assert order == sorted(order)
        links = page.locator(".lib-jump a")
        assert [each.get_attribute("href") for each in links.all()][-2:] == ["#documents", "#facts"]
        links.last.click()
        assert page.evaluate("document.querySelector(':target').id") == "facts"
        page.set_viewport_size({"width": 1280, "height": 900})
        assert page.locator(".lib-jump").is_hidden()
        assert page.locator(".lib-toc").is_visible()


def test_a_page_of_text_has_its_contents_at_the_right(opened: Opened) -> None:
    with opened("how-reviews-work/") as page:
        title, contents = box(page, "h1"), box(page, ".lib-toc")
        assert title["x"] == box(page, ".lib-brand")["x"]
        assert contents["x"] + contents["width"] > 1200


def test_the_page_of_themes_uses_the_whole_width(opened: Opened) -> None:
    with opened("themes/") as page:
        lists = page.locator("main > .lib-list > li")
        assert len({round(each.bounding_box()["x"]) for each in lists.all()}) == 2


def test_a_table_that_scrolls_shows_it_and_can_be_scrolled_with_the_keyboard(opened: Opened) -> None:
    with opened("themes/by-year/", width=360) as page:
        table = page.locator(".lib-wide").first
        assert table.evaluate("(each) => each.scrollWidth > each.clientWidth")
        assert table.evaluate("(each) => getComputedStyle(each).backgroundAttachment").count("local") == 2
        table.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.querySelector('.lib-wide').scrollLeft > 0")


@pytest.fixture
def in_forced_colours(chromium: Browser, address: str) -> Any:
    context = chromium.new_context(forced_colors="active", viewport={"width": 1280, "height": 900})
    page = context.new_page()

    def go(where: str) -> Page:
        page.goto(address + where)
        wait_until_ready(page)
        return page

    yield go
    context.close()


def test_forced_colours_mark_the_current_page_and_no_other(in_forced_colours: Any) -> None:
    page = in_forced_colours("reviews/")
    lines = page.eval_on_selector_all(
        ".lib-nav a", "(links) => links.map((each) => [each.innerText, getComputedStyle(each).borderBottomColor])"
    )
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert [name for name, colour in lines if colour != background] == ["Reviews"]


def test_forced_colours_have_nothing_for_axe_to_object_to(in_forced_colours: Any) -> None:
    # Contrast is left out: axe computes it from the colours of the stylesheet, which are not shown.
    options = {"rules": {"color-contrast": {"enabled": False}}}
    for where in ("", "reviews/grace/", "themes/by-year/"):
        found = Axe().run(in_forced_colours(where), options=options).response["violations"]
        assert [each["id"] for each in found] == [], where


def test_the_drawing_of_the_home_page_is_next_to_the_words(opened: Opened) -> None:
    with opened("") as page:
        drawing = page.evaluate(
            """() => {
              const style = getComputedStyle(document.querySelector("h1"), "::after");
              const main = document.querySelector("main").getBoundingClientRect();
              return { image: style.backgroundImage, left: main.right - parseFloat(style.width) };
            }"""
        )
        assert drawing["image"].endswith('assets/partnership-motif.svg")')
        for words in ("h1", "h1 + p", ".lib-search-box form", ".lib-counts li:last-child"):
            right = page.eval_on_selector(
                words,
                """(element) => {
                  const range = document.createRange();
                  range.selectNodeContents(element);
                  return Math.max(...[...range.getClientRects()].map((each) => each.right));
                }""",
            )
            assert right < drawing["left"], words
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.querySelector('h1'), '::after').display") == "none"
