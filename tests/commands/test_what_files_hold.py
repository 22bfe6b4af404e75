"""The build stops at a file that holds more than it shows, until the partnership has accepted it.

The people and places in the files are invented.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests import pdfs
from tests.conftest import REPOSITORY, Site
from tests.files_with_more import (
    HIDDEN,
    SERIAL,
    STREET,
    packed,
    pdf_with_boxes,
    pdf_with_hidden_field,
    pdf_with_photo,
    photo,
    png_with_text,
    signed_pdf,
    word_file,
    xmp,
)
from tests.unit.diagnostics.conftest import lay

CASE: Final = "content/cases/rowan/case.yml"
TODAY: Final = ("--today", "2026-11-22")
SECRETS: Final = (pdfs.AUTHOR, "Quillfeather", pdfs.SECRET, STREET, SERIAL)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small valid site."""
    return Site(lay(tmp_path / "site"))


def offer(site: Site, name: str, data: bytes, more: str = "") -> None:
    """Lets a file be Rowan's report."""
    (site.root / "content/cases/rowan" / name).write_bytes(data)
    site.change(CASE, "availability: on-request", f"file: {name}{more}")


def add_to_the_pages(site: Site, name: str, data: bytes) -> None:
    (site.root / "content/pages/about").mkdir(exist_ok=True)
    (site.root / "content/pages/about" / name).write_bytes(data)


DOCUMENTS: Final[dict[str, tuple[str, str, Callable[[], bytes]]]] = {
    "office-file": ("D426", "report.docx", word_file),
    "picture-properties": ("D427", "report.jpg", photo),
    "unchecked-file": ("D428", "report.zip", lambda: packed(notes_dot_txt=pdfs.SECRET)),
    "covering-marks": ("D430", "report.pdf", pdf_with_boxes),
    "hidden-text": ("D455", "report.pdf", HIDDEN["below a black box"]),
    "hidden-values": ("D456", "report.pdf", pdf_with_hidden_field),
}


@pytest.mark.parametrize("rule", DOCUMENTS)
def test_a_document_stops_the_build_until_it_is_accepted(site: Site, rule: str) -> None:
    code, name, make = DOCUMENTS[rule]
    offer(site, name, make())
    for command in ("check", "build"):
        told = site.library(command, *TODAY)
        assert told.status == 1
        assert f'error[{code}]: "{name}" ' in told.text
        assert not any(secret in told.text for secret in SECRETS)
    assert not site.output.exists()
    site.change(CASE, f"file: {name}", f"file: {name}, accepted: [{{rule: {rule}, reason: Invented., decided: 2026}}]")
    assert f"[{code}]" not in site.build(*TODAY).text


@pytest.mark.parametrize("rule", DOCUMENTS)
def test_what_a_document_was_earlier_counts_as_well(site: Site, rule: str) -> None:
    code, name, make = DOCUMENTS[rule]
    name = f"earlier-{name}"
    (site.root / "content/cases/rowan" / name).write_bytes(make())
    updates = f", updates: [{{date: 2026-01-02, text: Corrected., earlier: {name}}}]"
    offer(site, "report.pdf", pdfs.good("Rowan: report"), updates)
    told = site.library("build", *TODAY)
    assert f'error[{code}]: "{name}" ' in told.text
    assert not site.output.exists()
    site.change(CASE, "file: report.pdf", f"file: report.pdf, accepted: [{{rule: {rule}, reason: No., decided: 2026}}]")
    accepted = site.build(*TODAY).text
    assert f"[{code}]" not in accepted
    assert "[D420]" not in accepted


def test_a_finding_lists_what_is_inside_an_office_file(site: Site) -> None:
    offer(site, "report.docx", word_file())
    told = site.library("check", *TODAY).text
    listed = (
        "names in its properties, 1 comment, 1 tracked change, 1 piece of hidden text and a picture with properties"
    )
    assert listed in told


@pytest.mark.parametrize("ending", ["docx", "xlsx", "pptx", "docm", "odt", "ods", "odp", "rtf", "doc", "xls", "ppt"])
def test_every_kind_of_office_file_stops_the_build_even_a_clean_one(site: Site, ending: str) -> None:
    content = {"rtf": b"{\\rtf1 Invented.}"}.get(ending, packed(word__document_dot_xml="<w:document/>"))
    if ending in ("doc", "xls", "ppt"):
        content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
    elif ending.startswith("od"):
        content = packed(content_dot_xml="<office:document-content/>")
    offer(site, f"report.{ending}", content)
    told = site.library("build", *TODAY)
    assert f'error[D426]: "report.{ending}" is an Office file' in told.text
    assert not site.output.exists()


def test_the_partnership_can_say_how_severe_it_is(site: Site) -> None:
    offer(site, "report.docx", word_file())
    with (site.root / "content/partnership.yml").open("a", encoding="utf-8") as partnership:
        partnership.write("document_rules:\n  - {rule: office-file, severity: warning}\n")
    assert 'warning[D426]: "report.docx"' in site.build(*TODAY).text


