"""A very large file."""

from __future__ import annotations

from typing import Final

from generator.model.document import size_in_words
from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest

LARGE_BYTES: Final = 10_000_000


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Found where a file is over 10 MB."""
    if subject.facts.size_bytes <= LARGE_BYTES:
        return None
    return DocumentIssue(
        f"has {size_in_words(subject.facts.size_bytes)}; more than {LARGE_BYTES // 1_000_000} MB is hard on a phone",
        "make its pictures smaller. Word: File, Compress pictures, then save as PDF; Acrobat: Save as other, Reduced "
        "size; LibreOffice: Export as PDF, Images, reduce the resolution to 150 DPI",
    )
