"""What readers take away is made once, clean and with a picture; what cannot be made is told or left out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from PIL import Image
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.diagnostics import Diagnostic
from generator.documents import prepare_documents
from generator.model import AccessibilityIssue, Address, DocumentRule, Library, PublishedDocument
from generator.model.frame import Slot
from generator.pdf import PdfSandbox
from generator.render.slots import SlotFiller
from generator.render.views.cards import CardFactory
from tests import pdfs
from tests.pdfs_by_hand import PAGES, by_hand
from tests.unit.diagnostics.conftest import REPOSITORY, lay, run

TODAY: Final = date(2026, 11, 22)
WEEK: Final = 7 * 24 * 3600
HAZEL: Final = ("case", "hazel")
CASE: Final = """# Invented for the tests.
name: Hazel
type: cspr
published: 2022-09
summary: Hazel is invented.
sources: [invented]
documents:
  - {kind: report, file: report.pdf}
"""
SITE_ADDRESS: Final = "https://learning.tarnshire.example/"


@dataclass(frozen=True)
class Site:
    """The small valid site with a case that has a report."""

    root: Path

    @property
    def report(self) -> Path:
        return self.root / "content" / "cases" / "hazel" / "report.pdf"

    def change(self, old: str, new: str) -> None:
        record = self.report.with_name("case.yml")
        text = record.read_text(encoding="utf-8")
        assert old in text
        record.write_text(text.replace(old, new), encoding="utf-8")

    def made(self, code: bytes = b"this generator") -> tuple[PublishedDocument, tuple[Diagnostic, ...]]:
        """The report as readers get it, and what was found on the way."""
        result = validate_and_link(BuildOptions(self.root, TODAY))
        assert result.library is not None and result.records is not None, result.diagnostics
        cache = self.root / ".cache" / "library"
        outcome = prepare_documents(result.library, result.records, self.root, cache, code, sheets=False)
        return outcome.value.documents_of[HAZEL][0], outcome.diagnostics

    def kept(self, kind: str) -> dict[str, int]:
        """The files of a folder of the cache, each with the time of its last change."""
        folder = self.root / ".cache" / "library" / kind
        return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """With a good report."""
    root = lay(tmp_path / "site")
    folder = root / "content" / "cases" / "hazel"
    folder.mkdir()
    (folder / "case.yml").write_text(CASE, encoding="utf-8")
    (folder / "report.pdf").write_bytes(pdfs.good())
    return Site(root)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the process for PDFs was asked to do."""
    done: list[str] = []
    ask = PdfSandbox._request

    def note(process: PdfSandbox, path: Path, **request: Any) -> Any:
        done.append(request["do"])
        return ask(process, path, **request)

    monkeypatch.setattr(PdfSandbox, "_request", note)
    return done


def test_readers_get_a_clean_copy_with_the_records_title(site: Site) -> None:
    site.report.write_bytes(pdfs.FAULTY["names-in-properties"]())
    report, findings = site.made()
    assert findings == ()
    assert report.path is not None and report.path != str(site.report)
    reader: Any = PdfReader(report.path)
    assert dict(reader.metadata) == {"/Title": report.label}
    assert pdfs.AUTHOR.encode() not in pdfs.decompressed(Path(report.path).read_bytes())
    assert report.size_bytes == Path(report.path).stat().st_size
    assert (report.format, report.pages, report.shortfalls) == ("PDF", 2, ())


def test_a_second_run_asks_nothing_and_makes_nothing(site: Site, asked: list[str]) -> None:
    first, _ = site.made()
    assert asked == ["look", "clean", "draw"]
    kept = {kind: site.kept(kind) for kind in ("documents", "pictures")}
    asked.clear()
    second, _ = site.made()
    assert second == first
    assert asked == []
    assert {kind: site.kept(kind) for kind in ("documents", "pictures")} == kept


def test_a_copy_that_another_generator_has_cleaned_is_not_used(site: Site, asked: list[str]) -> None:
    first, _ = site.made()
    asked.clear()
    second, _ = site.made(b"one that knows more")
    assert asked == ["clean", "draw"]
    assert second.path != first.path
    assert second.picture is not None and first.picture is not None
    assert second.picture.path != first.picture.path


