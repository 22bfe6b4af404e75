"""A PDF that names no language."""

from __future__ import annotations

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Found where the file names no language. The published copy names the document's."""
    if subject.pdf is None or subject.pdf.language:
        return None
    language = subject.document.language or "en-GB"
    return DocumentIssue(
        "names no language",
        f'the published copy says that it is in "{language}"; if that is wrong, add "language: pl" or the like to the '
        "document. In Word: Review, Language; in LibreOffice: Tools, Language; in Acrobat: File, Properties, Advanced",
    )
