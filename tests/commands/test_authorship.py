"""Readers see which texts the library wrote itself, and what the story of a case is from."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from tests.conftest import Site

OWN = "written for this library, not by the partnership"
RETOLD = "retold for this library, not in the partnership's words"


@pytest.fixture(scope="module")
def marked(working: Callable[[], Iterator[Site]]) -> Iterator[Site]:
    """The sample site, in which one briefing is the library's own and another is retold."""
    for site in working():
        site.write(
            "briefings/our-own/briefing.yml",
            "# Invented for tests.\ntitle: Our Own\nseries: seven-minute\nwritten_by: library\npublished: 2026-04\n"
            "summary: A card of this library.\nthemes: [knocking-twice]\n"
            "sections: [{heading: What to do, body: Knock twice.}]\nsources: [Invented for tests]\n",
        )
        yield site


def text_of(site: Site, address: str) -> str:
    return " ".join(site.main(address).text().split())


def shown(site: Site, address: str, selector: str) -> str:
    """The text of the first element that a selector finds on a page."""
    found = site.page(address).css_first(selector)
    assert found is not None, (address, selector)
    return found.text()


def test_the_page_of_a_briefing_says_that_the_library_wrote_it(warwickshire: Site) -> None:
    for identity in ("using-a-7-minute-briefing", "child-safeguarding-practice-reviews"):
        assert shown(warwickshire, f"briefings/{identity}", ".lib-kicker") == f"7-minute briefing, {OWN}"
    retold = text_of(warwickshire, "briefings/safeguarding-adults-reviews")
    assert (
        "own briefing with this title. This text is retold for this library, not in the partnership's words." in retold
    )
    assert "Revised4 September 2023" in retold and "This text24 November 2026" in retold
    assert "written for this library" not in text_of(warwickshire, "briefings/early-help")


def test_every_list_that_shows_a_briefing_of_the_library_says_so(warwickshire: Site) -> None:
    address, seen = "briefings/using-a-7-minute-briefing/", 0
    for path in sorted(warwickshire.output.rglob("index.html")):
        main = warwickshire.main(path.parent.relative_to(warwickshire.output).as_posix())
        for link in main.css(f'ul[class] > li > a[href$="{address}"], .lib-card h3 a[href$="{address}"]'):
            item = link.parent
            while item is not None and item.tag != "li":
                item = item.parent
            assert item is not None and OWN in item.text().lower(), path
            seen += 1
    assert seen > 5


def test_the_partnerships_briefings_are_counted_without_those_of_the_library(warwickshire: Site) -> None:
    counts = [" ".join(each.text().split()) for each in warwickshire.main("").css(".lib-counts li")]
    assert "29 7-minute briefings" in counts and "2 briefings written for this library" in counts
    latest = text_of(warwickshire, "").partition("Latest briefings")[2].partition("See all briefings")[0]
    assert "this library, not by" not in latest and "November 2026" not in latest
    series = (warwickshire.output / "briefings/series/seven-minute/index.html").read_text("utf-8")
    assert 'content="7-minute briefings: 29 briefings and 2 briefings written for this library."' in series
    listed = warwickshire.library("list").text
    assert "Briefings written for this library" in listed


def test_a_bulletin_lists_a_briefing_of_the_library_under_guides_and_not_under_briefings(warwickshire: Site) -> None:
    warned = text_of(warwickshire, "bulletins").partition("October to December 2026")[2]
    assert f"7-minute briefing, {OWN}" in warned


