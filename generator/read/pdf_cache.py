"""Caches facts of PDFs by the hash of their bytes, so that each file is opened only once."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Final

from generator.model import FileInfo, PdfFacts, PublishedDocument
from generator.pdf import TOO_LARGE, PdfError, PdfSandbox, facts_from, is_too_large, plain_values_of
from generator.system import Stamp, read_cached, stamp_of

_PIECE: Final = 1 << 20


class PdfCache:
    """Facts of each PDF, by content hash. The text of its pages is kept separately, in a folder of the cache.

    The process that opens files starts with the first unknown file, and ends with `close`.
    """

    def __init__(self, folder: Path, stored: dict[str, Any]) -> None:
        """Create a cache. `folder` is where texts are kept, `stored` is an earlier result of `to_store`."""
        self._folder = folder
        self._hashes: dict[str, tuple[Stamp, str]] = dict(stored.get("hashes", {}))
        self._facts: dict[str, Any] = dict(stored.get("facts", {}))
        self._process = PdfSandbox()
        self._requested: set[str] = set()
        self._temporary_faults: set[str] = set()
        self.changed = False

    def facts(self, path: Path) -> tuple[str, PdfFacts | str]:
        """Return the hash of a file, and its facts or the reason why it cannot be opened.

        Raises an OSError if the file cannot be read. A file that is too large is not read: its hash is empty.
        """
        if is_too_large(path):
            return "", TOO_LARGE
        self._requested.add(str(path))
        digest = self._hash(path)
        known = self._facts.get(digest)
        if known is None or (isinstance(known, dict) and read_cached(texts_file(self._folder, digest)) is None):
            known = self._look(path, digest)
            if self._hash(path) != digest:
                return digest, "it changed while it was read; try again"
            self._facts[digest] = known
            self.changed = True
        return digest, known if isinstance(known, str) else facts_from(known)

    def close(self) -> None:
        """End the process that opens files, if it was started."""
        self._process.close()

    def to_store(self) -> dict[str, Any]:
        """Return the facts of the files requested in this run, as plain values. Other files are dropped.

        Faults that may not recur on another try are left out.
        """
        hashes = {path: known for path, known in self._hashes.items() if path in self._requested}
        lasting = ({digest for _, digest in hashes.values()} & self._facts.keys()) - self._temporary_faults
        return {"hashes": hashes, "facts": {digest: self._facts[digest] for digest in lasting}}

    def _hash(self, path: Path) -> str:
        stamp = stamp_of(path)
        known = self._hashes.get(str(path))
        if known is not None and known[0] == stamp:
            return known[1]
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
        self._hashes[str(path)] = (stamp, digest.hexdigest())
        self.changed = True
        return digest.hexdigest()

    def _look(self, path: Path, digest: str) -> dict[str, Any] | str:
        with path.open("rb") as file:
            start = file.read(1024).find(b"%PDF-")
        if start < 0:
            return "it is not a PDF"
        try:
            return plain_values_of(self._process.look(path, texts_file(self._folder, digest)))
        except PdfError as fault:
            if not fault.lasting:
                self._temporary_faults.add(digest)
            return str(fault)


def texts_file(folder: Path, digest: str) -> Path:
    """Return the path of the file that caches the text of a PDF's pages, as a list."""
    return folder / f"{digest}.texts"


def texts_of(cache: Path, document: PublishedDocument) -> tuple[str, ...]:
    """Return the text of each page of a document, as read earlier. Empty if the document was not read."""
    return texts_of_file(cache, document.facts) if document.facts is not None else ()


def texts_of_file(cache: Path, facts: FileInfo) -> tuple[str, ...]:
    """Return the text of each page of a file next to a record. Empty if the file was not read."""
    if facts.pdf is None:
        return ()
    return tuple(read_cached(texts_file(documents_folder(cache), facts.sha256)) or ())


def documents_folder(cache: Path) -> Path:
    """Return the folder for data extracted from documents."""
    return cache / "documents"
