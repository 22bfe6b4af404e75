"""Turns the bytes of a saved page into text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

_DECLARED: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_WINDOWS: Final = "windows-1252"
_HEAD: Final = 4_096
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_AS_WINDOWS: Final = frozenset({"iso8859-1", "latin-1", "ascii", "cp1252"})
"""Browsers read these as Windows-1252."""


def decode(data: bytes) -> tuple[str, str]:
    """Return the text, and the encoding if it had to be guessed; otherwise an empty string.

    UTF-8 is tried first, then what the page says. A page that says neither is read as Windows-1252, as browsers do.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return clean_text(data[len(mark) :].decode(name, "replace")), ""
    try:
        return clean_text(data.decode("utf-8")), ""
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:_HEAD])
    name = _known(declared[1].decode("ascii")) if declared else ""
    if name and name != "utf-8":
        return clean_text(data.decode(_WINDOWS if name in _AS_WINDOWS else name, "replace")), ""
    return clean_text(data.decode(_WINDOWS, "replace")), "Windows-1252"


def is_text(data: bytes) -> bool:
    """Return False for a file that contains no text, such as a PDF or a picture."""
    start = data[:_HEAD]
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    return not start.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")) and (
        b"\0" not in start
    )


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def clean_text(text: str) -> str:
    """Return a text in composed form, without control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        each for each in text if each in "\n\t" or unicodedata.category(each) not in ("Cc", "Cs", "Co", "Cn", "Cf")
    )
    return unicodedata.normalize("NFC", kept)
