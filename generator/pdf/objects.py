"""The objects of a PDF: found by following every reference once, however they loop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, PdfObject, StreamObject

LONGEST_LINE: Final = 2_000
"""Characters of a title, an address and the like that are kept."""

_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")

MOST_OBJECTS: Final = 2_000_000
"""A file with more is not read to its end: nobody publishes it."""

COMMENTS: Final = frozenset({
    "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/Squiggly", "/StrikeOut", "/Caret", "/Stamp", "/Ink", "/Popup", "/FileAttachment", "/Redact", "/Projection",
})  # fmt: skip
"""Annotations that somebody left on a page while working on it (ISO 32000-2, table 171)."""

PLAYERS: Final = frozenset({"/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"})
"""Annotations that play something."""

STARTS_SOMETHING: Final = frozenset({
    "/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute",
    "/GoTo3DView",
})  # fmt: skip
"""Actions that do more than lead to a place (ISO 32000-2, table 201)."""


_FILLED: Final = frozenset({"/Square", "/Circle", "/Polygon"})
"""Annotations that have a colour inside (ISO 32000-2, tables 180 and 181)."""

_RESOURCES: Final = frozenset({"/Font", "/XObject", "/ExtGState", "/Pattern", "/OCG", "/OCMD"})


class TooManyObjects(Exception):  # noqa: N818 it is named for what it says
    """The file holds more objects than anybody would publish."""


def dictionaries(start: PdfObject) -> Iterator[DictionaryObject]:
    """Every dictionary and stream that can be reached, each once. Broken references are passed over."""
    return (each for each, _ in _reached(start) if isinstance(each, DictionaryObject))


def numbers_reached(start: PdfObject) -> set[int]:
    """The numbers of all objects that can be reached."""
    return {number for _, number in _reached(start) if number is not None}


def _reached(start: PdfObject) -> Iterator[tuple[PdfObject | None, int | None]]:
    """Everything that can be reached, each once, with its number where it has one of its own."""
    waiting: list[PdfObject | None] = [start]
    seen: set[tuple[int, int]] = set()
    count = 0
    while waiting:
        each, number = waiting.pop(), None
        if isinstance(each, IndirectObject):
            if (each.idnum, each.generation) in seen:
                continue
            seen.add((each.idnum, each.generation))
            number = each.idnum
            each = each.get_object()
        count += 1
        if count > MOST_OBJECTS:
            raise TooManyObjects
        yield each, number
        if isinstance(each, DictionaryObject):
            waiting += dict.values(each)
        elif isinstance(each, ArrayObject):
            waiting += list.__iter__(each)


def root_of(reader: PdfReader) -> DictionaryObject:
    """The catalogue; the place from which everything in a PDF is reached."""
    return reader.root_object


def inside(holder: DictionaryObject | None, *keys: str) -> PdfObject | None:
    """The value at the end of a path of keys; None where the path ends before."""
    found: PdfObject | None = holder
    for key in keys:
        if not isinstance(found, DictionaryObject) or key not in found:
            return None
        found = found[key]
    return found


def is_resource(holder: DictionaryObject, key: str) -> bool:
    """True for a font, a picture or the like that a page happens to call by the name of a property."""
    named = inside(holder, key)
    if isinstance(named, StreamObject):
        return "/Subtype" in named and name_inside(named, "/Type") != "/Metadata"
    return isinstance(named, DictionaryObject) and name_inside(named, "/Type") in _RESOURCES


def holds_a_file(each: DictionaryObject) -> bool:
    """True for an entry that brings the bytes of another file, and does not only name one."""
    return "/EF" in each and not is_resource(each, "/EF")


def covers(note: DictionaryObject) -> bool:
    """True for an annotation that can hide what is below it: a redaction that was not applied, a box with a colour."""
    kind = name_inside(note, "/Subtype")
    colour = inside(note, "/IC")
    return kind == "/Redact" or (kind in _FILLED and isinstance(colour, ArrayObject) and len(colour) > 0)


def is_signature(each: DictionaryObject) -> bool:
    """True for a signature or a time stamp that was made, not for a field that waits for one."""
    kind = name_inside(each, "/Type")
    has_range = isinstance(inside(each, "/ByteRange"), ArrayObject)
    return "/Contents" in each and (kind in ("/Sig", "/DocTimeStamp") or (has_range and "/Filter" in each))


def name_inside(holder: DictionaryObject, key: str) -> str:
    """A name such as `/Link`; empty where there is none or something else."""
    found = inside(holder, key)
    return str(found) if isinstance(found, NameObject) else ""


def text_inside(holder: DictionaryObject | None, *keys: str) -> str:
    """The same as one line of plain text; empty where there is none."""
    found: object = inside(holder, *keys)
    if isinstance(found, bytes):
        found = found.decode("latin-1")
    return one_line(str(found)) if isinstance(found, str) else ""


def one_line(text: str) -> str:
    """A text without control characters and halves of characters, on one line and no longer than anybody reads."""
    written = text[: 2 * LONGEST_LINE].encode("utf-8", "replace").decode()
    return " ".join(_CONTROLS.sub("", " ".join(written.split())).split())[:LONGEST_LINE]


def notes_on(page: DictionaryObject) -> Iterator[tuple[PdfObject, DictionaryObject]]:
    """The annotations of a page: as the page holds each, and itself. What is none is passed over."""
    listed = inside(page, "/Annots")
    for held in list.__iter__(listed) if isinstance(listed, ArrayObject) else ():
        found = held.get_object()
        if isinstance(found, DictionaryObject):
            yield held, found
