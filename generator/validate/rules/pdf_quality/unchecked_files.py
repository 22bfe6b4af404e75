"""Checks for files of a type that the generator cannot inspect."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from generator.model.asset_kinds import OFFICE, PICTURES, PLAIN_TEXT
from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest

_CHECKED: Final = PICTURES | OFFICE | PLAIN_TEXT | {".pdf", ".html", ".htm", ".css"}


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault for a file that is not a PDF, Office file, image, web page or plain text."""
    suffix = PurePosixPath(subject.file).suffix.lower()
    if suffix in _CHECKED or subject.facts.holds:
        return None
    return DocumentIssue(
        f"is a file that cannot be checked ({suffix or 'it has no ending'}) and would be published as it is",
        "publish what is in it as PDF, picture or plain text; or check by hand that it holds no names, places or notes",
    )
