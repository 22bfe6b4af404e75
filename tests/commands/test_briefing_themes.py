"""A theme that a review has only through a briefing that it lists is not the review's own."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Site

LINKED = "Reviews linked to briefings on this theme"
BY_BRIEFING_ONLY = (
    ("underage-sexual-activity", "Grace"),
    ("child-neglect", "Charlie"),
    ("animal-abuse", "Anna"),
    ("suicide-awareness", "Anna"),
    ("suicide-awareness", "Simon"),
)


def text_of(site: Site, address: str) -> str:
    return " ".join(site.main(address).text().split())


@pytest.mark.parametrize(("theme", "name"), BY_BRIEFING_ONLY)
def test_a_theme_page_lists_a_review_with_only_a_briefing_on_it_apart(
    warwickshire: Site, theme: str, name: str
) -> None:
    own, heading, linked = text_of(warwickshire, f"themes/{theme}").partition(LINKED)
    assert heading and name not in own
    assert f"{name} " in linked and "Lists the briefing" in linked
    assert all(name not in quote.text() for quote in warwickshire.main(f"themes/{theme}").css(".lib-quote"))


def test_a_page_without_own_reviews_quotes_none(warwickshire: Site) -> None:
    assert "attempt" not in text_of(warwickshire, "themes/underage-sexual-activity")


def test_tables_of_years_count_only_the_themes_that_a_review_has_itself(warwickshire: Site) -> None:
    by_year = text_of(warwickshire, "themes/by-year")
    assert "A review that only lists a briefing on a theme is not counted." in by_year
    for page in (by_year, text_of(warwickshire, "years/2022-23").partition("Themes")[2].partition("Harms")[0]):
        assert "Underage sexual activity" not in page and "Animal abuse" not in page
    rows = {
        row.css("th")[0].text().strip(): row.css("td")[-1].text().strip()
        for row in warwickshire.main("themes/by-year").css("tbody tr")
    }
    assert rows["Child neglect"] == "1" and rows["Suicide awareness"] == "2"


def test_a_case_page_and_the_data_name_both_kinds_of_themes(warwickshire: Site) -> None:
    page = text_of(warwickshire, "reviews/charlie")
    own, _heading, linked = page.partition("Themes of its briefings")
    assert "Themes Supervision of children" in own and "Child neglect" in linked
    charlie = next(each for each in warwickshire.data("data/reviews.json")["reviews"] if each["id"] == "charlie")
    assert "child-neglect" not in charlie["themes"] and "child-neglect" in charlie["briefing_themes"]
    rows = csv.DictReader(io.StringIO((warwickshire.output / "data/reviews.csv").read_text("utf-8-sig")))
    assert "child-neglect" in next(row for row in rows if row["id"] == "charlie")["briefing_themes"]


def test_the_finder_finds_both_and_says_so(warwickshire: Site) -> None:
    finder = warwickshire.main("reviews")
    assert "Theme of the review or its briefings" in [each.text().strip() for each in finder.css("summary h3")]
    item = next(each for each in finder.css("[data-theme]") if "/charlie/" in (each.html or ""))
    assert "child-neglect" in (item.attributes["data-theme"] or "").split()


def test_lists_of_themes_say_what_they_count(warwickshire: Site) -> None:
    page = " ".join(warwickshire.main("themes").text().split())
    assert "History in assessments (1 briefing, 4 linked reviews)" in page
    assert not re.search(r"\(\d+\)", page)


def test_a_briefing_is_linked_to_reviews_and_does_not_come_from_them(warwickshire: Site) -> None:
    page = text_of(warwickshire, "briefings/early-help")
    assert "Reviews linked to this briefing" in page and "Linked to" in text_of(warwickshire, "briefings")
    for path in warwickshire.output.rglob("index.html"):
        html = path.read_text("utf-8")
        assert "Based on " not in html and "this briefing comes from" not in html, path
    assert '"isBasedOn"' not in (warwickshire.output / "briefings/early-help/index.html").read_text("utf-8")


def test_a_page_with_only_a_summary_from_another_source_is_a_summary(warwickshire: Site) -> None:
    ways = {each["id"]: each["how_to_read"] for each in warwickshire.data("data/reviews.json")["reviews"]}
    assert ways["grace"] == ["summary-here", "partnership-website"]
    listed = text_of(warwickshire, "reviews/how-to-read-summary-here")
    assert "Reviews with a summary here" in listed and "Summary here On the partnership's website" in listed
    assert "Read here" not in text_of(warwickshire, "reviews/type/cspr")


def test_a_review_with_its_own_advice_can_be_read_on_its_page(working: Callable[[], Iterator[Site]]) -> None:
    for site in working():
        case = "# Invented for tests.\nname: Sorrel\nsummary_source: a report\nstory: A door.\n"
        site.write("content/cases/sorrel/case.yml", f"{case}practice: [Knock twice.]\nsources: [Invented]\n")
        site.write("content/cases/burnet/case.yml", case.replace("Sorrel", "Burnet") + "sources: [Invented]\n")
        site.build()
        ways = {each["id"]: each["how_to_read"] for each in site.data("data/reviews.json")["reviews"]}
        assert (ways["sorrel"], ways["burnet"]) == (["read-here"], ["summary-here"])


def test_lists_with_sad_summaries_name_the_helplines_near_the_top(warwickshire: Site) -> None:
    for address in ("themes/harm/suicide", "reviews", "reviews/year/2022", "reviews/type/cspr", "themes/child-neglect"):
        page = text_of(warwickshire, address)
        assert "Get support : Childline 0800 1111" in page.replace("support:", "support :")[:700], address
    assert "Get support" not in text_of(warwickshire, "themes/underage-sexual-activity")


def test_an_attempt_is_not_counted_as_a_death(warwickshire: Site) -> None:
    for address in ("reviews/grace", "themes/by-year", "themes/harm/suicide"):
        assert "Suicide or attempted suicide" in text_of(warwickshire, address), address


def test_content_notes_name_what_the_story_tells_and_each_subject_once(warwickshire: Site) -> None:
    assert "a stabbing" in text_of(warwickshire, "reviews/james")[:300]
    grace = text_of(warwickshire, "reviews/grace")[:300]
    assert "an assault on a child" in grace and "alcohol and drug misuse in the family" in grace
    note = text_of(warwickshire, "years/2022-23").partition("mention ")[2].partition(". Get")[0]
    assert "drugs or solvents" not in note and note.count("exploitation") == 1
    harms = next(each for each in warwickshire.data("data/reviews.json")["reviews"] if each["id"] == "james")["harms"]
    assert "criminal-exploitation" not in harms


def test_a_review_without_a_date_says_what_is_known(warwickshire: Site) -> None:
    assert "2022-23, month not known" in text_of(warwickshire, "reviews/cj")
    assert "Date not known, published after Anna" in text_of(warwickshire, "reviews/simon")
    assert "We do not know in which month one of these was published." in text_of(warwickshire, "years/2022-23")


def test_lists_by_whom_they_are_about_are_complete(warwickshire: Site) -> None:
    for about in ("children", "adults"):
        assert {"Exploitation", "Core Safeguarding Practice"} <= {
            each.text().strip() for each in warwickshire.main(f"reviews/about/{about}").css(".lib-card h3 a, h3 a")
        }
        assert "Suicide Awareness" in text_of(warwickshire, f"briefings/about/{about}")
    children = text_of(warwickshire, "briefings/about/children")
    assert "Children Home Alone" in children and "Children around Dogs" in children


def test_a_retold_text_shows_whose_date_it_has_and_a_series_says_which_briefings_it_lists(warwickshire: Site) -> None:
    listed = text_of(warwickshire, "briefings/series/seven-minute")
    assert "29 briefings and 2 briefings written for this library." in listed
    assert "The partnership's own briefing is of 4 September 2023" in listed
