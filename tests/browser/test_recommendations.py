"""The finder of recommendations in a real Chromium: filters, a list in parts, and a search for one. All is invented."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe_and_layout import IN_COLOURS, objections
from tests.browser.conftest import titles_shown
from tests.conftest import copy_full
from tests.served_folder import serving_folder


@pytest.fixture(scope="module")
def recommendations_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample site with 805 recommendations, served, with a slash at its end."""
    site = copy_full(tmp_path_factory.mktemp("recommendations") / "full")
    file = "content/cases/heron/case.yml"
    listed = "".join(
        f"  - {{id: r{n}, text: Thing number {n}., to: fell-nurses, due: 2030-01, theme: handing-over}}\n"
        for n in range(1, 801)
    )
    site.write(file, f"{(site.root / file).read_text(encoding='utf-8')}recommendations:\n{listed}")
    site.build("--without", "sheets")
    with serving_folder(site.output) as served:
        yield served


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def test_filters_are_for_the_whole_list_not_only_its_first_part(page: Page, recommendations_address: str) -> None:
    page.goto(f"{recommendations_address}recommendations/?overdue=yes")
    count = page.locator("#lib-finder-count [aria-live]")
    expect(count).to_have_text("1 recommendation")
    assert titles_shown(page) == ["Wren: recommendation 2"]
    link = page.locator(".lib-finder__list > li:visible > a")
    link.click()
    expect(page.locator("h1")).to_have_text("Wren: recommendation 2")
    page.go_back()
    page.goto(f"{recommendations_address}recommendations/?to=fell-nurses")
    expect(count).to_have_text("802 recommendations")
    expect(page.locator(".lib-pages")).to_be_hidden()


def test_a_part_that_cannot_be_loaded_is_reported(page: Page, recommendations_address: str) -> None:
    page.route("**/assets/lists/recommendations/facets.json", lambda route: route.abort())
    page.goto(f"{recommendations_address}recommendations/?to=fell-nurses")
    expect(page.locator(".lib-finder__note")).to_contain_text("We could not load the whole list.")
    expect(page.locator(".lib-pages")).to_be_visible()


def test_the_list_fits_a_narrow_window_and_its_parts_work_without_scripts(
    chromium: Browser, recommendations_address: str
) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{recommendations_address}recommendations/")
    page.get_by_role("link", name="Older").click()
    expect(page.locator("h1")).to_have_text("All recommendations: page 2 of 5")
    page.goto(f"{recommendations_address}recommendations/")
    page.locator("summary", has_text="Agency").click()
    page.get_by_role("link", name="Agency: Tarnshire County Council (2)").click()
    expect(page.locator("h1")).to_have_text("Recommendations to Tarnshire County Council")
    context.close()


def test_words_and_the_search_find_one_recommendation(page: Page, recommendations_address: str) -> None:
    page.goto(f"{recommendations_address}recommendations/?q=valley")
    expect(page.locator("#lib-finder-count [aria-live]")).to_have_text("1 recommendation")
    assert titles_shown(page) == ["Wren: recommendation 5"]
    page.goto(f"{recommendations_address}search/?q=moot+meets+in+each+valley")
    page.wait_for_selector("[data-found] ol li")
    expect(page.locator("[data-found] ol")).to_contain_text("Wren: recommendation 5")
    expect(page.locator("[data-found] ol")).to_contain_text("Recommendation, No progress recorded")


@pytest.mark.parametrize("where", ["", "wren/r1/", "to/tarn-council/", "all/2/"])
def test_axe_finds_nothing_on_the_pages_of_recommendations(
    page: Page, recommendations_address: str, where: str
) -> None:
    page.goto(f"{recommendations_address}recommendations/{where}")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert objections(page) == {}
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.emulate_media(color_scheme="dark")
        assert objections(page, IN_COLOURS) == {}
        page.emulate_media(color_scheme="light")
