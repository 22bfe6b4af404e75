"""Pictures of first pages. Each is drawn once for files with the same contents."""

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
"""A function that writes the picture of a PDF to a file and returns its size, or raises a `PdfError`."""


class Pictures:
    """The pictures in a folder, named by the contents of the document: `<contents>.webp`, with its size next to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = cache_folder(folder)

    def of(self, pdf: Path, contents: str, address: Address, draw: Draw) -> Picture | None:
        """Return the picture of a PDF's first page; None if it cannot be drawn, so the document has no picture.

        `contents` must be equal only for files that look the same. Raises an OSError if the picture cannot be written.
        """
        known = read_checksums(self._folder / f"{contents}{CHECKSUMS}") or self._draw(pdf, contents, draw)
        if known is None or known.facts is None:
            return None
        width, height = known.facts
        return Picture(address, str(self._folder / f"{contents}{_ENDING}"), width, height)

    def _draw(self, pdf: Path, contents: str, draw: Draw) -> CachedFiles | None:
        """Draw the picture now. If this fails, a checksum file without a picture records the failure for a week.

        Return None if another attempt may succeed.
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
