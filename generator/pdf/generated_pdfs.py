"""Draws PDFs that the generator has made. They are safe, so no separate process is started."""

from __future__ import annotations

from pathlib import Path


def draw_generated(path: Path, picture_to: Path) -> tuple[int, int]:
    """Write a picture of the first page; return its width and height in CSS pixels. Use it only for generated PDFs."""
    from generator.pdf.page_images import draw_first_page

    return draw_first_page(path, picture_to)
