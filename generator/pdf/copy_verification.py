"""Checks that a clean copy shows the same content as its original, and that nothing removed is still in the file."""

from __future__ import annotations

from collections.abc import Container, Iterator
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from generator.pdf.inspection import inspect_pdf
from generator.pdf.objects import get_nested, lost_pages, numbers_reached
from generator.pdf.page_images import changed_page, texts

WORDS_OF_TAGS: Final = ("/Alt", "/ActualText", "/E", "/T")
"""The keys of tags with words that a page may not show (ISO 32000-2, table 355)."""


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
        *lost_pages(reader.root_object, reader.pages),
    )
    if any(removed):
        raise CopyDiffersError("something that was removed would still be in the file")


def tag_structure(reader: PdfReader) -> Iterator[tuple[int, str, str, str, str, str]]:
    """Yield the tags in reading order: depth, kind, alternative text, replacement text, language and content ids.

    Comment annotations are ignored in the comparison, and so are the words of tags of pages that are no longer in the
    document.
    """
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference is not None}
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
                if is_tag_of_lost_page(element, pages):
                    alt = actual_text = ""
                yield depth, kind, alt, actual_text, language, _content_ids(element.get("/K"))
                waiting += [(depth + 1, kid) for kid in [dict.get(element, "/K")] if kid is not None]


def is_tag_of_lost_page(element: DictionaryObject, pages: Container[int]) -> bool:
    """Return True for a tag of a page that is not among these, by the numbers of their objects."""
    own = dict.get(element, "/Pg")
    kids = get_nested(element, "/K")
    of_kids = [dict.get(kid, "/Pg") for kid in map(_resolved, _as_list(kids)) if isinstance(kid, DictionaryObject)]
    return any(isinstance(page, IndirectObject) and page.idnum not in pages for page in ([own] if own else of_kids))


def _as_list(value: object) -> list[object]:
    return list(list.__iter__(value)) if isinstance(value, ArrayObject) else [value]


def _content_ids(kids: object) -> str:
    """Return the ids of the marked content that an element contains, separated by spaces."""
    content_ids = []
    for kid in map(_resolved, _as_list(kids)):
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