def test_a_file_touched_and_not_changed_is_only_read_again(site: Site, asked: list[str]) -> None:
    site.made()
    asked.clear()
    os.utime(site.report)
    site.made()
    assert asked == []


def test_a_changed_file_is_looked_into_cleaned_and_drawn_anew(site: Site, asked: list[str]) -> None:
    first, _ = site.made()
    asked.clear()
    site.report.write_bytes(pdfs.good(pages=3))
    second, _ = site.made()
    assert asked == ["look", "clean", "draw"]
    assert second.path != first.path
    assert (second.pages, second.address) == (3, first.address)


def test_a_new_title_makes_a_new_copy_and_no_new_picture(site: Site, asked: list[str]) -> None:
    first, _ = site.made()
    asked.clear()
    site.change("name: Hazel", "name: Hazel Beck")
    second, _ = site.made()
    assert asked == ["clean"]
    assert second.path != first.path
    assert first.picture is not None and second.picture is not None
    assert second.picture.path == first.picture.path


def test_a_cache_that_lost_a_copy_makes_it_again(site: Site, asked: list[str]) -> None:
    first, _ = site.made()
    assert first.path is not None and first.picture is not None
    before = Path(first.path).read_bytes()
    Path(first.path).unlink()
    Path(first.picture.path).unlink()
    asked.clear()
    assert site.made()[0] == first
    assert asked == ["clean", "draw"]
    assert Path(first.path).read_bytes() == before


def test_a_picture_is_a_small_webp_of_the_first_page_at_twice_its_size(site: Site) -> None:
    report, _ = site.made()
    assert report.picture is not None
    with Image.open(report.picture.path) as picture:
        assert picture.format == "WEBP"
        assert picture.size == (240, 2 * report.picture.height)
        assert len(picture.getcolors(100_000) or ()) > 2
    assert (report.picture.width, report.picture.height) == (120, 170)
    assert report.picture.address == "documents/pictures/hazel-report.webp"
    assert Path(report.picture.path).stat().st_size < 10_000


@pytest.mark.parametrize(
    ("box", "size"),
    [("[0 0 300 200]", (120, 80)), ("[0 0 200 200]", (120, 120)), ("[0 0 100 90000]", (120, 360))],
    ids=["wide", "square", "a roll"],
)
def test_a_picture_has_the_shape_of_its_page(site: Site, box: str, size: tuple[int, int]) -> None:
    text = PAGES[4].replace("20 200 Td", "20 020 Td")
    site.report.write_bytes(by_hand({3: str(PAGES[3]).replace("[0 0 200 300]", box), 4: text}))
    report, _ = site.made()
    assert report.picture is not None
    assert (report.picture.width, report.picture.height) == size


def test_a_page_that_cannot_be_drawn_goes_without_a_picture_and_is_not_tried_by_every_build(
    site: Site, asked: list[str]
) -> None:
    site.report.write_bytes(by_hand({3: str(PAGES[3]).replace("[0 0 200 300]", "[0 0 0.0001 1000000000]")}))
    report, findings = site.made()
    assert (report.picture, findings) == (None, ())
    assert report.path is not None
    asked.clear()
    assert site.made()[0] == report
    assert asked == []


