"""Detects the type of a file from its first bytes, whatever its name says."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_READ: Final = 1024
_OLD: Final = frozenset({"doc", "xls", "ppt", "msg"})
_ZIPPED: Final = frozenset({"docx", "docm", "dotx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "zip"})

_BEGINNINGS: Final = (
    (b"PK\x03\x04", "a Word, Excel, PowerPoint or zip file", _ZIPPED),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file", _OLD),
    (b"{\\rtf", "a rich text file", frozenset({"rtf", "doc"})),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", frozenset({"png"})),
    (b"\xff\xd8\xff", "a JPEG picture", frozenset({"jpg", "jpeg"})),
    (b"GIF8", "a GIF picture", frozenset({"gif"})),
    (b"II*\x00", "a TIFF picture", frozenset({"tif", "tiff"})),
    (b"MM\x00*", "a TIFF picture", frozenset({"tif", "tiff"})),
    (b"ID3", "a sound", frozenset({"mp3"})),
    (b"MZ", "a program", frozenset({"exe", "dll"})),
    (b"<!doctype html", "a web page", frozenset({"html", "htm"})),
    (b"<html", "a web page", frozenset({"html", "htm"})),
)  # fmt: skip


def mismatched_type(path: Path) -> str:
    """Return the actual type of a file whose name says another, such as `a PNG picture`.

    Empty if the two agree, or if the first bytes match no known type. Raises an OSError if the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(_READ)
    return type_of_bytes(head, path.suffix.lower().lstrip("."))


def type_of_bytes(data: bytes, suffix: str) -> str:
    """Return the actual type of a file's bytes if it is another than that of files with the suffix; else empty."""
    head = data[:_READ]
    if b"%PDF-" in head:
        return "" if suffix == "pdf" else "a PDF"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginning, what, suffixes in _BEGINNINGS:
        if head.startswith(beginning) or start.startswith(beginning):
            return "" if suffix in suffixes else what
    return ""
