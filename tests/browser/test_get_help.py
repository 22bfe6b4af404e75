"""Get help: in the header of every page, first in the menu on a phone, and away from Leave this site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened

LINK = ".lib-bar .lib-get-help"
BOXES = """() => Object.fromEntries(["lib-menu-button", "lib-get-help", "lib-leave"].map(name =>
    [name, document.querySelector(`.lib-bar .${name}`).getBoundingClientRect().toJSON()]))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_get_help_does_not_crowd_leave_this_site(opened: Opened, width: int, scheme: str) -> None:
    with opened("reviews/grace/", width=width, scheme=scheme) as page:
        expect(page.locator(LINK)).to_be_visible()
        boxes = page.evaluate(BOXES)
        assert boxes["lib-leave"]["left"] - boxes["lib-get-help"]["right"] >= 16
        assert abs(boxes["lib-leave"]["top"] - boxes["lib-get-help"]["top"]) < 4, "on one line"
        assert boxes["lib-menu-button"]["right"] <= boxes["lib-get-help"]["left"]
        assert min(boxes["lib-get-help"]["height"], boxes["lib-leave"]["height"]) >= 24
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [320, 360])
def test_get_help_is_first_in_the_menu_of_a_phone(opened: Opened, width: int) -> None:
    with opened("reviews/grace/", width=width) as page:
        page.get_by_role("button", name="Menu").click()
        first = page.get_by_role("navigation", name="Main").get_by_role("link").first
        expect(first).to_have_text("Get help")
        first.click()
        _shows_the_numbers(page)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_get_help_leads_to_the_numbers_with_their_heading(opened: Opened, width: int, scripts: bool) -> None:
    with opened("briefings/child-neglect/", width=width, scripts=scripts) as page:
        page.locator(LINK).click()
        _shows_the_numbers(page)
        expect(page.get_by_role("heading", name="Who to call if you are worried")).to_be_in_viewport()


def _shows_the_numbers(page: Page) -> None:
    assert page.url.endswith("/about/contact/#who-to-call")
    expect(page.locator("#who-to-call a[href='tel:999']")).to_be_in_viewport()


def test_the_keyboard_reaches_the_way_out_and_then_get_help(opened: Opened) -> None:
    with opened("reviews/grace/") as page:
        order = []
        for _ in range(3):
            page.keyboard.press("Tab")
            order.append(page.evaluate("document.activeElement.textContent.trim()"))
        assert order == ["Skip to main content", "Emergency: Leave this site", "Get help"]


def test_get_help_is_not_printed_and_stays_visible_in_forced_colours(opened: Opened) -> None:
    with opened("reviews/grace/") as page:
        page.emulate_media(media="print")
        expect(page.locator(".lib-get-help").first).to_be_hidden()
        expect(page.locator(".lib-get-help").last).to_be_hidden()
        page.emulate_media(media="screen", forced_colors="active")
        expect(page.locator(LINK)).to_be_visible()
        colours = page.evaluate(
            f"(s => [s.color, s.backgroundColor])(getComputedStyle(document.querySelector('{LINK}')))"
        )
        assert colours[0] != page.evaluate("getComputedStyle(document.querySelector('.lib-bar')).backgroundColor")
        page.emulate_media(forced_colors="none")
