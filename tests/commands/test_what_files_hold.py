"""The build stops at a file that holds more than it shows, until the partnership has accepted it.

The people and places in the files are invented.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from generator.commands.build import prepare
from generator.commands.options import BuildOptions
from generator.pdf import looks_the_same
from generator.read import document_texts, find_project
from generator.search import searchable_documents
from tests import office_files, pdfs
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
    "picture-properties": ("D427", "report.tif", lambda: photo("TIFF")),
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
    assert f"[{code}]" not in site.build(*TODAY, "--all").text


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
    site.change(
        CASE,
        "file: report.pdf",
        f"file: report.pdf, accepted: [{{rule: {rule}, reason: Seen and checked., decided: 2026}}]",
    )
    accepted = site.build(*TODAY, "--all").text
    assert f"[{code}]" not in accepted
    assert "[D420]" not in accepted


def test_a_finding_lists_what_is_inside_an_office_file_and_where_to_click(site: Site) -> None:
    offer(site, "report.docx", word_file())
    told = site.library("check", *TODAY).text
    listed = (
        "names in its properties, 1 comment, 1 tracked change, 1 piece of hidden text and a picture with properties"
    )
    assert listed in told
    for step in ("Review, Accept, Accept all changes", "Edit, Track changes, Accept all", "Home, Show all"):
        assert step in told


@pytest.mark.parametrize("ending", ["rtf", "doc", "xls", "ppt", "docx", "odt"])
def test_an_office_file_that_cannot_be_cleaned_stops_the_build(site: Site, ending: str) -> None:
    content = {"rtf": b"{\\rtf1 Invented.}"}.get(ending, packed(word__document_dot_xml="<w:document/>"))
    if ending in ("doc", "xls", "ppt"):
        content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
    elif ending == "odt":
        content = packed(content_dot_xml="<office:document-content/>")
    offer(site, f"report.{ending}", content)
    told = site.library("build", *TODAY)
    assert f'error[D426]: "report.{ending}" is an Office file' in told.text
    assert not site.output.exists()


def test_the_partnership_can_say_how_severe_it_is(site: Site) -> None:
    offer(site, "report.docx", word_file())
    with (site.root / "content/partnership.yml").open("a", encoding="utf-8") as partnership:
        partnership.write("document_rules:\n  - {rule: office-file, severity: warning}\n")
    assert 'warning[D426]: "report.docx"' in site.build(*TODAY, "--all").text


PAGE_FILES: Final[dict[str, tuple[str, str, Callable[[], bytes]]]] = {
    "a place": ("error[P632]", "photo.tif", lambda: photo("TIFF", ("place",))),
    "a name": ("error[D427]", "photo.tif", lambda: photo("TIFF", ("name",))),
    "a damaged picture": ("error[D427]", "photo.jpg", lambda: photo()[:-100]),
    "an SVG with entities": (
        "error[S046]",
        "tree.svg",
        lambda: b"<!DOCTYPE svg>" + _svg(f"<dc:creator>{pdfs.AUTHOR}</dc:creator>"),
    ),
    "a recording": ("error[D469]", "talk.ogg", office_files.MADE["recording-properties"]),
    "a film with a journey": ("error[D469]", "film.mp4", lambda: office_files.film(b"meta")),
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
    assert "nothing to fix" in site.build(*TODAY, "--all").text
    for name in ("photo.jpg", "drawing.png"):
        assert looks_the_same(files[name], (site.output / "about" / name).read_bytes())
    for name in ("tree.svg", "form.pdf"):
        assert (site.output / "about" / name).read_bytes().startswith(files[name][:20])


CLEANED: Final[dict[str, tuple[str, str, Callable[[], bytes]]]] = {
    "a photo": ("D468", "photo.jpg", photo),
    "a WebP": ("D468", "photo.webp", lambda: photo("WEBP")),
    "a PNG": ("D468", "drawing.png", lambda: png_with_text("Description", STREET)),
    "an SVG": ("D468", "tree.svg", lambda: _svg(f"<dc:creator>{pdfs.AUTHOR}</dc:creator>")),
    "a Word file": ("D467", "form.docx", office_files.word),
    "a workbook": ("D467", "form.xlsx", office_files.workbook),
    "slides": ("D467", "form.pptx", office_files.slides),
    "a text of LibreOffice": ("D467", "form.odt", office_files.open_text),
    "a film": ("D470", "film.mp4", office_files.film),
    "a recording": ("D470", "talk.mp3", office_files.sound),
}


@pytest.mark.parametrize("what", CLEANED)
def test_a_file_among_the_pages_is_published_without_what_it_hides(site: Site, what: str) -> None:
    code, name, make = CLEANED[what]
    original = make()
    add_to_the_pages(site, name, original)
    assert f'note[{code}]: "content/pages/about/{name}"' in site.build(*TODAY, "--all").text
    published = (site.output / "about" / name).read_bytes()
    assert not _secrets_in(published)
    assert (site.root / "content/pages/about" / name).read_bytes() == original
    add_to_the_pages(site, name, published)
    assert f"[{code}]" not in site.build(*TODAY, "--all").text


@pytest.mark.parametrize("what", [what for what, (code, _, _) in CLEANED.items() if code != "D470"])
def test_a_document_is_published_without_what_it_hides(site: Site, what: str) -> None:
    code, name, make = CLEANED[what]
    offer(site, name, make())
    assert f'note[{code}]: "{name}"' in site.build(*TODAY, "--all").text
    (published,) = site.output.glob("documents/rowan-report.*")
    assert not _secrets_in(published.read_bytes())


def test_an_accepted_office_file_keeps_only_what_was_accepted(site: Site) -> None:
    deleted = "<w:p><w:del w:author='Quillfeather'><w:r><w:delText>a street</w:delText></w:r></w:del></w:p>"
    accepted = ", accepted: [{rule: office-file, reason: Invented., decided: 2026}]"
    offer(site, "report.docx", office_files.word(deleted), accepted)
    assert "[D426]" not in site.build(*TODAY, "--all").text
    parts = office_files.unzipped((site.output / "documents/rowan-report.docx").read_bytes())
    assert b"a street" in parts["word/document.xml"]
    assert "word/comments.xml" not in parts


def test_a_copy_that_looks_different_is_not_published(site: Site) -> None:
    add_to_the_pages(site, "drawing.png", office_files.MADE["copy-not-proved"]())
    assert "error[D471]" in site.library("build", *TODAY).text
    assert not site.output.exists()


def test_the_words_of_an_office_file_are_held_to_the_rules_of_prose(site: Site) -> None:
    offer(site, "report.docx", office_files.clean_word("The NHS number is 943 476 5919."))
    told = site.library("check", *TODAY).text
    assert 'text of "report.docx": ' in told
    assert "[P62" in told


def test_the_words_of_an_office_file_that_readers_see_can_be_searched(site: Site) -> None:
    accepted = ", accepted: [{rule: office-file, reason: Invented., decided: 2026}]"
    offer(site, "report.pptx", office_files.slides("show='0'"), accepted)
    project = find_project(site.root).value
    library = prepare(BuildOptions(site.root, date(2026, 11, 22))).library
    assert project is not None
    assert library is not None
    (document,) = searchable_documents(library, partial(document_texts, project))
    indexed = dict(document.parts())
    assert list(indexed) == ["documents/rowan-report.pptx"]
    assert "Learning from Rowan" in indexed["documents/rowan-report.pptx"]
    assert "Kestrel plan" not in indexed["documents/rowan-report.pptx"]


def _secrets_in(data: bytes) -> list[str]:
    """The secrets in a file, or in the parts of a ZIP."""
    whole = b"".join(office_files.unzipped(data).values()) if data.startswith(b"PK") else data
    return [secret for secret in (*SECRETS, "quill", "PRINTER") if secret.encode() in whole]


def test_the_author_of_a_pdf_among_the_pages_is_a_warning(site: Site) -> None:
    add_to_the_pages(site, "form.pdf", pdfs.FAULTY["names-in-properties"]())
    told = site.build(*TODAY, "--all").text
    assert "warning[D429]" in told
    assert "(Author, Company)" in told
    assert "Quillfeather" not in told


def test_a_picture_that_is_only_next_to_a_record_is_a_warning(site: Site) -> None:
    (site.root / "content/cases/rowan/photo.jpg").write_bytes(photo())
    assert 'warning[P632]: the picture "content/cases/rowan/photo.jpg"' in site.build(*TODAY, "--all").text


def test_a_logo_and_the_pictures_of_the_theme_count(site: Site) -> None:
    (site.root / "content/logo.png").write_bytes(png_with_text("Author", pdfs.AUTHOR))
    with (site.root / "content/partnership.yml").open("a", encoding="utf-8") as partnership:
        partnership.write("logo: {file: logo.png, alt: Invented}\n")
    assert 'note[D468]: "logo.png"' in site.build(*TODAY, "--all").text
    assert pdfs.AUTHOR.encode() not in (site.output / "assets/partnership-logo.png").read_bytes()
    (site.root / "content/logo.png").write_bytes(png_with_text("Software", "Paint"))
    site.change("mkdocs.yml", f"custom_dir: {REPOSITORY / 'overrides'}", "custom_dir: theme")
    (site.root / "theme/assets").mkdir(parents=True)
    (site.root / "theme/assets/photo.tif").write_bytes(photo("TIFF"))
    assert 'error[P632]: the picture "theme/assets/photo.tif"' in site.library("build", *TODAY).text


def test_a_pdf_that_begins_with_something_else_is_opened_and_published(site: Site) -> None:
    offer(site, "report.pdf", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + pdfs.good("Rowan: report"))
    assert "D406" not in site.build(*TODAY, "--all").text
    (published,) = site.output.glob("documents/*report*.pdf")
    assert published.read_bytes().startswith(b"%PDF-")


def test_a_picture_is_looked_at_again_when_it_has_changed(site: Site) -> None:
    add_to_the_pages(site, "photo.tif", photo("TIFF"))
    assert site.library("build", *TODAY).status == 1
    add_to_the_pages(site, "photo.tif", photo("TIFF", wanted=()))
    assert "nothing to fix" in site.build(*TODAY, "--all").text
