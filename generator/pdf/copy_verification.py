"""Checks that a clean copy shows the same content as its original, and that nothing removed is still in the file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from generator.pdf.inspection import inspect_pdf
from generator.pdf.objects import get_nested, numbers_reached
from generator.pdf.page_images import changed_page, texts


class CopyDiffersError(Exception):
    """The copy would not have the content of the original."""


def verify(original: PdfReader, copy: bytes, source: Path) -> None:
    """Compare the text and the tags of a copy with the original, and check that nothing removed is still in it.

    Raises a CopyDiffersError with the difference, as a clause.
    """
    reader = PdfReader(BytesIO(copy), strict=False)
    if texts(source) != texts(BytesIO(copy)):
        raise CopyDiffersError("the text of a page would change")
    changed = changed_page(source, BytesIO(copy))
    if changed is not None:
        raise CopyDiffersError(f"page {changed} would look different")
    if not all(tag == copied for tag, copied in zip_longest(tag_structure(original), tag_structure(reader))):
        raise CopyDiffersError("the tags would change")
    facts = inspect_pdf(reader, ())
    removed = (
        *(facts.comments, facts.stray_comments, facts.embedded_files, facts.scripts, facts.names, facts.signatures),
        *(facts.picture_properties, facts.disk_links, unreferenced_objects(reader)),
    )
    if any(removed):
        raise CopyDiffersError("something that was removed would still be in the file")


def tag_structure(reader: PdfReader) -> Iterator[tuple[int, str, str, str, str, str]]:
    """Yield the tags in reading order: depth, kind, alternative text, replacement text, language and content ids.

    Comment annotations are ignored in the comparison.
    """
    waiting: list[tuple[int, PdfObject]] = [
        (0, get_nested(reader.root_object, "/StructTreeRoot", "/K") or ArrayObject())
    ]
    seen: set[int] = set()
    while waiting:
        depth, element = waiting.pop()
        element = _resolved(element)
        if isinstance(element, ArrayObject):
            waiting += [(depth, kid) for kid in reversed(list(list.__iter__(element)))]
        elif isinstance(element, DictionaryObject) and id(element) not in seen:
            seen.add(id(element))
            if element.get("/Type") not in ("/MCR", "/OBJR"):
                kind, alt, actual_text, language = (
                    str(element.get(key, "")) for key in ("/S", "/Alt", "/ActualText", "/Lang")
                )
                yield depth, kind, alt, actual_text, language, _content_ids(element.get("/K"))
                waiting += [(depth + 1, kid) for kid in [dict.get(element, "/K")] if kid is not None]


def _content_ids(kids: object) -> str:
    """Return the ids of the marked content that an element contains, separated by spaces."""
    content_ids = []
    for kid in map(_resolved, kids if isinstance(kids, ArrayObject) else [kids]):
        if isinstance(kid, int):
            content_ids.append(str(kid))
        elif isinstance(kid, DictionaryObject) and "/MCID" in kid:
            content_ids.append(str(kid["/MCID"]))
    return " ".join(content_ids)


def _resolved(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


def unreferenced_objects(reader: PdfReader) -> frozenset[int]:
    """Return the numbers of objects in a file that nothing refers to: they were removed but not deleted."""
    numbers = {number for offsets in reader.xref.values() for number in offsets} | reader.xref_objStm.keys()
    return frozenset(numbers - numbers_reached(reader.trailer))
