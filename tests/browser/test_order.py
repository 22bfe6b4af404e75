"""A list that a reader's script has sorted has the order that the build gives to lists without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.model.sorting import name_key
from tests.conftest import Site, copy_full
from tests.served_folder import serving_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

NAMES = (
    *("The Edge", "Éclair", "eve", "Case 9", "Case 10", "A and B", "an Alder", "A Bay", "Łukasz", "Lucy", "Luke"),
    *("Øystein", "Oz", "O'Neil", "Oneida", "St. Ives", "St Ives", "Strasse", "Straße 2", "Zoë", "Zoe 2"),
    *("Anna & Bea", "Anna and Bea", "Anna-Lisa", "Annabel", "“Quill”", "(Adult) X", "1st", "10th", "9th"),
)
"""Invented names."""


@pytest.fixture(scope="module")
def sorted_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample with reviews of these names, some undated ones in a chain, and none of its own order."""
    site = copy_full(tmp_path_factory.mktemp("order") / "full")
    for number, name in enumerate(NAMES):
        text = f'name: "{name}"\npublished: {2000 + number % 7}\ntype: near-miss\nsources: [invented]\n'
        site.write(f"content/cases/name-{number}/case.yml", text)
    for identity, after in (("ash", "beech"), ("beech", None), ("cedar", "ash"), ("damson", "name-3")):
        place = f"after: {after}\n" if after else ""
        text = f"name: {identity.capitalize()}\n{place}type: near-miss\nsources: [invented]\n"
        site.write(f"content/cases/{identity}/case.yml", text)
    site.build()
    return site


@pytest.fixture(scope="module")
def reviews(sorted_site: Site, chromium: Browser) -> Iterator[Page]:
    """The list of reviews, as a browser with scripts shows it."""
    with serving_folder(sorted_site.output) as address:
        page = chromium.new_page()
        page.goto(f"{address}reviews/")
        yield page
        page.close()


def _shown(page: Page) -> list[tuple[str, str]]:
    """The id and the name of each review, in the order that readers see."""
    links = page.locator(".lib-finder__list > li > a")
    return [
        (each[0].rstrip("/").rpartition("/")[2], each[1])
        for each in links.evaluate_all("all => all.map((one) => [one.pathname, one.textContent])")
    ]


def _sort(page: Page, label: str) -> list[tuple[str, str]]:
    page.get_by_label("Sort by").select_option(label)
    page.wait_for_function("document.querySelector('.lib-finder__head h2').textContent.includes('Searching') === false")
    return _shown(page)


def test_names_have_the_same_order_as_in_lists_without_scripts(reviews: Page) -> None:
    by_name = [name for _, name in _sort(reviews, "Name, A to Z")]
    assert by_name == sorted(by_name, key=name_key)
    assert set(NAMES) <= set(by_name)


def test_an_undated_review_keeps_its_place_in_both_orders(reviews: Page) -> None:
    newest = [identity for identity, _ in _sort(reviews, "Newest first")]
    assert newest[newest.index("cedar") :][:3] == ["cedar", "ash", "beech"]
    assert newest.index("damson") == newest.index("name-3") - 1
    oldest = [identity for identity, _ in _sort(reviews, "Oldest first")]
    assert oldest[oldest.index("beech") :][:3] == ["beech", "ash", "cedar"]
    assert oldest.index("damson") == oldest.index("name-3") + 1
    assert oldest.index("beech") > oldest.index("damson"), "undated reviews without a place are last in both orders"


def test_the_list_returns_to_the_order_of_the_page(reviews: Page) -> None:
    _sort(reviews, "Name, A to Z")
    newest = _sort(reviews, "Newest first")
    reviews.reload()
    assert _shown(reviews) == newest


def test_the_partnerships_own_order_is_the_default(sorted_site: Site, chromium: Browser) -> None:
    name = "content/partnership.yml"
    before = (sorted_site.root / name).read_text(encoding="utf-8")
    sorted_site.write(name, f"{before}review_order: [name-4, beech, name-0]\n")
    sorted_site.build()
    try:
        with serving_folder(sorted_site.output) as address:
            page = chromium.new_page()
            page.goto(f"{address}reviews/")
            own = [identity for identity, _ in _shown(page)]
            assert own[-3:] == ["name-4", "beech", "name-0"]
            assert page.get_by_label("Sort by").input_value() == "listed"
            newest = [identity for identity, _ in _sort(page, "Newest first")]
            assert newest != own
            assert newest[newest.index("cedar") :][:3] == ["cedar", "ash", "beech"]
            assert page.url.endswith("?sort=newest")
            page.reload()
            page.wait_for_function("document.querySelector('.lib-finder select').value === 'newest'")
            assert [identity for identity, _ in _shown(page)] == newest
            assert [identity for identity, _ in _sort(page, "In our order")] == own
            assert page.url.endswith("/reviews/")
            page.close()
    finally:
        sorted_site.write(name, before)
