"""Checks for a PDF that is signed with a certificate."""

from __future__ import annotations

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if the file has a signature. The signer's name is not shown."""
    if subject.pdf is None or not subject.pdf.signatures:
        return None
    count = subject.pdf.signatures
    return DocumentIssue(
        f"has {count} signature{'' if count == 1 else 's'} made with a certificate",
        "the published copy would name the signer, and PDF readers would show the signature as broken. Publish "
        "the file as it was before it was signed, or print it to a new PDF",
    )
