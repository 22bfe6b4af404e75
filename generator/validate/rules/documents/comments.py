"""Comments that somebody left in a PDF."""

from __future__ import annotations

from generator.validate.rules.documents.judging import Fault, Subject, pages_in_words


def look(subject: Subject) -> Fault | None:
    """Found where pages have comments, mark-up or text boxes. The published copy is without them."""
    if subject.pdf is None or not subject.pdf.comments:
        return None
    count = len(subject.pdf.comments) - len(subject.pdf.covering_marks)
    if count <= 0:
        # Boxes and redactions are reported by a separate rule, D430.
        return None
    return Fault(
        f"holds {count} comment{'' if count == 1 else 's'} or text boxes, {pages_in_words(subject.pdf.comments)}",
        "the published copy is without them; look whether one was meant to be part of the page. Word: Review, Delete "
        "all comments, then save as PDF again; Acrobat: Comment, select all, delete; LibreOffice: untick 'Comments' "
        "when exporting",
    )
