"""The checks on what a person hears who has a document read aloud, or moves through it by keyboard."""

from __future__ import annotations

from typing import Final

from generator.markdown import join_words
from generator.model import DocumentRule, PdfFacts
from generator.model.document_rules import tag_issues_of
from generator.validate.rules.pdf_quality.document_issue import Check, pages_in_words, pdf_check

_MOST_PAGES_NAMED: Final = 30
"""A message does not name more pages than this."""


def _tag_check(rule: DocumentRule, hint: str) -> Check:
    """Return a check that reports the faults of the tags that break this rule, with their pages."""

    def find(pdf: PdfFacts) -> str | None:
        pages: dict[str, list[int]] = {}
        for issue in tag_issues_of(rule, pdf):
            pages.setdefault(str(issue.kind), []).append(issue.page)
        parts = [f"{kind}{_where(tuple(numbers))}" for kind, numbers in pages.items()]
        return f"has {'; '.join(parts)}" if parts else None

    return pdf_check(find, hint)


def _where(pages: tuple[int, ...]) -> str:
    known = tuple(page for page in pages if page)
    return f" {pages_in_words(known)}" if known else ""


def _partly_scanned(pdf: PdfFacts) -> str | None:
    if not pdf.is_partly_scanned:
        return None
    pages = join_words([str(page) for page in pdf.scanned_pages[:_MOST_PAGES_NAMED]])
    more = len(pdf.scanned_pages) - _MOST_PAGES_NAMED
    rest = f" and {more} more" if more > 0 else ""
    return f"has {len(pdf.scanned_pages)} of {pdf.pages} pages that are only pictures, without text: {pages}{rest}"


def _without_language(pdf: PdfFacts) -> str | None:
    if pdf.wrong_language:
        return f'names a language that is not a language tag such as en-GB: "{pdf.wrong_language}"'
    return None if pdf.language or pdf.tags_name_language else "names no language"


ACCESSIBILITY_CHECKS: Final[dict[DocumentRule, Check]] = {
    DocumentRule.UNTAGGED: pdf_check(
        lambda pdf: None if pdf.is_tagged else "has no tags, so a screen reader cannot follow it",
        "Word: Save as PDF, Options, tick 'Document structure tags'; LibreOffice: Export as PDF, tick 'Universal "
        "Accessibility (PDF/UA)'; Acrobat: Accessibility, Autotag document",
    ),
    DocumentRule.NO_LANGUAGE: pdf_check(
        _without_language,
        'the published copy says that it is in "{language}"; if that is wrong, add "language: pl" or the like to the '
        "document. In Word: Review, Language; in LibreOffice: Tools, Language; in Acrobat: File, Properties, Advanced",
    ),
    DocumentRule.SCANNED: pdf_check(
        lambda pdf: "has no text, only pictures of pages: it cannot be searched or read out" if pdf.is_scan else None,
        "ask its author for the file that was printed, and save that as PDF; else Acrobat: Scan and OCR, "
        "Recognise text",
    ),
    DocumentRule.FIGURES: _tag_check(
        DocumentRule.FIGURES,
        "say what each picture shows, or that it is decoration. Word: right-click the picture, View alt text; "
        "LibreOffice: right-click, Alt text; Acrobat: Accessibility, Set alternate text",
    ),
    DocumentRule.HEADINGS: _tag_check(
        DocumentRule.HEADINGS,
        "a level 1 heading comes first, and a level 3 heading is below a level 2 heading. Word: Home, Styles, "
        "Heading 1 to 3, then save as PDF again; Acrobat: Accessibility, Reading order, or the Tags pane",
    ),
    DocumentRule.TABLES: _tag_check(
        DocumentRule.TABLES,
        "Word: click in the first row, Table design, Header row, and Layout, Repeat header rows, without merged cells, "
        "then save as PDF again; Acrobat: Accessibility, Reading order, Table editor, set the type and scope of header "
        "cells",
    ),
    DocumentRule.UNTAGGED_CONTENT: _tag_check(
        DocumentRule.UNTAGGED_CONTENT,
        "Acrobat: Accessibility, Autotag document, or in the Content pane, Find, Unmarked content, then Tag as text or "
        "as decoration; or save it from Word or LibreOffice again",
    ),
    DocumentRule.NO_UNICODE: _tag_check(
        DocumentRule.NO_UNICODE,
        "save it again from the program that made it, with 'Save as PDF' and not through a printer; or use another "
        "font. Acrobat: Scan and OCR, Recognise text",
    ),
    DocumentRule.PARTLY_SCANNED: pdf_check(
        _partly_scanned,
        "ask for the file that was printed, and save these pages as text; else Acrobat: Scan and OCR, Recognise text",
    ),
    DocumentRule.TAGS: _tag_check(
        DocumentRule.TAGS,
        "Word: use the program's own lists, contents and links, then save as PDF again; Acrobat: Accessibility, "
        "Accessibility check, and fix what it lists; for fields: Prepare a form, Properties, Tooltip",
    ),
}
