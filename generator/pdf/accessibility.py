"""Adds to the facts of a PDF what is wrong for people who hear it or move through it by keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from generator.model import PdfFacts, TagIssue, TagIssueKind
from generator.pdf.objects import get_nested, is_hidden, is_true, name_inside, page_annotations, root_of, text_inside
from generator.pdf.page_content import PageContent, page_content
from generator.pdf.tag_checks import find_tag_issues
from generator.pdf.tag_tree import Tag, tag_tree

_LANGUAGE: Final = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
"""A language tag (RFC 3066)."""

_MAX_ISSUES: Final = 2_000
_MAX_FIELD_DEPTH: Final = 12


def with_accessibility(facts: PdfFacts, reader: PdfReader, path: Path) -> PdfFacts:
    """Return the facts with the faults of the tags, the pages that are only pictures, and the language of the text."""
    root = root_of(reader)
    numbers = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages, 1)
        if page.indirect_reference is not None
    }
    top = tag_tree(root, numbers) if facts.is_tagged else None
    tags = _tags_by_content(top)
    contents: list[PageContent] = []
    with closing(pypdfium2.PdfDocument(path)) as document:
        for number in range(1, len(document) + 1):
            with closing(document[number - 1]) as page:
                contents.append(page_content(page, _TagsOfPage(tags, number).find if top is not None else None))
    with_fields = {
        number
        for number, page in enumerate(reader.pages, 1)
        if any(name_inside(each, "/Subtype") == "/Widget" for _, each in page_annotations(page))
    }
    issues = list(_of_contents(contents))
    if top is not None:
        issues += [*find_tag_issues(top), *_of_annotations(reader, top)]
        if is_true(get_nested(root, "/MarkInfo", "/Suspects")):
            issues.append(TagIssue(0, TagIssueKind.SUSPECTS))
    languages = [facts.language, *(text_inside(tag.source, "/Lang") for tag in (top.walk() if top is not None else ()))]
    return replace(
        facts,
        tag_issues=tuple(sorted(dict.fromkeys(issues), key=lambda issue: (issue.page, issue.kind)))[:_MAX_ISSUES],
        scanned_pages=tuple(
            number for number, content in enumerate(contents, 1) if content.is_picture and number not in with_fields
        ),
        wrong_language=next((each for each in languages if each and not _LANGUAGE.fullmatch(each)), ""),
        tags_name_language=not facts.language and top is not None and _names_languages(root, top, contents),
    )


class _TagsOfPage:
    """Finds the tags of the content of one page."""

    def __init__(self, tags: dict[tuple[int, int], Tag], page: int) -> None:
        self._tags = tags
        self._page = page

    def find(self, content_id: int) -> Tag | None:
        """Return the tag that has the content with this id. A tag that does not name its page may have it."""
        return self._tags.get((self._page, content_id)) or self._tags.get((0, content_id))


def _tags_by_content(top: Tag | None) -> dict[tuple[int, int], Tag]:
    """Return the tag of each piece of content, by its page and its id there."""
    found: dict[tuple[int, int], Tag] = {}
    for tag in top.walk() if top is not None else ():
        for place in tag.content:
            found.setdefault(place, tag)
    return found


def _of_contents(contents: list[PageContent]) -> Iterator[TagIssue]:
    for number, content in enumerate(contents, 1):
        if content.is_untagged:
            yield TagIssue(number, TagIssueKind.UNTAGGED)
        if content.is_mixed:
            yield TagIssue(number, TagIssueKind.ARTIFACT)
        if content.has_no_unicode:
            yield TagIssue(number, TagIssueKind.NO_UNICODE)


def _of_annotations(reader: PdfReader, top: Tag) -> Iterator[TagIssue]:
    """Yield the faults of links and form fields (7.18). Comments are not part of the published copy."""
    holders = {number: tag for tag in top.walk() for number in tag.annotations}
    for number, page in enumerate(reader.pages, 1):
        has_stops = False
        for reference, annotation in page_annotations(page):
            kind = name_inside(annotation, "/Subtype")
            if kind not in ("/Link", "/Widget") or is_hidden(annotation):
                continue
            has_stops = True
            holder = holders.get(reference.idnum) if isinstance(reference, IndirectObject) else None
            if kind == "/Link" and not _is_in(holder, "Link"):
                yield TagIssue(number, TagIssueKind.UNTAGGED_LINK)
            if kind == "/Widget" and not _is_in(holder, "Form"):
                yield TagIssue(number, TagIssueKind.UNTAGGED_FIELD)
            if kind == "/Widget" and not (_field_name(annotation) or (holder is not None and holder.has_replacement)):
                yield TagIssue(number, TagIssueKind.NO_FIELD_NAME)
        if has_stops and name_inside(page, "/Tabs") != "/S":
            yield TagIssue(number, TagIssueKind.TAB_ORDER)


def _is_in(tag: Tag | None, kind: str) -> bool:
    while tag is not None:
        if tag.kind == kind:
            return True
        tag = tag.parent
    return False


def _field_name(widget: DictionaryObject) -> str:
    """Return the name that a screen reader says for a field; it may be in the field above the widget."""
    holder: object = widget
    for _ in range(_MAX_FIELD_DEPTH):
        if not isinstance(holder, DictionaryObject):
            break
        name = text_inside(holder, "/TU")
        if name:
            return name
        holder = get_nested(holder, "/Parent")
    return ""


def _names_languages(root: DictionaryObject, top: Tag, contents: list[PageContent]) -> bool:
    """Return True if the tags name the language of every text, and the file has no other texts, such as bookmarks."""
    if any(content.has_no_language for content in contents) or get_nested(root, "/Outlines", "/First") is not None:
        return False
    return all(tag.language for tag in top.walk() if any(key in tag.source for key in ("/Alt", "/ActualText", "/E")))
