"""Chooses how a saved file is read: as HTML, as CSV or as plain text."""

from __future__ import annotations

import re
from enum import Enum, auto
from pathlib import PurePosixPath
from typing import Final

from generator.importing.csv_listing import read_csv
from generator.importing.decoding import decode, is_text
from generator.importing.html_listing import read_html
from generator.importing.listing import Listing
from generator.importing.nesting import is_too_deep
from generator.importing.row_columns import Column, column_of
from generator.importing.text_listing import read_text

LARGEST: Final = 10_000_000
"""The largest file that is read, in bytes. A real page has less than one million."""

SUFFIXES: Final = frozenset({"html", "htm", "xhtml", "shtml", "php", "aspx", "txt", "text", "md", "csv", "tsv"})
"""The files of a folder that are read."""

_HTML: Final = re.compile(
    r"<(?:!doctype|html|body|head|div|p|ul|ol|table|h[1-6]|a|main|section|article)\b", re.IGNORECASE
)


class SourceProblem(Enum):
    """Why a file cannot be read."""

    NOT_TEXT = auto()
    TOO_LARGE = auto()
    TOO_DEEP = auto()
    NO_COLUMNS = auto()
    """A CSV file without a column for the case or for the label."""


def read_source(data: bytes, file: str) -> Listing | SourceProblem:
    """Return the blocks of a file, or why it cannot be read."""
    if len(data) > LARGEST:
        return SourceProblem.TOO_LARGE
    if not is_text(data):
        return SourceProblem.NOT_TEXT
    text, guessed = decode(data)
    suffix = PurePosixPath(file).suffix.lstrip(".").lower()
    if suffix in ("csv", "tsv"):
        listing = read_csv(text, file, guessed)
        columns = {column_of(each) for each in listing.columns}
        return listing if {Column.NAME, Column.LABEL} & columns or not listing.columns else SourceProblem.NO_COLUMNS
    if suffix not in ("txt", "text", "md") and _HTML.search(text):
        return SourceProblem.TOO_DEEP if is_too_deep(text) else read_html(text, file, guessed)
    return read_text(text, file, guessed)
