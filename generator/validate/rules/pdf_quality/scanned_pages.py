"""A PDF that holds pictures of pages."""

from __future__ import annotations

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Found where no page has any text."""
    if subject.pdf is None or not subject.pdf.is_scan:
        return None
    return DocumentIssue(
        "has no text, only pictures of pages: it cannot be searched or read out",
        "ask its author for the file that was printed, and save that as PDF; else Acrobat: Scan and OCR, "
        "Recognise text",
    )
