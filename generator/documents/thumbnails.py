"""Pictures of first pages, each drawn once for the same contents."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from generator.model import Address, Picture
from generator.pdf import PdfError
from generator.system import CHECKSUMS, CachedFiles, cache_folder, make_way, read_checksums, write_checksums

_ENDING: Final = ".webp"

Draw = Callable[[Path, Path], tuple[int, int]]
"""Writes the picture of a PDF to a file and gives its size; `PdfError` when it cannot."""


class Pictures:
    """The pictures in a folder, by the contents of the document: `<contents>.webp`, and next to it its size."""

    def __init__(self, folder: Path) -> None:
        self._folder = cache_folder(folder)

    def of(self, pdf: Path, contents: str, address: Address, draw: Draw) -> Picture | None:
        """The picture of a PDF's first page; None where it cannot be drawn: the document goes without.

        `contents` is the same only for files that look the same. An OSError when the picture cannot be written.
        """
        known = read_checksums(self._folder / f"{contents}{CHECKSUMS}") or self._drawn(pdf, contents, draw)
        if known is None or known.facts is None:
            return None
        width, height = known.facts
        return Picture(address, str(self._folder / f"{contents}{_ENDING}"), width, height)

    def _drawn(self, pdf: Path, contents: str, draw: Draw) -> CachedFiles | None:
        """A picture made now. Where none can be made, a checksum file without a picture says so for a week of builds.

        None where another try may make one.
        """
        checksums, picture = self._folder / f"{contents}{CHECKSUMS}", self._folder / f"{contents}{_ENDING}"
        fresh = self._folder / f"{contents}.{os.getpid()}"
        try:
            size = draw(pdf, fresh)
            make_way(picture)
            fresh.replace(picture)
        except PdfError as fault:
            return write_checksums(checksums, ()) if fault.lasting else None
        finally:
            fresh.unlink(missing_ok=True)
        return write_checksums(checksums, [picture.name], size)
