"""What readers see of a review without a date, in which order reviews are listed, and how pages are told apart.

The people and places are invented.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Site, copy_full

if TYPE_CHECKING:
    from pathlib import Path

    from selectolax.lexbor import LexborHTMLParser, LexborNode

CASES = {
    "ash": "name: Ash\nafter: beech",
    "beech": "name: Beech",
    "cedar": "name: Cedar\nafter: ash",
    "dogwood": "name: Dogwood\npublication: not-published",
    "elder": "name: Elder\npublication: not-yet\nexpected: 2027-03",
    "fir": "name: Fir\npublication: not-yet",
    "gorse": "name: Gorse\nstatus: scheduled\npublish_on: 2026-04-20 09:30",
    "holly": "name: Holly\nstatus: scheduled\npublish_on: 2026-06-20",
    "late": "name: Larch\nexpected: 2026-03",
    "child-a-1": "name: Child A\npublished: 2021-03\npeople: [Zyzzogeton]",
    "child-a-2": "name: Child A\npublished: 2022-05\nalso_known_as: [Quillon, Child AB]",
    "child-b-1": "name: Child B\nsubtitle: What the school knew",
    "child-b-2": "name: Child B\nsubtitle: After the fire",
    "eclair": "name: Éclair\npublished: 2020",
    "the-edge": "name: The Edge\npublished: 2020",
    "case-9": "name: Case 9\npublished: 2020",
    "case-10": "name: Case 10\npublished: 2020",
}
"""Records of reviews by id. The site's own reviews are listed among them."""