def test_two_builds_at_once_make_the_same_site(site: Site) -> None:
    site.report.write_bytes(pdfs.FAULTY["comments-left-in"]())
    command = (sys.executable, "-m", "generator", "build", "--root", str(site.root), "--today", "2026-11-22", "--out")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_MKDOCS_2_WARNING": "1"}
    folders = [site.root / each for each in ("one", "two")]
    builds = [
        subprocess.Popen([*command, str(each)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
        for each in folders
    ]
    for build in builds:
        told, _ = build.communicate(timeout=600)
        assert build.returncode == 0, told
    first, second = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
        for folder in folders
    )
    assert first == second
    assert Path("documents/hazel-report.pdf") in first
    assert sorted(each.rpartition(".")[2] for each in site.kept("documents")) == ["checksums", "pdf", "texts"]
    assert {each.rpartition(".")[2] for each in site.kept("pictures")} == {"checksums", "webp"}


def test_what_nobody_has_used_for_a_week_is_let_go_and_what_is_younger_or_in_use_stays(site: Site) -> None:
    site.made()
    used = {kind: set(site.kept(kind)) for kind in ("documents", "pictures")}
    site.report.write_bytes(pdfs.good(pages=3))
    site.made()
    new = {kind: set(site.kept(kind)) - used[kind] for kind in used}
    for kind in used:
        for name in site.kept(kind):
            before = time.time() - WEEK - 60
            os.utime(site.root / ".cache" / "library" / kind / name, (before, before))
        (site.root / ".cache" / "library" / kind / "younger.pdf").write_bytes(b"")
    site.made()
    for kind in used:
        assert set(site.kept(kind)) == new[kind] | {"younger.pdf"}


def test_a_file_that_cannot_be_cleaned_is_told_and_not_published(site: Site) -> None:
    site.report.write_bytes(pdfs.FAULTY["cannot-be-cleaned"]())
    report, findings = site.made()
    assert [finding.code for finding in findings] == ["D421"]
    assert (report.path, report.picture) == (None, None)
    told = run(site.root, "build")
    assert told.status == 1
    assert "error[D421]" in told.told
    assert not (site.root / "site").exists()
    assert not [each for each in site.kept("documents") if each.endswith(".pdf")]


def test_a_file_that_is_no_pdf_is_handed_on_as_it_is(site: Site) -> None:
    accepted = "accepted: [{rule: office-file, reason: Invented., decided: 2026}]"
    site.change("file: report.pdf", f"file: report.docx, {accepted}")
    site.report.with_name("report.docx").write_bytes(pdfs.word_file())
    report, findings = site.made()
    assert (report.path, report.picture, findings) == (str(site.report.with_name("report.docx")), None, ())


def test_a_scan_without_tags_falls_short_twice_and_says_why_where_the_partnership_has_said_so(site: Site) -> None:
    def untag(writer: Any) -> None:
        del writer.root_object["/StructTreeRoot"]

    site.report.write_bytes(pdfs.changed(untag, pdfs.FAULTY["scanned-pdf"]()))
    site.change("report.pdf}", "report.pdf, accepted: [{rule: scanned-pdf, reason: It is from 1998., decided: 2025}]}")
    report, _ = site.made()
    assert [(str(shortfall.rule), shortfall.reason) for shortfall in report.shortfalls] == [
        ("untagged-pdf", ""),
        ("scanned-pdf", "It is from 1998."),
    ]


def test_faults_that_cleaning_mends_are_no_shortfalls(site: Site) -> None:
    for name in ("untitled-pdf", "pdf-without-language", "protected-pdf", "comments-left-in", "names-in-properties"):
        site.report.write_bytes(pdfs.FAULTY[name]())
        assert site.made()[0].shortfalls == ()


def test_the_page_shows_the_label_and_a_picture_that_loads_late_and_takes_its_room_at_once(built: Any) -> None:
    page = built.main("reviews/wren")
    link = page.css_first('a[href$="documents/wren-full-report.pdf"]')
    assert re.search(r"\(PDF, \d+\spages?, \d+\sKB\)$", link.text())
    picture = page.css_first("img.lib-first-page").attributes
    assert (picture["loading"], picture["alt"], picture["width"]) == ("lazy", "", "120")
    file = built.output / "reviews" / "wren" / str(picture["src"])
    with Image.open(file) as drawn:
        assert drawn.size == (240, 2 * int(str(picture["height"])))


def test_a_document_that_falls_short_says_so_beside_its_link_and_how_to_ask(built: Any) -> None:
    text = " ".join(built.main("resources/visit-ledger").text().split())
    assert re.search(
        r"Visit ledger: printed sheet \(PDF, 1 page, \d+ KB\) This file is not fully accessible\. "
        r"How to ask for Visit ledger: printed sheet in another format",
        text,
    )
    assert "not fully accessible" not in built.main("reviews/wren").text()


def test_the_data_tells_format_pages_size_and_whether_it_is_accessible(built: Any) -> None:
    told = {
        each["address"]: each
        for name, listed in (("reviews", "reviews"), ("briefings", "briefings"))
        for record in _records(built.data(f"data/{name}.json"), listed)
        for each in record["documents"]
        if each["address"] and each["address"].startswith(SITE_ADDRESS)
    }
    assert len(told) > 5
    for address, each in told.items():
        file = built.output / address.removeprefix(SITE_ADDRESS)
        assert each["format"] == "PDF"
        assert each["size_bytes"] == file.stat().st_size
        assert each["pages"] == len(PdfReader(file).pages)
        assert each["accessible"] is True


def _records(data: Any, name: str) -> Any:
    return data[name] if isinstance(data, dict) else data


def test_what_stands_elsewhere_is_not_said_to_be_accessible(built: Any) -> None:
    elsewhere = [
        each
        for name in ("reviews", "briefings")
        for record in _records(built.data(f"data/{name}.json"), name)
        for each in record["documents"]
        if not (each["address"] or "").startswith(SITE_ADDRESS)
    ]
    assert elsewhere
    assert {(each["accessible"], each["pages"], each["size_bytes"]) for each in elsewhere} == {(None, None, None)}


def test_the_statement_lists_what_falls_short_with_the_reason_and_how_to_ask(built: Any) -> None:
    main = built.main("about/accessibility")
    text = " ".join(main.text().split())
    assert "One document of this library does not meet the rules: Visit ledger: printed sheet (PDF, 1 page," in text
    assert "It has no tags" in text and "WCAG 2.2 success criterion 1.3.1" in text
    assert "Reason: The ledger is older than the rules." in text
    ask = next(each for each in main.css("a") if each.text().startswith("How to ask for"))
    assert ask.text() == "How to ask for Visit ledger: printed sheet in another format"
    contact = built.main("about/contact")
    assert str(ask.attributes["href"]).endswith("about/contact/#documents")
    assert contact.css_first("#documents") is not None
    assert "documents@tarnshire.example" in contact.html


WORDING: Final = {
    (0, 0, 0): "We do not publish any PDF documents here.",
    (1, 0, 0): "The one PDF document that you can download here has tags,",
    (3, 0, 0): "All 3 PDF documents that you can download here have tags,",
    (0, 1, 0): "One document of this library does not meet the rules: Bad 0",
    (0, 2, 0): "2 documents of this library do not meet the rules: Bad 0",
    (1, 1, 0): "1 other PDF document that you can download here has tags,",
    (2, 1, 0): "2 other PDF documents that you can download here have tags,",
    (0, 0, 1): "One document is on another website and has not been checked",
    (1, 0, 2): "2 documents are on other websites and have not been checked",
}
"""By how many documents meet the rules, do not, and stand elsewhere."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library with a report."""
    root = lay(tmp_path_factory.mktemp("statement") / "site")
    folder = root / "content" / "cases" / "hazel"
    folder.mkdir()
    (folder / "case.yml").write_text(CASE, encoding="utf-8")
    (folder / "report.pdf").write_bytes(pdfs.good())
    result = validate_and_link(BuildOptions(root, TODAY))
    assert result.library is not None and result.records is not None
    return prepare_documents(result.library, result.records, root, root / ".cache", b"", sheets=False).value


@pytest.mark.parametrize("counts", WORDING, ids=str)
def test_the_statement_reads_well_for_none_one_and_many(library: Library, counts: tuple[int, int, int]) -> None:
    meeting, short, elsewhere = counts
    report = library.documents_of[HAZEL][0]
    good = [replace(report, label=f"Good {number}") for number in range(meeting)]
    lacking = (AccessibilityIssue(DocumentRule.SCANNED, ""),)
    bad = [replace(report, label=f"Bad {number}", shortfalls=lacking) for number in range(short)]
    other = [
        PublishedDocument(label=f"Other {number}", kind="report", address="https://other.example/", is_local=False)
        for number in range(elsewhere)
    ]
    text = statement(replace(library, documents_of={HAZEL: (*good, *bad, *other)}))
    assert WORDING[counts] in text
    assert text.count("ask for Bad") == short
    assert "Reason:" not in text
    assert ("any PDF documents" in text) == (meeting + short == 0)
    assert ("on another website" in text or "on other websites" in text) == (elsewhere > 0)


def statement(library: Library) -> str:
    """What the accessibility statement says of a library's documents, on one line."""
    filler = SlotFiller(CardFactory(library), {"contact_address": "about/contact/"})
    html = filler.fill(Slot("document-accessibility"), Address("about/accessibility/"))
    assert html is not None
    return " ".join(LexborHTMLParser(html).text().split())
