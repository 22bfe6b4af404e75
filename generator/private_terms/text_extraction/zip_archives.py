"""Extracts text from Word, Excel and similar files, which are ZIP archives of XML."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from lzma import LZMAError
from typing import Final

from generator.private_terms.text_extraction.encodings import decoded
from generator.private_terms.text_extraction.extracted_text import ExtractedText, Inside, UnreadableFileError
from generator.private_terms.text_extraction.spreadsheet_dates import date_cells_of, dates_in

MOST_FILES: Final = 5_000
LARGEST: Final = 100_000_000
"""Maximum size of an unpacked file, or of all the files in an archive, in bytes. A larger one is not searched."""

_BETWEEN: Final = re.compile(
    r"</(?:w:p|a:p|text:p|text:h|si|is|c|row|dc:\w+|cp:\w+|vt:\w+)>|<(?:w:tab|w:br|a:br)\b[^>]*>"
)
_TAG: Final = re.compile(r"<[^>]*>")


def extract_zip(data: bytes, inside: Inside) -> Iterator[ExtractedText]:
    """Yield the text of every file in a ZIP: its name, its text, its properties and its comments."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            entries = packed.infolist()
            if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST:
                raise UnreadableFileError("it holds more than anybody would publish")
            date_cells = date_cells_of(packed)
            for entry in entries:
                if entry.is_dir():
                    yield ExtractedText("in the name of a folder inside it", entry.filename, is_name=True)
                    continue
                content = packed.read(entry)
                yield from _entry(entry.filename, content, inside)
                if entry.filename.startswith("xl/worksheets/") and date_cells:
                    yield ExtractedText("in its text", "\n".join(dates_in(content, date_cells)))
            if packed.comment:
                yield ExtractedText("in the comment of the file", decoded(packed.comment))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, LZMAError) as error:
        raise UnreadableFileError(f"it is damaged or locked ({type(error).__name__})") from None


def _entry(name: str, data: bytes, inside: Inside) -> Iterator[ExtractedText]:
    if name.endswith((".xml", ".rels")):
        source = decoded(data)
        yield ExtractedText(_place(name), unescape(_TAG.sub("", _BETWEEN.sub(lambda each: f"{each[0]}\n", source))))
        yield ExtractedText(_place(name), source)
    else:
        yield from inside(name, data, "in a file inside it")


def _place(name: str) -> str:
    """Return the place in the document, with the part names that Office uses."""
    for part, message in (
        ("docProps", "in its properties"),
        ("comment", "in a comment"),
        ("people", "in the list of who commented"),
        ("header", "in a header"),
        ("footer", "in a footer"),
        ("notes", "in a note"),
    ):
        if part in name:
            return message
    return "in its text"
