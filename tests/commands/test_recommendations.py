"""Recommendations of a review and what was done since: from the record to the page and the data. All is invented."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import files_of

if TYPE_CHECKING:
    from pathlib import Path

    from selectolax.lexbor import LexborNode

    from tests.conftest import Site

FAST = ("--without", "search", "--without", "sheets")
PRIVATE = "wxyzzy"
"""In the notes of the sample, which are never published."""


def words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def section_of(site: Site, case: str = "wren") -> LexborNode:
    found = site.main(f"reviews/{case}").css_first("section[aria-labelledby=changed]")
    assert found is not None
    return found


def item(site: Site, identity: str) -> LexborNode:
    found = section_of(site).css_first(f"#recommendation-{identity}")
    assert found is not None
    return found


def test_a_summary_counts_the_recommendations_by_status(built: Site) -> None:
    summary = words(section_of(built).css_first(".lib-recommendations__summary"))  # type: ignore[arg-type]
    assert summary.startswith("1 of 5 done, 1 being done, 1 refused, 1 replaced, 1 without recorded progress.")
    assert "As of the last update, 5 March 2026." in summary


def test_each_recommendation_has_an_address_its_agencies_its_status_and_its_last_update(built: Site) -> None:
    first = words(item(built, "r1"))
    assert "Recommendation 1" in first
    assert "Tarnshire County Council and Fell nurses" in first
    assert "Finished and checked" in first and "Somebody looked if it works." in first
    assert "20 October 2025: Second visits are made within a week." in first
    assert "How it was tested: The council read 40 notes of one month." in first
    assert "No progress recorded" in words(item(built, "r5"))
    assert "Reason: A letter is the law's first step." in words(item(built, "r3"))


def test_evidence_is_a_document_of_the_review_or_a_link(built: Site) -> None:
    links = {each.text(): each.attributes["href"] for each in item(built, "r1").css("a")}
    assert links["Wren: plain summary"] == "../../documents/wren-plain-summary.pdf"
    assert links["Audit of second visits"] == "https://www.tarnshire.example/audit"
    assert "Audit: Audit of second visits" in words(item(built, "r1"))


def test_the_history_is_in_details_the_newest_first(built: Site) -> None:
    (details,) = item(built, "r1").css("details")
    assert "open" not in details.attributes
    assert [each.text() for each in details.css("time")] == ["June 2025", "2 April 2025"]


def test_a_superseded_recommendation_links_to_the_one_that_counts(built: Site) -> None:
    hrefs = [each.attributes["href"] for each in item(built, "r4").css("a")]
    assert "#recommendation-r5" in hrefs
    assert section_of(built).css_first("#recommendation-r5") is not None


def test_a_finding_links_to_what_it_led_to_and_back(built: Site) -> None:
    findings = built.main("reviews/wren").css_first("section[aria-labelledby=findings]")
    assert findings is not None
    assert "#recommendation-r1" in [each.attributes["href"] for each in findings.css("#finding-doors a")]
    assert "#finding-doors" in [each.attributes["href"] for each in item(built, "r1").css("a")]


def test_a_response_shows_at_what_it_answers_and_nowhere_else(built: Site) -> None:
    answered = [each for each in ("r1", "r2", "r3", "r4", "r5") if "reply of the board" in words(item(built, each))]
    assert answered == ["r1", "r3"]


@pytest.mark.parametrize(("today", "overdue"), [("2025-12-31", False), ("2026-01-01", True)])
def test_overdue_begins_on_the_day_after_the_due_date_and_is_never_written(
    full: Site, today: str, overdue: bool
) -> None:
    full.change("content/cases/wren/case.yml", "date: 2026-03-05", "date: 2025-11")
    full.build("--today", today, *FAST)
    assert ("Overdue" in words(item(full, "r2"))) is overdue
    assert ("1 is overdue." in words(section_of(full))) is overdue
    (wren,) = (each for each in full.data("data/reviews.json")["reviews"] if each["id"] == "wren")
    assert [each["overdue"] for each in wren["recommendations"]] == [False, overdue, False, False, False]


def test_what_is_done_is_never_overdue(built: Site) -> None:
    assert "Overdue" not in words(item(built, "r1"))


@pytest.mark.parametrize(("today", "shown"), [("2026-04-06", False), ("2027-03-06", True)])
def test_the_age_of_an_old_status_is_shown(full: Site, today: str, shown: bool) -> None:
    full.build("--today", today, *FAST)
    assert ("12 months ago" in words(item(full, "r2"))) is shown


def test_a_site_decides_how_old_a_status_may_be(full: Site) -> None:
    text = (full.root / "content/partnership.yml").read_text(encoding="utf-8")
    full.write("content/partnership.yml", f"{text}recommendations: {{old_status_after_months: 1}}\n")
    full.build("--today", "2026-04-06", *FAST)
    assert "1 month ago" in words(item(full, "r2"))


def test_the_open_data_has_findings_recommendations_and_progress(built: Site) -> None:
    (wren,) = (each for each in built.data("data/reviews.json")["reviews"] if each["id"] == "wren")
    first = wren["recommendations"][0]
    assert first["address"].endswith("/reviews/wren/#recommendation-r1")
    assert first["to"] == ["tarn-council", "fell-nurses"]
    assert (first["status"], first["open"], first["updated"]) == ("finished-and-checked", False, "2025-10-20")
    assert [each["date"] for each in first["progress"]] == ["2025-04-02", "2025-06", "2025-10-20"]
    assert first["progress"][2]["evidence"][0]["address"].endswith("/documents/wren-plain-summary.pdf")
    assert first["answered_by"] == ["board-reply"]
    assert {each["id"] for each in wren["findings"]} == {"doors", "names"}
    assert wren["recommendations"][4]["status"] is None
    (heron,) = (each for each in built.data("data/reviews.json")["reviews"] if each["id"] == "heron")
    assert (heron["findings"], heron["recommendations"], heron["recommendations_done"]) == ([], [], None)


def test_the_spreadsheet_counts_them(built: Site) -> None:
    with (built.output / "data/reviews.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert (rows["wren"]["recommendations"], rows["wren"]["recommendations_done"]) == ("5", "1")
    assert (rows["heron"]["recommendations"], rows["heron"]["recommendations_done"]) == ("", "")


def test_a_review_without_recommendations_has_no_trace_of_them(built: Site) -> None:
    page = built.main("reviews/heron").html or ""
    assert "recommendation" not in page and "What has changed since" not in page and 'id="findings"' not in page


def holding(folder: Path, word: str) -> list[str]:
    from tests.commands.test_states import found

    return found(folder, word)


def test_private_notes_are_in_no_byte_of_the_site(built: Site, tmp_path: Path) -> None:
    source = (built.root / "content/cases/wren/case.yml").read_text(encoding="utf-8").lower()
    assert source.count(PRIVATE) == 2, "the sample has a note on its own line, and one in braces"
    assert holding(built.output, PRIVATE) == []
    built.build("--drafts", "--out", str(tmp_path / "drafts"))
    assert holding(tmp_path / "drafts", PRIVATE) == []
    told = built.library("bulletin", "2025-q4", "--today", "2026-05-01", "--out", str(tmp_path / "email"))
    assert PRIVATE not in told.text.lower()
    if (tmp_path / "email").exists():
        assert holding(tmp_path / "email", PRIVATE) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: being-done, text: The form has a new field.", "status: doing, text: The form has a new field."),
        ("notes: Wxyzzy private note in braces", "notes: [Wxyzzy private]"),
        ("notes: Wxyzzy private note, ask the housing lead.", "notes: {Wxyzzy: private}"),
        ("text: The form has a new field.", "text: The form has a new field 01632 960999 and <b>HTML</b>."),
        ("notes: Wxyzzy private note, ask", "notes: TODO Wxyzzy private note <TODO>, ask"),
        ("notes: Wxyzzy private note in braces", "notes: \u2018Wxyzzy private note\u2019"),
        ("notes: Wxyzzy private note in braces", 'notes: "Wxyzzy private note'),
        *(
            ("notes: Wxyzzy private note, ask", f"{name}: Wxyzzy private note, ask")
            for name in ("note", "Notes", "noets", "nots", "note s", "NOTE", "private-notes", "private notes", "notes:")
        ),
        ("notes: Wxyzzy private note in braces", "note: Wxyzzy private"),
        ("notes: Wxyzzy private note, ask the housing lead.", "note: Wxyzzy: private"),
        ("notes: Wxyzzy private note, ask the housing lead.", "note = Wxyzzy: private"),
        ("notes: Wxyzzy private note, ask the housing lead.", 'note: "Wxyzzy private'),
        (
            "status: being-done, text: The form has a new field., notes:",
            "status: doing, text: The form has a new field., note:",
        ),
        ("workflow: {legal_check: 2025-03-01}", "workflw: {legal_check: Wxyzzy}"),
        ("workflow: {legal_check: 2025-03-01}", "Work flow: {legal_check: Wxyzzy}"),
        ("workflow: {legal_check: 2025-03-01}", "workflw: {legal_check: Wxyzzy: b}"),
    ],
)
def test_no_diagnostic_shows_a_private_note(full: Site, old: str, new: str) -> None:
    full.change("content/cases/wren/case.yml", old, new)
    for form in ("text", "json", "github"):
        told = full.library("check", "--today", "2026-05-01", "--format", form)
        assert PRIVATE not in told.text.lower()


LONG = "".join(
    f"  - {{id: r{n}, text: Do thing number {n}., to: whole-moot, due: 2030-01, progress: [{{date: 2026-01, "
    f"status: {('heard', 'being-done')[n % 2]}, text: Thing {n} is on its way.}}]}}\n"
    for n in range(1, 501)
)


def without_section(site: Site) -> None:
    """Removes the section of recommendations, and its entry in the menu."""
    shutil.rmtree(site.root / "content/pages/recommendations")
    site.change("mkdocs.yml", "  - Recommendations: recommendations/index.md\n", "")


def test_500_recommendations_are_grouped_by_status_with_links_to_the_groups(full: Site) -> None:
    case = (full.root / "content/cases/heron/case.yml").read_text(encoding="utf-8")
    full.write("content/cases/heron/case.yml", f"{case}recommendations:\n{LONG}")
    without_section(full)
    full.build(*FAST)
    section = section_of(full, "heron")
    assert len(section.css(".lib-recommendation")) == 500
    links = [(words(each), each.attributes["href"] or "") for each in section.css(".lib-recommendations__groups a")]
    assert [text for text, _ in links] == ["Heard (250)", "Being done (250)"]
    assert all(section.css_first(href) is not None for _, href in links)
    assert "0 of 500 done, 250 heard, 250 being done." in words(section)
    collapsed = section.css(".lib-recommendation > details:not([open]) > dl")
    assert len(collapsed) == 500, "a reader sees what is recommended, and opens the rest"
    summary = section.css_first("#recommendation-r7 > details > summary")
    assert summary is not None and words(summary) == "Recommendation 7: being done, The whole moot"
    assert len((full.output / "reviews/heron/index.html").read_bytes()) < 750_000


def test_the_theme_of_a_recommendation_has_a_page_even_if_only_a_pack_has_it(full: Site) -> None:
    vocabulary = (full.root / "content/vocabulary.yml").read_text(encoding="utf-8")
    full.write("content/vocabulary.yml", f"use: [common]\n{vocabulary}")
    full.change("content/cases/wren/case.yml", "    theme: names-in-notes\n", "    theme: escalation\n")
    full.build(*FAST)
    (link,) = (each for each in item(full, "r2").css("a") if each.text() == "Escalation")
    assert (full.output / "reviews/wren" / (link.attributes["href"] or "") / "index.html").resolve().is_file()


def test_the_pages_of_a_site_without_recommendations_do_not_depend_on_the_vocabulary_of_them(full: Site) -> None:
    """Records without recommendations look as they did before there were any."""
    case = (full.root / "content/cases/wren/case.yml").read_text(encoding="utf-8")
    full.write("content/cases/wren/case.yml", case.partition("findings:\n")[0].replace(", answers: [r1, r3]", ""))
    full.build(*FAST)
    before = {name: each for name, each in files_of(full.output).items() if name.endswith(".html")}
    vocabulary = (full.root / "content/vocabulary.yml").read_text(encoding="utf-8")
    full.write("content/vocabulary.yml", vocabulary.partition("\nagencies:\n")[0] + "\n")
    full.build(*FAST)
    assert {name: each for name, each in files_of(full.output).items() if name.endswith(".html")} == before
    assert not any(b"lib-recommendation" in each for each in before.values())
