"""The section of recommendations: a page for each, the finder, lists, chart, data and feed. All is invented."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.commands.test_recommendations import FAST, LONG, PRIVATE, without_section, words
from tests.commands.test_states import found
from tests.conftest import files_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from tests.conftest import Site

ATOM = "{http://www.w3.org/2005/Atom}"
HERON = """recommendations:
  - id: a
    text: A nurse knocks again.
    to: fell-nurses
    theme: knocking-twice
    progress:
      - {date: 2025-02, status: being-done, text: The first valley has started.}
  - {id: b, text: A letter has a name below it., to: tarn-council, theme: knocking-twice}
"""


def with_second_review(site: Site) -> None:
    """Gives another review recommendations on a theme that Wren's have as well."""
    file = "content/cases/heron/case.yml"
    site.write(file, (site.root / file).read_text(encoding="utf-8") + HERON)


def links(node: LexborNode) -> dict[str, str]:
    return {" ".join(each.text().split()): each.attributes["href"] or "" for each in node.css("a")}


def test_each_recommendation_has_a_page_with_its_text_agencies_status_and_history(built: Site) -> None:
    page = built.main("recommendations/wren/r1")
    text = words(page)
    assert "Wren: recommendation 1" in text and "Every visitor goes back within a week." in text
    assert "Finished and checked" in text and "Somebody looked if it works." in text
    assert links(page)["Tarnshire County Council"] == "../../../recommendations/to/tarn-council/"
    assert links(page)["Wren"] == "../../../reviews/wren/#recommendation-r1"
    assert links(page)["Audit of second visits"] == "https://www.tarnshire.example/audit"
    assert "Three visitors believed the first answer at the door." in text, "the finding that it follows from"
    history = page.css(".lib-recommendation__history > li")
    assert [each.attributes["id"] for each in history] == ["update-2025-10-20", "update-2025-06", "update-2025-04-02"]


def test_a_page_can_be_cited_and_shared_by_its_own_address(built: Site) -> None:
    page = built.page("recommendations/wren/r1")
    address = "https://learning.tarnshire.example/recommendations/wren/r1/"
    cited = page.css_first("#cite-sentence")
    assert cited is not None and "Wren: recommendation 1" in cited.text() and address in cited.text()
    canonical = page.css_first("link[rel=canonical]")
    assert canonical is not None and canonical.attributes["href"] == address
    data = [json.loads(each.text()) for each in page.css('script[type="application/ld+json"]')]
    (part,) = (each for each in data if each["@type"] == "CreativeWork")
    assert part["isPartOf"]["url"] == "https://learning.tarnshire.example/reviews/wren/"
    assert address in (built.output / "sitemap.xml").read_text(encoding="utf-8")


def test_no_list_file_or_feed_cuts_a_text_where_its_meaning_changes(full: Site) -> None:
    only = "Nobody writes a letter, unless:\\n\\n- the door was knocked on\\n- and nobody came"
    full.change(
        "content/cases/wren/case.yml", "text: Nobody writes a letter about a home that nobody", f'text: "{only}" #'
    )
    late = '"It is too late:\\n\\n- the team has gone\\n- the money is spent"'
    full.change("content/cases/wren/case.yml", "reason: A letter is the law's first step.", f"reason: {late}")
    heron = HERON.replace("text: The first valley has started.", f"text: {late}")
    heron = heron.replace("A nurse knocks again.", f'"A nurse knocks {"again and " * 20}:\\n\\n- once"')
    full.write("content/cases/heron/case.yml", (full.root / "content/cases/heron/case.yml").read_text("utf-8") + heron)
    full.build(*FAST)
    whole = "Nobody writes a letter, unless: the door was knocked on; and nobody came."
    reason = "It is too late: the team has gone; the money is spent."
    rows = {each["id"]: each for each in full.data("data/recommendations.json")["recommendations"]}
    assert rows["r3"]["text"] == whole and rows["r3"]["progress"][0]["reason"] == reason
    (wren,) = (each for each in full.data("data/reviews.json")["reviews"] if each["id"] == "wren")
    assert wren["recommendations"][2]["text"] == whole
    with (full.output / "data/recommendations.csv").open(encoding="utf-8-sig", newline="") as file:
        found_rows = {each["id"]: each for each in csv.DictReader(file)}
    assert found_rows["r3"]["text"] == whole and found_rows["r3"]["reason"] == reason
    assert reason in (full.output / "recommendations/feed.xml").read_text(encoding="utf-8")
    cards = [words(each) for each in full.main("recommendations").css(".lib-finder__list > li > p")]
    assert whole in cards and any(each.endswith("again and…") for each in cards)
    year = full.library("year", "2025-26", "--today", "2026-05-01")
    assert whole in " ".join(year.text.split()) and f"Reason: {reason}" in " ".join(year.text.split())


