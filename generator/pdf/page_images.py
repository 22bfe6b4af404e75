"""The pages of a PDF as PDFium sees them, which is what a reader of Chrome sees: their text, and their look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Final

import pypdfium2

LONGEST_PAGE: Final = 200_000
"""Characters of one page that are kept."""

LONGEST_TEXT: Final = 20_000_000
"""Characters of one file that are kept; the pages after count as empty."""

PICTURE_WIDTH: Final = 120
"""CSS pixels; drawn at twice as many for fine screens."""

TALLEST: Final = 3
"""So many times its width is a picture high at the most: a roll of paper is cut off."""


def texts(path: Path | BytesIO) -> tuple[str, ...]:
    """The text of each page. An error of PDFium's when it cannot open the file."""
    with closing(pypdfium2.PdfDocument(path)) as document:
        return tuple(_within_bounds(document))


def _within_bounds(document: pypdfium2.PdfDocument) -> Iterator[str]:
    left = LONGEST_TEXT
    for number in range(len(document)):
        text = ""
        if left > 0:
            with closing(document[number]) as page, closing(page.get_textpage()) as words:
                text = " ".join(words.get_text_range(0, min(LONGEST_PAGE, words.count_chars())).split())
        left -= len(text)
        yield text.replace("\ufffe", "").replace("\0", "")


def draw_first_page(path: Path, target: Path) -> tuple[int, int]:
    """Writes the first page, without what was commented on it, as a WebP; gives its width and height in CSS pixels."""
    with closing(pypdfium2.PdfDocument(path)) as document, closing(document[0]) as page:
        width, height = page.get_size()
        scale = 2 * PICTURE_WIDTH / max(width, 1)
        tall = min(height, TALLEST * width)
        bitmap = page.render(scale=scale, may_draw_forms=False, draw_annots=False, crop=(0, height - tall, 0, 0))
        with closing(bitmap):
            picture = bitmap.to_pil().convert("RGB")
    picture.save(target, "WEBP", quality=60, method=4)
    return PICTURE_WIDTH, round(picture.height * PICTURE_WIDTH / picture.width)
