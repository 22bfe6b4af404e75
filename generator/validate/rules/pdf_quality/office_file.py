"""Checks for files of Word, Excel, PowerPoint or LibreOffice."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.markdown import join_words
from generator.model.asset_kinds import OFFICE
from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest

HINT = (
    "save it as PDF and publish that: a PDF is cleaned. If readers need this file, remove what should not be public "
    "first. Word, Excel and PowerPoint: File, Info, Check for issues, Inspect document; LibreOffice: Edit, Track "
    "changes, and File, Properties"
)


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault for every such file, with the kinds of content found inside. Nothing in it is quoted."""
    suffix = PurePosixPath(subject.file).suffix.lower()
    if suffix not in OFFICE or subject.facts.holds:
        return None
    return DocumentIssue(
        f"is an Office file and would be published as it is; {inside_in_words(subject.facts.says)}", HINT
    )


def inside_in_words(says: tuple[str, ...]) -> str:
    """Return `it has 3 comments and 1 hidden slide`."""
    return f"it has {join_words(says)}" if says else "nothing hidden was found in it"
