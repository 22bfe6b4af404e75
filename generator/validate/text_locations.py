"""Finds the texts that the rules check, and the location of each piece in its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final
from weakref import WeakKeyDictionary

from generator.diagnostics import Location
from generator.markdown import links_in, pictures_in, raw_html_tags
from generator.model import (
    Briefing,
    Bulletin,
    BulletinStatus,
    Case,
    Located,
    MarkdownPage,
    Notice,
    RawRecord,
    Records,
    Source,
    Status,
    Year,
    YearStatus,
)
from generator.model.raw_record import PRIVATE_FIELD, Path, is_private
from generator.model.slots import SLOT_PATTERN

_Prose = tuple[tuple[tuple[str | int, ...], str], ...]

_LINK_OR_TAG: Final = re.compile(r"[\]<@]")
"""A character of every link, image and tag."""

_WORTH_CHECKING: Final[WeakKeyDictionary[RawRecord, _Prose]] = WeakKeyDictionary()
"""Cached for as long as a record is in memory: a preview asks again after each change of another record."""

MERGE_CONFLICT: Final = re.compile(r"^<{7}(?: |$)(?=.*?^={7}$.*?^>{7}(?: |$))", re.MULTILINE | re.DOTALL)
"""Finds the first mark of a merge conflict in a page that has all three kinds of marks."""


def prose_with_links_or_html(
    located: Located[Case] | Located[Briefing] | Located[Notice] | Located[Bulletin] | Located[Year],
) -> _Prose:
    """Return the pieces of a record's prose that contain a link, an image or HTML, with their paths."""
    known = _WORTH_CHECKING.get(located.raw)
    if known is None:
        pieces = tuple(
            (path, text)
            for path, text in located.record.prose
            if _LINK_OR_TAG.search(text) and (links_in(text) or raw_html_tags(text) or pictures_in(text))
        )
        known = _WORTH_CHECKING[located.raw] = pieces
    return known


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a record that readers see, or will see."""

    each: tuple[tuple[Path, str], ...]
    """Every text with its path."""

    joined: str
    """All of them. Most records have nothing that a rule looks for, so a rule looks here before it looks at each."""


_TEXTS: Final[WeakKeyDictionary[RawRecord, Texts]] = WeakKeyDictionary()
"""Kept for the next rule, until `forget_texts`: the texts of thousands of records need much memory."""

_LEFT_OF_A_WITHDRAWN_RECORD: Final = frozenset({"name", "title", "status_reason"})


def texts_to_publish(records: Records) -> Iterator[tuple[RawRecord, Path, str]]:
    """Yield every text of the records of `records_to_publish`, with its path."""
    for raw, texts in records_to_publish(records):
        for path, text in texts.each:
            yield raw, path, text


def records_to_publish(records: Records) -> Iterator[tuple[RawRecord, Texts]]:
    """Yield the texts of every public or scheduled record. Texts of `workflow` and of packs are left out.

    For a withdrawn record, yield only the texts that its page still shows. Records in `records.unchanged_clean_files`
    are left out.
    """
    for record in records.cases_briefings_notices:
        if record.record.status is not Status.DRAFT and record.raw.file not in records.unchanged_clean_files:
            fields = (
                _LEFT_OF_A_WITHDRAWN_RECORD
                if record.record.is_withdrawn
                else record.raw.values.keys() - {PRIVATE_FIELD}
            )
            yield record.raw, _texts_of(record.raw, fields)
    singles = (single for single in (records.partnership, records.vocabulary) if single is not None)
    bulletins = (bulletin for bulletin in records.bulletins if bulletin.record.status is not BulletinStatus.DRAFT)
    years = (year for year in records.years if year.record.status is not YearStatus.DRAFT)
    for located in (*bulletins, *years, *singles):
        raw = located.raw.own or located.raw
        yield raw, _texts_of(raw, raw.values.keys())


def _texts_of(raw: RawRecord, fields: Set[str]) -> Texts:
    known = _TEXTS.get(raw)
    if known is None:
        each = tuple(found for name, value in raw.values.items() if name in fields for found in _inside(value, (name,)))
        known = _TEXTS[raw] = Texts(each, "\n\n".join(text for _, text in each))
    return known


def forget_texts() -> None:
    """Free the memory of the texts that the rules have looked at."""
    _TEXTS.clear()


def _inside(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            if is_private((*path, key)):
                continue
            yield from _inside(each, (*path, key))
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from _inside(each, (*path, number))


def find_words(source: Source, words: str, start: Location) -> Location:
    """Return the location of the words at or after `start`, with any wrapping; `start` if they are not found."""
    pattern = re.compile(r"[\s*_]+".join(map(re.escape, words.split())), re.IGNORECASE)
    match = pattern.search(source.text, _offset_of(source, start.line))
    return start if match is None else replace(source.at_offset(match.start()), path=start.path)


def _offset_of(source: Source, line: int | None) -> int:
    """Return the 0-based offset at which a 1-based line begins; 0 if the line is not known."""
    lines = source.text.split("\n", (line or 1) - 1)
    return len(source.text) - len(lines[-1])


def page_text(page: MarkdownPage) -> str:
    """Return a page's Markdown, with the file's line numbers: front matter becomes empty lines, and a slot one word."""
    body = _without_front_matter(page.source.text)
    head = page.source.text[: len(page.source.text) - len(body)]
    return "\n" * head.count("\n") + SLOT_PATTERN.sub(lambda slot: "slot" + "\n" * slot[0].count("\n"), body)


def body_location(page: MarkdownPage) -> Location:
    """Return the location where a page's Markdown begins, below the front matter."""
    body = _without_front_matter(page.source.text)
    return page.source.at(page.source.text.count("\n") - body.count("\n") + 1, 1)


def _without_front_matter(text: str) -> str:
    if not text.startswith("---\n"):
        return text
    _, mark, body = text[4:].partition("\n---\n")
    return body if mark else text


class SourceLocator:
    """Finds the pieces of one text in its file. A repeated piece is found at its next place."""

    def __init__(self, source: Source, find_start: Callable[[], Location]) -> None:
        self._source = source
        self._find_start = find_start
        self._after: dict[str, int] = {}

    def __call__(self, piece: str) -> Location:
        """Return the location of the next such piece; the start of the text if it is written differently there."""
        offset = self._find(f"]({piece}", 2)
        if offset is None:
            offset = self._find(piece, 0)
        return self._start if offset is None else self._at(offset)

    def link(self, says: str, destination: str) -> Location:
        """Return the location of the next such link's words; its destination if the words are written differently."""
        offset = self._find(f"[{says}](", 1)
        return self(destination) if offset is None else self._at(offset)

    def picture(self, source: str) -> Location:
        """Return the location of the next image without words."""
        offset = self._find(f"![]({source}", 0)
        return self(source) if offset is None else self._at(offset)

    def _at(self, offset: int) -> Location:
        """Return the location of a character in the value that the text is from."""
        return replace(self._source.at_offset(offset), path=self._start.path)

    def _find(self, needle: str, skipped: int) -> int | None:
        found = self._source.text.find(needle, self._after.get(needle, self._beginning))
        if found < 0:
            return None
        self._after[needle] = found + 1
        return found + skipped

    @cached_property
    def _start(self) -> Location:
        return self._find_start()

    @cached_property
    def _beginning(self) -> int:
        return _offset_of(self._source, self._start.line) + (self._start.column or 1) - 1
