"""The checks on each document: a fact about the file, a message, and what to do in the program that made it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from generator.markdown import join_words
from generator.model import DocumentRule, HiddenTextCause, PdfFacts
from generator.model.asset_kinds import OFFICE, PICTURES, PLAIN_TEXT
from generator.model.published_document import size_in_words
from generator.validate.rules.pdf_quality.document_issue import DocumentIssue, DocumentUnderTest, pages_in_words

LARGE_BYTES: Final = 10_000_000

OFFICE_HINT: Final = (
    "save it as PDF and publish that: a PDF is cleaned. If readers need this file, remove what should not be public "
    "first. Word, Excel and PowerPoint: File, Info, Check for issues, Inspect document; LibreOffice: Edit, Track "
    "changes, and File, Properties"
)
PICTURE_HINT: Final = (
    "save it again without its properties: export it for the web, or use Properties, Details, Remove properties "
    "(Windows) or Preview, Tools, Show inspector (macOS)"
)

_CHECKED_TYPES: Final = PICTURES | OFFICE | PLAIN_TEXT | {".pdf"}
_WEB_PAGES: Final = {".html", ".htm", ".xhtml", ".mht", ".mhtml"}
_SMALL_WORDS: Final = frozenset(["and", "the", "of", "for", "in", "on", "a", "to", "with", "at", "by"])


class Check(NamedTuple):
    """One check: returns the message if a document has the fault, otherwise None; and the hint."""

    find: Callable[[DocumentUnderTest], str | None]
    hint: str
    """`{language}` stands for the language of the document."""

    def __call__(self, subject: DocumentUnderTest) -> DocumentIssue | None:
        """Return the issue of a document, or None if it does not have the fault."""
        message = self.find(subject)
        if message is None:
            return None
        return DocumentIssue(message, self.hint.replace("{language}", subject.document.language or "en-GB"))


def _pdf_check(find: Callable[[PdfFacts], str | None], hint: str) -> Check:
    """Return a check that only looks at the facts of a PDF."""
    return Check(lambda subject: None if subject.pdf is None else find(subject.pdf), hint)


def _comments(pdf: PdfFacts) -> str | None:
    """Count comments, mark-up and text boxes. Boxes and redactions are D430."""
    count = len(pdf.comments) - len(pdf.covering_marks)
    stray = f"{_count(pdf.stray_comments, 'comment')} that no page shows any more" if pdf.stray_comments else ""
    if count <= 0:
        return f"holds {stray}" if stray else None
    shown = f"{count} comment{'' if count == 1 else 's'} or text boxes, {pages_in_words(pdf.comments)}"
    return f"holds {shown}, and {stray}" if stray else f"holds {shown}"


def _disk_links(pdf: PdfFacts) -> str | None:
    if not pdf.disk_links:
        return None
    count = _count(len(pdf.disk_links), "link")
    return f"has {count} to files on a computer or a network, {pages_in_words(pdf.disk_links)}"


def _covering_marks(pdf: PdfFacts) -> str | None:
    pages = (*pdf.covering_marks, *(text.page for text in pdf.hidden_texts if text.cause is HiddenTextCause.MARK))
    return f"has boxes or redactions {pages_in_words(pages)} that were put on top of the page" if pages else None


def _hidden_text(pdf: PdfFacts) -> str | None:
    """Say where text is hidden and how much, never which: the words may be a name."""
    hidden = [text for text in pdf.hidden_texts if text.cause is not HiddenTextCause.MARK]
    if not hidden:
        return None
    count = sum(text.characters for text in hidden)
    pages = pages_in_words(tuple(text.page for text in hidden))
    causes = " and ".join(dict.fromkeys(str(text.cause) for text in hidden))
    return f"has {_count(count, 'character')} of text {pages} that readers cannot see: {causes}"


def _hidden_values(pdf: PdfFacts) -> str | None:
    if not pdf.hidden_values:
        return None
    pages = tuple(page for page in pdf.hidden_values if page)
    where = f" ({pages_in_words(pages)})" if pages else ""
    return f"has {_count(len(pdf.hidden_values), 'form field')} that readers cannot see{where}, with a text in it"


def _embedded_images(pdf: PdfFacts) -> str | None:
    if not pdf.picture_properties:
        return None
    pages = f" ({pages_in_words(pdf.picture_pages)})" if pdf.picture_pages else ""
    return f"has pictures inside{pages} whose files contain {join_words(pdf.picture_properties)}"


def _another_title(subject: DocumentUnderTest) -> str | None:
    """Compare the words of two titles. The PDF's title is not shown: it may contain a real name."""
    wanted = _words(subject.name)
    if subject.pdf is None or not subject.pdf.title or not wanted or wanted & _words(subject.pdf.title):
        return None
    return f'has a title in its properties that shares no word with "{subject.name}"'


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - _SMALL_WORDS


