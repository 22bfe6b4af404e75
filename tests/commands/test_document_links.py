"""A text links to a document, and to a page of it, by id; and the links inside a document."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import files_with_more, pdfs
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


DEAD_LINKS_IN_PDF = {
    "https://ashdale.example/reviews/nobody/": "and this site has no such page",
    "https://ashdale.example/reviews/rowan/#nothing": 'and that page has no place "#nothing"',
    "https://ashdale.example/documents/rowan-report.pdf#page=40": "and that PDF has 2 pages",
    "http://ashdale.example/reviews/rowan/": "which requests this site by http",
    "../plan.html": "which is only a part of an address",
    "reviews/nobody/": "which is only a part of an address",
    "#nothing": "which is only a part of an address",
    "www.guide.example/x": "which is only a part of an address",
    "mailto:office": "and that is not an e-mail address",
    "tel:": "and that is not a telephone number",
    "javascript:alert(1)": "and that runs a script",
    "htps://guide.example/": 'and that begins with "htps:"',
    "https://": "and that is not a complete web address",
    "https://ashdale.example:99999/": "and that is not a complete web address",
}
LIVE_LINKS_IN_PDF = [
    "https://ashdale.example/reviews/rowan/",
    "https://ashdale.example/reviews/rowan/#documents",
    "https://ashdale.example/documents/rowan-report.pdf#page=2",
    "https://guide.example/#nothing",
    "mailto:desk@ashdale.example",
    "tel:+441632960000",
]


@pytest.fixture
def site_with_links_in_a_pdf(site: Site) -> Site:
    addresses = (*DEAD_LINKS_IN_PDF, *LIVE_LINKS_IN_PDF, "file:///C:/plan.docx")
    (site.root / "content/cases/rowan/report.pdf").write_bytes(files_with_more.pdf_with_addresses(*addresses))
    return site


def dead_links(told: str) -> set[str]:
    return {
        address for address, reason in DEAD_LINKS_IN_PDF.items() if f'page 1 links to "{address}", {reason}' in told
    }


def test_check_reports_every_dead_link_inside_a_pdf(site_with_links_in_a_pdf: Site) -> None:
    site_with_links_in_a_pdf.build()
    told = site_with_links_in_a_pdf.library("check", "--today", "2026-11-25", "--all").text
    assert dead_links(told) == set(DEAD_LINKS_IN_PDF)
    assert told.count('page 1 links to "') == len(DEAD_LINKS_IN_PDF)
    assert "has 1 link to files on a computer" in told


def test_build_reports_the_dead_links_that_need_no_written_page(site_with_links_in_a_pdf: Site) -> None:
    told = site_with_links_in_a_pdf.library("build", "--today", "2026-11-25", "--all").text
    assert set(DEAD_LINKS_IN_PDF) - dead_links(told) == {"https://ashdale.example/reviews/rowan/#nothing"}
    together = site_with_links_in_a_pdf.library("build", "--check", "--today", "2026-11-25", "--all").text
    assert together.count('page 1 links to "') == len(DEAD_LINKS_IN_PDF)


def test_a_fault_in_a_record_does_not_hide_a_dead_link_inside_a_pdf(site_with_links_in_a_pdf: Site) -> None:
    site_with_links_in_a_pdf.build()
    site_with_links_in_a_pdf.change("briefings/checking-in/briefing.yml", "title:", "titel:")
    told = site_with_links_in_a_pdf.library("check", "--today", "2026-11-25", "--all").text
    assert "error[" in told
    assert dead_links(told) == set(DEAD_LINKS_IN_PDF)
