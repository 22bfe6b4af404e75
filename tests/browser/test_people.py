"""What people do: read by keyboard, on a phone, with scripts off, and leave in a hurry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import wait_until_ready

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

    from tests.browser.conftest import Opened

NEUTRAL = "https://www.bbc.co.uk/weather"


FOCUSED_STOP = """() => {
  const e = document.activeElement;
  if (e === document.body) return null;
  const r = e.getBoundingClientRect();
  const top = document.elementFromPoint(r.left + Math.min(r.width, 8) / 2, r.top + r.height / 2);
  const style = getComputedStyle(e);
  return {
    name: e.innerText, left: r.left, top: r.top, bottom: r.bottom,
    covered: !(top && (e.contains(top) || top.contains(e))),
    outline: style.outlineStyle + style.boxShadow,
  };
}"""
"""Where the focused element stands, whether something covers it, and whether its focus can be seen."""

SPACED_OUT = """html { font-size: 200% }
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"""
"""Text spacing of WCAG 1.4.12, at twice the size."""


def focused(page: Page) -> str:
    """The text of the focused link or button."""
    text: str = page.evaluate("document.activeElement.innerText")
    return text.replace("\n", " ").strip()


def stand_in(page: Page) -> None:
    """The neutral page is not asked in a test: something stands in for it."""
    page.route(NEUTRAL, lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))


def test_the_first_two_stops_of_the_keyboard_are_the_skip_link_and_the_way_out(opened: Opened) -> None:
    with opened("reviews/grace/") as page:
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to main content"
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        page.keyboard.press("Tab")
        assert focused(page).endswith("Leave this site")
        assert page.get_by_role("link", name="Leave this site").count() == 1


def test_the_skip_link_takes_the_reader_past_the_navigation(opened: Opened) -> None:
    with opened("reviews/grace/") as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("where", ["", "reviews/grace/", "themes/"])
def test_every_stop_of_the_keyboard_is_seen(opened: Opened, where: str) -> None:
    with opened(where, width=360, height=700, reduced_motion="reduce") as page:
        seen = 0
        for _ in range(400):
            page.keyboard.press("Tab")
            stop = page.evaluate(FOCUSED_STOP)
            if stop is None:
                break
            seen += 1
            assert stop["left"] >= 0 and stop["bottom"] > 0 and stop["top"] < 700, stop
            assert not stop["covered"], stop
            assert stop["outline"] != "nonenone", stop
        assert seen > 10


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(opened: Opened) -> None:
    with opened("reviews/grace/", width=360) as page:
        themes = page.get_by_role("navigation", name="Main").get_by_role("link", name="Themes")
        assert not themes.is_visible()
        page.get_by_role("button", name="Menu").focus()
        page.keyboard.press("Enter")
        assert themes.is_visible()
        page.keyboard.press("Escape")
        assert not themes.is_visible()
        assert focused(page) == "Menu"


def test_the_current_section_is_said(opened: Opened) -> None:
    with opened("reviews/grace/") as page:
        current = page.locator("nav[aria-label=Main] [aria-current]")
        assert [each.inner_text() for each in current.all()] == ["Reviews"]


def test_shift_three_times_leaves_and_back_does_not_return(opened: Opened, address: str) -> None:
    with opened("") as page:
        stand_in(page)
        page.goto(address + "reviews/grace/")
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_url(NEUTRAL)
        page.go_back()
        assert page.url == address


def test_the_shift_key_is_answered_and_a_word_in_capitals_is_no_wish_to_leave(opened: Opened) -> None:
    with opened("reviews/grace/") as page:
        stand_in(page)
        status = page.locator("[data-leave-status]")
        page.keyboard.press("Shift")
        assert status.inner_text() == "Shift: press 2 more times to leave this site."
        page.keyboard.press("Shift")
        assert status.inner_text() == "Shift: press 1 more time to leave this site."
        page.keyboard.press("Shift+A")
        page.keyboard.press("x")
        page.keyboard.press("Shift")
        assert status.inner_text() == "Shift: press 2 more times to leave this site."
        assert page.get_by_role("heading", level=1).inner_text() == "Grace"


def test_three_presses_of_shift_over_more_than_five_seconds_do_not_leave(opened: Opened, address: str) -> None:
    with opened("") as page:
        page.clock.install()
        page.goto(address + "reviews/grace/")
        status = page.locator("[data-leave-status]")
        page.keyboard.press("Shift")
        page.clock.run_for(3000)
        page.keyboard.press("Shift")
        assert status.inner_text() == "Shift: press 1 more time to leave this site."
        page.clock.run_for(2500)
        assert status.inner_text() == "Exit cancelled."
        page.keyboard.press("Shift")
        assert status.inner_text() == "Shift: press 2 more times to leave this site."


def test_the_page_is_gone_before_the_neutral_one_has_come(opened: Opened) -> None:
    with opened("reviews/grace/") as page:
        stand_in(page)
        left = (
            "() => { document.querySelector('.lib-leave').click(); return [document.body.innerText, document.title]; }"
        )
        assert page.evaluate(left) == ["Loading.", "Loading"]


def test_a_tap_on_leave_this_site_leaves_and_back_does_not_return(opened: Opened, address: str) -> None:
    with opened("", width=360) as page:
        stand_in(page)
        page.goto(address + "reviews/grace/")
        page.locator(".lib-leave").click()
        page.wait_for_url(NEUTRAL)
        page.go_back()
        assert page.url == address


def test_leave_this_site_stays_in_reach_at_the_foot_of_a_page(opened: Opened) -> None:
    with opened("how-reviews-work/", width=360) as page:
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        box = page.locator(".lib-leave").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 100


@pytest.mark.parametrize("width", [360, 1280])
def test_everything_works_with_scripts_off(opened: Opened, width: int) -> None:
    with opened("", width=width, scripts=False) as page:
        stand_in(page)
        if width < 600:
            page.get_by_role("button", name="Menu").click()
        page.get_by_role("navigation", name="Main").get_by_role("link", name="Reviews", exact=True).click()
        page.get_by_role("link", name="Grace").first.click()
        assert page.get_by_role("heading", level=1).inner_text() == "Grace"
        page.get_by_role("main").get_by_role("link", name="Child Neglect", exact=True).click()
        assert page.get_by_role("heading", level=1).inner_text() == "Child Neglect"
        page.locator(".lib-backlinks").get_by_role("link", name="Grace").click()
        page.locator(".lib-leave").click()
        assert page.url == NEUTRAL


def test_who_to_call_is_on_every_page_and_first_where_it_is_hard_to_read(opened: Opened) -> None:
    with opened("reviews/grace/") as page:
        main = page.get_by_role("main")
        support, summary = main.get_by_role("link", name="Get support"), main.locator(".lib-lede")
        assert support.bounding_box()["y"] < summary.bounding_box()["y"]
        support.click()
        assert page.locator(".lib-worried a[href='tel:999']").is_visible()


def ground(page: Page) -> str:
    """The colour behind the text."""
    colour: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return colour


@pytest.mark.parametrize("width", [360, 1280])
def test_a_reader_chooses_the_scheme_and_nothing_else_is_kept(chromium: Browser, address: str, width: int) -> None:
    context = chromium.new_context(color_scheme="light", viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address + "reviews/grace/")
    of_the_device = ground(page)
    page.get_by_role("radio", name="Dark").check()
    page.wait_for_function("localStorage.length === 1")
    dark = ground(page)
    assert dark != of_the_device
    page.goto(address + "briefings/")
    assert ground(page) == dark
    # The script with the settings is loaded after the page.
    expect(page.get_by_role("radio", name="Dark")).to_be_checked(timeout=30_000)
    assert page.evaluate("Object.keys(localStorage)") == ["library-scheme"]
    page.emulate_media(color_scheme="dark")
    page.get_by_role("radio", name="Light").check()
    assert ground(page) == of_the_device
    page.get_by_role("radio", name="Same as my device").check()
    assert ground(page) == dark
    assert page.evaluate("Object.keys(localStorage)") == []
    context.close()


def test_a_choice_that_comes_before_the_script_does_is_kept(chromium: Browser, address: str) -> None:
    """On a slow line the radios are there long before what answers them."""
    context = chromium.new_context(color_scheme="light")
    page = context.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/settings.js", hold)
    with page.expect_request("**/settings.js"):
        page.goto(address + "reviews/grace/")
    of_the_device = ground(page)
    page.get_by_role("radio", name="Dark").check()
    assert ground(page) == of_the_device
    held[0].continue_()
    wait_until_ready(page)
    assert ground(page) != of_the_device
    assert page.evaluate("localStorage.getItem('library-scheme')") == "dark"
    context.close()


def test_a_browser_that_keeps_nothing_still_shows_the_page(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address + "reviews/grace/")
    page.get_by_role("radio", name="Dark").check()
    page.wait_for_function("document.documentElement.dataset.scheme === 'dark'")
    assert wrong == []
    context.close()


def test_settings_that_need_scripts_are_not_shown_without_them(opened: Opened) -> None:
    with opened("reviews/grace/", scripts=False) as page:
        assert not page.get_by_role("radio", name="Dark").is_visible()


@pytest.mark.parametrize("where", ["", "reviews/grace/", "search/"])
def test_in_forced_colours_every_control_still_shows_its_edge(opened: Opened, where: str) -> None:
    with opened(where) as page:
        page.emulate_media(forced_colors="active")
        edges = page.evaluate(
            "[...document.querySelectorAll('button, [type=search], .lib-leave, .lib-tag')].filter(e => e.offsetParent)"
            ".map(e => [e.outerHTML.slice(0, 60), getComputedStyle(e).borderTopStyle])"
        )
        assert edges
        assert [edge for edge in edges if edge[1] == "none"] == []
        page.emulate_media(forced_colors="none")


def test_at_four_hundred_per_cent_a_reader_still_sees_a_piece_of_the_page(opened: Opened) -> None:
    """1280 by 1024 px at 400 % are 320 by 256 (WCAG 1.4.10): what stays on screen may not fill it."""
    with opened("how-reviews-work/", width=320, height=256) as page:
        page.evaluate("window.scrollTo(0, 2000)")
        stuck = page.evaluate(
            "[...document.querySelectorAll('body *')]"
            ".filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position))"
            ".filter(e => e.getBoundingClientRect().bottom > 0 && e.offsetParent)"
            ".reduce((sum, e) => sum + e.getBoundingClientRect().height, 0)"
        )
        assert 0 < stuck < 256 / 3


def test_a_page_can_be_printed_without_what_only_a_screen_needs(opened: Opened) -> None:
    with opened("reviews/grace/", scheme="dark") as page:
        page.emulate_media(media="print", color_scheme="dark")
        assert not page.locator(".lib-leave").is_visible()
        assert not page.locator(".lib-nav").is_visible()
        assert page.get_by_role("heading", level=1).is_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
            "rgb(255, 255, 255)",
            "rgba(0, 0, 0, 0)",
        )


def test_text_can_be_twice_as_large_and_spaced_out_without_loss(opened: Opened) -> None:
    with opened("reviews/grace/", width=640) as page:
        page.add_style_tag(content=SPACED_OUT)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
