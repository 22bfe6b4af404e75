"""Pictures of first pages, each drawn once for the same contents."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from generator.model import Address, Picture
from generator.pdf import PdfFault

_ENDING: Final = ".webp"

Draw = Callable[[Path, Path], tuple[int, int]]
"""Writes the picture of a PDF to a file and gives its size; `PdfFault` when it cannot."""


class Pictures:
    """The pictures that lie in a folder, by the contents of the document and their size: `<contents>-120x170.webp`."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._known = {each.stem.rpartition("-")[0]: each.stem for each in folder.glob(f"*{_ENDING}")}

    def of(self, pdf: Path, contents: str, address: Address, draw: Draw) -> Picture | None:
        """The picture of a PDF's first page; None where it cannot be drawn: the document goes without.

        `contents` is the same only for files that look the same.
        """
        if contents not in self._known:
            self._known[contents] = self._drawn(pdf, contents, draw)
        name = self._known[contents]
        width, height = map(int, name.rpartition("-")[2].split("x"))
        return Picture(address, str(self._folder / f"{name}{_ENDING}"), width, height) if width else None

    def _drawn(self, pdf: Path, contents: str, draw: Draw) -> str:
        """The name of a picture made now. Where none can be made, an empty file says so for a week of builds."""
        fresh = self._folder / f"{contents}.{os.getpid()}"
        try:
            width, height = draw(pdf, fresh)
        except PdfFault:
            width, height = 0, 0
            fresh.write_bytes(b"")
        name = f"{contents}-{width}x{height}"
        fresh.replace(self._folder / f"{name}{_ENDING}")
        return name