PAGE_FILES: Final[dict[str, tuple[str, str, Callable[[], bytes]]]] = {
    "a place": ("error[P632]", "photo.jpg", lambda: photo(wanted=("place",))),
    "a name": ("error[D427]", "photo.jpg", lambda: photo(wanted=("name",))),
    "a number": ("error[D427]", "photo.webp", lambda: photo("WEBP", ("serial",))),
    "a caption": ("error[D427]", "drawing.png", lambda: png_with_text("Description", STREET)),
    "an author in SVG": ("error[D427]", "tree.svg", lambda: _svg(f"<dc:creator>{pdfs.AUTHOR}</dc:creator>")),
    "an Office file": ("error[D426]", "form.docx", word_file),
    "a photo in a PDF": ("error[D429]", "form.pdf", pdf_with_photo),
    "a signed PDF": ("error[D429]", "form.pdf", signed_pdf),
    "comments": ("error[D429]", "form.pdf", pdfs.FAULTY["comments-left-in"]),
    "files inside": ("error[D429]", "form.pdf", pdfs.FAULTY["files-inside"]),
    "a script": ("error[D429]", "form.pdf", pdfs.FAULTY["scripts-inside"]),
    "a locked PDF": ("error[D406]", "form.pdf", pdfs.locked),
    "a PDF by name": ("error[D417]", "form.pdf", word_file),
}


def _svg(metadata: str) -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg"><metadata>' + xmp(metadata) + b"</metadata></svg>"


@pytest.mark.parametrize("what", PAGE_FILES)
def test_a_file_among_the_pages_stops_the_build(site: Site, what: str) -> None:
    said, name, make = PAGE_FILES[what]
    add_to_the_pages(site, name, make())
    told = site.library("build", *TODAY)
    assert said in told.text
    assert f"--> content/pages/about/{name}\n" in told.text
    assert not any(secret in told.text for secret in SECRETS)
    assert not site.output.exists()


def test_clean_files_among_the_pages_are_published_without_a_word(site: Site) -> None:
    files = {
        "photo.jpg": photo(wanted=()),
        "form.pdf": pdfs.good(),
        "tree.svg": _svg(""),
        "drawing.png": png_with_text("Software", "Paint"),
    }
    for name, data in files.items():
        add_to_the_pages(site, name, data)
    assert "nothing to fix" in site.build(*TODAY).text
    for name, data in files.items():
        assert (site.output / "about" / name).read_bytes() == data


def test_the_author_of_a_pdf_among_the_pages_is_a_warning(site: Site) -> None:
    add_to_the_pages(site, "form.pdf", pdfs.FAULTY["names-in-properties"]())
    told = site.build(*TODAY).text
    assert "warning[D429]" in told
    assert "(Author, Company)" in told
    assert "Quillfeather" not in told


def test_a_picture_that_is_only_next_to_a_record_is_a_warning(site: Site) -> None:
    (site.root / "content/cases/rowan/photo.jpg").write_bytes(photo())
    assert 'warning[P632]: the picture "content/cases/rowan/photo.jpg"' in site.build(*TODAY).text


def test_a_logo_and_the_pictures_of_the_theme_count(site: Site) -> None:
    (site.root / "content/logo.png").write_bytes(png_with_text("Author", pdfs.AUTHOR))
    with (site.root / "content/partnership.yml").open("a", encoding="utf-8") as partnership:
        partnership.write("logo: {file: logo.png, alt: Invented}\n")
    assert 'error[D427]: "logo.png"' in site.library("build", *TODAY).text
    (site.root / "content/logo.png").write_bytes(png_with_text("Software", "Paint"))
    site.change("mkdocs.yml", f"custom_dir: {REPOSITORY / 'overrides'}", "custom_dir: theme")
    (site.root / "theme/assets").mkdir(parents=True)
    (site.root / "theme/assets/photo.jpg").write_bytes(photo())
    assert 'error[P632]: the picture "theme/assets/photo.jpg"' in site.library("build", *TODAY).text


def test_a_pdf_that_begins_with_something_else_is_opened_and_published(site: Site) -> None:
    offer(site, "report.pdf", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + pdfs.good("Rowan: report"))
    assert "D406" not in site.build(*TODAY).text
    (published,) = site.output.glob("documents/*report*.pdf")
    assert published.read_bytes().startswith(b"%PDF-")


def test_a_picture_is_looked_at_again_when_it_has_changed(site: Site) -> None:
    add_to_the_pages(site, "photo.jpg", photo())
    assert site.library("build", *TODAY).status == 1
    add_to_the_pages(site, "photo.jpg", photo(wanted=()))
    assert "nothing to fix" in site.build(*TODAY).text
