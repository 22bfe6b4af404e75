"""What is known of a PDF, by the hash of its bytes: looked into once."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any


class PdfFacts:
    """Pages of each PDF, kept by content."""

    def __init__(self, known: dict[bytes, Any]) -> None:
        self.known = dict(known)
        self.changed = False

    def pages(self, path: Path) -> tuple[int | None, str]:
        """The number of pages and an empty text; None and the reason when the file cannot be opened as a PDF."""
        digest = hashlib.sha256(path.read_bytes()).digest()
        if digest not in self.known:
            self.known[digest] = _look(path)
            self.changed = True
        pages, reason = self.known[digest]
        return pages, reason


def _look(path: Path) -> tuple[int | None, str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            return None, "it is not a PDF"
    try:
        return len(PdfReader(path, strict=False).pages), ""
    except (PyPdfError, OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError, IndexError) as error:
        return None, " ".join(str(error).split())[:200] or type(error).__name__
