"""What is new since a visit: known to the reader's own browser only, and only if the reader asks for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import wait_until_ready

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from tests.browser.conftest import Opened

ENTRY = """<entry>
    <id>https://reviews.safeguardingwarwickshire.example/{address}</id>
    <title>{title}</title>
    <updated>{day}T00:00:00Z</updated>
  </entry>"""
REMEMBER = "Remember this visit on this device"


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """The home page, in a browser that has not been here before."""
    context = chromium.new_context(timezone_id="Europe/London")
    page = context.new_page()
    page.goto(address)
    wait_until_ready(page)
    yield page
    context.close()


def add_to_feed(page: Page, *entries: str) -> None:
    """From now on, the feed has these entries before its own."""

    def answer(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(body=text.replace("<entry>", "\n".join((*entries, "<entry>")), 1), content_type="text/xml")

    page.route("**/feed.xml", answer)


def stored(page: Page) -> str | None:
    text: str | None = page.evaluate("localStorage.getItem('library-visit')")
    return text


def test_nothing_is_stored_or_asked_for_before_the_reader_presses_the_button(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for where in ("", "reviews/", "briefings/"):
        page.goto(address + where)
        wait_until_ready(page)
        expect(page.get_by_role("button", name=REMEMBER)).to_be_visible()
        expect(page.locator("[data-new-list]")).to_have_text("")
    assert page.evaluate("localStorage.length") == 0
    assert not [each for each in asked if each.endswith("feed.xml")]
    context.close()


def test_the_next_visit_lists_what_came_and_links_to_it(page: Page, address: str) -> None:
    page.get_by_role("button", name=REMEMBER).click()
    expect(page.locator("[data-new-list]")).to_have_text("This browser remembers your visit.")
    page.reload()
    expect(page.locator("[data-new-list]")).to_contain_text("Nothing new here since your visit on")
    add_to_feed(
        page,
        ENTRY.format(address="reviews/new-one/", title="New one: review", day="2027-01-05"),
        ENTRY.format(address="briefings/early-help/", title="Early help", day="2027-01-06"),
    )
    page.reload()
    expect(page.locator("[data-new-list] p")).to_have_text(
        re.compile(r"^2 new items since your visit on \d+ \w+ \d{4}:$")
    )
    links = page.locator("[data-new-list] a")
    assert links.evaluate_all("all => all.map((e) => e.href)") == [
        f"{address}reviews/new-one/",
        f"{address}briefings/early-help/",
    ]
    page.goto(f"{address}reviews/")
    expect(page.locator("[data-new-list] a")).to_have_text(["New one: review"])
    assert links.first.evaluate("(each) => each.href") == f"{address}reviews/new-one/"


def test_an_old_entry_that_comes_back_into_the_feed_is_not_new(page: Page) -> None:
    page.get_by_role("button", name=REMEMBER).click()
    expect(page.locator("[data-new-list]")).to_have_text("This browser remembers your visit.")
    add_to_feed(page, ENTRY.format(address="reviews/old/", title="Old: review", day="2001-01-05"))
    page.reload()
    expect(page.locator("[data-new-list]")).to_contain_text("Nothing new here")


def test_a_reader_can_replace_the_visit_and_make_the_browser_forget_it(page: Page) -> None:
    page.get_by_role("button", name=REMEMBER).click()
    expect(page.locator("[data-new-list]")).to_have_text("This browser remembers your visit.")
    add_to_feed(page, ENTRY.format(address="reviews/new-one/", title="New one: review", day="2027-01-05"))
    page.get_by_role("button", name="Remember this visit instead").click()
    page.wait_for_function("localStorage.getItem('library-visit').includes('reviews/new-one/')")
    page.reload()
    expect(page.locator("[data-new-list]")).to_contain_text("Nothing new here")
    page.get_by_role("button", name="Forget my visit").click()
    expect(page.locator("[data-new-list]")).to_have_text("Your visit is forgotten.")
    expect(page.get_by_role("button", name=REMEMBER)).to_be_focused()
    assert stored(page) is None


def test_a_visit_tells_nothing_of_what_was_read(page: Page, address: str) -> None:
    page.get_by_role("button", name=REMEMBER).click()
    expect(page.locator("[data-new-list]")).to_have_text("This browser remembers your visit.")
    before = stored(page)
    page.goto(f"{address}reviews/grace/")
    wait_until_ready(page)
    assert stored(page) == before
    assert set(page.evaluate("Object.keys(JSON.parse(localStorage.getItem('library-visit')))")) == {
        "day",
        "oldest",
        "seen",
    }


@pytest.mark.parametrize("value", ["{", "[]", "null", '{"day": "soon", "seen": []}', '{"seen": 1}'])
def test_a_damaged_entry_counts_as_none(page: Page, value: str) -> None:
    page.evaluate("(value) => localStorage.setItem('library-visit', value)", value)
    page.reload()
    wait_until_ready(page)
    expect(page.get_by_role("button", name=REMEMBER)).to_be_visible()
    expect(page.locator("[data-new-list]")).to_have_text("")


def test_if_the_feed_cannot_be_loaded_the_page_says_so(page: Page) -> None:
    page.route("**/feed.xml", lambda route: route.fulfill(status=503))
    page.get_by_role("button", name=REMEMBER).click()
    expect(page.locator("[data-new-list]")).to_have_text("That did not work. Your visit is not remembered.")
    assert stored(page) is None


def test_without_scripts_there_is_no_button(opened: Opened) -> None:
    with opened("", scripts=False) as page:
        expect(page.locator("[data-new-since] button:visible")).to_have_count(0)
        expect(page.get_by_text("On your next visit, you see what is new")).to_be_hidden()