def _write_cases(site: Site) -> None:
    for identity, text in CASES.items():
        site.write(f"content/cases/{identity}/case.yml", f"{text}\ntype: near-miss\nsources: [invented]\n")


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample site with these reviews."""
    site = copy_full(tmp_path_factory.mktemp("dates") / "full")
    _write_cases(site)
    site.build()
    return site


def _order(site: Site, address: str = "reviews/") -> list[str]:
    links = site.main(address).css(".lib-finder__list > li > a")
    return [(link.attributes["href"] or "").rstrip("/").rpartition("/")[2] for link in links]


def _text(inside: LexborNode | LexborHTMLParser, selector: str) -> str:
    """The text of the first element that a selector finds."""
    found = inside.css_first(selector)
    assert found is not None, selector
    return found.text()


def _titles(folder: Path) -> dict[str, list[str]]:
    titles: dict[str, list[str]] = defaultdict(list)
    for path in folder.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in text:
            found = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
            assert found is not None, path
            titles[html.unescape(found[1])].append(path.relative_to(folder).as_posix())
    return titles


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        ("dogwood", "Not published"),
        ("elder", "Expected in March 2027"),
        ("fir", "Not published yet"),
        ("late", "Not published yet"),
        ("beech", "Date not known"),
        ("gorse", "20 April 2026"),
    ],
)
def test_a_page_and_its_entry_in_lists_say_why_there_is_no_date(listed: Site, identity: str, words: str) -> None:
    facts = {
        _text(each, "dt"): _text(each, "dd") for each in listed.main(f"reviews/{identity}/").css(".lib-facts > div")
    }
    assert facts["Published"] == words
    for address in ("reviews/", "reviews/type/near-miss/"):
        link = next(
            each
            for each in listed.main(address).css("li a")
            if (each.attributes["href"] or "").endswith(f"reviews/{identity}/")
        )
        entry = link.parent
        while entry is not None and entry.tag != "li":
            entry = entry.parent
        assert entry is not None
        assert words in [each.text(strip=True) for each in entry.css(".lib-meta li")]


def test_no_page_says_that_the_date_of_an_unpublished_review_is_not_known(listed: Site) -> None:
    for identity in ("dogwood", "elder", "fir", "late"):
        assert "not known" not in listed.main(f"reviews/{identity}/").text()
    undated = listed.main("reviews/year/undated/").text()
    assert "Beech" in undated
    assert not any(name in undated for name in ("Dogwood", "Elder", "Fir", "Larch"))


def test_unpublished_reviews_have_their_own_groups_in_lists_by_year(listed: Site) -> None:
    assert _text(listed.main("reviews/year/not-published/"), "h1") == "Reviews not published"
    assert "Dogwood" in listed.main("reviews/year/not-published/").text()
    not_yet = listed.main("reviews/year/not-yet/")
    assert {each.text() for each in not_yet.css("h3 a")} == {"Elder", "Larch", "Fir"}
    labels = [each.text(deep=False, strip=True) for each in listed.main("reviews/").css("#by-year label")]
    assert labels[-3:] == ["Date not known", "Not published yet", "Not published"]


def test_the_data_say_whether_a_report_is_published(listed: Site) -> None:
    reviews = {each["id"]: each for each in listed.data("data/reviews.json")["reviews"]}
    assert {
        each: (reviews[each]["publication"], reviews[each]["expected"], reviews[each]["published"])
        for each in ("dogwood", "elder", "fir", "beech", "gorse")
    } == {
        "dogwood": ("not-published", None, None),
        "elder": ("not-yet", "2027-03", None),
        "fir": ("not-yet", None, None),
        "beech": ("published", None, None),
        "gorse": ("published", None, "2026-04-20"),
    }
    rows = csv.DictReader(io.StringIO((listed.output / "data/reviews.csv").read_bytes().decode("utf-8-sig")))
    by_id = {row["id"]: row for row in rows}
    assert (by_id["elder"]["publication"], by_id["elder"]["expected"]) == ("not-yet", "2027-03")
    assert by_id["child-b-1"]["subtitle"] == "What the school knew"
    assert by_id["child-a-2"]["also_known_as"] == "Quillon; Child AB"


def test_nobody_is_asked_for_the_date_of_an_unpublished_review(listed: Site) -> None:
    told = listed.library("check", "--all", "--today", "2026-05-01").text
    asked = re.findall(r'no date is known for "(.+)"', told)
    assert "Beech" in asked
    assert not {"Dogwood", "Elder", "Fir", "Larch", "Gorse", "Holly"} & set(asked)
    told = listed.library("list", "--format", "json", "--today", "2026-05-01").text
    todos = json.loads(told)["to_do"]
    for todo in todos:
        if todo["key"] in ("case-without-date", "case-without-summary", "case-without-story", "case-without-learning"):
            assert not {"dogwood", "elder", "fir", "late"} & {task["id"] for task in todo["tasks"]}, todo["key"]


def test_a_scheduled_review_is_dated_by_the_day_on_which_it_became_public(listed: Site) -> None:
    assert "gorse" in _order(listed)
    assert _order(listed)[0] == "gorse"
    assert "Gorse" in (listed.output / "feed.xml").read_text(encoding="utf-8")
    assert "2026-04-20T00:00:00Z" in (listed.output / "feed.xml").read_text(encoding="utf-8")
    assert "Gorse" in listed.main("reviews/year/2026/").text()
    assert '"datePublished": "2026-04-20"' in (listed.output / "reviews/gorse/index.html").read_text(encoding="utf-8")
    assert not (listed.output / "reviews/holly").exists()


def test_an_undated_review_is_directly_above_the_one_that_it_came_after(listed: Site) -> None:
    order = _order(listed)
    start = order.index("cedar")
    assert order[start : start + 3] == ["cedar", "ash", "beech"]
    undated = [
        (each.attributes["href"] or "").rstrip("/").rpartition("/")[2]
        for each in listed.main("reviews/year/undated/").css("h3 a")
    ]
    assert [each for each in undated if each in ("ash", "beech", "cedar")] == ["cedar", "ash", "beech"]
    data = [each["id"] for each in listed.data("data/reviews.json")["reviews"]]
    assert data == order


def test_an_undated_review_can_follow_a_dated_one_and_one_that_is_not_public(site: Site) -> None:
    _write_cases(site)
    site.write(
        "content/cases/beech/case.yml", "name: Beech\ntype: near-miss\nstatus: draft\nafter: child-a-2\nsources: [x]\n"
    )
    site.build()
    order = _order(site)
    assert order[order.index("cedar") : order.index("cedar") + 3] == ["cedar", "ash", "child-a-2"]


def test_names_are_sorted_without_the_article_and_as_people_count(listed: Site) -> None:
    order = _order(listed)
    same_year = [each for each in order if each in ("eclair", "the-edge", "case-9", "case-10")]
    assert same_year == ["case-9", "case-10", "eclair", "the-edge"]


def test_the_partnership_can_keep_its_own_order(site: Site) -> None:
    _write_cases(site)
    name = "content/partnership.yml"
    text = (site.root / name).read_text(encoding="utf-8")
    site.write(name, f"{text}review_order: [fir, child-a-1, beech, gorse]\n")
    site.build()
    order = _order(site)
    assert order[-4:] == ["fir", "child-a-1", "beech", "gorse"]
    assert [each["id"] for each in site.data("data/reviews.json")["reviews"]] == order
    options = [each.text() for each in site.main("reviews/").css("#lib-finder-sort option")]
    assert options == ["In our order", "Newest first", "Oldest first", "Name, A to Z"]
    listed = [each.text() for each in site.main("about/").css(".lib-card h3 a")]
    assert [each for each in listed if each in ("Fir", "Beech", "Gorse")] == ["Fir", "Beech", "Gorse"]
    latest = [each.text() for each in site.main("").css(".lib-card h3 a")]
    assert "Gorse" in latest, "the newest reviews are by date"


def test_two_pages_never_have_the_same_title(listed: Site, warwickshire: Site) -> None:
    for site in (listed, warwickshire):
        assert {title: pages for title, pages in _titles(site.output).items() if len(pages) > 1} == {}
    titles = {pages[0]: title.partition(" \N{EN DASH} ")[0] for title, pages in _titles(listed.output).items()}
    type_label = listed.data("data/reviews.json")["reviews"][0]["type_label"]
    assert titles["reviews/child-a-1/index.html"] == f"Child A: {type_label}, 2021"
    assert titles["reviews/child-a-2/index.html"] == f"Child A: {type_label}, 2022"
    assert titles["reviews/child-b-1/index.html"] == f"Child B: {type_label}, What the school knew"


def test_a_page_whose_title_nothing_tells_apart_gets_its_id_and_the_editor_is_asked(site: Site) -> None:
    _write_cases(site)
    site.change("content/cases/child-b-2/case.yml", "subtitle: After the fire\n", "")
    site.change("content/cases/child-b-1/case.yml", "subtitle: What the school knew\n", "")
    assert "R220" in site.build().text
    assert {title: pages for title, pages in _titles(site.output).items() if len(pages) > 1} == {}
    assert "Child B" in _text(site.page("reviews/child-b-2/"), "title")


def test_a_subtitle_is_shown_wherever_the_title_is(listed: Site) -> None:
    page = listed.main("reviews/child-b-1/")
    assert _text(page, "h1 + .lib-subtitle") == "What the school knew"
    for address in ("reviews/", "reviews/type/near-miss/", "reviews/year/undated/"):
        assert "What the school knew" in listed.main(address).text(), address
    text = (listed.output / "reviews/child-b-1/index.html").read_text(encoding="utf-8")
    assert '"alternativeHeadline": "What the school knew"' in text
    assert "Child B: What the school knew (" in text, "the citation"


def test_other_names_are_shown_and_found_and_other_pseudonyms_are_not(listed: Site) -> None:
    text = (listed.output / "reviews/child-a-2/index.html").read_text(encoding="utf-8")
    assert "Also known as: Quillon, Child AB" in text
    assert '"alternateName": ["Quillon", "Child AB"]' in text
    about = re.search(r'data-pagefind-meta="about:([^"]*)"', text)
    assert about is not None
    assert about[1].startswith("Quillon; Child AB")
    for path in listed.output.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".json", ".xml", ".csv", ".bib", ".ris", ".ics"):
            assert "Zyzzogeton" not in path.read_text(encoding="utf-8-sig", errors="replace"), path
