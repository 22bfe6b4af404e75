"""Extracts every text of a PDF, visible or not. This runs in a process with limits."""

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
    has_embedded_file,
    is_resource,
    name_inside,
    page_annotations,
    root_of,
)
from generator.pdf.page_images import MAX_PAGE_TEXT, MAX_TEXT

ExtractedText = tuple[str, str, bytes]
"""A text with its place, as the end of a sentence. For an embedded file: its place, its name and its bytes."""

_PLACES: Final = {
    "/Alt": "in the text for a picture",
    "/ActualText": "in a replacement text",
    "/URI": "in a link",
    "/E": "in the long form of an abbreviation",
    "/P": "in the label of a page",
    "/JS": "in a script",
    **dict.fromkeys(("/Contents", "/RC", "/Subj"), "in a comment"),
    **dict.fromkeys(("/TU", "/V", "/DV", "/Opt", "/CA"), "in a form field"),
    **dict.fromkeys(("/UF", "/F", "/Desc"), "in the name of a file inside it"),
    **dict.fromkeys(("/Dest", "/D", "/Names"), "in the name of a link target"),
    "/T": "in a form field or comment",
    "/Name": "in the name of a layer or a field",
}
_CONTENT_PROPERTY: Final = re.compile(
    rb"/(?:ActualText|Alt|E|Title|T|Contents)\s*(\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)", re.DOTALL
)
_STRING: Final = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)


def extract_all_text(path: Path, reader: PdfReader) -> Iterator[ExtractedText]:
    """Yield the text of each page, and all other texts of the file.

    These are properties, comments, bookmarks, labels, form fields, alternative texts, link addresses, scripts, embedded
    files, and objects that no page uses any more.
    """
    yield from _page_texts(path)
    yield from _properties(reader)
    for number, page in enumerate(reader.pages, 1):
        for _, note in page_annotations(page):
            for dictionary in dictionaries(note.get("/A", note)):
                yield from _strings(dictionary, f"in a comment or link on page {number}", by_key=False)
            yield from _strings(note, f"in a comment or link on page {number}", by_key=False)
    yield from _bookmarks(reader)
    for entry in _all_dictionaries(reader):
        yield from _strings(entry, "in an entry that no page shows")
        if isinstance(entry, StreamObject):
            yield from _stream_texts(entry)
        if has_embedded_file(entry):
            yield from _embedded_files(entry)


def _page_texts(path: Path) -> Iterator[ExtractedText]:
    """Yield the text of each page with its line breaks. PDFium marks a hyphen at the end of a line with U+FFFE."""
    left = MAX_TEXT
    with closing(pypdfium2.PdfDocument(path)) as document:
        for number in range(len(document)):
            if left <= 0:
                return
            with closing(document[number]) as page, closing(page.get_textpage()) as words:
                text = words.get_text_range(0, min(MAX_PAGE_TEXT, words.count_chars()))
            left -= len(text)
            yield f"on page {number + 1}", text, b""


def _properties(reader: PdfReader) -> Iterator[ExtractedText]:
    info = reader.trailer.get("/Info")
    properties = info.get_object() if info is not None else None
    if isinstance(properties, DictionaryObject):
        for key, value in properties.items():
            yield "in its properties", f"{str(key).lstrip('/')} . {_text(value)}", b""


def _bookmarks(reader: PdfReader) -> Iterator[ExtractedText]:
    outlines = get_nested(root_of(reader), "/Outlines")
    for entry in dictionaries(outlines) if outlines is not None else ():
        if "/Title" in entry and "/Parent" in entry:
            yield "in a bookmark", _text(entry["/Title"]), b""


def _all_dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield the dictionaries that the catalogue leads to, then those that only the cross-reference table lists."""
    yield from dictionaries(root_of(reader))
    for generation, offsets in reader.xref.items():
        for number in offsets:
            yield from _dictionary(reader, number, generation)
    for number in reader.xref_objStm:
        yield from _dictionary(reader, number, 0)


def _dictionary(reader: PdfReader, number: int, generation: int) -> Iterator[DictionaryObject]:
    try:
        value = IndirectObject(number, generation, reader).get_object()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        return
    if isinstance(value, DictionaryObject):
        yield value


def _strings(holder: DictionaryObject, default_place: str, by_key: bool = True) -> Iterator[ExtractedText]:
    """Yield the texts of a dictionary. With `by_key`, a known key determines the place of its text."""
    for key, value in dict.items(holder):
        place = _PLACES.get(str(key), default_place) if by_key else default_place
        for text in _texts_in(value, 0):
            yield place, text, b""
        if len(key) > 20:
            yield default_place, str(key)[1:], b""


def _texts_in(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str | ByteStringObject) and not isinstance(value, NameObject):
        yield _text(value)
    elif isinstance(value, ArrayObject) and depth < 8:
        for item in list.__iter__(value):
            yield from _texts_in(item, depth + 1)


def _text(value: object) -> str:
    value = value.get_object() if isinstance(value, IndirectObject) else value
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return str(value) if isinstance(value, str) else ""


def _stream_texts(stream: StreamObject) -> Iterator[ExtractedText]:
    """Yield the texts of a stream: XML, scripts, image metadata, and replacement texts in the drawing of a page."""
    if name_inside(stream, "/Subtype") == "/Image":
        data = bytes(stream._data)  # noqa: SLF001 the JPEG file as it is embedded, with its metadata
        if data.startswith(b"\xff\xd8"):
            for place, text in texts_of_image(data):
                yield f"{place} of a picture inside it", text, b""
        return
    if (
        "/Length1" in stream
        or is_resource(stream, "/CharProcs")
        or name_inside(stream, "/Subtype") in ("/Type1C", "/CIDFontType0C", "/OpenType")
    ):
        return
    try:
        data = stream.get_data()
    except (PyPdfError, ValueError, KeyError, TypeError, NotImplementedError):
        return
    if name_inside(stream, "/Type") == "/Metadata" or data.lstrip()[:1] == b"<":
        yield "in its properties", unescape(re.sub(r"<[^>]*>", " ", data.decode("utf-8", "replace"))), b""
        yield "in its properties", data.decode("utf-8", "replace"), b""
        return
    for match in _CONTENT_PROPERTY.finditer(data):
        yield "in a replacement text", _literal(match[1]), b""
    if name_inside(stream, "/Subtype") != "/Form" and name_inside(stream, "/Type") == "" and b"\0" not in data[:200]:
        for match in _STRING.finditer(data):
            yield "in the drawing of a page", _literal(match[0]), b""


def _literal(written: bytes) -> str:
    if written.startswith(b"<"):
        digits = re.sub(rb"\s", b"", written[1:-1]).decode()
        data = bytes.fromhex(digits + "0" * (len(digits) % 2))
    else:
        data = re.sub(rb"\\([()\\])", rb"\1", written[1:-1])
    return data.decode("utf-16", "replace") if data.startswith((b"\xfe\xff", b"\xff\xfe")) else data.decode("latin-1")


def _embedded_files(entry: DictionaryObject) -> Iterator[ExtractedText]:
    name = _text(entry.get("/UF")) or _text(entry.get("/F"))
    streams: PdfObject | None = get_nested(entry, "/EF")
    for reference in dict.values(streams) if isinstance(streams, DictionaryObject) else ():
        stream = reference.get_object()
        if isinstance(stream, StreamObject):
            yield "in a file inside it", name, stream.get_data() or b" "
