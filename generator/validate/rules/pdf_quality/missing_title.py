"""A PDF without a title."""

from __future__ import annotations

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Found where the properties hold no title. The published copy has one, made from the record."""
    if subject.pdf is None or subject.pdf.title:
        return None
    return DocumentIssue(
        "has no title in its properties",
        "nothing has to be done: the published copy gets its title from the record; for other uses, Word: File, Info, "
        "Title; LibreOffice: File, Properties; Acrobat: File, Properties",
    )