def test_the_library_is_the_author_of_what_it_wrote_in_every_citation(warwickshire: Site) -> None:
    for identity, title, dated in (
        ("using-a-7-minute-briefing", "Using a 7-minute briefing in your team", "2026"),
        ("safeguarding-adults-reviews", "Safeguarding Adults Reviews", "2026"),
        ("james-lessons-learned", "James", "no date"),
    ):
        page = f"briefings/{identity}"
        sentence = shown(warwickshire, page, "#cite-sentence")
        assert sentence.startswith(f"Warwickshire reviews library ({dated}) {title}: "), sentence
        assert "AU  - Warwickshire reviews library,\n" in shown(warwickshire, page, "#cite-ris")
        assert "author = {{Warwickshire reviews library}}" in shown(warwickshire, page, "#cite-bib")
        told = json.loads(shown(warwickshire, page, 'script[type="application/ld+json"]'))
        assert told["author"]["name"] == told["publisher"]["name"] == "Warwickshire reviews library"
    partnership = shown(warwickshire, "briefings/early-help", "#cite-sentence")
    assert partnership.startswith("Warwickshire Safeguarding (no date)")
    # A page with only the link to the partnership's PDF has no words of this library.
    for identity in ("grace", "charlie", "cj"):
        page = f"briefings/{identity}-lessons-learned"
        assert shown(warwickshire, page, "#cite-sentence").startswith("Warwickshire Safeguarding ("), identity
        assert "retold" not in text_of(warwickshire, page), identity


def test_the_feed_names_the_library_as_the_author_of_what_it_wrote(warwickshire: Site) -> None:
    entries = (warwickshire.output / "feed.xml").read_text("utf-8").split("<entry>")[1:]
    own = next(each for each in entries if "briefings/using-a-7-minute-briefing/" in each)
    assert OWN in own and "<author><name>Warwickshire reviews library</name></author>" in own
    other = next(each for each in entries if "briefings/suicide-awareness/" in each)
    assert "<author>" not in other


def test_the_search_shows_whose_words_a_briefing_has(warwickshire: Site) -> None:
    html = (warwickshire.output / "briefings/using-a-7-minute-briefing/index.html").read_text("utf-8")
    assert f'data-pagefind-meta="kind:Briefing, {OWN}"' in html


def test_the_data_says_who_wrote_a_briefing_and_where_a_story_is_from(warwickshire: Site) -> None:
    briefings = {each["id"]: each for each in warwickshire.data("data/briefings.json")["briefings"]}
    assert briefings["using-a-7-minute-briefing"]["written_by"] == "library"
    assert briefings["early-help"]["written_by"] == "partnership"
    retold = briefings["safeguarding-adults-reviews"]
    assert (retold["written_by"], retold["revised"], retold["retold"]) == (
        "library-retelling", "2023-09-04", "2026-11-24",
    )  # fmt: skip
    reviews = {each["id"]: each for each in warwickshire.data("data/reviews.json")["reviews"]}
    assert reviews["grace"]["summary_source"] == "the annual report 2022-23"
    assert reviews["anna"]["summary_source"] is None
    table = csv.DictReader(io.StringIO((warwickshire.output / "data/reviews.csv").read_text("utf-8-sig")))
    assert {row["id"]: row["summary_source"] for row in table}["cj"] == "the annual report 2022-23"


def test_a_sheet_says_whose_words_it_has(warwickshire: Site) -> None:
    for name, words in (
        ("using-a-7-minute-briefing", "Written for this library, not by the partnership."),
        ("safeguarding-adults-reviews", "Retold for this library, not in the partnership"),
        ("james-lessons-learned", "Retold for this library, not in the partnership"),
    ):
        path = next((warwickshire.output / "documents" / "sheets").glob(f"{name}*.pdf"))
        first = " ".join(PdfReader(path).pages[0].extract_text().split())
        assert words in first and "Warwickshire reviews library" in first, first[:200]
        assert "Warwickshire Safeguarding" not in first.partition(words)[0]


def test_a_case_with_a_story_says_what_it_is_from_with_a_link(warwickshire: Site) -> None:
    for identity in ("grace", "charlie", "cj", "james"):
        main = warwickshire.main(f"reviews/{identity}")
        assert "From the annual report 2022-23." in " ".join(main.text().split())
        assert main.css_first('p.lib-note a[href$="resources/annual-report-2022-23/"]') is not None
    assert "From " not in text_of(warwickshire, "reviews/anna").partition("Documents")[0]


def test_every_story_of_the_library_names_its_source(warwickshire: Site) -> None:
    assert "P650" not in warwickshire.library("check").text


