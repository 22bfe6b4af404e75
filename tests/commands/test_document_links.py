"""A text links to a document, and to a page of it, by id."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import pdfs
from tests.conftest import REPOSITORY, Site

CASE = "content/cases/rowan/case.yml"
TEXT = "[Early help](briefing:checking-in) came late."


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small sample site, with a report of two pages."""
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", tmp_path / "small")
    shutil.copytree(REPOSITORY / "overrides", tmp_path / "small" / "overrides")
    made = Site(tmp_path / "small")
    made.change(CASE, "{kind: report, availability: on-request}", "{kind: report, file: report.pdf}")
    (made.root / "content/cases/rowan/report.pdf").write_bytes(pdfs.good(pages=2))
    return made


def links(site: Site, address: str, words: str) -> list[str | None]:
    return [link.attributes.get("href") for link in site.main(address).css("a") if link.text() == words]


def test_a_link_by_id_leads_to_the_page_of_the_pdf(site: Site) -> None:
    link = "[What the school saw](document:rowan-report#page=2)"
    site.change(CASE, TEXT, f"{TEXT} {link}")
    site.change("content/pages/resources/index.md", "# Resources", f"# Resources\n\n{link}")
    site.build()
    for address in ("reviews/rowan/", "resources/"):
        steps = "../" * address.count("/")
        assert links(site, address, "What the school saw") == [f"{steps}documents/rowan-report.pdf#page=2"]
    assert "error[" not in site.library("check", "--today", "2026-11-25").text


def test_a_document_that_is_not_published_here_is_linked_on_the_page_of_its_record(site: Site) -> None:
    site.change(CASE, "{kind: report, file: report.pdf}", "{kind: report, availability: on-request}")
    (site.root / "content/cases/rowan/report.pdf").unlink()
    site.change(CASE, TEXT, f"{TEXT} [The whole report](document:rowan-report)")
    site.build()
    assert links(site, "reviews/rowan/", "The whole report") == ["../../reviews/rowan/"]
    assert "L80" not in site.library("check", "--today", "2026-11-25").text


@pytest.mark.parametrize(
    "destination",
    [
        "document:rowan-report#page=3",
        "document:rowan-report#page=0",
        "document:rowan-report#view=Fit&page=40",
        "https://ashdale.example/documents/rowan-report.pdf#page=3",
    ],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_page_that_the_pdf_does_not_have_is_reported(site: Site, destination: str, command: str) -> None:
    site.change(CASE, TEXT, f"{TEXT} [What the school saw]({destination})")
    told = site.library(command, "--today", "2026-11-25").text
    assert told.count("warning[L802]") == 1
    assert "and the PDF has 2 pages" in told


@pytest.mark.parametrize(
    ("destination", "hint"),
    [
        ("document:rowan-reprot", "rowan-report"),
        ("document:rowan", "rowan-report"),
        ("site:documents/rowan-report.pdf", "write document:rowan-report"),
        ("site:documents/rowan-report.pdf#page=1", "write document:rowan-report#page=1"),
        ("document: rowan-report", 'write "document:rowan-report"'),
    ],
)
def test_a_wrong_link_to_a_document_is_an_error_with_a_hint(site: Site, destination: str, hint: str) -> None:
    site.change(CASE, TEXT, f"{TEXT} [What the school saw]({destination})")
    told = site.library("check", "--today", "2026-11-25")
    assert told.status == 1
    assert hint in told.text


def test_a_link_to_a_document_of_a_draft_is_an_error(site: Site) -> None:
    site.change("briefings/checking-in/briefing.yml", "title:", "status: draft\ntitle:")
    site.change("content/pages/resources/index.md", "# Resources", "# Resources\n\n[Tool](document:rowan-report)")
    site.change(CASE, "name: Rowan", "status: draft\nname: Rowan")
    assert "P605" in site.library("check", "--today", "2026-11-25").text
