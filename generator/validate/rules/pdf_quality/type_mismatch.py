"""A file that is not what its name says."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Found where the first bytes are those of another type than the name's ending says."""
    if not subject.facts.holds:
        return None
    ending = PurePosixPath(subject.document.file or "").suffix or "no ending"
    return DocumentIssue(
        f"ends in {ending} and is {subject.facts.holds}",
        "open it in the program that made it and save or export it as what its name says; renaming alone is not enough",
    )