def _another_type(subject: DocumentUnderTest) -> str | None:
    if not subject.facts.holds:
        return None
    ending = PurePosixPath(subject.document.file or "").suffix or "no ending"
    return f"ends in {ending} and is {subject.facts.holds}"


def _large(subject: DocumentUnderTest) -> str | None:
    if subject.facts.size_bytes <= LARGE_BYTES:
        return None
    return f"has {size_in_words(subject.facts.size_bytes)}; more than {LARGE_BYTES // 1_000_000} MB is hard on a phone"


def _office_file(subject: DocumentUnderTest) -> str | None:
    if _suffix(subject) not in OFFICE or subject.facts.holds:
        return None
    return f"is an Office file and would be published as it is; {inside_in_words(subject.facts.says)}"


def _image_properties(subject: DocumentUnderTest) -> str | None:
    if _suffix(subject) not in PICTURES or not subject.facts.says:
        return None
    return f"is a picture whose file contains {join_words(subject.facts.says)}"


def _unchecked(subject: DocumentUnderTest) -> str | None:
    suffix = _suffix(subject)
    if suffix in _CHECKED_TYPES or subject.facts.holds:
        return None
    if suffix in _WEB_PAGES:
        return "is a web page: its scripts and hidden text cannot be checked and would be published as they are"
    return f"is a file that cannot be checked ({suffix or 'it has no ending'}) and would be published as it is"


def _text_file(subject: DocumentUnderTest) -> str | None:
    return "is a text file, and nothing in it is checked" if _suffix(subject) in PLAIN_TEXT else None


def _suffix(subject: DocumentUnderTest) -> str:
    return PurePosixPath(subject.file).suffix.lower()


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def inside_in_words(says: tuple[str, ...]) -> str:
    """Return `it has 3 comments and 1 hidden slide`."""
    return f"it has {join_words(says)}" if says else "nothing hidden was found in it"


