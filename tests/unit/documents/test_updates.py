"""A document that is replaced keeps its address, says what has changed, and may offer what it was."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

import pytest
import yaml
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from tests import pdfs
from tests.unit.diagnostics.conftest import lay, run

TODAY: Final = "2026-11-22"
CASE: Final = """# Invented for the tests.
name: Hazel
type: cspr
published: 2022-09
summary: Hazel is invented.
sources: [invented]
documents:
  - kind: report
    file: report.pdf
    updates:
      - {date: 2023-05, text: The month on page 2 was fixed.}
      - {date: 2024-03-12, text: Recommendation 4 was corrected., earlier: as-published.pdf}
"""
ATOM: Final = "{http://www.w3.org/2005/Atom}"
NOW, THEN = "documents/hazel-report.pdf", "documents/versions/hazel-report-until-2024-03-12.pdf"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small valid site with a case whose report was replaced."""
    root = lay(tmp_path / "site")
    folder = root / "content" / "cases" / "hazel"
    folder.mkdir()
    (folder / "case.yml").write_text(CASE, encoding="utf-8")
    (folder / "report.pdf").write_bytes(pdfs.good())
    (folder / "as-published.pdf").write_bytes(pdfs.FAULTY["names-in-properties"]())
    return root


def change(root: Path, old: str, new: str) -> None:
    record = root / "content" / "cases" / "hazel" / "case.yml"
    text = record.read_text(encoding="utf-8")
    assert old in text
    record.write_text(text.replace(old, new), encoding="utf-8")


def build(root: Path) -> None:
    told = run(root, "build", "--today", TODAY)
    assert told.status == 0, told.told


def test_the_page_says_what_has_changed_the_newest_first(root: Path) -> None:
    build(root)
    page = LexborHTMLParser((root / "site/reviews/hazel/index.html").read_bytes())
    document = page.css_first(".lib-document")
    assert document is not None
    lines = [" ".join(each.text().split()) for each in document.css("p.lib-note")]
    assert lines[0].startswith("Updated 12 March 2024: Recommendation 4 was corrected. Hazel: ")
    assert "as it was until 12 March 2024 (PDF, 2 pages, " in lines[0]
    assert lines[1:] == ["Updated May 2023: The month on page 2 was fixed."]
    links = [each.attributes["href"] for each in document.css("a")]
    assert links == [f"../../{NOW}", f"../../{THEN}"]


def test_what_it_was_is_a_clean_copy_too_and_the_address_stays(root: Path) -> None:
    build(root)
    for address in (NOW, THEN):
        reader: Any = PdfReader(root / "site" / address)
        assert set(reader.metadata) == {"/Title"}
    assert pdfs.AUTHOR.encode() not in pdfs.decompressed((root / "site" / THEN).read_bytes())
    assert run(root, "check", "--today", TODAY).status == 0


def test_the_feed_and_the_data_tell_of_it(root: Path) -> None:
    build(root)
    feed = ElementTree.parse(root / "site/feed.xml")
    entries = {each.findtext(f"{ATOM}id"): each for each in feed.iter(f"{ATOM}entry")}
    address = next(each for each in entries if each and each.endswith("reviews/hazel/"))
    assert address is not None
    place = f"{address}#hazel-report-2024-03-12"
    entry = entries[place]
    assert (entry.findtext(f"{ATOM}title") or "").startswith("Updated: Hazel: ")
    assert entry.findtext(f"{ATOM}summary") == "Recommendation 4 was corrected."
    assert entry.findtext(f"{ATOM}updated") == "2024-03-12T00:00:00Z"
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.attrib["href"] == place
    reviews = json.loads((root / "site/data/reviews.json").read_text(encoding="utf-8"))["reviews"]
    (document,) = next(review for review in reviews if review["id"] == "hazel")["documents"]
    assert [each["date"] for each in document["updates"]] == ["2024-03-12", "2023-05"]
    assert document["updates"][0]["earlier"].endswith(THEN)
    assert document["updates"][1]["earlier"] is None


def test_what_is_not_offered_any_more_is_not_published(root: Path) -> None:
    change(root, ", earlier: as-published.pdf", "")
    build(root)
    assert not (root / "site/documents/versions").exists()
    assert "Recommendation 4" in (root / "site/reviews/hazel/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("earlier: as-published.pdf", "earlier: as-publisht.pdf", "D401"),
        ("earlier: as-published.pdf", "earlier: ../other.pdf", "D402"),
        ("date: 2024-03-12", "date: 2027-03-12", "T704"),
        ("date: 2024-03-12", "date: 2021-03-12", "T705"),
        ("date: 2023-05, text: The month on page 2 was fixed.", "date: 2023-05", "R202"),
        (
            "date: 2023-05, text: The month on page 2 was fixed.",
            "date: 2024-03-12, text: Another., earlier: report.pdf",
            "A501",
        ),
    ],
)
def test_what_cannot_be_right_is_told_at_its_place(root: Path, old: str, new: str, code: str) -> None:
    change(root, old, new)
    told = run(root, "check", "--today", TODAY)
    assert told.status == 1
    line = next(n for n, each in enumerate(CASE.replace(old, new).splitlines(), 1) if new in each)
    place = told.told.partition(f"[{code}]")[2].splitlines()[1]
    assert f"content/cases/hazel/case.yml:{line + (code == 'A501')}:" in place, told.told


def test_an_earlier_file_that_cannot_be_cleaned_is_told_at_its_place(root: Path) -> None:
    (root / "content/cases/hazel/as-published.pdf").write_bytes(b"%PDF-1.7 nothing more")
    told = run(root, "build", "--today", TODAY)
    assert told.status == 1
    assert "as-published.pdf" in told.told


def test_what_it_was_earlier_is_written_down_for_good_with_its_record_and_hash(root: Path) -> None:
    build(root)
    assert run(root, "publish-addresses").status == 0
    published = yaml.safe_load((root / "content" / "published-urls.yml").read_text(encoding="utf-8"))["published"]
    known = {each["address"]: each for each in published}
    for address in (NOW, THEN):
        assert known[address]["record"] == "case:hazel"
        (version,) = known[address]["versions"]
        assert version["sha256"] == sha256((root / "site" / address).read_bytes()).hexdigest()
