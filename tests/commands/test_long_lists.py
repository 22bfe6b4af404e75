"""Lists of more than 200 entries are several pages, whose links work without scripts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import copy_full
from tests.long_lists import NUMBER, add_short_reviews

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

MOST_KB_OF_A_PAGE = 300
MOST_KB_OF_A_FILE = 150


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample site with 450 more reviews, built without sheets and search."""
    site = copy_full(tmp_path_factory.mktemp("long") / "full")
    add_short_reviews(site)
    site.write("content/pages/about/all.md", "---\ntitle: All\n---\n\n# All\n\n<!-- library:review-list -->\n")
    site.build("--without", "sheets", "--without", "search")
    return site


def entries(site: Site, address: str) -> list[str]:
    return [node.text() for node in site.main(address).css(".lib-cards h3 > a, .lib-finder__list > li > a")]


def pages_of(site: Site, first: str) -> list[str]:
    """Return the addresses of a list's pages by following `next` from its first page."""
    found, address = [], first
    while address not in found:
        found.append(address)
        link = site.main(address).css_first(".lib-pages a[rel=next]")
        if link is None:
            break
        target = site.output / address / (link.attributes["href"] or "")
        address = target.resolve().relative_to(site.output.resolve()).as_posix()
    return found


@pytest.mark.parametrize(
    "first", ["reviews", "reviews/type/child-review", "reviews/about/children", "themes/handing-over"]
)
def test_every_entry_is_on_one_page_of_its_list(long: Site, first: str) -> None:
    pages = pages_of(long, first)
    assert pages == [first, f"{first}/page/2", f"{first}/page/3"]
    listed = [name for page in pages for name in entries(long, page)]
    assert len(entries(long, pages[0])) == len(entries(long, pages[1])) == 200
    short = [name for name in listed if name.startswith("Short ")]
    assert len(short) == len(set(short))
    if first in ("reviews", "themes/handing-over"):
        assert len(short) == NUMBER


def test_the_pages_have_numbers_titles_and_canonical_addresses_of_their_own(long: Site) -> None:
    page = long.page("reviews/page/2")
    total = len(list(long.data("data/reviews.json")["reviews"]))
    links = page.css_first(".lib-pages")
    assert links is not None
    assert f"Page 2 of 3: 201 to 400 of {total}" in links.text()
    assert [" ".join(node.text().split()) for node in links.css("li")] == [
        "Newer",
        "Page 1",
        "Page 2",
        "Page 3",
        "Older",
    ]
    title = page.css_first("title")
    assert title is not None
    assert title.text().startswith("All reviews: page 2 of 3")
    canonical = page.css_first("link[rel=canonical]")
    assert canonical is not None
    assert (canonical.attributes["href"] or "").endswith("/reviews/page/2/")
    before, after = page.css_first("link[rel=prev]"), page.css_first("link[rel=next]")
    assert before is not None and after is not None
    assert (before.attributes["href"] or "").endswith(".example/reviews/")
    assert (after.attributes["href"] or "").endswith("/reviews/page/3/")


def test_a_list_by_year_on_a_hand_written_page_leads_to_the_later_pages(long: Site) -> None:
    page = long.main("about/all")
    assert len(page.css(".lib-year .lib-list > li")) == 200
    after = page.css_first(".lib-pages a[rel=next]")
    assert after is not None and after.attributes["href"] == "../../reviews/page/2/"


def test_quarters_without_a_bulletin_are_on_later_pages_and_keep_their_anchors(long: Site) -> None:
    assert len(long.main("bulletins").css(".lib-year .lib-list > li")) == 200
    quarter = long.main("bulletins").css_first("[id='2010-q1'] a")
    assert quarter is not None
    address, _, anchor = (quarter.attributes["href"] or "").rpartition("#")
    target = (long.output / "bulletins" / address).resolve().relative_to(long.output.resolve()).as_posix()
    assert target.startswith("bulletins/page/")
    assert long.main(target).css_first(f"[id='{anchor}']") is not None


def test_search_engines_find_the_first_page_only(long: Site) -> None:
    robots = long.page("reviews/page/2").css_first("meta[name=robots]")
    assert robots is not None and robots.attributes["content"] == "noindex"
    sitemap = (long.output / "sitemap.xml").read_text(encoding="utf-8")
    assert "/reviews/short-449/" in sitemap
    assert "/page/2/" not in sitemap


def test_a_year_that_moved_to_a_later_page_is_still_found_by_its_anchor(long: Site) -> None:
    year = long.main("themes/handing-over").css_first("#year-2010 a")
    assert year is not None and year.text() == "2010"
    address, _, anchor = (year.attributes["href"] or "").partition("#")
    target = (long.output / "themes/handing-over" / address).resolve().relative_to(long.output.resolve())
    assert long.main(target.as_posix()).css_first(f"#{anchor}") is not None


def test_every_link_of_the_site_leads_somewhere(long: Site) -> None:
    told = long.library("check", "--today", "2024-06-15")
    broken = [line for line in told.text.splitlines() if re.search(r"\[L\d+\]", line) and "page/" in line]
    assert broken == []


def test_no_page_and_no_file_that_a_page_loads_is_large(long: Site) -> None:
    sizes = {str(file.relative_to(long.output)): file.stat().st_size for file in long.output.rglob("*.html")}
    assert {name for name, size in sizes.items() if size > MOST_KB_OF_A_PAGE * 1024} == set()
    lists = list((long.output / "assets/lists").rglob("*.json"))
    assert {file.name for file in lists if file.stat().st_size > MOST_KB_OF_A_FILE * 1024} == set()
    assert any(file.name == "cards-9.json" for file in lists)


def test_the_files_of_the_finder_are_for_the_whole_list(long: Site) -> None:
    folder = long.output / "assets/lists/reviews"
    facets = json.loads((folder / "facets.json").read_bytes())
    ids = json.loads((folder / "ids.json").read_bytes())["ids"].split()
    whole = {review["id"] for review in long.data("data/reviews.json")["reviews"]}
    assert facets["total"] == len(ids) == len(whole)
    assert set(ids) == whole
    cards = [json.loads(file.read_bytes()) for file in folder.glob("cards-*.json")]
    assert {card["version"] for card in cards} == {facets["version"]}
    assert sum(len(card["cards"]) for card in cards) == len(ids)


def test_a_list_that_shrinks_has_fewer_pages_and_the_build_goes_on(tmp_path: Path) -> None:
    site = copy_full(tmp_path / "full")
    add_short_reviews(site, 210)
    site.build("--without", "sheets", "--without", "search")
    assert (site.output / "reviews/page/2/index.html").is_file()
    assert site.library("publish-addresses", "--today", "2024-06-15").status == 0
    ledger = (site.root / "content/published-urls.yml").read_text(encoding="utf-8")
    assert "reviews/short-20/" in ledger
    assert "page/2/" not in ledger
    for place in range(20):
        site.change(
            f"content/cases/short-{place}/case.yml", "summary:", "status: withdrawn\nstatus_reason: A test.\nsummary:"
        )
    site.build("--without", "sheets", "--without", "search")
    assert not (site.output / "reviews/page/2/index.html").exists()


def test_a_short_list_has_no_links_to_pages(long: Site) -> None:
    assert long.main("briefings").css_first(".lib-pages") is None
    assert long.main("reviews/type/adult-review").css_first(".lib-pages") is None
    assert not (long.output / "assets/lists/briefings").exists()
