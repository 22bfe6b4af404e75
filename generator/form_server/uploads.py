"""Checks a file that someone adds to a record, and gives it a name."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePath
from typing import Final

from generator.editing import slugify
from generator.read.file_signatures import type_of_bytes

LARGEST: Final = 200_000_000
"""In bytes."""

DOCUMENTS: Final = frozenset(
    {"pdf", "docx", "doc", "pptx", "ppt", "xlsx", "xls", "odt", "ods", "odp", "jpg", "jpeg", "png", "ics"}
)
"""The endings of the files that a document can have."""

_MUST_HAVE: Final = {"pdf": b"%PDF-", "webp": b"WEBP", "woff2": b"wOF2", "svg": b"<svg"}
"""What the beginning of a file with an ending must have in it."""


def safe_name(name: str) -> str:
    """Return a name for the file in the folder of a record: small letters, digits and hyphens."""
    path = PurePath(name.replace("\\", "/").rpartition("/")[2])
    return f"{slugify(path.stem) or 'document'}{path.suffix.lower()}"


def problem_of_upload(name: str, data: bytes, suffixes: Collection[str] = DOCUMENTS) -> str:
    """Return why a file cannot be used, in a sentence; empty if it can.

    `suffixes` are the endings that the field takes.
    """
    suffix = PurePath(name).suffix.lower().lstrip(".")
    shown = re.sub(r"\s+", " ", name)[:80]
    if suffix not in suffixes:
        kinds = "a PDF, a Word, PowerPoint or Excel file, or a picture"
        if suffixes != DOCUMENTS:
            kinds = f"a file of the kind {' or '.join(each.upper() for each in suffixes if each != 'jpg')}"
        return f"“{shown}” cannot be used: choose {kinds}."
    if not data:
        return f"“{shown}” is empty. Choose another file."
    if len(data) > LARGEST:
        return f"“{shown}” is larger than 200 MB. Choose a smaller file."
    actual = type_of_bytes(data, suffix)
    if _MUST_HAVE.get(suffix, b"") not in data[:1024]:
        actual = actual or "another kind of file"
    return f"“{shown}” is not what its name says: it is {actual}." if actual else ""
