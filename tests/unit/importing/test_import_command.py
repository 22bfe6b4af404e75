"""`library import`: what it shows, writes and leaves alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from click.testing import Result

from tests.listing_accuracy import errors_of_drafts

LISTINGS: Final = Path(__file__).parents[2] / "listings"
Library = Callable[..., Result]

PAGE: Final = """<html><head><meta charset="utf-8"></head><body><main>
<h2>Reviews</h2><p>An invented page.</p>
<h3>Poppy \u2013 Published May 2022</h3>
<p>A Child Safeguarding Practice Review has been undertaken in the case of 'Poppy'.</p>
<p>Nobody should forget this sentence about the house.</p>
<ul><li><a href="/files/poppy.pdf">Poppy Child Safeguarding Practice Review - Report</a></li>
<li><a href="/files/7eh.pdf">7 Minute Briefing \u2013 Early Help</a></li>
<li><a href="/files/7eh2.pdf">Seven-minute briefing: Early Hepl</a></li>
<li><a href="/files/chronology.pdf">Chronology of meetings</a></li></ul>
<p><a href="/contact">How to reach our team</a></p>
</main></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "reviews.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def files(root: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(root)): each.read_bytes()
        for each in root.rglob("*")
        if each.is_file() and ".cache" not in each.parts
    }


def values(file: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


def test_a_dry_run_shows_the_plan_and_writes_nothing(library: Library, empty_site: Path, page: Path) -> None:
    before = files(empty_site)
    done = library("import", str(page), "--dry-run")
    assert done.exit_code == 0, done.output
    assert "+ content/cases/poppy/case.yml: Poppy; cspr; 2022-05" in done.output
    assert "nothing was written" in done.output
    assert files(empty_site) == before


def test_nothing_is_written_without_an_answer(library: Library, empty_site: Path, page: Path) -> None:
    before = files(empty_site)
    assert "add --yes" in library("import", str(page)).output
    library("import", str(page), answers="n\n")
    assert files(empty_site) == before


def test_the_drafts_say_what_the_page_says_and_nothing_else(library: Library, empty_site: Path, page: Path) -> None:
    done = library("import", str(page), "--yes", "--base", "https://poppy.example/reviews")
    assert done.exit_code == 0, done.output
    case = values(empty_site / "content" / "cases" / "poppy" / "case.yml")
    assert (case["name"], case["type"], str(case["published"]), case["status"]) == ("Poppy", "cspr", "2022-05", "draft")
    assert case["documents"] == [{"kind": "report", "url": "https://poppy.example/files/poppy.pdf"}]
    assert case["briefings"] == ["early-help"]
    assert not {"summary", "story", "harms", "themes", "learning"} & set(case)
    briefing = values(empty_site / "briefings" / "early-help" / "briefing.yml")
    assert (briefing["title"], briefing["series"], briefing["themes"]) == ("Early Help", "seven-minute", ["early-help"])
    assert briefing["also_known_as"] == ["7 Minute Briefing \u2013 Early Help", "Seven-minute briefing: Early Hepl"]


def test_what_is_not_understood_is_a_comment_and_is_listed(library: Library, empty_site: Path, page: Path) -> None:
    report = empty_site.parent / "import.md"
    library("import", str(page), "--yes", "--report", str(report))
    draft = (empty_site / "content" / "cases" / "poppy" / "case.yml").read_text(encoding="utf-8")
    assert "# Not understood (reviews.html, line 9): Chronology of meetings" in draft
    text = report.read_text(encoding="utf-8")
    for printed in ("Chronology of meetings", "How to reach our team", "typing error"):
        assert printed in text
    for part in ("What was made", "What to check", "What could not be placed", "What is missing", "## Next"):
        assert part in text


def test_the_drafts_have_no_errors(library: Library, empty_site: Path) -> None:
    done = library("import", str(LISTINGS), "--yes")
    assert "wrote" in done.output, done.output
    assert not errors_of_drafts(library)


def test_running_again_changes_nothing_that_an_editor_wrote(library: Library, empty_site: Path, page: Path) -> None:
    library("import", str(page), "--yes")
    record = empty_site / "content" / "cases" / "poppy" / "case.yml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("published: 2022-05", "published: 2022-05-09"), encoding="utf-8"
    )
    before = files(empty_site)
    page.write_text(
        PAGE.replace("<ul>", '<ul><li><a href="/files/es.pdf">Executive summary</a></li>'), encoding="utf-8"
    )
    done = library("import", str(page), "--yes")
    assert files(empty_site) == before
    assert "every record exists already; nothing was written" in done.output
    assert "| content/cases/poppy/case.yml | published | 2022-05 | 2022-05-09 | different |" in done.output
    assert "| content/cases/poppy/case.yml | documents | executive-summary |  | missing in the record |" in done.output


