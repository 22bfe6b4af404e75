"""A partnership's own logo and fonts in a real browser: from the site itself, and nothing moves when they come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe_and_layout import moved, wait_until_at_rest
from tests.served_folder import serving_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

    from tests.conftest import Site

CASE = "reviews/rowan-and-robin/"


@pytest.fixture(scope="module")
def tarnshire(built: Site) -> Iterator[str]:
    """Where Tarnshire's library is served, with a slash at its end."""
    with serving_folder(built.output) as served:
        yield served


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A reader who has nothing of the site in the cache."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def held_back(page: Page, files: str) -> list[Route]:
    """What is asked for and not answered yet."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(files, hold)
    return held


def in_the_partnerships_font(page: Page) -> bool:
    """Measured: a word is as wide as in the font alone, and not as wide as in the reader's own."""
    widths: dict[str, float] = page.evaluate(
        """() => {
          const word = document.querySelector(".lib-main").appendChild(document.createElement("span"));
          word.textContent = "mmmmwwwwiiiilllljjjj";
          const width = (font) => { word.style.fontFamily = font; return word.getBoundingClientRect().width; };
          const style = getComputedStyle(document.documentElement);
          return {shown: width(""), system: width(style.getPropertyValue("--font-family-system"))};
        }"""
    )
    return widths["shown"] != widths["system"]


def test_the_fonts_come_from_the_site_itself_and_are_used(page: Page, tarnshire: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(tarnshire + CASE)
    wait_until_at_rest(page)
    assert sorted(each.removeprefix(tarnshire) for each in asked if each.endswith(".woff2")) == [
        "assets/fonts/text-400.woff2",
        "assets/fonts/text-700.woff2",
    ]
    assert all(each.startswith(tarnshire) for each in asked)
    for _ in range(50):  # a browser that is busy elsewhere shows the words before the fonts are there, and keeps to it
        if in_the_partnerships_font(page):
            break
        page.reload()
        wait_until_at_rest(page)
    assert in_the_partnerships_font(page)


def test_a_font_that_comes_late_moves_nothing(page: Page, tarnshire: str) -> None:
    held = held_back(page, "**/*.woff2")
    page.goto(tarnshire + CASE, wait_until="domcontentloaded")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    before = page.evaluate("document.querySelector('.lib-main').getBoundingClientRect().height")
    assert len(held) == 2
    for each in held:
        each.continue_()
    wait_until_at_rest(page)
    assert page.evaluate("document.querySelector('.lib-main').getBoundingClientRect().height") == before
    assert moved(page) == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_the_logos_place_is_kept_until_it_comes(page: Page, tarnshire: str, width: int) -> None:
    held = held_back(page, "**/partnership-logo.svg")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(tarnshire + CASE, wait_until="domcontentloaded")
    logo = page.get_by_role("link", name="Tarnshire Safeguarding Partnership Tarnshire learning library").locator("img")
    before = logo.bounding_box()
    assert before is not None
    assert before["height"] == 56
    assert not logo.evaluate("image => image.complete")
    held[0].continue_()
    page.wait_for_load_state("load")
    assert logo.evaluate("image => image.complete && image.naturalWidth > 0")
    assert logo.bounding_box() == before
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert moved(page) == 0