def test_a_bulletin_counts_a_briefing_of_the_library_as_a_guide(marked: Site) -> None:
    marked.write(
        "content/bulletins/2026-q2.yml",
        "# Invented for tests.\ntitle: A quarter\nwelcome: Welcome.\nsources: [Invented for tests]\n",
    )
    marked.build()
    main = marked.main("bulletins/2026-q2")
    guides = main.css_first("#guides")
    assert guides is not None and guides.parent is not None
    assert "Our Own" in guides.parent.text() and OWN in guides.parent.text()
    briefings = main.css_first("#briefings")
    assert briefings is None or briefings.parent is None or "Our Own" not in briefings.parent.text()


def test_the_year_of_the_partnership_leaves_out_what_the_library_wrote(marked: Site) -> None:
    marked.write("content/years/2026-27.yml", "# Invented for tests.\nintroduction: A year.\n")
    marked.build()
    assert "Our Own" not in text_of(marked, "years/2026-27")


def test_a_bulletin_that_the_partnership_did_not_send_names_the_library(warwickshire: Site) -> None:
    page = "bulletins/2022-q2"
    assert "Put together byWarwickshire reviews library, not the partnership" in text_of(warwickshire, page)
    assert json.loads(shown(warwickshire, page, 'script[type="application/ld+json"]'))["publisher"] == {
        "@type": "Organization",
        "name": "Warwickshire reviews library",
    }
    entries = (warwickshire.output / "bulletins/feed.xml").read_text("utf-8").split("<entry>")[1:]
    assert entries and all("<author><name>Warwickshire reviews library</name></author>" in each for each in entries)
    assert "The pages here are not the bulletins that it sent" in text_of(warwickshire, "bulletins")


def test_a_summary_from_the_title_says_so_wherever_it_is_shown(warwickshire: Site) -> None:
    not_read = "This is from the title: we have not read the briefing."
    page = text_of(warwickshire, "briefings/new-partners-joining-households")
    assert f"About new partners who join a household with children. {not_read}" in page
    described = warwickshire.page("briefings/new-partners-joining-households").css_first('meta[name="description"]')
    assert described is not None and not_read in (described.attributes["content"] or "")
    listed = warwickshire.main("briefings").css_first('.lib-finder__list > li:has(a[href$="early-help/"])')
    assert listed is not None and "Summary from the title" in listed.text()
    records = json.loads((warwickshire.output / "data/briefings.json").read_text("utf-8"))["briefings"]
    sources = {each["id"]: each["summary_source"] for each in records}
    assert sources["early-help"] == "title" and sources["using-a-7-minute-briefing"] is None
    for identity, source in sources.items():
        assert (not_read in text_of(warwickshire, f"briefings/{identity}")) == (source == "title"), identity


def test_the_summary_of_a_briefing_may_be_from_somewhere_else(working: Callable[[], Iterator[Site]]) -> None:
    for site in working():
        site.write(
            "briefings/short-word/briefing.yml",
            "# Invented for tests.\ntitle: Short Word\nseries: seven-minute\nsummary: Two agencies wrote it.\n"
            "summary_source: the [annual report](https://www.anytown.example/report)\nthemes: [knocking-twice]\n"
            "sources: [Invented for tests]\n",
        )
        site.build()
        assert "Two agencies wrote it. From the annual report." in text_of(site, "briefings/short-word")


def test_the_footer_says_whether_the_partnership_publishes_the_library(
    warwickshire: Site, working: Callable[[], Iterator[Site]]
) -> None:
    def footer(site: Site) -> str:
        found = site.page("").css_first(".lib-footer")
        assert found is not None
        return " ".join(found.text().split())

    made_for = "Made for Warwickshire Safeguarding, which has not confirmed yet that it publishes this library."
    assert made_for in footer(warwickshire) and "Published by" not in footer(warwickshire)
    data = json.loads((warwickshire.output / "data/reviews.json").read_text("utf-8"))
    assert data["publisher"] == "Warwickshire reviews library"
    for site in working():
        site.build()
        assert "Published by" in footer(site) and "Made for" not in footer(site)
