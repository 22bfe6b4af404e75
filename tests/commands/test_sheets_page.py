"""One page lists every sheet that the build made, with one file that has them all."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

PAGE = "briefings/sheets/index.html"
ARCHIVE = "documents/sheets.zip"


def sheets_in(output: Path) -> set[str]:
    """Every sheet and poster that was published."""
    return {
        path.relative_to(output).as_posix()
        for folder in ("sheets", "posters")
        for path in (output / "documents" / folder).glob("*.pdf")
    }


def test_the_page_links_to_every_sheet_and_to_the_file_with_all(warwickshire: Site) -> None:
    page = LexborHTMLParser((warwickshire.output / PAGE).read_bytes())
    linked = {link.attributes["href"] or "" for link in page.css("main a[href$='.pdf'], main a[href$='.zip']")}
    sheets = sheets_in(warwickshire.output)
    assert len(sheets) > 1
    assert {link.removeprefix("../../") for link in linked} == sheets | {ARCHIVE}


def test_the_link_says_how_many_files_and_how_large(warwickshire: Site) -> None:
    page = LexborHTMLParser((warwickshire.output / PAGE).read_bytes())
    link = page.css_first("main a[href$='.zip']")
    assert link is not None
    size = (warwickshire.output / ARCHIVE).stat().st_size
    count = len(sheets_in(warwickshire.output))
    assert f"(ZIP, {count} files, {round(size / 1000)} KB)" in link.text()


def test_the_file_has_the_same_sheets_byte_for_byte(warwickshire: Site) -> None:
    with zipfile.ZipFile(warwickshire.output / ARCHIVE) as packed:
        assert packed.testzip() is None
        assert {f"documents/{name}" for name in packed.namelist()} == sheets_in(warwickshire.output)
        for name in packed.namelist():
            assert packed.read(name) == (warwickshire.output / "documents" / name).read_bytes()


def test_the_same_sheets_give_the_same_bytes_whenever_they_are_packed(warwickshire: Site) -> None:
    data = (warwickshire.output / ARCHIVE).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [entry.filename for entry in packed.infolist()] == sorted(packed.namelist())
        assert {entry.compress_type for entry in packed.infolist()} == {zipfile.ZIP_STORED}


def test_the_page_is_in_the_sitemap_and_linked_from_the_briefings(warwickshire: Site) -> None:
    sitemap = (warwickshire.output / "sitemap.xml").read_text(encoding="utf-8")
    assert "/briefings/sheets/</loc>" in sitemap
    briefings = (warwickshire.output / "briefings" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<main.*href="sheets/"', briefings, re.DOTALL)


def test_a_build_without_sheets_says_that_there_are_none(full: Site) -> None:
    slot = "---\ntitle: Sheets\nsection: briefings\n---\n\n# Sheets\n\n<!-- library:sheet-list -->\n"
    full.write("content/pages/briefings/sheets.md", slot)
    full.build("--without", "sheets")
    assert "There are no sheets yet." in full.main("briefings/sheets/").text()
    assert not (full.output / ARCHIVE).exists()
