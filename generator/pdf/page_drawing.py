"""Draws a page in memory with and without its text, its annotations and its note icons."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

SEEN: Final = 12
"""How much a pixel must change, of 255. White and nearly white letters on white change less."""

_ICONS: Final = (
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_POPUP,
    pdfium.FPDF_ANNOT_CARET,
    pdfium.FPDF_ANNOT_FILEATTACHMENT,
    pdfium.FPDF_ANNOT_SOUND,
)
"""Annotations that a reader sees as a small sign and opens."""

_MAX_FORM_DEPTH: Final = 12


def draw_page(page: pypdfium2.PdfPage, scale: float, *, with_annotations: bool = True) -> Image.Image:
    """Return a picture of a page. `scale` is in pixels for each point of the page."""
    with closing(page.render(scale=scale, draw_annots=with_annotations)) as bitmap:
        picture: Image.Image = bitmap.to_pil().convert("RGB")
    return picture


def changed_pixels(before: Image.Image, after: Image.Image) -> Image.Image:
    """Return the pixels that differ clearly, as white on black."""
    red, green, blue = ImageChops.difference(before, after).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([255 if value >= SEEN else 0 for value in range(256)])


def make_text_invisible(page: pypdfium2.PdfPage) -> None:
    """Change the page in memory: none of its text is drawn any more."""
    for text in _text_objects(page):
        pdfium.FPDFTextObj_SetTextRenderMode(text, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def remove_icons(page: pypdfium2.PdfPage) -> None:
    """Change the page in memory: it has no note icons any more. One may happen to be on top of a few letters."""
    for index in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in _ICONS:
            pdfium.FPDFPage_RemoveAnnot(page, index)


def _text_objects(page: pypdfium2.PdfPage) -> Iterator[Any]:
    """Yield the text objects of a page, also inside form XObjects."""
    waiting = [(pdfium.FPDFPage_GetObject(page, index), 0) for index in range(pdfium.FPDFPage_CountObjects(page))]
    while waiting:
        item, depth = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield item
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_FORM_DEPTH:
            inner = range(pdfium.FPDFFormObj_CountObjects(item))
            waiting += [(pdfium.FPDFFormObj_GetObject(item, index), depth + 1) for index in inner]
