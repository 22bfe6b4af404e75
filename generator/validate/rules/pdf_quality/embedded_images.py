"""Checks for images inside a PDF with properties such as the place where or the person by whom they were taken."""

from __future__ import annotations

from generator.markdown import join_words
from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest, pages_in_words


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if an embedded image has such properties. Their values are not shown."""
    if subject.pdf is None or not subject.pdf.picture_properties:
        return None
    pages = f" ({pages_in_words(subject.pdf.picture_pages)})" if subject.pdf.picture_pages else ""
    return DocumentIssue(
        f"has pictures inside{pages} whose files hold {join_words(subject.pdf.picture_properties)}",
        "the published copy would keep this. Remove the properties of each picture before it goes into the document "
        "(Windows: Properties, Details, Remove properties; macOS: Preview, Tools, Show inspector), then save as PDF "
        "again; Acrobat: Redact, Sanitize document",
    )
