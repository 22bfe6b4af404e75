"""Names in a PDF's properties."""

from __future__ import annotations

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Found where a property that holds a name is filled in. Neither the name nor any part of it is told."""
    if subject.pdf is None or not subject.pdf.names:
        return None
    return DocumentIssue(
        f"may name a person or an employer in its properties ({', '.join(subject.pdf.names)})",
        "nothing has to be done: the published copy is without them; for other uses, Word: File, Info, Inspect "
        "document; Acrobat: Redact, Remove hidden information; LibreOffice: File, Properties, untick 'Apply user data'",
    )