def test_all_drafts_are_written_or_none(library: Library, empty_site: Path, page: Path) -> None:
    (empty_site / "briefings").write_text("in the way", encoding="utf-8")
    before = files(empty_site)
    done = library("import", str(page), "--yes")
    assert done.exit_code == 2, done.output
    assert files(empty_site) == before


def test_a_review_asks_about_what_is_unsure(library: Library, empty_site: Path, page: Path) -> None:
    done = library("import", str(page), "--yes", "--review", answers="-\npoppy\npoppy presentation\n\n")
    assert 'Printed: "Seven-minute briefing: Early Hepl" (reviews.html, line ' in done.output
    assert "Proposal: Early Help" in done.output
    assert "type the id of the review and the kind" in done.output
    case = values(empty_site / "content" / "cases" / "poppy" / "case.yml")
    assert "presentation" in [each["kind"] for each in case["documents"]]
    assert case["briefings"] == ["early-help", "early-hepl"]
    assert (empty_site / "briefings" / "early-hepl" / "briefing.yml").exists()
    text = (empty_site / "briefings" / "early-help" / "briefing.yml").read_text(encoding="utf-8")
    assert "# Check" not in text


def test_programs_get_the_plan_as_json(library: Library, page: Path) -> None:
    plan = json.loads(library("import", str(page), "--dry-run", "--format", "json").stdout)
    assert plan["version"] == 1
    assert plan["cases"][0]["documents"][0]["label"] == "Poppy Child Safeguarding Practice Review - Report"
    assert {each["text"] for each in plan["not_placed"]} >= {"Chronology of meetings", "How to reach our team"}


def test_every_link_of_a_page_is_in_a_draft_or_listed(library: Library) -> None:
    for listing in sorted(LISTINGS.glob("*.html")):
        plan = json.loads(library("import", str(listing), "--dry-run", "--format", "json").stdout)
        placed = json.dumps(plan)
        source = listing.read_text(encoding="utf-8").split("<main")[-1]
        for address in source.split('href="')[1:]:
            name = address.split('"')[0].rsplit("/", 1)[-1].replace("&amp;", "&")
            if name.startswith(("#", "case-reviews", "sars")) or name in ("", "home", "report", "about", "privacy"):
                continue
            assert name in placed, (listing.name, name)


def test_the_help_has_examples(library: Library) -> None:
    from click.testing import CliRunner

    from generator.cli import main

    assert "library import reviews.html --dry-run" in CliRunner().invoke(main, ["import", "--help"]).output


def test_an_address_without_https_is_completed(library: Library, empty_site: Path, page: Path) -> None:
    done = library("import", str(page), "--yes", "--base", "poppy.example/reviews")
    assert "--base" not in done.output
    case = values(empty_site / "content" / "cases" / "poppy" / "case.yml")
    assert case["documents"] == [{"kind": "report", "url": "https://poppy.example/files/poppy.pdf"}]


@pytest.mark.parametrize("base", ["our reviews", "reviews.html", "https://", "ftp://poppy.example/"])
def test_what_is_no_web_address_is_refused(library: Library, empty_site: Path, page: Path, base: str) -> None:
    done = library("import", str(page), "--yes", "--base", base)
    assert done.exit_code == 2
    assert "is not a web address" in done.output


def test_links_without_an_address_are_reported(library: Library, empty_site: Path, page: Path) -> None:
    assert "not begin with http: give the address of the page with --base" in library("import", str(page)).output


def test_an_imported_record_does_not_get_the_old_address_of_another(
    library: Library, empty_site: Path, page: Path
) -> None:
    (empty_site / "content" / "redirects.yml").write_text(
        "redirects:\n  - {old: reviews/poppy/, new: reviews/, since: 2026-04-01}\n", encoding="utf-8"
    )
    assert "+ content/cases/poppy-2/case.yml" in library("import", str(page), "--dry-run").output
