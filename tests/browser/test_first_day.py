"""The first day of a new partnership, from its old page to its own library in a browser.

Everything is real: the commands, the old site and the server of the library on loopback, and Chromium. The partnership,
its reviews and its documents are invented.
"""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result
from playwright.sync_api import expect

from generator.cli import main
from tests import old_site, server_redirects
from tests.browser.axe_and_layout import objections
from tests.old_site import OldSite
from tests.served_folder import serving_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DAY: Final = ("--today", "2026-11-28")
OLD_PAGE: Final = """<!doctype html><html><head><meta charset="utf-8"><title>Reviews</title></head><body><main>
<h1>Safeguarding reviews</h1><p>An invented page of an invented partnership.</p>
<h2>Willow \u2013 Published June 2022</h2>
<p>A Child Safeguarding Practice Review was completed in the case of \u2018Willow\u2019.</p>
<ul><li><a href="/index.php?option=com_docman&amp;task=download&amp;id=7">Willow CSPR - Overview Report</a></li>
<li><a href="/page.pdf">Willow - Statement</a></li>
<li><a href="/images/early.pdf">7 Minute Briefing \u2013 Early Hepl</a></li></ul>
<h2>Rowan \u2013 Published March 2021</h2>
<ul><li><a href="/?attachment_id=9">Rowan - Overview Report</a></li></ul>
<h2>Hazel \u2013 Published 2019</h2>
<p>A Safeguarding Adults Review.</p>
<ul><li><a href="/images/willow.pdf">Hazel SAR - Overview Report</a></li></ul>
</main></body></html>"""


def library(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def change(file: Path, before: str, after: str) -> None:
    """Correct a record as an editor does, in its text."""
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{before!r} in {text}"
    file.write_text(text.replace(before, after), encoding="utf-8")


@dataclass(frozen=True)
class FirstDay:
    """The library at the end of the day, and the old site, which by then redirects."""

    root: Path
    reports: Path
    old: OldSite
    address: str
    """The public address of the library, with a slash at its end."""


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FirstDay]:
    """The whole day: start, import, fetch, correct, check, build, serve."""
    folder = tmp_path_factory.mktemp("first-day")
    root, saved = folder / "ashdale", folder / "reviews.html"
    with old_site.serving() as old, serving_folder(root / "site") as served:
        address = served.replace("127.0.0.1", "localhost")
        old.answers["/reviews"] = old_site.gives(OLD_PAGE.encode(), "text/html; charset=utf-8")
        old.answers["/images/early.pdf"] = old_site.gives(old_site.document("Early help"))
        start(root, address)
        saved.write_bytes(urllib.request.urlopen(f"{old.url}/reviews").read())
        done = library(
            *("import", str(saved), "--root", str(root), "--base", f"{old.url}/reviews", "--yes", *DAY),
            *("--report", str(folder / "import.html")),
        )
        assert done.exit_code == 0, done.output
        fetch(root, folder)
        correct(root)
        build(root)
        old.redirects = server_redirects.read(root / "site", "apache-redirects.conf")
        yield FirstDay(root, folder, old, address)


def start(root: Path, address: str) -> None:
    """Answer the questions of `library init` with options, and name the series of briefings."""
    done = library(
        *("init", str(root), "--no-input", "--name", "Ashdale Safeguarding Partnership", "--area", "Ashdale"),
        *("--about", "both", "--address", address, "--documents", "reviews@ashdale.example"),
        *("--phone", "Front Door: 01632 960001 (children)", "--phone", "Adult social care: 01632 960002 (adults)"),
    )
    assert done.exit_code == 0, done.output
    words = root / "content" / "vocabulary.yml"
    change(words, "label: topic briefing\n", "label: 7-minute briefing\n")
    change(words, "plural: topic briefings\n", "plural: 7-minute briefings\n")


def fetch(root: Path, folder: Path) -> None:
    """Fetch the documents. One of them is a web page, and is said to be one."""
    done = library(
        *("import-documents", "--root", str(root), "--allow-private", "--delay", "0", *DAY),
        *("--report", str(folder / "documents.html")),
    )
    assert "4 fetched, 0 already there, 1 could not be fetched" in done.output, done.output
    assert "warning[I114]" in done.output
    assert done.exit_code == 1


def correct(root: Path) -> None:
    """Correct three proposals, and complete what no page says."""
    cases = root / "content" / "cases"
    change(cases / "rowan/case.yml", "status: draft\n", "type: cspr\nstatus: draft\n")
    change(cases / "willow/case.yml", "published: 2022-06", "published: 2022-06-14")
    briefing = next((root / "briefings").glob("*/briefing.yml"))
    change(briefing, "title: Early Hepl\n", "title: Early help\n")
    willow = cases / "willow" / "case.yml"
    address = next(line for line in willow.read_text("utf-8").splitlines() if "/page.pdf" in line)
    change(willow, address, "    availability: on-request")
    for file in (*cases.glob("*/case.yml"), briefing):
        change(file, "status: draft\n", "summary: An invented summary of what happened and of what services learned.\n")


def build(root: Path) -> None:
    """Check the records, build the library, and check every link of it."""
    done = library("check", "--records", "--root", str(root), *DAY)
    assert "error[" not in done.output, done.output
    done = library("build", "--root", str(root), *DAY, "--without", "search")
    assert done.exit_code == 0, done.output
    done = library("check", "--root", str(root), *DAY)
    assert "error[" not in done.output, done.output


@pytest.fixture
def page(chromium: Browser, day: FirstDay) -> Iterator[Page]:
    """A new tab."""
    context = chromium.new_context(accept_downloads=True)
    yield context.new_page()
    context.close()


def test_a_reader_finds_the_review_and_its_report(page: Page, day: FirstDay) -> None:
    page.goto(day.address + "reviews/")
    page.get_by_role("main").get_by_role("link", name="Willow").first.click()
    expect(page).to_have_url(day.address + "reviews/willow/")
    expect(page.locator("main h1")).to_contain_text("Willow")
    expect(page.get_by_role("main")).to_contain_text("14 June 2022")
    expect(page.get_by_role("main")).to_contain_text("Early help")
    assert objections(page) == {}
    link = page.get_by_role("main").locator('a[href$="documents/willow-overview-report.pdf"]').first
    link.evaluate("link => link.setAttribute('download', '')")
    with page.expect_download() as download:
        link.click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/index.php?option=com_docman&task=download&id=7", "reviews/willow/"),
        ("/?attachment_id=9", "reviews/rowan/"),
        ("/images/willow.pdf", "reviews/hazel/"),
        ("/images/early.pdf", "briefings/early-hepl/"),
    ],
)
def test_an_old_address_leads_to_the_new_page(page: Page, day: FirstDay, old: str, new: str) -> None:
    page.goto(day.old.url + old)
    expect(page).to_have_url(day.address + new)
    expect(page.locator("main h1")).to_be_visible()


def test_other_addresses_of_the_old_site_stay(page: Page, day: FirstDay) -> None:
    page.goto(f"{day.old.url}/reviews")
    expect(page).to_have_url(f"{day.old.url}/reviews")
    page.goto(f"{day.old.url}/index.php?option=com_docman&task=download&id=8")
    assert urlsplit(page.url).netloc == urlsplit(day.old.url).netloc


@pytest.mark.parametrize("report", ["import.html", "documents.html"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_reports_can_be_read_by_everyone(page: Page, day: FirstDay, report: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((day.reports / report).as_uri())
    expect(page.locator("h1")).to_be_visible()
    assert objections(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
