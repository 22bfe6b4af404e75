"""The checks on each document: a condition, a message and a hint."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from generator.model.document import size_in_words
from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest, pages_in_words


def check_missing_tags(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if the file has no structure that a screen reader can follow."""
    if subject.pdf is None or subject.pdf.is_tagged:
        return None
    return DocumentIssue(
        "has no tags, so a screen reader cannot follow it",
        "Word: Save as PDF, Options, tick 'Document structure tags'; LibreOffice: Export as PDF, tick 'Universal "
        "Accessibility (PDF/UA)'; Acrobat: Accessibility, Autotag document",
    )


def check_missing_title(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if the properties have no title. The published copy has one, made from the record."""
    if subject.pdf is None or subject.pdf.title:
        return None
    return DocumentIssue(
        "has no title in its properties",
        "nothing has to be done: the published copy gets its title from the record; for other uses, Word: File, Info, "
        "Title; LibreOffice: File, Properties; Acrobat: File, Properties",
    )


def check_missing_language(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if the file names no language. The published copy names the document's language."""
    if subject.pdf is None or subject.pdf.language:
        return None
    language = subject.document.language or "en-GB"
    return DocumentIssue(
        "names no language",
        f'the published copy says that it is in "{language}"; if that is wrong, add "language: pl" or the like to the '
        "document. In Word: Review, Language; in LibreOffice: Tools, Language; in Acrobat: File, Properties, Advanced",
    )


def check_scanned_pages(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if no page has any text."""
    if subject.pdf is None or not subject.pdf.is_scan:
        return None
    return DocumentIssue(
        "has no text, only pictures of pages: it cannot be searched or read out",
        "ask its author for the file that was printed, and save that as PDF; else Acrobat: Scan and OCR, "
        "Recognise text",
    )


def check_encryption(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if the file is encrypted and still opens. A file that needs a password is D406."""
    if subject.pdf is None or not subject.pdf.is_encrypted:
        return None
    return DocumentIssue(
        "is protected, which can shut out a screen reader",
        "the published copy is without the protection; check that this is meant. To take it off, Acrobat: Protect, "
        "Remove security; LibreOffice and Word: save it again without a password",
    )


def check_comments(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if pages have comments, mark-up or text boxes. The published copy does not have them."""
    if subject.pdf is None or not subject.pdf.comments:
        return None
    count = len(subject.pdf.comments) - len(subject.pdf.covering_marks)
    if count <= 0:
        # Boxes and redactions are reported by a separate rule, D430.
        return None
    return DocumentIssue(
        f"holds {count} comment{'' if count == 1 else 's'} or text boxes, {pages_in_words(subject.pdf.comments)}",
        "the published copy is without them; look whether one was meant to be part of the page. Word: Review, Delete "
        "all comments, then save as PDF again; Acrobat: Comment, select all, delete; LibreOffice: untick 'Comments' "
        "when exporting",
    )


def check_embedded_files(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if other files are attached. The published copy does not have them."""
    if subject.pdf is None or not subject.pdf.embedded_files:
        return None
    count = len(subject.pdf.embedded_files)
    return DocumentIssue(
        f"has {count} other file{'' if count == 1 else 's'} inside",
        "the published copy is without them; if readers need one, put it beside the record as a document of its own. "
        "Acrobat: Attachments, delete; LibreOffice: untick 'Hybrid PDF' when exporting",
    )


def check_embedded_scripts(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if opening the file or a click in it would run something. The published copy does not have it."""
    if subject.pdf is None or not subject.pdf.scripts:
        return None
    kinds = " and ".join(dict.fromkeys(subject.pdf.scripts))
    return DocumentIssue(
        f"would run or start something ({kinds})",
        "the published copy is without it; check that the document still makes sense. Acrobat: Prepare a form, "
        "JavaScript, All JavaScripts, delete; or print it to a new PDF",
    )


def check_author_metadata(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if a property for a name is filled in. No part of the name is reported."""
    if subject.pdf is None or not subject.pdf.names:
        return None
    return DocumentIssue(
        f"may name a person or an employer in its properties ({', '.join(subject.pdf.names)})",
        "nothing has to be done: the published copy is without them; for other uses, Word: File, Info, Inspect "
        "document; Acrobat: Redact, Remove hidden information; LibreOffice: File, Properties, untick 'Apply user data'",
    )


_SAYS_NOTHING: Final = frozenset(["and", "the", "of", "for", "in", "on", "a", "to", "with", "at", "by"])


def check_title_mismatch(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if the title shares no word with the record's name or title.

    The title is not reported: it may contain a real name.
    """
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


def check_type_mismatch(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if the first bytes are those of another type than the file's extension."""
    if not subject.facts.holds:
        return None
    ending = PurePosixPath(subject.document.file or "").suffix or "no ending"
    return DocumentIssue(
        f"ends in {ending} and is {subject.facts.holds}",
        "open it in the program that made it and save or export it as what its name says; renaming alone is not enough",
    )


LARGE_BYTES: Final = 10_000_000


def check_large_file(subject: DocumentUnderTest) -> DocumentIssue | None:
    """Return a fault if a file is over 10 MB."""
    if subject.facts.size_bytes <= LARGE_BYTES:
        return None
    return DocumentIssue(
        f"has {size_in_words(subject.facts.size_bytes)}; more than {LARGE_BYTES // 1_000_000} MB is hard on a phone",
        "make its pictures smaller. Word: File, Compress pictures, then save as PDF; Acrobat: Save as other, Reduced "
        "size; LibreOffice: Export as PDF, Images, reduce the resolution to 150 DPI",
    )
