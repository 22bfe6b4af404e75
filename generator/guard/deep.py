"""PDFs and pictures, looked into by the process that opens them; each once, as long as it stays the same."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Final

from generator.guard.carriers import Unread
from generator.machine import write_whole
from generator.pdf import PdfFault, PdfProcess

_EDITION: Final = 1
"""Counted up when more of a file is looked at: what was found before is found anew."""


class DeepLook:
    """Asks a process with limits, and keeps what it said by the hash of the file."""

    def __init__(self, cache: Path) -> None:
        """`cache` is where the answers are kept."""
        self._cache = cache
        self._process = PdfProcess()
        self._asked: set[str] = set()

    def __enter__(self) -> DeepLook:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._process.close()
        if kind is None and self._cache.is_dir():
            for each in self._cache.iterdir():
                if each.name not in self._asked:
                    each.unlink(missing_ok=True)

    def __call__(self, data: bytes) -> Iterator[tuple[str, str, bytes]]:
        """Place, words, and the bytes of a file inside. `Unread` where the file cannot be opened."""
        kept = self._cache / f"{hashlib.sha256(data).hexdigest()}-{_EDITION}.json"
        self._asked.add(kept.name)
        if not kept.is_file():
            self._ask(data, kept)
        for place, text, file in json.loads(kept.read_bytes()):
            yield place, text, base64.b64decode(file)

    def _ask(self, data: bytes, kept: Path) -> None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as folder:
            copy = Path(folder) / "file"
            write_whole(copy, data)
            try:
                self._process.say(copy, kept)
            except PdfFault as fault:
                raise Unread(str(fault)) from None