def test_a_month_begins_with_a_capital_and_words_in_place_of_a_date_do_not(full: Site) -> None:
    full.change("content/cases/wren/case.yml", "published: 2025-03-14", "published: 2025-03")
    full.write("content/cases/aster/case.yml", ASTER.replace("published: 2025-01-10\n", ""))
    full.build(*FAST)
    assert "March 2025" in words(full.main("recommendations/wren/r1"))
    assert "date not known" in words(full.main("recommendations/aster/r1"))


def test_a_feed_without_entries_is_as_new_as_the_site(full: Site) -> None:
    full.write("content/published-urls.yml", "published:\n- {address: recommendations/feed.xml, since: 2026-01-01}\n")
    without_recommendations(full)
    full.build(*FAST)
    feed = ET.fromstring((full.output / "recommendations/feed.xml").read_bytes())
    assert not feed.findall(f"{ATOM}entry")
    assert (feed.findtext(f"{ATOM}updated") or "").startswith("2026")


def test_evidence_and_responses_that_were_withdrawn_say_so_on_pages_and_in_data(full: Site) -> None:
    gone = "availability: withdrawn, reason: It named a witness."
    case = "content/cases/wren/case.yml"
    full.change(case, "{kind: plain-summary, file: summary.pdf}", f"{{kind: plain-summary, {gone}}}")
    full.change(case, "availability: withheld, reason: It names a witness.", gone)
    full.build(*FAST)
    for page in (full.main("recommendations/wren/r1"), full.main("reviews/wren")):
        text = words(page)
        assert "plain summary (withdrawn)" in text and "(not online)" not in text
        assert text.count("(withdrawn)") >= 2
    row = full.data("data/recommendations.json")["recommendations"][0]
    evidence = row["progress"][-1]["evidence"][0]
    assert evidence["availability"] == "withdrawn" and evidence["label"].endswith("(withdrawn)")


def test_a_page_without_progress_does_not_say_that_nothing_was_done(built: Site) -> None:
    assert "No progress is recorded here. That does not mean that nothing was done." in words(
        built.main("recommendations/wren/r5")
    )


def test_a_superseded_recommendation_leads_to_the_page_of_the_other(built: Site) -> None:
    assert links(built.main("recommendations/wren/r4"))["Recommendation 5"] == "../r5/"


def test_the_page_of_the_review_leads_to_each_page_and_to_the_agencies(built: Site) -> None:
    page = built.main("reviews/wren")
    item = page.css_first("#recommendation-r1")
    assert item is not None
    assert links(item)["Recommendation 1 on its own page"] == "../../recommendations/wren/r1/"
    assert links(item)["Fell nurses"] == "../../recommendations/to/fell-nurses/"


def test_the_finder_lists_every_recommendation_with_filters_that_are_links_without_scripts(built: Site) -> None:
    page = built.main("recommendations")
    items = page.css(".lib-finder__list > li")
    assert [each.css_first("a").text() for each in items] == [f"Wren: recommendation {n}" for n in range(1, 6)]  # type: ignore[union-attr]
    second = items[1].attributes
    assert (second["data-status"], second["data-overdue"], second["data-to"]) == ("being-done", "yes", "fell-nurses")
    assert (second["data-theme"], second["data-year"]) == ("names-in-notes", "2025")
    facets = [each.attributes["data-facet"] for each in page.css("[data-facet]")]
    assert facets == ["status", "overdue", "to", "theme", "year"]
    for link in page.css(".lib-finder__facet a"):
        target, _, anchor = (link.attributes["href"] or "").removeprefix("../").partition("#")
        listed = built.page(target.rstrip("/"))
        assert not anchor or listed.css_first(f"#{anchor}") is not None
    assert "5 recommendations of 1 review: 1 of 5 done" in words(page)


@pytest.mark.parametrize(
    ("address", "numbers"),
    [
        ("recommendations/to/tarn-council", [1, 3]),
        ("recommendations/to/whole-moot", [4, 5]),
        ("recommendations/status/being-done", [2]),
        ("recommendations/status/no-progress", [5]),
        ("recommendations/overdue", [2]),
        ("recommendations/year/2025", [1, 2, 3, 4, 5]),
        ("themes/knocking-twice", [1]),
    ],
)
def test_lists_by_agency_status_year_and_theme(built: Site, address: str, numbers: list[int]) -> None:
    listed = built.main(address).css(".lib-recommendation-list .lib-finder__list > li > a")
    assert [each.text() for each in listed] == [f"Wren: recommendation {number}" for number in numbers]


