"""Reads what a page draws and how it is tagged: content outside the tags, letters without a meaning."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from generator.pdf.page_images import MAX_PAGE_TEXT
from generator.pdf.tag_tree import Tag

_MOST_OBJECTS: Final = 50_000
"""The number of objects of a page that are looked at."""

_MAX_FORM_DEPTH: Final = 12
_LONGEST_NAME: Final = 64

_SHARE_OF_SCAN: Final = 0.4
"""A page without text whose pictures cover more than this part of it is a picture of a page."""

_SHAPES_OF_LETTERS: Final = 150
"""A page without text that draws more shapes than this shows letters as shapes."""

TagOf = Callable[[int], Tag | None]
"""Returns the tag of the content with an id on this page; None if no tag has it."""


@dataclass(slots=True)
class PageContent:
    """The facts of one page."""

    is_untagged: bool = False
    """True if a text, picture or shape is neither tagged nor marked as decoration."""

    is_mixed: bool = False
    """True if something is tagged and marked as decoration."""

    has_no_unicode: bool = False
    """True if a character has no Unicode value."""

    has_no_language: bool = False
    """True if neither the tag of a text nor the tags around it name a language."""

    is_picture: bool = False
    """True if it has no text and is a picture of a page, or draws its letters as shapes."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """The marked content around an object."""

    content_id: int | None = None
    is_artifact: bool = False
    has_language: bool = False


def page_content(page: pypdfium2.PdfPage, tag_of: TagOf | None) -> PageContent:
    """Return the facts of a page. `tag_of` is None for a file without tags, whose content is not tagged anyway."""
    content = PageContent()
    width, height = page.get_size()
    covered, shapes, decorations = 0.0, 0, set()
    for item, kind, marks in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            covered += _area(item, width, height)
        shapes += kind == pdfium.FPDF_PAGEOBJ_PATH
        if marks.is_artifact:
            decorations.add(_address(item))
        if tag_of is not None:
            tag = tag_of(marks.content_id) if marks.content_id is not None else None
            content.is_untagged = content.is_untagged or (tag is None and not marks.is_artifact)
            content.is_mixed = content.is_mixed or (tag is not None and marks.is_artifact)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT and tag is not None and not (marks.has_language or tag.language):
                content.has_no_language = True
    with closing(page.get_textpage()) as words:
        count = min(MAX_PAGE_TEXT, words.count_chars())
        content.has_no_unicode = any(
            pdfium.FPDFText_HasUnicodeMapError(words, index) == 1
            and _address(pdfium.FPDFText_GetTextObject(words, index)) not in decorations
            for index in range(count)
        )
    is_drawn = covered > _SHARE_OF_SCAN * width * height or shapes > _SHAPES_OF_LETTERS
    content.is_picture = count == 0 and is_drawn
    return content


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[Any, int, _Marks]]:
    """Yield the texts, pictures and shapes of a page, with their kind and marks, also inside form XObjects."""
    waiting: list[tuple[Any, int, _Marks]] = [
        (pdfium.FPDFPage_GetObject(page, index), 0, _Marks()) for index in range(pdfium.FPDFPage_CountObjects(page))
    ]
    for _ in range(_MOST_OBJECTS):
        if not waiting:
            return
        item, depth, outer = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(item)
        marks = _marks(item, outer)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield item, kind, marks
        elif depth < _MAX_FORM_DEPTH:
            inner = range(pdfium.FPDFFormObj_CountObjects(item))
            waiting += [(pdfium.FPDFFormObj_GetObject(item, index), depth + 1, marks) for index in inner]


def _marks(item: Any, outer: _Marks) -> _Marks:
    content_id, is_artifact, has_language = outer.content_id, outer.is_artifact, outer.has_language
    for index in range(pdfium.FPDFPageObj_CountMarks(item)):
        mark = pdfium.FPDFPageObj_GetMark(item, index)
        value = ctypes.c_int()
        if pdfium.FPDFPageObjMark_GetParamIntValue(mark, b"MCID", value):
            content_id = value.value
        is_artifact = is_artifact or _name(mark) == "Artifact"
        has_language = has_language or _has_parameter(mark, b"Lang")
    return _Marks(content_id, is_artifact, has_language)


def _name(mark: Any) -> str:
    letters = (ctypes.c_uint16 * _LONGEST_NAME)()
    length = ctypes.c_ulong()
    pointer = ctypes.cast(letters, ctypes.POINTER(pdfium.FPDF_WCHAR))
    if not pdfium.FPDFPageObjMark_GetName(mark, pointer, ctypes.sizeof(letters), length):
        return ""
    return bytes(letters)[: max(length.value - 2, 0)].decode("utf-16-le", "replace")


def _has_parameter(mark: Any, key: bytes) -> bool:
    length = ctypes.c_ulong()
    return bool(pdfium.FPDFPageObjMark_GetParamStringValue(mark, key, None, 0, length)) and length.value > 2


def _area(item: Any, width: float, height: float) -> float:
    """Return the area of an object on the page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return 0.0
    return max(min(right.value - left.value, width), 0.0) * max(min(top.value - bottom.value, height), 0.0)


def _address(item: Any) -> int:
    return ctypes.cast(item, ctypes.c_void_p).value or 0 if item else 0
