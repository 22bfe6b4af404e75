"""A list of more than one page in a real Chromium: filters over the whole list, steps, and pages. All is invented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe_and_layout import objections
from tests.browser.conftest import titles_shown
from tests.conftest import copy_full
from tests.long_lists import NUMBER, add_short_reviews
from tests.served_folder import serving_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = pytest.mark.parametrize("width", [360, 1280])


@pytest.fixture(scope="module")
def long_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample site with 450 more reviews, served, with a slash at its end."""
    site = copy_full(tmp_path_factory.mktemp("long") / "full")
    add_short_reviews(site)
    site.build("--without", "sheets")
    with serving_folder(site.output) as served:
        yield served


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_filters_are_for_the_whole_list_and_its_cards_come_in_steps(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}reviews/?theme=knocking-twice&year=2009")
    count = page.locator("#lib-finder-count [aria-live]")
    expect(count).to_have_text("10 reviews")
    assert all(name.startswith("Short 4") for name in titles_shown(page))
    expect(page.locator(".lib-pages")).to_be_hidden()
    page.goto(f"{long_address}reviews/?theme=knocking-twice")
    more = page.get_by_role("button", name="Show more")
    expect(more).to_be_visible()
    assert len(titles_shown(page)) == 50
    more.click()
    expect(page.locator(".lib-finder__list > li")).to_have_count(100)
    expect(page.locator(".lib-finder__list > li").nth(50).locator("a")).to_be_focused()
    name = titles_shown(page)[60]
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.locator("h1")).to_have_text(name)


def test_orders_and_words_are_for_the_whole_list(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}reviews/?sort=name&theme=handing-over")
    expect(page.locator(".lib-pages")).to_be_hidden()
    names = [name for name in titles_shown(page) if name.startswith("Short ")]
    assert names[:4] == ["Short 0", "Short 1", "Short 2", "Short 3"]
    # The last year has the numbers from 420, and of these 431 is the first in January.
    page.goto(f"{long_address}reviews/?sort=oldest&theme=handing-over")
    expect(page.locator(".lib-finder__list > li > a").first).to_have_text("Short 431")
    page.goto(f"{long_address}reviews/?q=appointment+{NUMBER - 2}")
    expect(page.locator(".lib-finder__list > li > a").first).to_have_text(f"Short {NUMBER - 2}")


def test_the_first_page_is_back_when_the_filters_are_cleared(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}reviews/")
    before = titles_shown(page)
    page.locator("[name=type][value=adult-review]").check()
    expect(page.locator(".lib-pages")).to_be_hidden()
    page.get_by_role("button", name="Clear all filters").click()
    expect(page.locator(".lib-pages")).to_be_visible()
    assert titles_shown(page) == before


def test_nothing_of_the_list_is_loaded_before_a_filter_is_chosen(page: Page, long_address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{long_address}reviews/", wait_until="networkidle")
    assert not [each for each in asked if "assets/lists/" in each]
    page.locator("[name=type][value=adult-review]").check()
    expect(page.locator(".lib-pages")).to_be_hidden()
    names = [each.rpartition("/")[2] for each in asked if "assets/lists/" in each]
    assert names[0] == "facets.json"
    assert {"orders.json", "ids.json"}.isdisjoint(names)


def test_a_list_that_changed_meanwhile_is_not_mixed_with_the_old_one(page: Page, long_address: str) -> None:
    page.route("**/cards-0.json", lambda route: route.fulfill(json={"version": "another", "cards": []}))
    page.goto(f"{long_address}reviews/?theme=handing-over")
    expect(page.locator(".lib-finder__note")).to_contain_text("Reload the page")


@WIDTHS
def test_axe_has_no_objection_and_nothing_is_wider_than_the_window(
    chromium: Browser, long_address: str, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    for address in ("reviews/", "reviews/page/2/", "themes/handing-over/", "reviews/?theme=knocking-twice"):
        page.goto(long_address + address, wait_until="networkidle")
        assert objections(page) == {}, address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    context.close()


def test_all_pages_work_without_scripts(chromium: Browser, long_address: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{long_address}reviews/")
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()
    page.get_by_role("link", name="Older").click()
    expect(page.locator("h1")).to_have_text("All reviews: page 2 of 3")
    page.get_by_role("link", name="Older").click()
    expect(page.locator("h1")).to_have_text("All reviews: page 3 of 3")
    page.get_by_role("link", name="Page 1").click()
    expect(page.locator("h1")).to_have_text("Reviews")
    context.close()
