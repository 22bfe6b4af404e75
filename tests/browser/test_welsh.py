"""The scripts speak Welsh on a Welsh page: the search, the finder and their plural forms, in a real Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.conftest import copy_full
from tests.served_folder import serving_folder


@pytest.fixture(scope="module")
def welsh_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample site in Welsh, served, with a slash at its end."""
    site = copy_full(tmp_path_factory.mktemp("welsh") / "full")
    site.change("mkdocs.yml", "language: en", "language: cy")
    site.change("content/partnership.yml", "\narea:", "\nlanguage: cy\narea:")
    site.build()
    with serving_folder(site.output) as served:
        yield served


def test_the_search_answers_in_welsh(chromium: Browser, welsh_address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{welsh_address}search/?q=school")
    page.wait_for_selector("[data-found] ol li")
    status = page.locator("[data-found] [role=status]")
    assert re.fullmatch(r"(2 ganlyniad|3 chanlyniad) ar gyfer “school”", status.inner_text())
    assert status.get_attribute("lang") is None
    assert "Popeth" in page.locator("[data-found] fieldset").inner_text()
    page.goto(f"{welsh_address}search/?q=qqqqqq")
    page.wait_for_function("document.querySelector('[data-found] [role=status]').textContent.startsWith('No results')")
    assert page.locator("[data-found] [role=status]").get_attribute("lang") == "en-GB"
    page.close()


def test_the_finder_counts_in_welsh(chromium: Browser, welsh_address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{welsh_address}reviews/")
    count = page.locator("#lib-finder-count [aria-live]")
    before = count.inner_text()
    assert before.endswith("adolygiad")
    page.locator("[data-facet] input").first.check(force=True)
    page.wait_for_function(f"document.querySelector('#lib-finder-count [aria-live]').textContent !== {before!r}")
    assert count.inner_text().endswith("adolygiad")
    assert "Dangos" in page.locator(".lib-finder__show").text_content()  # type: ignore[operator]
    page.close()
