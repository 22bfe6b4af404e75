"""Finding joint reviews, variants and reviews whose type is not stated, in the list of reviews and by searching."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe_and_layout import objections
from tests.browser.conftest import wait_until_ready
from tests.browser.test_finder import choose, shown, tags, told
from tests.browser.test_search import ask, found_in_index
from tests.review_types import copy_with_review_types
from tests.served_folder import serving_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

SAR, DARDR = "Safeguarding Adults Review", "Domestic Abuse Related Death Review"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = copy_with_review_types(tmp_path_factory.mktemp("types") / "site")
    site.build()
    with serving_folder(site.output) as address:
        yield address


@pytest.fixture(params=[360, 1280])
def page(chromium: Browser, root: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": request.param, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(root + "reviews/")
    wait_until_ready(page)
    yield page
    context.close()


def test_a_joint_review_is_found_under_each_of_its_types(page: Page) -> None:
    choose(page, "type", "dardr")
    assert shown(page) == ["heather"]
    assert told(page) == "1 review"
    choose(page, "type", "dardr")
    choose(page, "type", "sar")
    assert shown(page) == ["heather", "yarrow", "sorrel", "bracken"]
    choose(page, "type", "dardr")
    assert told(page) == "4 reviews", "a review of both types counts once"
    assert len(tags(page)) == 2


def test_a_review_without_a_type_is_found_under_type_not_stated(page: Page) -> None:
    choose(page, "type", "not-stated")
    assert shown(page) == ["teasel"]
    assert "Type not stated" in tags(page)[0]
    page.reload()
    wait_until_ready(page)
    assert shown(page) == ["teasel"], "the filter is in the address"


@pytest.mark.parametrize(
    "address", ["reviews/heather/", "reviews/teasel/", "reviews/type/sar/", "reviews/type/discretionary-sar/"]
)
def test_the_pages_are_accessible_and_nothing_is_cut_off(page: Page, root: str, address: str) -> None:
    page.goto(root + address)
    wait_until_ready(page)
    assert objections(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(
    ("words", "found", "others"),
    [
        ("SAR", {"heather", "bracken", "sorrel", "yarrow"}, {"rowan", "teasel"}),
        ("DHR", {"heather"}, {"rowan", "sorrel", "bracken"}),
        ("domestic homicide review", {"heather"}, {"sorrel", "bracken"}),
        ("DARDR/SAR", {"heather"}, {"rowan", "sorrel", "bracken"}),
        ("learning review", {"yarrow"}, {"heather", "sorrel"}),
    ],
)
def test_a_search_for_a_type_finds_joint_reviews_and_variants(
    page: Page, root: str, words: str, found: set[str], others: set[str]
) -> None:
    page.goto(root + "search/")
    ask(page, words)
    hrefs = {each.get_attribute("href") or "" for each in page.locator("[data-found] h2 a").all()}
    reviews = {href.split("/")[2] for href in hrefs if href.startswith("/reviews/")}
    assert found <= reviews, hrefs
    assert reviews.isdisjoint(others), "a type is no synonym of another one"


def test_the_search_finds_a_joint_review_by_each_of_its_types(page: Page, root: str) -> None:
    page.goto(root + "search/")
    for label in (SAR, DARDR):
        assert "/reviews/heather/" in found_in_index(page, label)
