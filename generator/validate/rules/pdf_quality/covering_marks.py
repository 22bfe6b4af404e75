"""Checks for marks in a PDF that cover the content below them."""

from __future__ import annotations

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest, pages_in_words


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if an annotation may hide something: a filled box, or a redaction that was not applied."""
    if subject.pdf is None or not subject.pdf.covering_marks:
        return None
    return DocumentIssue(
        f"has boxes or redactions {pages_in_words(subject.pdf.covering_marks)} that were put on top of the page",
        "the published copy is without them and would show what is below. Acrobat: Redact, Apply, then save as a new "
        "file; Word: delete the words themselves, then save as PDF again",
    )
