"""A PDF without tags."""

from __future__ import annotations

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Found where the file has no structure that a screen reader can follow."""
    if subject.pdf is None or subject.pdf.is_tagged:
        return None
    return DocumentIssue(
        "has no tags, so a screen reader cannot follow it",
        "Word: Save as PDF, Options, tick 'Document structure tags'; LibreOffice: Export as PDF, tick 'Universal "
        "Accessibility (PDF/UA)'; Acrobat: Accessibility, Autotag document",
    )
