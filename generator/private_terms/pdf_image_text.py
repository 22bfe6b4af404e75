"""Extracts the text of PDFs and images in the sandbox process, once for each version of a file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final

from generator.pdf import PdfError, PdfSandbox
from generator.private_terms.text_extraction import UnreadableFileError
from generator.system import cache_folder, discard, read_cached, write_atomically

_EDITION: Final = 3
"""Version of the cache. Increase it when more of a file is extracted, so that cached results are replaced."""


class PdfImageExtractor:
    """Extracts text in a process with limits, and caches the result by the hash of the file."""

    def __init__(self, cache: Path) -> None:
        """Take `cache`, the folder of the cached results."""
        self._cache = cache
        self._process = PdfSandbox()
        self._asked: set[str] = set()

    def __enter__(self) -> PdfImageExtractor:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._process.close()
        if kind is None and self._cache.is_dir():
            for path in self._cache.iterdir():
                if path.name not in self._asked:
                    discard(path)

    def __call__(self, data: bytes) -> Iterator[tuple[str, str, bytes]]:
        """Yield the place, the words, and the bytes of each embedded file.

        Raise `UnreadableFileError` if the file cannot be opened.
        """
        kept = self._cache / f"{hashlib.sha256(data).hexdigest()}-{_EDITION}"
        self._asked.add(kept.name)
        found = read_cached(kept)
        if found is None:
            self._ask(data, kept)
            found = read_cached(kept)
        if found is None:
            raise UnreadableFileError("what is in it could not be kept on this computer")
        yield from found

    def _ask(self, data: bytes, kept: Path) -> None:
        cache_folder(kept.parent)
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "file"
            write_atomically(copy, data, is_private=True)
            try:
                self._process.extract_texts(copy, kept)
            except PdfError as fault:
                raise UnreadableFileError(str(fault)) from None
