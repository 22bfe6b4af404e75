"""A PDF that is protected."""

from __future__ import annotations

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Found where the file is encrypted and still opens. One that asks for a password is D406."""
    if subject.pdf is None or not subject.pdf.is_encrypted:
        return None
    return DocumentIssue(
        "is protected, which can shut out a screen reader",
        "the published copy is without the protection; check that this is meant. To take it off, Acrobat: Protect, "
        "Remove security; LibreOffice and Word: save it again without a password",
    )