CHECKS: Final[dict[DocumentRule, Check]] = {
    DocumentRule.UNTAGGED: _pdf_check(
        lambda pdf: None if pdf.is_tagged else "has no tags, so a screen reader cannot follow it",
        "Word: Save as PDF, Options, tick 'Document structure tags'; LibreOffice: Export as PDF, tick 'Universal "
        "Accessibility (PDF/UA)'; Acrobat: Accessibility, Autotag document",
    ),
    DocumentRule.UNTITLED: _pdf_check(
        lambda pdf: None if pdf.title else "has no title in its properties",
        "nothing has to be done: the published copy gets its title from the record; for other uses, Word: File, Info, "
        "Title; LibreOffice: File, Properties; Acrobat: File, Properties",
    ),
    DocumentRule.NO_LANGUAGE: _pdf_check(
        lambda pdf: None if pdf.language else "names no language",
        'the published copy says that it is in "{language}"; if that is wrong, add "language: pl" or the like to the '
        "document. In Word: Review, Language; in LibreOffice: Tools, Language; in Acrobat: File, Properties, Advanced",
    ),
    DocumentRule.SCANNED: _pdf_check(
        lambda pdf: "has no text, only pictures of pages: it cannot be searched or read out" if pdf.is_scan else None,
        "ask its author for the file that was printed, and save that as PDF; else Acrobat: Scan and OCR, "
        "Recognise text",
    ),
    DocumentRule.PROTECTED: _pdf_check(
        lambda pdf: "is protected, which can shut out a screen reader" if pdf.is_encrypted else None,
        "the published copy is without the protection; check that this is right. To remove it, Acrobat: Protect, "
        "Remove security; LibreOffice and Word: save it again without a password",
    ),
    DocumentRule.COMMENTS: _pdf_check(
        _comments,
        "the published copy is without them; check whether one should be part of the page. Word: Review, Delete "
        "all comments, then save as PDF again; Acrobat: Comment, select all, delete; LibreOffice: untick 'Comments' "
        "when exporting",
    ),
    DocumentRule.FILES_INSIDE: _pdf_check(
        lambda pdf: f"has {_count(len(pdf.embedded_files), 'other file')} inside" if pdf.embedded_files else None,
        "the published copy is without them; if readers need one, add it to the record as another document. "
        "Acrobat: Attachments, delete; LibreOffice: untick 'Hybrid PDF' when exporting",
    ),
    DocumentRule.SCRIPTS_INSIDE: _pdf_check(
        lambda pdf: (
            f"would run or start something ({' and '.join(dict.fromkeys(pdf.scripts))})" if pdf.scripts else None
        ),
        "the published copy is without it; check that the document still makes sense. Acrobat: Prepare a form, "
        "JavaScript, All JavaScripts, delete; or print it to a new PDF",
    ),
    DocumentRule.NAMES: _pdf_check(  # no part of a name is shown
        lambda pdf: (
            f"may name a person or an employer in its properties ({', '.join(pdf.names)})" if pdf.names else None
        ),
        "nothing has to be done: the published copy is without them; for other uses, Word: File, Info, Inspect "
        "document; Acrobat: Redact, Remove hidden information; LibreOffice: File, Properties, untick 'Apply user data'",
    ),
    DocumentRule.OTHER_TITLE: Check(
        _another_title,
        "check that it is the right file; the published copy gets its title from the record. To see or change it, "
        "Word: File, Info, Title; LibreOffice and Acrobat: File, Properties",
    ),
    DocumentRule.OTHER_TYPE: Check(
        _another_type,
        "open it in the program that made it and save or export it as what its name says; renaming alone is not enough",
    ),
    DocumentRule.LARGE: Check(
        _large,
        "make its pictures smaller. Word: File, Compress pictures, then save as PDF; Acrobat: Save as other, Reduced "
        "size; LibreOffice: Export as PDF, Images, reduce the resolution to 150 DPI",
    ),
    DocumentRule.PICTURES_IN_PDF: _pdf_check(
        _embedded_images,
        "nothing has to be done: the published copy is without them; for other uses, remove the properties of each "
        "picture before it goes into the document (Windows: Properties, Details, Remove properties; macOS: Preview, "
        "Tools, Show inspector), then save as PDF again; Acrobat: Redact, Sanitize document",
    ),
    DocumentRule.SIGNED: _pdf_check(  # the signer's name is not shown
        lambda pdf: f"has {_count(pdf.signatures, 'signature')} made with a certificate" if pdf.signatures else None,
        "the published copy is not signed, and its page says so. What the page itself shows of the signature stays: "
        "check that readers may see it. Or publish the file as it was before it was signed",
    ),
    DocumentRule.OFFICE_FILE: Check(_office_file, OFFICE_HINT),
    DocumentRule.PICTURE_PROPERTIES: Check(_image_properties, PICTURE_HINT),
    DocumentRule.UNCHECKED: Check(
        _unchecked,
        "publish what is in it as PDF, picture or plain text; or check by hand that it holds no names, places or notes",
    ),
    DocumentRule.TEXT_FILE: Check(
        _text_file,
        "read it once more for names, places and notes, then accept it with a reason; or publish it as PDF",
    ),
    DocumentRule.COVERING_MARKS: _pdf_check(
        _covering_marks,
        "the published copy is without them and would show what is below. Acrobat: Redact, Apply, then save as a new "
        "file; Word: delete the words themselves, then save as PDF again",
    ),
    DocumentRule.DISK_LINKS: _pdf_check(
        _disk_links,
        "the published copy is without these links, which work for nobody else and can name a colleague. If readers "
        "need a file, add it to the record as another document",
    ),
    DocumentRule.HIDDEN_TEXT: _pdf_check(
        _hidden_text,
        "whoever copies or searches the text finds the words. Delete them in the program that made the file, then save "
        "as PDF again; Acrobat: Redact, Mark for redaction, Apply, then Remove hidden information",
    ),
    DocumentRule.HIDDEN_VALUES: _pdf_check(
        _hidden_values,
        "the text is in the file for everybody who opens it with another program. Delete these fields in the form; or "
        "print the form to a new PDF",
    ),
}
"""The check of each rule. Dead links are found later, when the site's addresses are known."""
