"""Extracts text by file type, from every part of a file that may contain a name."""

from __future__ import annotations

import zlib
from bz2 import BZ2Decompressor
from collections.abc import Callable, Iterator
from lzma import LZMADecompressor, LZMAError
from typing import Final

from generator.private_terms.text_extraction.email import extract_email
from generator.private_terms.text_extraction.encodings import (
    decoded,
    decoded_variants,
    extract_ical,
    extract_plain_text,
    extract_strings,
)
from generator.private_terms.text_extraction.extracted_text import ExtractedText, Inside, UnreadableFileError
from generator.private_terms.text_extraction.html_xml import extract_html
from generator.private_terms.text_extraction.page_breaks import texts_across_pages
from generator.private_terms.text_extraction.zip_archives import LARGEST, extract_zip

__all__ = ["Deep", "ExtractedText", "UnreadableFileError", "decoded", "extract_text"]

Deep = Callable[[bytes], Iterator[tuple[str, str, bytes]]]
"""Extracts a PDF or an image in a separate process: each place, the text there, and the embedded files.

Raises `UnreadableFileError` if the file cannot be opened.
"""

_DEEPEST: Final = 5
_FONTS: Final = (b"wOF2", b"wOFF", b"\x00\x01\x00\x00", b"OTTO")
_ARCHIVES: Final = {
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"Rar!\x1a\x07": "rar",
    b"\x28\xb5\x2f\xfd": "zst",
    b"\x04\x22\x4d\x18": "lz4",
    b"MSCF": "cab",
    b"\x1f\x9d": "Z",
    b"LZIP": "lz",
}
"""The first bytes of archives that are not unpacked, and their names."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = tuple(name.encode("utf-16-le") for name in ("EncryptedPackage", "EncryptionInfo", "DRMContent"))
_ZIPPED: Final = (
    *(".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xltx", ".pptx", ".pptm", ".potx", ".ppsx", ".odt", ".ods", ".odp"),
    *(".odg", ".ott", ".epub", ".zip", ".pages", ".numbers", ".key"),
)
"""Endings of files that are ZIP archives. Another file with such an ending is damaged, or locked in another way."""

_COMPRESSED: Final[dict[bytes, Callable[[], BZ2Decompressor | LZMADecompressor]]] = {
    b"BZh": BZ2Decompressor,
    b"\xfd7zXZ\x00": LZMADecompressor,
    b"\x5d\x00\x00": LZMADecompressor,
}
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*")
_KINDS: Final[dict[str, Callable[[bytes, Inside], Iterator[ExtractedText]]]] = {
    **dict.fromkeys((".html", ".htm", ".xhtml", ".svg", ".xml", ".rss", ".atom"), extract_html),
    **dict.fromkeys((".ics", ".vcf"), extract_ical),
    **dict.fromkeys((".eml", ".mht"), extract_email),
}


def extract_text(name: str, data: bytes, deep: Deep, depth: int = 0) -> Iterator[ExtractedText]:
    """Yield every text of a file except its name.

    Raise `UnreadableFileError` if the file, or a file inside it, cannot be read.
    """
    if depth > _DEEPEST:
        raise UnreadableFileError("files lie too deep inside each other")

    def inside(name: str, data: bytes, place: str) -> Iterator[ExtractedText]:
        if name:
            yield ExtractedText(f"in the name of a file {place.removeprefix('in a file ')}", name, is_name=True)
        for extracted in extract_text(name, data, deep, depth + 1):
            yield ExtractedText(place, extracted.text, extracted.pieces, extracted.is_name)

    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if (data[:1024].find(b"%PDF-") >= 0 and suffix not in _KINDS) or data.startswith(_PICTURES):
        yield from _deep_in(data, deep, inside)
        yield from extract_strings(data)
    elif data.startswith(b"PK\x03\x04"):
        yield from extract_zip(data, inside)
    elif data.startswith(b"\x1f\x8b"):
        yield from extract_text(name.removesuffix(".gz"), _inflated(data), deep, depth + 1)
    elif (unpack := _decompressor(data)) is not None:
        stem = name.removesuffix(suffix)
        yield from extract_text(stem, _decompressed(data, unpack), deep, depth + 1)
    elif (archive := next((each for start, each in _ARCHIVES.items() if data.startswith(start)), "")) != "":
        raise UnreadableFileError(f"it is a {archive} archive, and nobody can search in it")
    elif suffix in _ZIPPED or (data.startswith(_OLE) and any(mark in data for mark in _LOCKED)):
        raise UnreadableFileError("it has a password, or it is damaged")
    elif data.startswith(_FONTS):
        return
    elif suffix in _KINDS:
        yield from _KINDS[suffix](data, inside)
    elif _is_text(data):
        yield from extract_plain_text(data, inside)
        if b"<" in data and suffix in ("", ".json", ".txt", ".csv"):
            yield from _with_markup(data)
    else:
        yield from extract_strings(data)


def _with_markup(data: bytes) -> Iterator[ExtractedText]:
    from generator.private_terms.text_extraction.html_xml import visible_text

    yield ExtractedText("in its text", visible_text(decoded(data)))


def _deep_in(data: bytes, deep: Deep, inside: Inside) -> Iterator[ExtractedText]:
    """Yield the texts that the separate process extracts. Those at one place are searched together."""
    texts: dict[str, list[str]] = {}
    for place, text, file in deep(data):
        if file:
            yield from inside(text, file, place)
        else:
            texts.setdefault(place, []).append(text)
    for place, found in texts.items():
        text = " . \n".join(dict.fromkeys(found))
        yield ExtractedText(place, text, is_name="name" in place)
        if "%" in text or "&" in text or "\\" in text:
            yield from (ExtractedText(place, each.text, each.pieces) for each in decoded_variants(text, inside))
    pages = [" \n".join(found) for place, found in texts.items() if place.startswith("on page ")]
    if len(pages) > 1:
        yield ExtractedText("across two pages", " . \n".join(texts_across_pages(pages)))


def _is_text(data: bytes) -> bool:
    start = data[:4096]
    return b"\0" not in start or start.startswith((b"\xff\xfe", b"\xfe\xff"))


def _inflated(data: bytes) -> bytes:
    unpacking = zlib.decompressobj(wbits=31)
    try:
        found = unpacking.decompress(data, LARGEST)
    except zlib.error:
        raise UnreadableFileError("it is damaged") from None
    if unpacking.unconsumed_tail:
        raise UnreadableFileError("it holds more than anybody would publish")
    return found


def _decompressor(data: bytes) -> BZ2Decompressor | LZMADecompressor | None:
    return next((made() for start, made in _COMPRESSED.items() if data.startswith(start)), None)


def _decompressed(data: bytes, unpack: BZ2Decompressor | LZMADecompressor) -> bytes:
    try:
        found = unpack.decompress(data, LARGEST)
    except (OSError, LZMAError, EOFError, ValueError):
        raise UnreadableFileError("it is damaged") from None
    if not unpack.eof:
        raise UnreadableFileError("it is damaged, or it holds more than anybody would publish")
    return found
