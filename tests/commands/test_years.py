"""The pages of the years: what they tell of Warwickshire's 2022-23, and themes over the years, cell by cell."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from tests.conftest import Site

REVIEWS: Final = {"CJ", "Grace", "Charlie", "James"}
"""As the annual report 2022-23 prints them, under "Publication of Reviews" and "Lessons Learned Briefings"."""

NEW_BRIEFINGS: Final = {
    "Harmful Sexual Behaviours",
    "New Partners Joining Households",
    "Safeguarding Adults Reviews",
    "Suicide Awareness",
    "Underage Sexual Activity",
    "LADO Process",
    "Making a Referral to the Front Door (Children)",
    "Modern Slavery & Human Trafficking (Adults)",
    "Modern Slavery & Human Trafficking (Children)",
    "Female Genital Mutilation",
    "Early Help",
    "Contextual Safeguarding",
    "Child Accident Prevention",
    "Children on Part Time or Reduced Timetables",
    "Safeguarding Children around Dogs",
}
"""As the same report prints them under "7-Minute Briefings"."""


@pytest.fixture(scope="module")
def chapter(warwickshire: Site) -> LexborNode:
    return warwickshire.main("years/2022-23")


def rows(main: LexborNode, caption: str) -> dict[str, list[str]]:
    """The rows of a table by their headings: the cells of each."""
    [table] = [
        each
        for each in main.css("table")
        if (found := each.css_first("caption")) is not None and found.text() == caption
    ]
    return {row.css("th")[0].text(): [each.text() for each in row.css("td")] for row in table.css("tbody tr")}


def test_the_year_has_the_reviews_and_lessons_that_the_report_printed(chapter: LexborNode) -> None:
    heading = chapter.css_first("section[aria-labelledby=reviews]")
    assert heading is not None
    assert {each.text() for each in heading.css("h3")} == REVIEWS
    lessons = rows(chapter, "Lessons learned briefings: new in the year")
    assert lessons.keys() == {f"{review}: lessons learned briefing" for review in REVIEWS}
    assert [name for name, cells in lessons.items() if cells[0] == "Not known"] == ["CJ: lessons learned briefing"]
    assert {cells[1] for cells in lessons.values()} == {"PDF", "Read here · PDF"}


def test_a_list_without_dates_says_so_once_above_its_table(chapter: LexborNode) -> None:
    listed = rows(chapter, "7-minute briefings: new in the year")
    assert listed.keys() == NEW_BRIEFINGS
    assert {cells[0] for cells in listed.values() if len(cells) == 1} == {"Read here · PDF", "PDF"}
    assert chapter.text().count("We do not know in which month these were published.") == 1


def test_the_figures_are_those_of_the_report_and_add_up(chapter: LexborNode) -> None:
    tables = {each.attributes["aria-labelledby"]: each for each in chapter.css("table[aria-labelledby]")}
    by_area = [[int(cell.text()) for cell in row.css("td")] for row in tables["figures-1"].css("tbody tr")]
    assert [sum(column) for column in zip(*by_area, strict=True)] == [6, 6]
    for name, expected in (("figures-2", ["6", "1", "3"]), ("figures-3", ["6", "1", "1"])):
        assert [each.text() for each in tables[name].css("tbody td")] == expected
    assert len(chapter.css("svg[role=img]")) == 10


def test_who_to_call_stands_before_what_is_hard_to_read(chapter: LexborNode) -> None:
    assert [each.attributes["id"] for each in chapter.css("#helplines, #reviews")] == ["helplines", "reviews"]


def test_the_list_of_years_leads_to_the_year(warwickshire: Site) -> None:
    [link] = warwickshire.main("years").css("ul.lib-list a")
    assert (link.text(), link.attributes["href"]) == (
        "Learning from reviews, April 2022 to March 2023",
        "../years/2022-23/",
    )


def test_every_number_of_the_themes_over_the_years_is_right_and_leads_to_its_reviews(warwickshire: Site) -> None:
    cases: list[dict[str, Any]] = warwickshire.data("data/reviews.json")["reviews"]
    counted = Counter(
        (f"{term}/" if kind == "themes" else f"harm/{term}/", year(case))
        for case in cases
        for kind in ("themes", "harms")
        for term in case[kind]
    )
    shown: Counter[tuple[str, str]] = Counter()
    main = warwickshire.main("themes/by-year")
    for link in main.css("td a"):
        address, _, anchor = str(link.attributes["href"]).removeprefix("../../themes/").partition("#year-")
        said = re.fullmatch(r"(.+), (.+): (\d+) (reviews?)", link.text())
        assert said is not None
        shown[address, anchor] = int(said[3])
        assert (said[2] in (anchor, "date not known"), said[4] == "review") == (True, said[3] == "1")
        target = warwickshire.page(f"themes/{address}").css_first(f"#year-{anchor}")
        assert target is not None, (address, anchor)
        assert (anchor if anchor != "undated" else "not known") in target.text()
    assert shown == counted
    empty = [each for each in main.css("td") if each.css_first("a") is None and each.css_first("span") is not None]
    assert {each.text() for each in empty} == {"none"}


def year(case: dict[str, Any]) -> str:
    published = case["published"]
    return published[:4] if published else "undated"


def test_themes_lead_to_the_page_of_all_years(warwickshire: Site, built: Site) -> None:
    for site, address in (
        (warwickshire, "themes/early-help"),
        (warwickshire, "themes/harm/suicide"),
        (built, "themes/nothing-yet"),
    ):
        up = "../" * (address.count("/") + 1)
        assert site.main(address).css(f"a[href='{up}themes/by-year/']"), address
    assert built.page("themes/by-year").css_first("h1") is not None
