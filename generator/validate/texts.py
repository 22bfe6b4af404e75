"""The texts that the rules check, and the place of each piece in its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cached_property
from typing import Any, Final
from weakref import WeakKeyDictionary

from generator.diagnostics import Location
from generator.model import (
    Briefing,
    Bulletin,
    BulletinStatus,
    Case,
    HandwrittenPage,
    Located,
    Notice,
    RawRecord,
    Records,
    Source,
    Status,
    Year,
    YearStatus,
)
from generator.model.raw import BEHIND, Path
from generator.model.slots import SLOT_PATTERN
from generator.prose import html_in, links_in, pictures_in

_Prose = tuple[tuple[tuple[str | int, ...], str], ...]

_WORTH_CHECKING: Final[WeakKeyDictionary[RawRecord, _Prose]] = WeakKeyDictionary()
"""Kept for as long as a record is: a preview asks again after each change of another."""


def worth_checking(
    located: Located[Case] | Located[Briefing] | Located[Notice] | Located[Bulletin] | Located[Year],
) -> _Prose:
    """The pieces of a record's prose that hold a link, a picture or HTML, with their paths."""
    known = _WORTH_CHECKING.get(located.raw)
    if known is None:
        pieces = tuple(
            (path, text) for path, text in located.record.prose if links_in(text) or html_in(text) or pictures_in(text)
        )
        known = _WORTH_CHECKING[located.raw] = pieces
    return known


_LEFT_OF_A_WITHDRAWN_RECORD: Final = frozenset({"name", "title", "status_reason"})


def texts_to_publish(records: Records) -> Iterator[tuple[RawRecord, Path, str]]:
    """Every text that is written in a record which is public or scheduled, with its path; of `workflow`, none.

    Of a withdrawn record only what its page still shows. Records in `records.clean` are left out.
    """
    for each in records.published:
        if each.record.status is not Status.DRAFT and each.raw.file not in records.clean:
            fields = _LEFT_OF_A_WITHDRAWN_RECORD if each.record.is_withdrawn else each.raw.values.keys() - {BEHIND}
            yield from _texts_of(each.raw, fields)
    singles = (each for each in (records.partnership, records.vocabulary) if each is not None)
    bulletins = (each for each in records.bulletins if each.record.status is not BulletinStatus.DRAFT)
    years = (each for each in records.years if each.record.status is not YearStatus.DRAFT)
    for located in (*bulletins, *years, *singles):
        yield from _texts_of(located.raw, located.raw.values.keys())


def _texts_of(raw: RawRecord, fields: Set[str]) -> Iterator[tuple[RawRecord, Path, str]]:
    for name, value in raw.values.items():
        if name in fields:
            yield from ((raw, path, text) for path, text in _inside(value, (name,)))


def _inside(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _inside(each, (*path, key))
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from _inside(each, (*path, number))


def find_words(source: Source, words: str, start: Location) -> Location:
    """The place of some words at or below a place, however they are wrapped; the place itself if they are not there."""
    lines = source.text.split("\n", (start.line or 1) - 1)
    beginning = len(source.text) - len(lines[-1])
    pattern = re.compile(r"[\s*_]+".join(map(re.escape, words.split())), re.IGNORECASE)
    match = pattern.search(source.text, beginning)
    return start if match is None else source.at_offset(match.start())


def page_text(page: HandwrittenPage) -> str:
    """A page's Markdown, each line where it is in the file: the fields at its head are left empty, a slot is a word."""
    body = _without_front_matter(page.source.text)
    head = page.source.text[: len(page.source.text) - len(body)]
    return "\n" * head.count("\n") + SLOT_PATTERN.sub(lambda slot: "slot" + "\n" * slot[0].count("\n"), body)


def page_start(page: HandwrittenPage) -> Location:
    """Where a page's Markdown begins, below the fields at its head."""
    body = _without_front_matter(page.source.text)
    return page.source.at(page.source.text.count("\n") - body.count("\n") + 1, 1)


def _without_front_matter(text: str) -> str:
    if not text.startswith("---\n"):
        return text
    _, mark, body = text[4:].partition("\n---\n")
    return body if mark else text


class Places:
    """Finds the pieces of one text in its file; a piece that comes again is found where it comes again."""

    def __init__(self, source: Source, find_start: Callable[[], Location]) -> None:
        self._source = source
        self._find_start = find_start
        self._after: dict[str, int] = {}

    def __call__(self, piece: str) -> Location:
        """Where the next of these pieces stands; where the text begins when it is written in some other way there."""
        offset = self._find(f"]({piece}", 2)
        if offset is None:
            offset = self._find(piece, 0)
        return self._start if offset is None else self._source.at_offset(offset)

    def link(self, says: str, destination: str) -> Location:
        """Where the words of the next of these links stand; its destination where its words are written otherwise."""
        offset = self._find(f"[{says}](", 1)
        return self(destination) if offset is None else self._source.at_offset(offset)

    def picture(self, source: str) -> Location:
        """Where the next picture without words stands."""
        offset = self._find(f"![]({source}", 0)
        return self(source) if offset is None else self._source.at_offset(offset)

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
        lines = self._source.text.split("\n", (self._start.line or 1) - 1)
        return len(self._source.text) - len(lines[-1]) + (self._start.column or 1) - 1
