"""Everything that is said in a PDF, whether a reader is shown it or not. Runs in a process with limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path
from typing import Final

import pypdfium2
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from generator.pdf.image_metadata import texts_of_image
from generator.pdf.objects import (
    dictionaries,
    get_nested,
    holds_a_file,
    is_resource,
    name_inside,
    page_annotations,
    root_of,
)
from generator.pdf.page_images import LONGEST_PAGE, LONGEST_TEXT

Said = tuple[str, str, bytes]
"""Where, as the end of a sentence; the words, or the name of a file inside; the bytes of that file, or none."""

_PLACES: Final = {
    "/Alt": "in the text for a picture",
    "/ActualText": "in a text that stands for another",
    "/URI": "in a link",
    "/E": "in a text for a short word",
    "/P": "in the label of a page",
    "/JS": "in a script",
    **dict.fromkeys(("/Contents", "/RC", "/Subj"), "in a comment"),
    **dict.fromkeys(("/TU", "/V", "/DV", "/Opt", "/CA"), "in a form field"),
    **dict.fromkeys(("/UF", "/F", "/Desc"), "in the name of a file inside it"),
    **dict.fromkeys(("/Dest", "/D", "/Names"), "in the name of a place"),
    "/T": "in a form field or comment",
    "/Name": "in the name of a layer or a field",
}
_HELD_BY_CONTENT: Final = re.compile(
    rb"/(?:ActualText|Alt|E|Title|T|Contents)\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)", re.DOTALL
)
_STRING: Final = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)


def extract_all_text(path: Path, reader: PdfReader) -> Iterator[Said]:
    """The text of each page, and what stands beside it.

    Properties, comments, bookmarks, labels, form fields, texts for pictures, addresses of links, scripts, files inside,
    and what no page leads to any more.
    """
    yield from _pages(path)
    yield from _properties(reader)
    for number, page in enumerate(reader.pages, 1):
        for _, note in page_annotations(page):
            for found in dictionaries(note.get("/A", note)):
                yield from _strings(found, f"in a comment or link on page {number}", own_place=False)
            yield from _strings(note, f"in a comment or link on page {number}", own_place=False)
    yield from _bookmarks(reader)
    for each in _everything(reader):
        yield from _strings(each, "in an entry that no page shows")
        if isinstance(each, StreamObject):
            yield from _stream(each)
        if holds_a_file(each):
            yield from _files(each)


def _pages(path: Path) -> Iterator[Said]:
    """As it stands there, with its line breaks; PDFium marks a hyphen at the end of a line by U+FFFE."""
    left = LONGEST_TEXT
    with closing(pypdfium2.PdfDocument(path)) as document:
        for number in range(len(document)):
            if left <= 0:
                return
            with closing(document[number]) as page, closing(page.get_textpage()) as words:
                text = words.get_text_range(0, min(LONGEST_PAGE, words.count_chars()))
            left -= len(text)
            yield f"on page {number + 1}", text, b""


def _properties(reader: PdfReader) -> Iterator[Said]:
    info = reader.trailer.get("/Info")
    found = info.get_object() if info is not None else None
    if isinstance(found, DictionaryObject):
        for key, value in found.items():
            yield "in its properties", f"{str(key).lstrip('/')} . {_text(value)}", b""


def _bookmarks(reader: PdfReader) -> Iterator[Said]:
    outlines = get_nested(root_of(reader), "/Outlines")
    for each in dictionaries(outlines) if outlines is not None else ():
        if "/Title" in each and "/Parent" in each:
            yield "in a bookmark", _text(each["/Title"]), b""


def _everything(reader: PdfReader) -> Iterator[DictionaryObject]:
    """What the catalogue leads to, then what only the file's own table still names."""
    yield from dictionaries(root_of(reader))
    for generation, offsets in reader.xref.items():
        for number in offsets:
            yield from _one(reader, number, generation)
    for number in reader.xref_objStm:
        yield from _one(reader, number, 0)


def _one(reader: PdfReader, number: int, generation: int) -> Iterator[DictionaryObject]:
    try:
        found = IndirectObject(number, generation, reader).get_object()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return
    if isinstance(found, DictionaryObject):
        yield found


def _strings(holder: DictionaryObject, usual: str, own_place: bool = True) -> Iterator[Said]:
    for key, value in dict.items(holder):
        place = _PLACES.get(str(key), usual) if own_place else usual
        for text in _texts_in(value, 0):
            yield place, text, b""
        if len(key) > 20:
            yield usual, str(key)[1:], b""


def _texts_in(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str | ByteStringObject) and not isinstance(value, NameObject):
        yield _text(value)
    elif isinstance(value, ArrayObject) and depth < 8:
        for each in list.__iter__(value):
            yield from _texts_in(each, depth + 1)


def _text(value: object) -> str:
    found = value.get_object() if isinstance(value, IndirectObject) else value
    if isinstance(found, bytes):
        return found.decode("latin-1")
    return str(found) if isinstance(found, str) else ""


def _stream(each: StreamObject) -> Iterator[Said]:
    """XML and scripts as texts, pictures by what is written in them, and what a page's drawing says in other words."""
    if name_inside(each, "/Subtype") == "/Image":
        data = bytes(each._data)  # noqa: SLF001 as it lies in the file: a JPEG with all that is written in it
        if data.startswith(b"\xff\xd8"):
            for place, text in texts_of_image(data):
                yield f"{place} of a picture inside it", text, b""
        return
    if (
        "/Length1" in each
        or is_resource(each, "/CharProcs")
        or name_inside(each, "/Subtype") in ("/Type1C", "/CIDFontType0C", "/OpenType")
    ):
        return
    try:
        data = each.get_data()
    except (PyPdfError, ValueError, KeyError, TypeError, NotImplementedError):
        return
    if name_inside(each, "/Type") == "/Metadata" or data.lstrip()[:1] == b"<":
        yield "in its properties", unescape(re.sub(r"<[^>]*>", " ", data.decode("utf-8", "replace"))), b""
        yield "in its properties", data.decode("utf-8", "replace"), b""
        return
    for match in _HELD_BY_CONTENT.finditer(data):
        yield "in a text that stands for another", _literal(match[1]), b""
    if name_inside(each, "/Subtype") != "/Form" and name_inside(each, "/Type") == "" and b"\0" not in data[:200]:
        for match in _STRING.finditer(data):
            yield "in what a page draws", _literal(match[0]), b""


def _literal(written: bytes) -> str:
    if written.startswith(b"<"):
        digits = re.sub(rb"\s", b"", written[1:-1]).decode()
        data = bytes.fromhex(digits + "0" * (len(digits) % 2))
    else:
        data = re.sub(rb"\\([()\\])", rb"\1", written[1:-1])
    return data.decode("utf-16", "replace") if data.startswith((b"\xfe\xff", b"\xff\xfe")) else data.decode("latin-1")


def _files(each: DictionaryObject) -> Iterator[Said]:
    name = _text(each.get("/UF")) or _text(each.get("/F"))
    held: PdfObject | None = get_nested(each, "/EF")
    for stream in dict.values(held) if isinstance(held, DictionaryObject) else ():
        found = stream.get_object()
        if isinstance(found, StreamObject):
            yield "in a file inside it", name, found.get_data() or b" "
