"""Files that hide a term in their own way, and files that nobody can search. All names are invented."""

from __future__ import annotations

import bz2
import io
import lzma
import os
import re
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from generator.diagnostics import Severity
from generator.private_terms.scan_session import PrivateTermScanner
from generator.private_terms.term import Term, TermKind
from tests import pdfs

TERMS = (Term(1, TermKind.NAME, "Zoë Quillfeather"), Term(2, TermKind.DATE, "14/09/2011"))
STYLES = (
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\ mmmm"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)


@pytest.fixture
def findings(tmp_path: Path) -> Callable[[str, bytes], list[tuple[str, Severity]]]:
    """What is found in a file: codes with their severities."""
    scanner = PrivateTermScanner(TERMS, tmp_path / "cache")

    def look(name: str, data: bytes) -> list[tuple[str, Severity]]:
        return [(each.code, each.severity) for each in scanner.scan([(name, lambda: data)], ()).diagnostics]

    return look


def zipped(entries: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return out.getvalue()


def locked_zip() -> bytes:
    data = bytearray(zipped({"word/document.xml": "<w:p/>"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def picture_with(value: bytes) -> bytes:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B] = value
    Image.new("RGB", (4, 4)).save(out, "JPEG", exif=exif)
    return out.getvalue()


def sheet(style: int, value: str) -> bytes:
    cell = f'<worksheet><c r="A1" s="{style}"><v>{value}</v></c></worksheet>'
    return zipped({"xl/styles.xml": STYLES, "xl/worksheets/sheet1.xml": cell})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", sheet(1, "40800")),
        ("a.xlsx", sheet(2, "40800.5")),
        ("a.jpg", picture_with("By Zoë Quillfeather".encode())),
        ("a.jpg", picture_with("By Zoë Quillfeather".encode("latin-1"))),
        ("notes.txt.bz2", bz2.compress(b"About Zoe Quillfeather")),
        ("notes.txt.xz", lzma.compress(b"About Zoe Quillfeather")),
        ("a.pdf", pdfs.good(pages=1, body="We met Zoe #pagebreak() Quillfeather today")),
        ("a.pdf", pdfs.good(pages=1, body="We met Zoe Quill- #pagebreak() feather today")),
        (
            "a.pdf",
            pdfs.changed(lambda writer: writer.add_outline_item(title="Zoe Quillfeather", page_number=0)),
        ),
    ],
)
def test_a_term_is_found_in_the_way_a_kind_of_file_writes_it(
    findings: Callable[[str, bytes], list[tuple[str, Severity]]], name: str, data: bytes
) -> None:
    assert ("G101", Severity.ERROR) in findings(name, data)


@pytest.mark.parametrize(("style", "value"), [(0, "40800"), (1, "40801")])
def test_a_number_that_is_no_date_or_another_date_is_not_flagged(
    findings: Callable[[str, bytes], list[tuple[str, Severity]]], style: int, value: str
) -> None:
    assert findings("a.xlsx", sheet(style, value)) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"not a document"),
        ("a.docx", locked_zip()),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
        ("a.odt", b"PK\x03\x04 damaged"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 30),
        ("a.rar", b"Rar!\x1a\x07\x00" + b"\0" * 30),
        ("a.bz2", b"BZh9 damaged"),
        ("a.zip", zipped({"inside.rar": b"Rar!\x1a\x07\x00" + b"\0" * 30})),
        ("a.docx", zipped({f"word/media/{number}.bin": b"\0" * 1_100_000 for number in range(100)})),
    ],
    ids=["a dummy", "locked", "locked by Office", "damaged", "7z", "rar", "bz2", "rar in zip", "a bomb"],
)
def test_a_file_that_cannot_be_searched_stops_publication(
    findings: Callable[[str, bytes], list[tuple[str, Severity]]], name: str, data: bytes
) -> None:
    assert findings(name, data) == [("G105", Severity.ERROR)]


def test_a_document_that_would_unpack_to_gigabytes_is_refused_before_it_is_unpacked(
    findings: Callable[[str, bytes], list[tuple[str, Severity]]],
) -> None:
    data = bytearray(zipped({"word/document.xml": b"\0" * 1_000}))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (2**32 - 2).to_bytes(4, "little")
    assert findings("a.docx", bytes(data)) == [("G105", Severity.ERROR)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_owner_can_read_the_cached_text_of_a_document(
    findings: Callable[[str, bytes], list[tuple[str, Severity]]], tmp_path: Path
) -> None:
    findings("a.jpg", picture_with(b"By a person"))
    kept = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert kept
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}


def test_a_recipe_for_a_ci_keeps_no_texts_of_documents() -> None:
    root = Path(__file__).parents[3]
    recipes = [root / ".gitlab-ci.yml", *sorted((root / ".github" / "workflows").glob("*.yml"))]
    kept = [line for path in recipes for line in path.read_text(encoding="utf-8").splitlines() if "path" in line]
    assert [line for line in kept if re.search(r"\.cache/?\s*[\],\s]?$", line)] == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("<h2 id='zoe-quillfether'>Zoe Quillfether</h2>", True),
        ("<h2 id='zoe-quillfether'>Zoe Quillfether <a href='#quillfether'>#</a></h2>", True),
        ("<p>Zoe Quillfether</p><p>She has a quillfether, and it is blue.</p>", False),
    ],
)
def test_a_misspelt_name_in_a_heading_is_not_excused_by_the_id_of_the_heading(
    findings: Callable[[str, bytes], list[tuple[str, Severity]]], text: str, is_found: bool
) -> None:
    page = f"<!doctype html><html><body><main>{text}</main></body></html>".encode()
    assert findings("page.html", page) == ([("G102", Severity.WARNING)] if is_found else [])
