"""PDFs that were made here: nothing in them is hostile, so no process of their own is started for them."""

from __future__ import annotations

from pathlib import Path


def draw_generated(path: Path, picture_to: Path) -> tuple[int, int]:
    """Writes a picture of the first page; gives its size in CSS pixels. For files of our own making alone."""
    from generator.pdf.page_images import draw_first_page

    return draw_first_page(path, picture_to)
