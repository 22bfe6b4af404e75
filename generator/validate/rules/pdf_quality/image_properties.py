"""Checks for images whose file says more than the image shows."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.markdown import join_words
from generator.model.asset_kinds import PICTURES
from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest

HINT = (
    "save it again without its properties: export it for the web, or use Properties, Details, Remove properties "
    "(Windows) or Preview, Tools, Show inspector (macOS)"
)


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if the file has such properties. Their values are not shown."""
    suffix = PurePosixPath(subject.file).suffix.lower()
    if suffix not in PICTURES or not subject.facts.says:
        return None
    return DocumentIssue(f"is a picture whose file holds {join_words(subject.facts.says)}", HINT)
