"""A PDF whose title has nothing to do with its record."""

from __future__ import annotations

import re
from typing import Final

from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest

_SAYS_NOTHING: Final = frozenset(["and", "the", "of", "for", "in", "on", "a", "to", "with", "at", "by"])


def check(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Found where the title shares no word with the record's name or title. It is not told: it may hold a real name."""
    if subject.pdf is None or not subject.pdf.title:
        return None
    wanted = _words(subject.name)
    if not wanted or wanted & _words(subject.pdf.title):
        return None
    return DocumentIssue(
        f'has a title in its properties that shares no word with "{subject.name}"',
        "check that it is the right file; the published copy gets its title from the record. To see or change it, "
        "Word: File, Info, Title; LibreOffice and Acrobat: File, Properties",
    )


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - _SAYS_NOTHING
