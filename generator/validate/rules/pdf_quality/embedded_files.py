"""Files inside a PDF."""

from __future__ import annotations

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Found where other files are attached. The published copy is without them."""
    if subject.pdf is None or not subject.pdf.embedded_files:
        return None
    count = len(subject.pdf.embedded_files)
    return DocumentIssue(
        f"has {count} other file{'' if count == 1 else 's'} inside",
        "the published copy is without them; if readers need one, put it beside the record as a document of its own. "
        "Acrobat: Attachments, delete; LibreOffice: untick 'Hybrid PDF' when exporting",
    )