def test_themes_that_keep_coming_back_name_their_reviews(full: Site) -> None:
    with_second_review(full)
    full.build(*FAST)
    page = full.main("recommendations")
    assert "3 recommendations of 2 reviews: Wren, Heron" in words(page)
    (theme,) = (each for each in page.css(".lib-list > li") if "3 recommendations" in each.text())
    assert links(theme) == {
        "Knocking twice": "../themes/knocking-twice/#recommendations",
        "Wren": "../reviews/wren/#changed",
        "Heron": "../reviews/heron/#changed",
    }


def test_the_chart_has_a_table_with_the_same_numbers_and_no_script(built: Site) -> None:
    page = built.main("recommendations")
    assert [each.text() for each in page.css(".lib-charts svg title")][1] == "Being done: 1 recommendation in 2025"
    rows = [[words(cell) for cell in row.css("th, td")] for row in page.css(".lib-grid tr")]
    assert rows[0] == ["", "2025", "All"]
    assert ["Refused", "1", "1"] in rows and rows[-1] == ["All", "5", "5"]


def test_the_feed_has_each_dated_update_with_an_address_of_its_own(built: Site) -> None:
    feed = ET.fromstring((built.output / "recommendations/feed.xml").read_bytes())
    entries = feed.findall(f"{ATOM}entry")
    ids = [each.findtext(f"{ATOM}id") or "" for each in entries]
    assert len(set(ids)) == len(ids) == 6
    assert ids[0] == "https://learning.tarnshire.example/recommendations/wren/r2/#update-2026-03-05"
    assert entries[0].findtext(f"{ATOM}title") == "Wren: recommendation 2: being done"
    assert "recommendations/feed.xml" in words(built.main("about/feeds-and-data")) or any(
        each.endswith("recommendations/feed.xml") for each in links(built.main("recommendations")).values()
    )


def test_two_updates_of_one_day_have_two_addresses(full: Site) -> None:
    full.change("content/cases/wren/case.yml", "date: 2025-06\n", "date: 2025-04-02\n")
    full.build(*FAST)
    history = full.main("recommendations/wren/r1").css(".lib-recommendation__history > li")
    assert [each.attributes["id"] for each in history][1:] == ["update-2025-04-02-2", "update-2025-04-02"]


