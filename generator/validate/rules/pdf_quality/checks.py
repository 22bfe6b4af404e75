"""The checks on each document: a fact about the file, a message, and what to do in the program that made it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final

from generator.markdown import join_words
from generator.model import DocumentRule, FileInfo, HiddenTextCause, PdfFacts
from generator.model.asset_kinds import OFFICE, PICTURES, PLAIN_TEXT, RECORDINGS
from generator.model.published_document import size_in_words
from generator.validate.rules.pdf_quality.accessibility_checks import ACCESSIBILITY_CHECKS
from generator.validate.rules.pdf_quality.document_issue import Check, DocumentUnderTest, pages_in_words, pdf_check

LARGE_BYTES: Final = 10_000_000

CLEANED_OFFICE_HINT: Final = (
    "nothing has to be done: the published copy is without them. For other uses, Word, Excel and PowerPoint: File, "
    "Info, Check for issues, Inspect document; LibreOffice: File, Properties, untick 'Apply user data', and Edit, "
    "Comments, Delete all comments"
)
CLEANED_HINT: Final = (
    "nothing has to be done: the published copy is without them; for other uses, Windows: Properties, Details, Remove "
    "properties; macOS: Preview, Tools, Show inspector"
)
RECORDING_HINT: Final = (
    "export it as MP3 or MP4 without properties: in VLC, Media, Convert; in Audacity, Edit, Metadata editor, Clear; in "
    "Windows, Properties, Details, Remove properties; in macOS, Photos, File, Export with 'Location information' "
    "unticked"
)
PICTURE_HINT: Final = (
    "save it again without its properties: export it for the web, or use Properties, Details, Remove properties "
    "(Windows) or Preview, Tools, Show inspector (macOS)"
)

_HINT_ABOUT_LINKS: Final = (
    "the published copy is without these links, which work for nobody else and can name a colleague. If readers "
    "need a file, add it to the record as another document"
)
_MOST_ADDRESSES: Final = 5
"""Addresses that one hint names."""

_CHECKED_TYPES: Final = PICTURES | OFFICE | PLAIN_TEXT | {".pdf"}
_WEB_PAGES: Final = {".html", ".htm", ".xhtml", ".mht", ".mhtml"}
_SMALL_WORDS: Final = frozenset(["and", "the", "of", "for", "in", "on", "a", "to", "with", "at", "by"])


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
    where = "to files on a computer, into an office network or through a mail scanner"
    return f"has {count} {where}, {pages_in_words(pdf.disk_links)}"


def _hint_about_links(subject: DocumentUnderTest) -> str:
    """Return the hint with the addresses that the links through a mail scanner contain."""
    pdf = subject.pdf
    behind = list(dict.fromkeys(pdf.links_behind)) if pdf is not None else []
    shown = ", ".join(f'on page {link.page} "{link.address}"' for link in behind[:_MOST_ADDRESSES])
    more = f" and {len(behind) - _MOST_ADDRESSES} more" if len(behind) > _MOST_ADDRESSES else ""
    instead = f". Instead of the links through a mail scanner, write {shown}{more}" if behind else ""
    return f"{_HINT_ABOUT_LINKS}{instead}"


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


def _kept(kinds: frozenset[str], what: str) -> Callable[[DocumentUnderTest], str | None]:
    """Return a check for files of these kinds whose copy for readers would still have something hidden."""

    def find(subject: DocumentUnderTest) -> str | None:
        facts = subject.facts
        return f"{what} {join_words(facts.says)}" if _suffix(subject) in kinds and facts.kept else None

    return find


def _removed(kinds: frozenset[str], what: str) -> Callable[[DocumentUnderTest], str | None]:
    """Return a check for files of these kinds whose copy for readers is clean, and whose original is not."""

    def find(subject: DocumentUnderTest) -> str | None:
        facts = subject.facts
        is_cleaned = _suffix(subject) in kinds and facts.says and not facts.kept
        return f"{what} {join_words(facts.says)}" if is_cleaned else None

    return find


def office_hint(facts: FileInfo) -> str:
    """Return where to click to remove what the copy of an Office file would still have."""
    return f"{'. '.join((*_capitalised(facts.steps), 'Then save it; or save it as PDF and publish that'))}"


def _office_steps(subject: DocumentUnderTest) -> str:
    return office_hint(subject.facts)


def _capitalised(steps: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(step[:1].upper() + step[1:] for step in steps)


def _unchecked(subject: DocumentUnderTest) -> str | None:
    suffix = _suffix(subject)
    if suffix in _CHECKED_TYPES or subject.facts.holds:
        return None
    if suffix in _WEB_PAGES:
        return "is a web page: its scripts and hidden text cannot be checked and would be published as they are"
    return f"is a file that cannot be checked ({suffix or 'it has no ending'}) and {_published_as(subject)}"


def _published_as(subject: DocumentUnderTest) -> str:
    """Return what readers would get of a file that cannot be checked."""
    facts = subject.facts
    if _suffix(subject) not in RECORDINGS:
        return "would be published as it is"
    if facts.kept:
        return f"would be published as it is, with {join_words(facts.kept)}"
    without = f", without {join_words(facts.says)} in its properties" if facts.says else ""
    return f"what is said and shown in it would be published{without}"


def _text_file(subject: DocumentUnderTest) -> str | None:
    return "is a text file, and nothing in it is checked" if _suffix(subject) in PLAIN_TEXT else None


def _suffix(subject: DocumentUnderTest) -> str:
    return PurePosixPath(subject.file).suffix.lower()


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


CHECKS: Final[dict[DocumentRule, Check]] = {
    DocumentRule.UNTITLED: pdf_check(
        lambda pdf: None if pdf.title else "has no title in its properties",
        "nothing has to be done: the published copy gets its title from the record; for other uses, Word: File, Info, "
        "Title; LibreOffice: File, Properties; Acrobat: File, Properties",
    ),
    DocumentRule.PROTECTED: pdf_check(
        lambda pdf: "is protected, which can shut out a screen reader" if pdf.is_encrypted else None,
        "the published copy is without the protection; check that this is right. To remove it, Acrobat: Protect, "
        "Remove security; LibreOffice and Word: save it again without a password",
    ),
    DocumentRule.COMMENTS: pdf_check(
        _comments,
        "the published copy is without them; check whether one should be part of the page. Word: Review, Delete "
        "all comments, then save as PDF again; Acrobat: Comment, select all, delete; LibreOffice: untick 'Comments' "
        "when exporting",
    ),
    DocumentRule.FILES_INSIDE: pdf_check(
        lambda pdf: f"has {_count(len(pdf.embedded_files), 'other file')} inside" if pdf.embedded_files else None,
        "the published copy is without them; if readers need one, add it to the record as another document. "
        "Acrobat: Attachments, delete; LibreOffice: untick 'Hybrid PDF' when exporting",
    ),
    DocumentRule.SCRIPTS_INSIDE: pdf_check(
        lambda pdf: (
            f"would run or start something ({' and '.join(dict.fromkeys(pdf.scripts))})" if pdf.scripts else None
        ),
        "the published copy is without it; check that the document still makes sense. Acrobat: Prepare a form, "
        "JavaScript, All JavaScripts, delete; or print it to a new PDF",
    ),
    DocumentRule.NAMES: pdf_check(  # no part of a name is shown
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
    DocumentRule.PICTURES_IN_PDF: pdf_check(
        _embedded_images,
        "nothing has to be done: the published copy is without them; for other uses, remove the properties of each "
        "picture before it goes into the document (Windows: Properties, Details, Remove properties; macOS: Preview, "
        "Tools, Show inspector), then save as PDF again; Acrobat: Redact, Sanitize document",
    ),
    DocumentRule.SIGNED: pdf_check(  # the signer's name is not shown
        lambda pdf: f"has {_count(pdf.signatures, 'signature')} made with a certificate" if pdf.signatures else None,
        "the published copy is not signed, and its page says so. What the page itself shows of the signature stays: "
        "check that readers may see it. Or publish the file as it was before it was signed",
    ),
    DocumentRule.OFFICE_FILE: Check(_kept(OFFICE, "is an Office file that cannot be cleaned; it has"), _office_steps),
    DocumentRule.CLEANED_OFFICE_FILE: Check(_removed(OFFICE, "is an Office file that has"), CLEANED_OFFICE_HINT),
    DocumentRule.PICTURE_PROPERTIES: Check(
        _kept(PICTURES, "is a picture that cannot be cleaned, whose file contains"), PICTURE_HINT
    ),
    DocumentRule.CLEANED_PICTURE: Check(_removed(PICTURES, "is a picture whose file contains"), CLEANED_HINT),
    DocumentRule.UNCHECKED: Check(
        _unchecked,
        "publish what is in it as PDF, picture or plain text; or check by hand that it holds no names, places or notes",
    ),
    DocumentRule.TEXT_FILE: Check(
        _text_file,
        "read it once more for names, places and notes, then accept it with a reason; or publish it as PDF",
    ),
    DocumentRule.COVERING_MARKS: pdf_check(
        _covering_marks,
        "the published copy is without them and would show what is below. Acrobat: Redact, Apply, then save as a new "
        "file; Word: delete the words themselves, then save as PDF again",
    ),
    DocumentRule.DISK_LINKS: Check(
        lambda subject: None if subject.pdf is None else _disk_links(subject.pdf), _hint_about_links
    ),
    DocumentRule.HIDDEN_TEXT: pdf_check(
        _hidden_text,
        "whoever copies or searches the text finds the words. Delete them in the program that made the file, then save "
        "as PDF again; Acrobat: Redact, Mark for redaction, Apply, then Remove hidden information",
    ),
    DocumentRule.HIDDEN_VALUES: pdf_check(
        _hidden_values,
        "the text is in the file for everybody who opens it with another program. Delete these fields in the form; or "
        "print the form to a new PDF",
    ),
    **ACCESSIBILITY_CHECKS,
}
"""The check of each rule. Dead links are found later, when the site's addresses are known."""
