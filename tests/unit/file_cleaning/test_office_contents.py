"""What an Office file holds and its pages do not show is listed, never quoted; hostile files are only files."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.file_cleaning.office_contents import findings_in_office_file
from tests.files_with_more import packed, photo, word_file
from tests.pdfs import AUTHOR, SECRET

W: Final = "<w:document>{}</w:document>"
CORE: Final = f"<cp:coreProperties><cp:lastModifiedBy>{AUTHOR}</cp:lastModifiedBy></cp:coreProperties>"
ODT: Final = "<office:document-content>{}</office:document-content>"


def look(path: Path, data: bytes, name: str = "a.docx") -> tuple[str, ...]:
    return tuple(finding.phrase for finding in findings_in_office_file(data, Path(name).suffix))


MICROSOFT: Final[dict[str, tuple[str, str, str]]] = {
    "an author": ("docProps/core.xml", f"<p><dc:creator>{AUTHOR}</dc:creator></p>", "names in its properties"),
    "the last author": ("docProps/core.xml", CORE, "names in its properties"),
    "a company": ("docProps/app.xml", "<Properties><Company>Q</Company></Properties>", "names in its properties"),
    "own properties": ("docProps/custom.xml", "<P><property name='x'/></P>", "properties of the organisation's own"),
    "a comment": ("word/comments.xml", "<w:comments><w:comment w:id='0'/></w:comments>", "1 comment"),
    "a newer comment": ("xl/threadedComments/a.xml", "<T><threadedComment a='b'/></T>", "1 comment"),
    "comments on cells": ("xl/comments1.xml", "<c><comment ref='A1'/><comment ref='A2'/></c>", "2 comments"),
    "comments on slides": ("ppt/comments/comment1.xml", "<p:cmLst><p:cm idx='1'/></p:cmLst>", "1 comment"),
    "an insertion": ("word/document.xml", W.format("<w:ins w:id='1'>x</w:ins>"), "1 tracked change"),
    "a deletion in a header": ("word/header1.xml", "<w:hdr><w:del w:id='1'>x</w:del></w:hdr>", "1 tracked change"),
    "a change of a style": ("word/document.xml", W.format("<w:rPrChange w:id='1'/>"), "1 tracked change"),
    "hidden text": ("word/document.xml", W.format("<w:vanish/>"), "1 piece of hidden text"),
    "hidden text, written out": ("word/document.xml", W.format('<w:vanish w:val="1"/>'), "1 piece of hidden text"),
    "the people": ("word/people.xml", "<w15:people><w15:person w15:author='Q'/></w15:people>", "the people who edited"),
    "a variable": ("word/settings.xml", "<w:settings><w:docVar w:name='a'/></w:settings>", "1 hidden variable"),
    "a hidden slide": ("ppt/slides/slide1.xml", '<p:sld xmlns:p="p" show="0"></p:sld>', "1 hidden slide"),
    "notes": ("ppt/notesSlides/notesSlide1.xml", "<n><a:t>Ask Q</a:t></n>", "1 page of speaker notes"),
    "a hidden sheet": ("xl/workbook.xml", '<sheets><sheet name="a" state="hidden"/></sheets>', "1 hidden sheet"),
    "a very hidden sheet": ("xl/workbook.xml", '<s><sheet name="a" state="veryHidden"/></s>', "1 hidden sheet"),
    "a hidden row": ("xl/worksheets/sheet1.xml", '<w><row r="2" hidden="1"/></w>', "1 hidden row or column"),
    "a hidden column": ("xl/worksheets/sheet1.xml", '<w><col min="2" hidden="true"/></w>', "1 hidden row or column"),
    "data behind a table": ("xl/pivotCache/records1.xml", "<r/>", "the data behind a pivot table"),
    "another workbook": ("xl/externalLinks/externalLink1.xml", "<r/>", "data of other workbooks"),
    "another file": ("word/embeddings/sheet.xlsx", "PK", "1 other file inside it"),
    "macros": ("word/vbaProject.bin", "x", "macros"),
    "a path": ("word/_rels/a.rels", r'<R Target="file:///C:\Users\tobias\a.dotx"/>', "paths on somebody's computer"),
    "a photo": (
        "word/media/image1.jpg",
        photo(wanted=("place",)).decode("latin-1"),
        "a picture with properties (a place)",
    ),
}


@pytest.mark.parametrize("name", MICROSOFT)
def test_each_thing_in_a_file_of_microsoft_office_is_listed(name: str, tmp_path: Path) -> None:
    part, text, said = MICROSOFT[name]
    data = text.encode("latin-1")
    found = look(tmp_path, packed(**{"word__document_dot_xml": W.format("").encode(), part: data}))
    assert len(found) == 1
    assert said in found[0]
    assert not any(secret in each for each in found for secret in (AUTHOR, "Quill", "tobias", "Ask"))


def test_parts_in_utf_16_are_read(tmp_path: Path) -> None:
    text = W.format("<w:del w:id='1'>x</w:del>").encode("utf-16")
    assert look(tmp_path, packed(word__document_dot_xml=text)) == ("1 tracked change",)


QUIET: Final[dict[str, tuple[str, str]]] = {
    "no hidden text": ("word/document.xml", W.format('<w:vanish w:val="0"/><w:vanish w:val="false"/>')),
    "hidden on the web": ("word/document.xml", W.format("<w:webHidden/><w:instrText/><w:insideH/><w:delText/>")),
    "an empty author": ("docProps/core.xml", "<p><dc:creator></dc:creator><cp:lastModifiedBy/></p>"),
    "the number of a slide": ("ppt/notesSlides/notesSlide1.xml", "<n><a:t>1</a:t></n>"),
    "a shown slide": ("ppt/slides/slide1.xml", '<p:sld show="1"/>'),
    "a shown sheet": ("xl/workbook.xml", '<s><sheet name="a" state="visible"/></s>'),
    "a shown row": ("xl/worksheets/sheet1.xml", '<w><row r="2" hidden="0"/></w>'),
    "a link to the web": ("word/_rels/a.rels", '<R Target="https://www.example.org/"/>'),
    "a clean photo": ("word/media/image1.jpg", photo(wanted=()).decode("latin-1")),
}


@pytest.mark.parametrize("name", QUIET)
def test_what_hides_nothing_is_not_listed(name: str, tmp_path: Path) -> None:
    part, text = QUIET[name]
    assert look(tmp_path, packed(**{part: text.encode("latin-1")})) == ()


LIBRE_OFFICE: Final[dict[str, tuple[str, str, str]]] = {
    "an author": (
        "meta.xml",
        f"<m><meta:initial-creator>{AUTHOR}</meta:initial-creator></m>",
        "names in its properties",
    ),
    "own properties": ("meta.xml", "<m><meta:user-defined/></m>", "properties of the organisation's own"),
    "a change": ("content.xml", ODT.format("<text:changed-region text:id='a'/>"), "1 tracked change"),
    "a comment": ("content.xml", ODT.format("<office:annotation office:name='a'/>"), "1 comment"),
    "hidden text": ("content.xml", ODT.format("<text:hidden-text a='b'/>"), "1 piece of hidden text"),
    "a hidden style": ("content.xml", ODT.format('<style:text-properties text:display="none"/>'), "hidden text"),
    "a hidden slide": ("content.xml", ODT.format('<p presentation:visibility="hidden"/>'), "1 hidden slide"),
    "a hidden sheet": ("content.xml", ODT.format('<p table:display="false"/>'), "1 hidden sheet, row or column"),
    "a hidden row": ("content.xml", ODT.format('<r table:visibility="collapse"/>'), "1 hidden sheet, row or column"),
    "notes": (
        "content.xml",
        ODT.format("<presentation:notes><text:p>Ask Q</text:p></presentation:notes>"),
        "1 page of speaker notes",
    ),
    "another file": ("Object 1/content.xml", "<a/>", "1 other file inside it"),
    "macros": ("Basic/script-lb.xml", "<a/>", "macros"),
}


@pytest.mark.parametrize("name", LIBRE_OFFICE)
def test_each_thing_in_a_file_of_libre_office_is_listed(name: str, tmp_path: Path) -> None:
    part, text, said = LIBRE_OFFICE[name]
    found = look(tmp_path, packed(**{"content_dot_xml": ODT.format(""), part: text}), "a.odt")
    assert len(found) == 1
    assert said in found[0]


_NOT_CLEANED: Final = "a format that cannot be cleaned"


def test_flat_files_of_libre_office_and_rich_text_are_read(tmp_path: Path) -> None:
    flat = f"<office:document><dc:creator>{AUTHOR}</dc:creator><text:changed-region a='b'/></office:document>"
    assert look(tmp_path, flat.encode(), "a.fodt") == ("names in its properties", "1 tracked change", _NOT_CLEANED)
    rich = rb"{\rtf1{\info{\author " + AUTHOR.encode() + rb"}}{\*\annotation x}{\v hidden}{\deleted x}}"
    found = ("names in its properties", "comments", "tracked changes", "hidden text", _NOT_CLEANED)
    assert look(tmp_path, rich, "a.rtf") == found
    assert look(tmp_path, rb"{\rtf1 \viewkind4 Invented.}", "a.rtf") == (_NOT_CLEANED,)


def test_a_file_that_cannot_be_checked_says_so(tmp_path: Path) -> None:
    for name, data in (
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("a.docx", b"PK\x03\x04 and no more"),
        ("a.docx", b"plain"),
        ("a.docx", word_file()[:-200]),
    ):
        (found,) = look(tmp_path, data, name)
        assert found.startswith("contents that cannot be checked")


@cache
def _bomb(parts: int = 1, size: int = 25_000_000) -> bytes:
    """Parts that are so large once they are unpacked, and small as they are."""
    return packed(**{f"word/part{number}.xml": b" " * size for number in range(parts)})


def _lies_about_its_size() -> bytes:
    """A part of 25 MB that says it has 10 bytes."""
    return _bomb().replace(struct.pack("<I", 25_000_000), struct.pack("<I", 10))


def _locked() -> bytes:
    data = bytearray(word_file())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(signature, place + 4)
    return bytes(data)


def _entities() -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    return packed(word__document_dot_xml=f'<!DOCTYPE x [<!ENTITY a0 "x">{levels}]><w:document>&a11;</w:document>')


def _endless_tags() -> bytes:
    return packed(
        xl__worksheets__sheet1_dot_xml="<row " * 2_000_000, xl__workbook_dot_xml="<sheet" + " state" * 1_000_000
    )


HOSTILE: Final[dict[str, Callable[[], bytes]]] = {
    "a bomb": _bomb,
    "a bomb of small parts": lambda: _bomb(9, 18_000_000),
    "a lie about a size": _lies_about_its_size,
    "a lock": _locked,
    "entities": _entities,
    "tags without end": _endless_tags,
    "many parts": lambda: packed(**{f"word/{number}.xml": "" for number in range(6_000)}),
    "a way out": lambda: packed(**{"../../../etc/passwd": SECRET, "/etc/passwd.xml": SECRET}),
    "another method": lambda: word_file().replace(b"\x08\x00\x00\x00", b"\x63\x00\x00\x00"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_only_a_file(name: str, tmp_path: Path) -> None:
    found = look(tmp_path, HOSTILE[name]())
    assert all(SECRET not in each for each in found)


@pytest.mark.parametrize("name", ["a bomb", "a bomb of small parts", "a lie about a size", "a lock", "many parts"])
def test_what_is_too_much_to_check_is_said(name: str, tmp_path: Path) -> None:
    (found,) = look(tmp_path, HOSTILE[name]())
    assert "can be checked" in found or "cannot be checked" in found


@given(st.integers(0, 2_000), st.binary(min_size=1, max_size=4))
def test_no_damaged_file_stops_the_reading(place: int, other: bytes) -> None:
    data = bytearray(word_file())
    at = min(place, len(data) - len(other))
    data[at : at + len(other)] = other
    with TemporaryDirectory() as folder:
        assert isinstance(look(Path(folder), bytes(data)), tuple)


def test_the_checksum_of_a_part_is_checked(tmp_path: Path) -> None:
    data = packed(word__document_dot_xml=W.format(""))
    torn = data.replace(struct.pack("<I", zlib.crc32(W.format("").encode())), b"\0\0\0\0")
    (found,) = look(tmp_path, torn)
    assert found.startswith("contents that cannot be checked")
