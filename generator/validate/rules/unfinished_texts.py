"""Checks for marks that editors leave where a text must still be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import Records
from generator.model.raw_record import Path
from generator.validate.stems import StemIndex
from generator.validate.text_locations import body_location, find_words, page_text, records_to_publish

_MARK: Final = re.compile(
    r"""
      (?i:lorem\ ipsum)
    | \b(?:TODO|FIXME|TBC|TBD)\b
    | \{\{[^{}\n]{0,60}\}\} | \u00ab[^\u00ab\u00bb\n]{1,40}_[^\u00ab\u00bb\n]{0,40}\u00bb | \?{2,} | \(\?+\)
    | \((?i:tbc|tbd)\)
    | \[(?:[A-Z]{2,3}|[A-Z][a-z]+)\ (?:to|please)\ [^\[\]\n]{2,60}\](?![(\[:])
    | \[(?i:to\ (?:check|confirm|add|update)|check|awaiting|ask|query|confirm|add|tbc|tbd)\b[^\[\]\n]{0,60}\](?![(\[:])
    | \[[A-Z]{2,3}[0-9]{1,3}\](?![(\[:])
    | \((?i:ask|check\ with|awaiting)\ [A-Z][a-z]+\b[^()\n]{0,30}\)
    | (?i:\btodo:)
    | \bX{3,}\b
    | \[(?i:insert|enter|your|write|fill\ in)\b[^\[\]\n]{0,80}\](?![(\[:])
    | \[[^\[\]\n]{0,60}(?i:\bto\ be\ (?:added|completed|confirmed|inserted|written))[^\[\]\n]{0,20}\](?![(\[:])
    | \[(?:DATE|MONTH|YEAR|DAY|TIME|NAME|FORENAME|AGE|PLACE|TOWN|SCHOOL|ADDRESS|AGENCY|TITLE|NUMBER|LINK|X)\](?![(\[:])
    """,
    re.VERBOSE,
)
_MARKING: Final = re.compile(
    r"^[\W_]*((?:OFFICIAL[ -]*(?:[-\u2013:][ ]*)?SENSITIVE|RESTRICTED|(?:STRICTLY[ ])?(?:PRIVATE[ ]AND[ ])?CONFIDENTIAL"
    r"|DRAFT|NOT[ ]FOR[ ](?:CIRCULATION|PUBLICATION|DISTRIBUTION|SHARING)|EMBARGOED)\b[^\na-z]{0,40})(?:\n|$)",
    re.MULTILINE,
)
"""A line in capitals with the marking of a file: it was copied with the text, or the text is not for everyone."""
_IN_RECORDS: Final = re.compile(r"<(?:name|date|place|(?:insert|enter|your|add)\b[^<>\n]{0,80})>", re.IGNORECASE)
"""Marks that count only in records. In a hand-written page they could be HTML."""

_STEMS: Final = StemIndex(
    {
        _MARK: (
            *("lorem ipsum", "todo", "fixme", "tbc", "tbd", "xxx", "??", "{{", "\u00ab"),
            *("(?", "(ask ", "(check with ", "(awaiting "),
        ),
        _IN_RECORDS: ("<",),
    }
)
_BRACKETS: Final = re.compile(r"\](?![(\[:])")
"""The end of every mark in square brackets, and not of the words of a link."""

_NOTHING: Final = re.compile(r"[.?\u2026_\s]+|-{2,}|x{3,}", re.IGNORECASE)
"""A whole text without any words, as in `reason: ...`."""

_ADDRESS: Final = re.compile(r"(?<!\S)\S*(?:://|@)\S*")
"""It starts where a word starts, so that a very long word is searched once, not once from each of its characters."""

_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_NOT_SHOWN: Final = frozenset({"sources", "accepted_findings", "people"})
_NO_TEXT: Final = frozenset({"file", "earlier", "url", "id", "record"})
"""Fields that contain the name or address of something, not text."""


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R211 for the first mark in each visible text of a public or scheduled record, and in each page.

    The items of a sent bulletin are left out, because they are already sent.
    """
    for raw, texts in records_to_publish(records):
        may_have_mark = _may_have_mark(texts.joined)
        for path, text in texts.each:
            if not (may_have_mark or _NOTHING.fullmatch(text)) or not _is_shown(raw.kind, path):
                continue
            mark = unfinished_mark(text)
            if mark is not None:
                yield _unfinished_text(mark, find_words(raw.source, mark, raw.location_of(*path)))
            elif (match := _MARKING.search(text)) is not None:
                marking = match[1].strip()
                yield _marked_text(marking, find_words(raw.source, marking, raw.location_of(*path)))
    for page in records.pages:
        match = _MARK.search(_without_addresses(_COMMENT.sub("", page_text(page))))
        if match is not None:
            yield _unfinished_text(match[0], find_words(page.source, match[0], body_location(page)))


def _unfinished_text(mark: str, place: Location) -> Diagnostic:
    hint = 'finish the text, or say in words what readers should know: "to be confirmed in May"'
    return rule("R211").diagnostic(f'this text is not finished: "{mark}"', place, hint)


def _marked_text(marking: str, place: Location) -> Diagnostic:
    hint = "check that the text may be published, and delete the marking"
    return rule("R211").diagnostic(f'this text is marked "{marking}"', place, hint)


def _may_have_mark(joined: str) -> bool:
    """Return False for the texts of a record if none of them has a mark or a marking."""
    return bool(_STEMS.keys_for(joined) or _BRACKETS.search(joined) or _MARKING.search(joined))


def _is_shown(kind: str, path: Path) -> bool:
    if path[0] in _NOT_SHOWN or path[-1] in _NO_TEXT or "accepted" in path:  # P670 checks reasons.
        return False
    return kind != "bulletin" or path[0] != "items"


def unfinished_mark(text: str) -> str | None:
    """Return the first mark of an unfinished text in a text of a record; None if it looks finished."""
    if _NOTHING.fullmatch(text):
        return text.strip()
    plain = _without_addresses(text)
    match = _MARK.search(plain) or _IN_RECORDS.search(plain)
    return match[0] if match is not None else None


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text)
