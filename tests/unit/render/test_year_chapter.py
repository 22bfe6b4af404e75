"""The chapter of a year in its three forms: what it tells, what it must not, and where report and records differ.

The expected files lie in `expected/`. They are of the invented library, and are looked at before they are changed.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.model import Library, PartialDate, ReportYear
from generator.render import ChapterFiles, build_chapter, chapter_files, plan_site
from tests.conftest import FULL, Site

if TYPE_CHECKING:
    from generator.render.year_chapter import Chapter

EXPECTED: Final = Path(__file__).parent / "expected"
YEAR: Final = ReportYear(2024)
CANARY: Final = "zzcanary"


@cache
def tarnshire() -> Library:
    library = validate_and_link(BuildOptions(FULL, date(2026, 5, 1))).library
    assert library is not None
    return library


def chapter(library: Library | None = None, year: ReportYear = YEAR) -> Chapter:
    known = library or tarnshire()
    return build_chapter(known, year, next((each for each in known.years if each.year == year), None))


@cache
def files() -> ChapterFiles:
    return chapter_files(chapter(), tarnshire())


def page() -> str:
    plans = plan_site(tarnshire(), b"").plans
    [plan] = [each for each in plans if each.address == "years/2024-25/"]
    return plan.compose().content


@pytest.mark.parametrize(
    ("name", "made"),
    [("2024-25.md", lambda: files().markdown), ("2024-25.html", lambda: files().html), ("2024-25-page.html", page)],
)
def test_a_form_of_the_chapter_is_as_expected(name: str, made: object) -> None:
    assert callable(made)
    assert made() == (EXPECTED / name).read_text(encoding="utf-8")


def test_the_markdown_holds_the_tables_and_links_of_the_html() -> None:
    markdown = LexborHTMLParser(MarkdownIt("commonmark").enable("table").render(files().markdown))
    html = LexborHTMLParser(files().html)
    for selector in ("h1", "h2", "h3", "tbody tr > :first-child", "tbody tr"):
        assert texts(markdown, selector) == texts(html, selector), selector
    assert sorted(hrefs(markdown)) == sorted(hrefs(html))
    assert all(href.startswith("https://") for href in hrefs(html))


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    """Texts without white space and sources: cells of an empty column count for nothing."""
    return [re.sub(r"\s+", "", each.text()) for each in tree.css(selector)]


def hrefs(tree: LexborHTMLParser) -> set[str]:
    return {str(each.attributes["href"]) for each in tree.css("a")}


def test_the_html_is_plain_enough_for_a_word_processor() -> None:
    tree = LexborHTMLParser(files().html)
    assert {each.tag for each in tree.css("body *")} <= {
        *("h1", "h2", "h3", "p", "ul", "li", "a", "em"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    }
    assert not tree.css("[class], [style], [id], script, link, img")
    assert all(each.attributes.get("scope") in ("col", "row") for each in tree.css("th"))
    levels = [int(str(each.tag)[1]) for each in tree.css("h1, h2, h3")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_chart_is_a_file_that_says_what_its_table_says() -> None:
    drawn = {chart.name: ElementTree.fromstring(chart.svg) for chart in files().charts}
    assert list(drawn) == ["2024-25-themes", "2024-25-harms", "2024-25-figures-1", "2024-25-figures-2"]
    told = "".join(drawn["2024-25-figures-1"].itertext())
    assert "Upper Tarn | Lower Tarn, 12 About a child and 3 About an adult" in told
    assert files().charts == chapter_files(chapter(), tarnshire()).charts


def test_a_year_without_a_record_is_told_by_the_dates_alone() -> None:
    alone = chapter(replace(tarnshire(), years=()))
    assert [each["title"] for each in alone["reviews"]] == ["Wren", "Sedge: a near miss", "Rowan and Robin", "Heron"]
    assert not any(each["note"] for each in alone["reviews"])
    assert (alone["figures"], alone["stated_source"], alone["missing_reviews"]) == ([], "", "")
    assert chapter_files(alone, tarnshire()).differences == ()


def test_a_year_of_which_nothing_is_known_says_so() -> None:
    empty = chapter(year=ReportYear(2010))
    assert empty["counted"] == "No reviews, no lessons learned briefings and no new 7-minute briefings."
    assert "We do not know of any review published in this year." in chapter_files(empty, tarnshire()).markdown


def test_a_year_that_is_not_over_says_so() -> None:
    assert chapter()["is_over"]
    now = replace(tarnshire(), today=date(2025, 3, 31))
    assert "The year is not over yet, so more may be added." in chapter_files(chapter(now), now).markdown


def test_where_report_and_records_agree_nothing_is_noted() -> None:
    cases = tuple(case.model_copy(update={"published": PartialDate(2024, 9)}) for case in tarnshire().cases)
    record = tarnshire().years[0]
    assert record.stated is not None
    stated = record.stated.model_copy(update={"reviews": tuple(case.id for case in cases)})
    agreed = chapter(replace(tarnshire(), cases=cases, years=(record.model_copy(update={"stated": stated}),)))
    assert agreed["missing_reviews"] == ""
    assert not any(each["note"] for each in agreed["reviews"])


NASTY: Final = "1. *Wren* | [a](b) <i>_x_</i> & &amp; `c`\\\n# d"


def test_what_means_something_to_markdown_or_html_is_told_as_it_is() -> None:
    cases = tuple(case.model_copy(update={"name": NASTY, "summary": NASTY}) for case in tarnshire().cases)
    made = chapter_files(chapter(replace(tarnshire(), cases=cases)), tarnshire())
    read = LexborHTMLParser(MarkdownIt("commonmark").enable("table").render(made.markdown))
    plain = " ".join(NASTY.split())
    headings = {f"{part['heading']} ({part['paragraph']})" for part in chapter()["statutory"][0]["parts"]}
    figures = {each["title"] for each in chapter()["figures"]}
    assert {each.text() for each in read.css("h3")} == {plain, *headings, *figures}
    assert texts(read, "h3") == texts(LexborHTMLParser(made.html), "h3")
    assert not read.css("i, ol, code")
    assert sum(each.text() == plain for each in read.css("p")) == len(chapter()["reviews"])


def test_nothing_that_is_not_public_is_in_any_form(tmp_path: Path) -> None:
    site = Site(Path(shutil.copytree(FULL, tmp_path / "full")))
    for status in ("draft", "scheduled\npublish_on: 2026-05-02"):
        name = f"{CANARY}-{status[:5]}"
        case = f"name: {name}\ntype: near-miss\npublished: 2025-02\nstatus: {status}\nsummary: {name}\n"
        site.write(f"content/cases/{name}/case.yml", f"{case}themes: [handing-over]\nsources: [invented]\n")
        briefing = f"title: {name}\nseries: seven-minute\npublished: 2025-02\nstatus: {status}\n"
        site.write(f"briefings/{name}/briefing.yml", f"# invented\n{briefing}")
    site.change("content/years/2024-25.yml", "  - invented for the tests", f"  - {CANARY} source\n# {CANARY}")
    site.change("content/cases/wren/case.yml", "workflow: {", f"workflow: {{methodology: {CANARY}, ")
    site.write("content/years/2023-24.yml", f"status: draft\nintroduction: {CANARY}\n")
    for year in ("2024-25", "2023-24"):
        told = site.library("year", year, "--today", "2026-05-01", "--out", str(tmp_path / "out"))
        assert told.status == 0, told.text
        assert CANARY not in told.text
    assert "no published content/years/2023-24.yml" in told.text
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()}
    assert {"2024-25.md", "2024-25.html", "2024-25-themes.svg", "2023-24.md"} <= written.keys()
    assert [name for name, text in written.items() if CANARY in text.lower()] == []
    assert written["2024-25.md"] == files().markdown