def test_the_data_has_every_recommendation_with_its_review(built: Site) -> None:
    data = built.data("data/recommendations.json")["recommendations"]
    assert [each["id"] for each in data] == ["r1", "r2", "r3", "r4", "r5"]
    assert data[0]["address"].endswith("/recommendations/wren/r1/") and data[0]["review"] == "wren"
    with (built.output / "data/recommendations.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert (rows[1]["overdue"], rows[1]["status"], rows[1]["to_labels"]) == ("yes", "being-done", "Fell nurses")
    assert rows[2]["reason"] == "A letter is the law's first step."
    assert rows[0]["evidence"] == "Wren: plain summary; Audit of second visits"


def test_private_notes_are_in_none_of_the_new_files(built: Site) -> None:
    assert (built.output / "recommendations/wren/r2/index.html").is_file()
    assert found(built.output, PRIVATE) == []


def without_recommendations(site: Site) -> None:
    file = "content/cases/wren/case.yml"
    case = (site.root / file).read_text(encoding="utf-8")
    site.write(file, case.partition("findings:\n")[0].replace(", answers: [r1, r3]", ""))


def test_a_site_without_recommendations_has_no_page_feed_or_file_of_them(full: Site) -> None:
    without_recommendations(full)
    without_section(full)
    full.build(*FAST)
    assert not [name for name in files_of(full.output) if "recommendation" in name]
    assert not found(full.output, "recommendations/")


def test_a_section_without_recommendations_says_so_and_has_no_empty_feed(full: Site) -> None:
    without_recommendations(full)
    full.build(*FAST)
    names = [name for name in files_of(full.output) if "recommendation" in name]
    assert names == ["recommendations/index.html"]
    page = full.main("recommendations")
    assert "We have not published any recommendations yet." in words(page)
    assert page.css_first(".lib-charts, .lib-grid") is None


def test_without_the_section_recommendations_are_only_on_the_pages_of_reviews(full: Site) -> None:
    without_section(full)
    full.build(*FAST)
    assert not [name for name in files_of(full.output) if "recommendation" in name]
    assert "on its own page" not in words(full.main("reviews/wren"))


ASTER = """# Invented for tests: Tarnshire, its people and its reviews do not exist.
name: Aster
type: adult-review
published: 2025-01-10
summary: Aster, 60, asked for help with the stairs.
sources: [Invented for tests]
recommendations:
  - id: r1
    text: Someone measures the asterisked stairs.
    to: whole-moot
    theme: knocking-twice
    due: 2025-09
    progress:
      - {date: 2025-03, status: being-done, text: The asterisked tape is bought.}
"""
STATES = {
    "withdrawn": "status: withdrawn\nstatus_since: 2026-06-01\nstatus_reason: The family asked.\n",
    "archived": "status: archived\nstatus_since: 2026-06-01\nstatus_reason: It is old.\n",
    "scheduled": "status: scheduled\npublish_on: 2027-01-01\n",
    "draft": "status: draft\n",
}


@pytest.mark.parametrize("state", STATES)
def test_recommendations_of_a_review_that_is_not_current_are_in_no_list(full: Site, state: str) -> None:
    full.write("content/cases/aster/case.yml", ASTER + STATES[state])
    full.build(*FAST)
    # The chapter of a year says what was done in it, also about a review that was archived later.
    places = {name for name in found(full.output, "asterisked") if not name.startswith("years/")}
    of_the_review = {"reviews/aster/index.html", "data/reviews.json"} if state == "archived" else set()
    assert places == of_the_review
    assert not (full.output / "recommendations/aster").exists()
    assert not found(full.output, "recommendations/aster/")
    assert "1 is overdue." in words(full.main("recommendations")), "only Wren's"


def test_the_same_review_is_in_the_lists_while_it_is_published(full: Site) -> None:
    full.write("content/cases/aster/case.yml", ASTER)
    full.build(*FAST)
    lists = {name.rpartition("/index")[0] for name in found(full.output, "asterisked")}
    assert {"recommendations", "recommendations/aster/r1", "recommendations/to/whole-moot"} <= lists
    assert {"recommendations/overdue", "recommendations/year/2025", "themes/knocking-twice"} <= lists


@pytest.mark.parametrize("state", ["withdrawn", "archived"])
def test_a_published_address_of_a_recommendation_leads_to_its_withdrawn_or_archived_review(
    full: Site, state: str
) -> None:
    entry = "published:\n- address: recommendations/aster/r1/\n  record: case:aster\n  since: 2026-01-01\n"
    full.write("content/published-urls.yml", entry)
    full.write("content/cases/aster/case.yml", ASTER + STATES[state])
    full.build(*FAST)
    page = (full.output / "recommendations/aster/r1/index.html").read_text(encoding="utf-8")
    assert "reviews/aster/" in page and "asterisked" not in page


def many(number: int) -> str:
    return "recommendations:\n" + "".join(
        f"  - {{id: r{n}, text: Every team does the long and careful thing number {n} before the end of the year., "
        f"to: whole-moot, due: 2030-01, theme: knocking-twice}}\n"
        for n in range(1, number + 1)
    )


def test_a_long_list_has_pages_and_none_is_larger_than_300_kb(full: Site) -> None:
    file = "content/cases/heron/case.yml"
    case = (full.root / file).read_text(encoding="utf-8")
    full.write(file, f"{case}recommendations:\n{LONG}")
    full.write("content/cases/sorrel/case.yml", _case(full, "sorrel") + many(500))
    full.build(*FAST)
    addresses = ("recommendations", *(f"recommendations/all/{number}" for number in range(2, 7)))
    first, *others = (full.main(address) for address in addresses)
    listed = [len(each.css(".lib-finder__list > li")) for each in (first, *others)]
    assert listed == [200, 200, 200, 200, 200, 5]
    agency = full.main("recommendations/to/whole-moot/page/3")
    assert "Page 3 of 6" in words(agency) and len(agency.css(".lib-finder__list > li")) == 200
    assert "1005 recommendations" in words(first)
    finder = first.css_first("[data-finder]")
    assert finder is not None
    assert finder.attributes["data-pieces"] == "../assets/lists/recommendations/"
    assert "Older" in links(first) and "Newer" in links(others[-1])
    for name, content in files_of(full.output).items():
        if name.endswith(".html"):
            assert len(content) < 300_000, (name, len(content))


def _case(site: Site, identity: str) -> str:
    return (site.root / f"content/cases/{identity}/case.yml").read_text(encoding="utf-8")


def test_library_new_section_adds_the_section_with_its_frames_and_menu_entry(full: Site) -> None:
    without_section(full)
    told = CliRunner().invoke(main, ["new", "section", "recommendations", "--root", str(full.root)])
    assert told.exit_code == 0, told.output
    assert "content/pages/recommendations/to/_frame.md" in told.output
    assert "- Recommendations: recommendations/index.md" in (full.root / "mkdocs.yml").read_text(encoding="utf-8")
    full.build(*FAST)
    assert (full.output / "recommendations/wren/r1/index.html").is_file()
