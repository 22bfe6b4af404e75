"""Checks texts that were pasted or typed in a way that readers see otherwise than it was meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from html import escape
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule_by_slug
from generator.markdown.commonmark import html_of
from generator.markdown.garbled_letters import garbled_letters
from generator.markdown.leftover_signs import LeftoverSign, first_of_each, leftover_signs, may_leave_signs
from generator.markdown.misread_text import may_be_misread, misread_texts
from generator.model import Records
from generator.validate.text_locations import MERGE_CONFLICT, SourceLocator, body_location, page_text, texts_to_publish

_NOT_READ: Final = frozenset({"accepted", "accepted_findings", "sources", "evidence_files", "file", "url", "id"})
"""Fields whose texts quote others, or that readers do not see as text."""

_LINK_WITH_SPACE: Final = re.compile(r"\]\(\s*(?:[a-z][a-z0-9+.-]{1,20}:|www\.)[^()<>\n]*\s[^()<>\n]*\)", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:a|b|br|div|em|font|i|img|li|ol|p|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_EMPHASIS: Final = re.compile(r"(?<![\w*])\*\w[^*\n]*\w\*(?![\w*])")


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P675 to P679 and P695 to P698 for texts of records and pages that readers see otherwise than meant."""
    prose = {(located.raw.file, path) for located in records.prose_records for path, _ in located.record.prose}
    for raw, path, text in texts_to_publish(records):
        has_signs = may_leave_signs(text) or may_be_misread(text) or any(garbled_letters(text))
        if not has_signs or path[0] in _NOT_READ or path[-1] in _NOT_READ:
            continue
        place = SourceLocator(raw.source, partial(raw.location_of, *path))
        if (raw.file, path) in prose:
            yield from _in_prose(text, place)
        else:
            yield from _in_plain_text(text, place)
        yield from _garbled(text, place)
    for page in records.pages:
        if MERGE_CONFLICT.search(page.source.text):
            continue  # P685 reports it.
        text = page_text(page)
        for found in misread_texts(text, is_page=True):
            line = page.source.line(found.line) or ""
            column = len(line) - len(line.lstrip()) + 1
            yield rule_by_slug(found.slug).diagnostic(found.message, page.source.at(found.line, column), found.hint)
        yield from _garbled(text, SourceLocator(page.source, partial(body_location, page)))


def _in_prose(text: str, place: Callable[[str], Location]) -> Iterator[Diagnostic]:
    for found in misread_texts(text, is_page=False):
        yield rule_by_slug(found.slug).diagnostic(found.message, place(found.piece), found.hint)
    for sign in first_of_each(leftover_signs(html_of(text))):
        # A piece that is not in the text has backslashes there: its signs are meant to be seen.
        if sign.piece in text and not _is_reported_elsewhere(sign, text):
            yield rule_by_slug(sign.slug).diagnostic(sign.message, place(sign.piece), sign.hint)


def _is_reported_elsewhere(sign: LeftoverSign, text: str) -> bool:
    """Return True for a link with a space in its address (L831)."""
    return any(match[0][2:].split()[0] in sign.piece for match in _LINK_WITH_SPACE.finditer(text))


def _in_plain_text(text: str, place: Callable[[str], Location]) -> Iterator[Diagnostic]:
    if "://" in text and " " not in text:
        return
    signs = [sign for sign in leftover_signs(escape(text)) if sign.slug != "bare-address"]
    for sign in first_of_each(signs):
        if sign.slug == "code-in-text":
            yield rule_by_slug(sign.slug).diagnostic(sign.message, place(sign.piece), sign.hint)
        elif sign.piece[:1] in "*[(_~" or "**" in sign.piece:
            message, hint = "this text is shown as it is typed, with its signs", "write plain words, without signs"
            yield rule_by_slug(sign.slug).diagnostic(message, place(sign.piece), hint)
    emphasis = _EMPHASIS.search(text)
    if emphasis is not None:
        message, hint = "this text is shown as it is typed, with its stars", "write the words without stars"
        yield rule_by_slug("markdown-shown-raw").diagnostic(message, place(emphasis[0]), hint)
    tag = _TAG.search(text)
    if tag is not None:
        message = f"this is the code of a web page, and readers see it as it is: {tag[0][:40]}"
        yield rule_by_slug("code-in-text").diagnostic(message, place(tag[0]), "take it out")


def _garbled(text: str, place: Callable[[str], Location]) -> Iterator[Diagnostic]:
    for written, meant in garbled_letters(text):
        message = f'"{written}" is not a letter that anybody typed: the text was read with the wrong encoding'
        yield rule_by_slug("garbled-letters").diagnostic(message, place(written), f"write {meant}")
