"""`library import-documents`: what it fetches from a server on loopback, what it writes, and what it leaves alone."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from click.testing import Result

from tests import old_site
from tests.conftest import REPOSITORY
from tests.old_site import OldSite

Library = Callable[..., Result]
QUICK: Final = ("--allow-private", "--delay", "0")
DOCUMENTS: Final = {
    "willow": "/images/willow.pdf",
    "rowan": "/index.php?option=com_docman&task=download&id=7",
    "hazel": "/?attachment_id=9",
    "lodge": "/download/lodge/?wpdmdl=12&refresh=6571a",
    "alder": "/statement.docx",
}


@pytest.fixture
def server() -> Iterator[OldSite]:
    with old_site.serving() as server:
        yield server


def draft(root: Path, case: str, address: str, more: str = "", status: str = "status: draft\n") -> Path:
    """Write a draft as `library import` writes it, with notes."""
    record = root / "content" / "cases" / case / "case.yml"
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(
        f"# Invented. Compare each line with the page.\nname: {case.title()}\n{status}published: 2022-06\n"
        f"summary: A child who moved.\ndocuments:\n  # Printed: Overview report\n  - kind: report\n"
        f'    url: "{address}"  # as on the page\n{more}sources: [Invented]\n',
        encoding="utf-8",
    )
    return record


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def redirects(root: Path) -> dict[str, str]:
    file = root / "content" / "redirects.yml"
    entries: list[dict[str, str]] = yaml.safe_load(text(file))["redirects"] if file.exists() else []
    return {each["old"]: each["new"] for each in entries}


def fetched(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.glob("content/cases/*/*") if path.suffix != ".yml")


def test_each_document_is_stored_next_to_its_record_and_its_old_address_redirects(
    library: Library, empty_site: Path, server: OldSite
) -> None:
    for case, path in DOCUMENTS.items():
        draft(empty_site, case, server.url + path)
    before = text(empty_site / "content/cases/willow/case.yml")
    done = library("import-documents", *QUICK)
    assert done.exit_code == 0, done.output
    assert fetched(empty_site) == [
        "content/cases/alder/report.docx",
        *(f"content/cases/{case}/report.pdf" for case in ("hazel", "lodge", "rowan", "willow")),
    ]
    assert (empty_site / "content/cases/willow/report.pdf").read_bytes() == old_site.document("Willow: report")
    address = f'url: "{server.url}/images/willow.pdf"'
    assert text(empty_site / "content/cases/willow/case.yml") == before.replace(address, "file: report.pdf")
    assert redirects(empty_site) == {
        "http://127.0.0.1/statement.docx": "reviews/alder/",
        "http://127.0.0.1/?attachment_id=9": "reviews/hazel/",
        "http://127.0.0.1/download/lodge/?wpdmdl=12&refresh=6571a": "reviews/lodge/",
        "http://127.0.0.1/download/lodge/?wpdmdl=12": "reviews/lodge/",
        "http://127.0.0.1/index.php?option=com_docman&task=download&id=7": "reviews/rowan/",
        "http://127.0.0.1/images/willow.pdf": "reviews/willow/",
    }
    assert "5 fetched, 0 already there, 0 could not be fetched" in done.output
    assert server.most_at_once == 1, "one document at a time from one host"
    assert library("check", "--records").exit_code in (0, 1)


def test_a_second_run_requests_and_changes_nothing(library: Library, empty_site: Path, server: OldSite) -> None:
    record = draft(empty_site, "willow", f"{server.url}/images/willow.pdf")
    assert library("import-documents", *QUICK).exit_code == 0
    after, asked = (text(record), text(empty_site / "content/redirects.yml")), len(server.requests)
    done = library("import-documents", *QUICK)
    assert done.exit_code == 0
    assert "0 fetched, 1 already there" in done.output
    assert "nothing to fetch" in done.output
    assert (text(record), text(empty_site / "content/redirects.yml")) == after
    assert len(server.requests) == asked


def test_what_an_editor_wrote_is_left_alone(library: Library, empty_site: Path, server: OldSite) -> None:
    url = f"{server.url}/images/willow.pdf"
    kept = [
        draft(empty_site, "aspen", url, "    availability: elsewhere\n"),
        draft(empty_site, "beech", url, "    publisher: Ashdale Council\n"),
        draft(empty_site, "cedar", url, status=""),
    ]
    filed = draft(empty_site, "fir", url)
    filed.write_text(re.sub(r"url: .*", "file: mine.pdf", text(filed)), encoding="utf-8")
    (filed.parent / "mine.pdf").write_bytes(b"mine")
    before = [text(each) for each in (*kept, filed)]
    assert library("import-documents", *QUICK).exit_code == 0
    assert [text(each) for each in (*kept, filed)] == before
    assert server.requests == []
    # A record that is no draft is fetched for when it is named.
    assert library("import-documents", *QUICK, "--only", "cedar").exit_code == 0
    assert fetched(empty_site) == ["content/cases/cedar/report.pdf", "content/cases/fir/mine.pdf"]


def test_a_file_and_a_redirect_that_are_there_are_not_replaced(
    library: Library, empty_site: Path, server: OldSite
) -> None:
    draft(empty_site, "willow", f"{server.url}/images/willow.pdf")
    draft(empty_site, "rowan", server.url + DOCUMENTS["rowan"])
    (empty_site / "content/cases/willow/report.pdf").write_bytes(b"another")
    file = empty_site / "content" / "redirects.yml"
    before = (
        "# Invented. Ours.\nredirects:\n  # The first.\n  - {old: reviews/old/, new: reviews/}  # kept\n"
        '  - {old: "http://127.0.0.1/images/willow.pdf", new: about/}\n'
    )
    file.write_text(before, encoding="utf-8")
    done = library("import-documents", *QUICK)
    assert done.exit_code == 1
    assert "warning[I122]" in done.output
    assert (empty_site / "content/cases/willow/report.pdf").read_bytes() == b"another"
    assert "file: report-2.pdf" in text(empty_site / "content/cases/willow/case.yml")
    assert text(file).startswith(before)
    assert redirects(empty_site)["http://127.0.0.1/index.php?option=com_docman&task=download&id=7"] == "reviews/rowan/"


def test_a_dry_run_requests_and_writes_nothing(library: Library, empty_site: Path, server: OldSite) -> None:
    record = draft(empty_site, "willow", f"{server.url}/images/willow.pdf")
    before = text(record)
    done = library("import-documents", *QUICK, "--dry-run")
    assert done.exit_code == 0
    assert f"? content/cases/willow/case.yml: report from {server.url}/images/willow.pdf" in done.output
    assert text(record) == before
    assert server.requests == []
    assert not (empty_site / "content/redirects.yml").exists()


def test_without_a_network_it_says_what_it_would_do(library: Library, empty_site: Path) -> None:
    records = [draft(empty_site, case, f"https://{case}.invalid/report.pdf") for case in ("willow", "rowan")]
    before = [text(each) for each in records]
    done = library("import-documents")
    assert done.exit_code == 1
    assert done.output.count("[I1") == 1
    assert "error[I120]: none of the 2 addresses could be reached; nothing was changed" in done.output
    assert "? content/cases/willow/case.yml: report from https://willow.invalid/report.pdf" in done.output
    assert "Run the command again" in done.output
    assert [text(each) for each in records] == before


def test_machines_in_private_networks_are_not_asked(library: Library, empty_site: Path, server: OldSite) -> None:
    draft(empty_site, "willow", f"{server.url}/images/willow.pdf")
    draft(empty_site, "rowan", f"http://localhost:{server.server_port}/images/willow.pdf")
    draft(empty_site, "fir", "http://169.254.169.254/latest/meta-data")
    done = library("import-documents")
    assert done.exit_code == 1
    assert done.output.count("warning[I111]") == 3
    assert server.requests == []
    assert fetched(empty_site) == []


def test_each_fault_is_said_and_changes_nothing(library: Library, empty_site: Path, server: OldSite) -> None:
    faults = {
        "/nothing.pdf": "I113",
        "/page.pdf": "I114",
        "/page-as-pdf.pdf": "I114",
        "/login.pdf": "I115",
        "/locked.pdf": "I115",
        "/empty.pdf": "I116",
        "/broken.pdf": "I116",
        "/short.pdf": "I116",
        "/huge.pdf": "I117",
        "/announced-huge.pdf": "I117",
        "/program.pdf": "I118",
        "/closed/report.pdf": "I119",
        "/loop.pdf": "I112",
        "/drip.pdf": "I112",
    }
    records = {path: draft(empty_site, f"case-{n}", server.url + path) for n, path in enumerate(faults)}
    before = {path: text(record) for path, record in records.items()}
    done = library("import-documents", *QUICK, "--most-mb", "1", "--timeout", "4", "--format", "json")
    assert done.exit_code == 1
    values: dict[str, Any] = json.loads(done.stdout)
    said = {each["address"].removeprefix(server.url): each["findings"][0] for each in values["documents"]}
    assert {path: found["code"] for path, found in said.items()} == faults
    assert all(found["hint"] for found in said.values())
    assert {path: text(record) for path, record in records.items()} == before
    assert fetched(empty_site) == []
    assert not (empty_site / "content/redirects.yml").exists()
    assert "/closed/report.pdf" not in server.requests


def test_a_server_that_goes_away_half_way_loses_nothing(library: Library, empty_site: Path, server: OldSite) -> None:
    cases = ("alder", "beech", "cedar", "fir")
    answers = {f"/{case}.pdf": old_site.gives(old_site.document(f"{case}: report")) for case in cases}
    given: list[str] = []

    def give_two(handler: Any) -> None:
        if len(given) < 2:
            given.append(handler.path)
            answers[handler.path](handler)
        # From here on the server closes every connection.

    server.answers |= dict.fromkeys(answers, give_two)
    for case in cases:
        draft(empty_site, case, f"{server.url}/{case}.pdf")
    done = library("import-documents", *QUICK)
    assert done.exit_code == 1
    assert "2 fetched, 0 already there, 2 could not be fetched" in done.output
    assert done.output.count("warning[I112]") == 2
    assert fetched(empty_site) == sorted(f"content/cases{path.removesuffix('.pdf')}/report.pdf" for path in given)
    server.answers |= answers
    server.requests.clear()
    assert "2 fetched, 2 already there" in library("import-documents", *QUICK).output
    assert not set(given) & set(server.requests)
    assert len(fetched(empty_site)) == len(redirects(empty_site)) == 4


def test_a_run_that_is_killed_leaves_no_torn_file_and_is_continued(
    library: Library, empty_site: Path, server: OldSite
) -> None:
    for number in range(6):
        server.answers[f"/{number}.pdf"] = old_site.gives(old_site.document(f"Case {number}"))
        draft(empty_site, f"case-{number}", f"{server.url}/{number}.pdf")
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "import-documents", "--root", str(empty_site), *QUICK, "--delay", "0.5"],
        cwd=REPOSITORY,
        env={**os.environ},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while not fetched(empty_site) and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    for number in range(6):
        file = empty_site / f"content/cases/case-{number}/report.pdf"
        assert not file.exists() or file.read_bytes() == old_site.document(f"Case {number}")
    assert 1 <= len(fetched(empty_site)) < 6
    done = library("import-documents", *QUICK)
    assert done.exit_code == 0, done.output
    assert len(fetched(empty_site)) == len(redirects(empty_site)) == 6
    assert all("file: report.pdf" in text(each) for each in empty_site.glob("content/cases/*/case.yml"))
    folder = empty_site / ".cache" / "library" / "fetched"
    assert not list(folder.rglob("*.fetched")) or len(list(folder.iterdir())) == 1, "only of the run that was killed"


def test_one_address_in_two_records_is_requested_once(library: Library, empty_site: Path, server: OldSite) -> None:
    for case in ("willow", "rowan"):
        draft(empty_site, case, f"{server.url}/images/willow.pdf#page=2")
    assert library("import-documents", *QUICK).exit_code == 1
    assert server.times["/images/willow.pdf"] == 1
    assert len(fetched(empty_site)) == 2
    assert list(redirects(empty_site)) == ["http://127.0.0.1/images/willow.pdf"]


def test_an_old_address_waits_until_its_record_is_published(
    library: Library, empty_site: Path, server: OldSite
) -> None:
    shutil.rmtree(empty_site)
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", empty_site)
    settings = text(empty_site / "mkdocs.yml").replace(
        "custom_dir: overrides", f"custom_dir: {REPOSITORY / 'overrides'}"
    )
    (empty_site / "mkdocs.yml").write_text(settings, encoding="utf-8")
    record = draft(empty_site, "willow", f"{server.url}/images/willow.pdf")
    assert library("import-documents", *QUICK).exit_code == 0
    moved = empty_site / "site" / "data" / "moved.csv"
    done = library("build", "--without", "search", "--without", "sheets")
    assert done.exit_code == 0, done.output
    assert not moved.exists() or "willow" not in text(moved), "a draft is named nowhere"
    assert "willow" not in text(empty_site / "site" / "apache-redirects.conf")
    record.write_text(text(record).replace("status: draft\n", ""), encoding="utf-8")
    done = library("build", "--without", "search", "--without", "sheets")
    assert done.exit_code == 0, done.output
    assert "http://127.0.0.1/images/willow.pdf" in text(moved)
    # An address of this site that leads to a draft is still an error.
    record.write_text(text(record).replace("name:", "status: draft\nname:"), encoding="utf-8")
    (empty_site / "content/redirects.yml").write_text(
        "redirects:\n  - {old: reviews/old/, new: reviews/willow/}\n", encoding="utf-8"
    )
    assert "A507" in library("build", "--without", "search", "--without", "sheets").output


@pytest.mark.parametrize(
    "before",
    ["# Invented. Only a note.\n", "redirects:\n", "redirects: []\n", "", "redirects:\r\n  - {old: a/, new: b/}\r\n"],
)
def test_records_and_redirects_keep_their_form(
    library: Library, empty_site: Path, server: OldSite, before: str
) -> None:
    record = draft(empty_site, "willow", f"{server.url}/images/willow.pdf")
    record.write_bytes(record.read_bytes().replace(b"\n", b"\r\n"))
    file = empty_site / "content" / "redirects.yml"
    file.write_bytes(before.encode())
    assert library("import-documents", *QUICK).exit_code == 0
    assert b"    file: report.pdf  # as on the page\r\n" in record.read_bytes()
    assert record.read_bytes().count(b"\n") == record.read_bytes().count(b"\r\n")
    assert redirects(empty_site)["http://127.0.0.1/images/willow.pdf"] == "reviews/willow/"
    if "\r" in before:
        assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


@pytest.mark.parametrize("ending", ["md", "html"])
def test_the_report_lists_what_was_made_what_is_missing_and_what_is_next(
    library: Library, empty_site: Path, server: OldSite, tmp_path: Path, ending: str
) -> None:
    draft(empty_site, "willow", f"{server.url}/images/willow.pdf")
    draft(empty_site, "rowan", f"{server.url}/page.pdf?a=<b>&copy=1")
    page = tmp_path / f"report.{ending}"
    assert library("import-documents", *QUICK, "--report", str(page)).exit_code == 1
    said = text(page)
    for expected in ("content/cases/willow/report.pdf", "Could not be fetched", "I114", "Next", "reviews/willow/"):
        assert expected in said
    assert "raw HTML" not in said
    if ending == "html":
        assert "&lt;b&gt;&amp;copy=1" in said or "%3Cb%3E&amp;copy=1" in said
        assert '<th scope="col" role="columnheader">File</th>' in said
        assert "<script" not in said
        assert set(re.findall(r'(?:src|href)="([^"#]+)', said)) == {f"{server.url}/page.pdf?a=%3Cb%3E&amp;copy=1"}


def test_a_report_in_an_unknown_form_is_a_usage_error(library: Library, tmp_path: Path) -> None:
    done = library("import-documents", "--report", str(tmp_path / "report.docx"))
    assert done.exit_code == 2
    assert '"report.docx" has to end in .html or .md' in done.output
    assert "no review and no briefing" in library("import-documents", "--only", "nobody").output
