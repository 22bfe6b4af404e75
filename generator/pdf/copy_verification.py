"""A clean copy shows the same as its original, and holds nothing of what was taken out."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from generator.pdf.inspection import inspect_pdf
from generator.pdf.objects import get_nested, numbers_reached
from generator.pdf.page_images import texts


class CopyDiffersError(Exception):
    """The copy would differ from the original in more than it should."""


def verify(original: PdfReader, copy: bytes, source: Path) -> None:
    """Compares text and tags, and looks whether anything lies in the copy that it should not hold.

    Raises a CopyDiffersError that says what differs.
    """
    reader = PdfReader(BytesIO(copy), strict=False)
    if texts(source) != texts(BytesIO(copy)):
        raise CopyDiffersError("the text of a page would change")
    if not all(mine == theirs for mine, theirs in zip_longest(tag_structure(original), tag_structure(reader))):
        raise CopyDiffersError("the tags would change")
    facts = inspect_pdf(reader, ())
    if facts.comments or facts.embedded_files or facts.scripts or facts.names or unreferenced_objects(reader):
        raise CopyDiffersError("something of what was taken out would stay in the file")


def tag_structure(reader: PdfReader) -> Iterator[tuple[int, str, str, str, str, str]]:
    """The tags of a file in reading order: depth, kind, alternative text, language, and what each holds.

    Elements that only hold a comment count as empty, whether it is still there or not.
    """
    waiting: list[tuple[int, PdfObject]] = [
        (0, get_nested(reader.root_object, "/StructTreeRoot", "/K") or ArrayObject())
    ]
    seen: set[int] = set()
    while waiting:
        depth, each = waiting.pop()
        found = each.get_object() if isinstance(each, IndirectObject) else each
        if isinstance(found, ArrayObject):
            waiting += [(depth, kid) for kid in reversed(list(list.__iter__(found)))]
        elif isinstance(found, DictionaryObject) and id(found) not in seen:
            seen.add(id(found))
            if found.get("/Type") not in ("/MCR", "/OBJR"):
                told = [str(found.get(key, "")) for key in ("/S", "/Alt", "/ActualText", "/Lang")]
                yield (depth, told[0], told[1], told[2], told[3], _marks(found.get("/K")))
                waiting += [(depth + 1, kid) for kid in [dict.get(found, "/K")] if kid is not None]


def _marks(kids: object) -> str:
    """The numbers of the pieces of a page that an element holds."""
    listed = kids if isinstance(kids, ArrayObject) else [kids]
    marks = []
    for each in listed:
        found = each.get_object() if isinstance(each, IndirectObject) else each
        if isinstance(found, int):
            marks.append(str(found))
        elif isinstance(found, DictionaryObject) and "/MCID" in found:
            marks.append(str(found["/MCID"]))
    return " ".join(marks)


def unreferenced_objects(reader: PdfReader) -> frozenset[int]:
    """Return the numbers of objects in a file that nothing refers to: they were removed but not deleted."""
    there = {number for held in reader.xref.values() for number in held} | reader.xref_objStm.keys()
    return frozenset(there - numbers_reached(reader.trailer))
