"""Extracts the text of pages and draws the first page, with PDFium, the PDF reader of Chrome."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image, ImageChops

MAX_PAGE_TEXT: Final = 200_000
"""Number of characters that are kept of one page."""

MAX_TEXT: Final = 20_000_000
"""Number of characters that are kept of one file. The pages after them count as empty."""

PICTURE_WIDTH: Final = 120
"""Width in CSS pixels. The picture has twice as many pixels, for high-resolution screens."""

MAX_HEIGHT: Final = 3
"""Maximum height of a picture, as a multiple of its width. The rest of a longer page is cut off."""


MAX_COMPARED_PAGES: Final = 500
"""Number of pages of which the pictures are compared after cleaning."""

COMPARED_PIXELS: Final = 600
"""Length of the longer side of these pictures in pixels."""

_SAME_GREY: Final = 24
"""Difference in grey that is not visible, of 255."""


def texts(path: Path | BytesIO) -> tuple[str, ...]:
    """Return the text of each page. Raise an error of PDFium if it cannot open the file."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        return tuple(_page_texts(document))


def _page_texts(document: pypdfium2.PdfDocument) -> Iterator[str]:
    left = MAX_TEXT
    for number in range(len(document)):
        text = ""
        if left > 0:
            with closing(document[number]) as page, closing(page.get_textpage()) as words:
                text = " ".join(words.get_text_range(0, min(MAX_PAGE_TEXT, words.count_chars())).split())
        left -= len(text)
        yield text.replace("\ufffe", "").replace("\0", "")


def changed_page(path: Path, copy: BytesIO) -> int | None:
    """Return the number of the first page that looks different in a copy, 1-based; None if all look the same.

    Only the pages themselves are compared, without annotations.
    """
    with closing(pypdfium2.PdfDocument(path)) as document, closing(pypdfium2.PdfDocument(copy)) as copied:
        for number in range(min(len(document), MAX_COMPARED_PAGES)):
            with closing(document[number]) as page, closing(copied[number]) as copied_page:
                if page.get_size() != copied_page.get_size() or _looks_different(page, copied_page):
                    return number + 1
    return None


def _looks_different(page: pypdfium2.PdfPage, copied: pypdfium2.PdfPage) -> bool:
    width, height = page.get_size()
    scale = min(1.0, COMPARED_PIXELS / max(width, height, 1))
    difference = ImageChops.difference(_draw_grey(page, scale), _draw_grey(copied, scale))
    return difference.point([255 if value > _SAME_GREY else 0 for value in range(256)]).getbbox() is not None


def _draw_grey(page: pypdfium2.PdfPage, scale: float) -> Image.Image:
    with closing(page.render(scale=scale, may_draw_forms=False, draw_annots=False)) as bitmap:
        picture: Image.Image = bitmap.to_pil().convert("L")
    return picture


def draw_first_page(path: Path, target: Path) -> tuple[int, int]:
    """Write the first page as a WebP, without comments; return its width and height in CSS pixels."""
    with closing(pypdfium2.PdfDocument(path)) as document, closing(document[0]) as page:
        width, height = page.get_size()
        scale = 2 * PICTURE_WIDTH / max(width, 1)
        shown_height = min(height, MAX_HEIGHT * width)
        crop = (0, height - shown_height, 0, 0)
        bitmap = page.render(scale=scale, may_draw_forms=False, draw_annots=False, crop=crop)
        with closing(bitmap):
            picture = bitmap.to_pil().convert("RGB")
    picture.save(target, "WEBP", quality=60, method=4)
    return PICTURE_WIDTH, round(picture.height * PICTURE_WIDTH / picture.width)
