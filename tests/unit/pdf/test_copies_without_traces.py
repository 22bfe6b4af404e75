"""A clean copy holds nothing of what its original hides: in pictures, links, signatures, deleted comments."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, StreamObject, TextStringObject

from generator.model import PdfFacts
from generator.pdf import PdfSandbox
from generator.pdf.images import without_metadata
from generator.pdf.objects import get_nested
from tests import pdfs
from tests.files_with_more import SERIAL, STREET, pdf_with_link, pdf_with_photo, photo, png_with_text, signed_pdf
from tests.pdfs import AUTHOR

SECRETS: Final = (AUTHOR, "Quillfeather", STREET, SERIAL)


def cleaned(process: PdfSandbox, folder: Path, data: bytes) -> tuple[PdfFacts, str]:
    """The facts of the clean copy, and every string, name and stream in any of its objects."""
    original, copy = folder / "report.pdf", folder / "copy.pdf"
    original.write_bytes(data)
    process.clean(original, copy, "Hazel: report", "en-GB")
    return process.look(copy, folder / "texts"), everything_in(PdfReader(copy))


def everything_in(reader: PdfReader) -> str:
    """Every string, name and stream in any object of a file."""
    numbers = {number for offsets in reader.xref.values() for number in offsets} | set(reader.xref_objStm)
    held = []
    for number in sorted(numbers):
        value = reader.get_object(number)
        held.append(repr(value))
        if isinstance(value, StreamObject):
            held += [value._data.decode("latin-1"), value.get_data().decode("latin-1")]
    return "\n".join(held)


def test_a_copy_keeps_no_properties_of_the_pictures_inside(process: PdfSandbox, tmp_path: Path) -> None:
    facts, held = cleaned(process, tmp_path, pdf_with_photo())
    assert facts.picture_properties == ()
    assert not any(secret in held for secret in (*SECRETS, "Exif", "http://ns.adobe.com/xap", "8BIM"))


def test_a_copy_of_a_signed_file_is_not_signed_and_does_not_name_the_signer(
    process: PdfSandbox, tmp_path: Path
) -> None:
    facts, held = cleaned(process, tmp_path, signed_pdf())
    assert facts.signatures == 0
    assert not any(secret in held for secret in SECRETS)
    assert AUTHOR.encode().hex() not in held.lower()


ACTIONS: Final = {
    "drive": ("/URI", "/URI", "file:///C:/Users/Quillfeather/case.docx"),
    "drive without file": ("/URI", "/URI", "C:\\Users\\Quillfeather\\case.docx"),
    "share": ("/URI", "/URI", "\\\\council\\Quillfeather\\case.docx"),
    "another file": ("/GoToR", "/F", "../Quillfeather/case.pdf"),
    "an office": ("/URI", "/URI", "http://intranet/Quillfeather/plan"),
    "one computer": ("/URI", "/URI", "http://localhost:8000/Quillfeather"),
    "a mail scanner": (
        "/URI",
        "/URI",
        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fguide.example&data=Quillfeather%40mail.example",
    ),
    "an e-mail address": ("/URI", "/URI", "https://guide.example/?from=Quillfeather%40mail.example"),
}


@pytest.mark.parametrize("kind", ACTIONS)
def test_a_copy_has_no_links_to_a_disk(process: PdfSandbox, tmp_path: Path, kind: str) -> None:
    name, key, target = ACTIONS[kind]
    data = pdf_with_link({"/S": name, key: TextStringObject(target)})
    (tmp_path / "linked.pdf").write_bytes(data)
    assert process.look(tmp_path / "linked.pdf", tmp_path / "texts").disk_links == (2,)
    facts, held = cleaned(process, tmp_path, data)
    assert facts.disk_links == ()
    assert "Quillfeather" not in held


def test_a_copy_keeps_its_links_to_web_pages(process: PdfSandbox, tmp_path: Path) -> None:
    address = "https://www.example.org/help"
    data = pdf_with_link({"/S": "/URI", "/URI": TextStringObject(address)})
    facts, _ = cleaned(process, tmp_path, data)
    assert address in [link.address for link in facts.links]


def test_a_copy_has_no_comment_to_which_only_the_tags_refer(process: PdfSandbox, tmp_path: Path) -> None:
    def add_comment(writer: PdfWriter) -> None:
        comment = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Text"),
                NameObject("/Rect"): ArrayObject(FloatObject(each) for each in (50, 50, 70, 70)),
                NameObject("/Contents"): TextStringObject(f"Ask {AUTHOR}"),
            }
        )
        reference = DictionaryObject({NameObject("/Type"): NameObject("/OBJR")})
        reference[NameObject("/Obj")] = writer._add_object(comment)
        tags = get_nested(writer.root_object, "/StructTreeRoot", "/K")
        assert isinstance(tags, ArrayObject)
        first = tags[0].get_object()
        assert isinstance(first, DictionaryObject)
        kids = first["/K"]
        assert isinstance(kids, ArrayObject)
        kids.append(reference)

    data = pdfs.changed(add_comment)
    (tmp_path / "deleted.pdf").write_bytes(data)
    assert process.look(tmp_path / "deleted.pdf", tmp_path / "texts").stray_comments == 1
    facts, held = cleaned(process, tmp_path, data)
    assert facts.stray_comments == 0
    assert not any(secret in held for secret in SECRETS)


@pytest.mark.parametrize("before", [b"\n", b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"])
def test_a_file_with_bytes_before_its_start_is_cleaned(process: PdfSandbox, tmp_path: Path, before: bytes) -> None:
    facts, held = cleaned(process, tmp_path, before + pdfs.good())
    assert facts.pages == 2
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF-")
    assert "HTTP" not in held


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_copy_of_a_picture_shows_the_same_and_says_nothing(kind: str) -> None:
    data = png_with_text("Author", AUTHOR) if kind == "PNG" else photo(kind)
    copy = without_metadata(data)
    assert copy is not None
    assert len(copy) < len(data)
    assert not any(secret.encode() in copy for secret in SECRETS)
    before, after = (Image.open(BytesIO(each)).convert("RGB") for each in (data, copy))
    assert ImageChops.difference(before, after).getbbox() is None
