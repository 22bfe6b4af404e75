"""Scripts inside a PDF."""

from __future__ import annotations

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Found where opening the file or a click in it would run or start something. The published copy is without it."""
    if subject.pdf is None or not subject.pdf.scripts:
        return None
    kinds = " and ".join(dict.fromkeys(subject.pdf.scripts))
    return DocumentIssue(
        f"would run or start something ({kinds})",
        "the published copy is without it; check that the document still makes sense. Acrobat: Prepare a form, "
        "JavaScript, All JavaScripts, delete; or print it to a new PDF",
    )
