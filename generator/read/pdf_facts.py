"""What is known of PDFs, by the hash of their bytes: each is looked into once."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from generator.machine import Stamp, read_cached, stamp_of
from generator.model import FileFacts, PdfFacts, PublishedDocument
from generator.pdf import TOO_LARGE, PdfFault, PdfProcess, facts_from, is_too_large

_PIECE: Final = 1 << 20


class KnownPdfs:
    """Facts of each PDF, kept by content; the text of its pages lies beside, in a folder of the cache.

    The process that opens files starts with the first file that is not known, and ends with `close`.
    """

    def __init__(self, folder: Path, stored: dict[str, Any]) -> None:
        """`folder` is where texts are kept, `stored` what `to_store` gave before."""
        self._folder = folder
        self._hashes: dict[str, tuple[Stamp, str]] = dict(stored.get("hashes", {}))
        self._facts: dict[str, Any] = dict(stored.get("facts", {}))
        self._process = PdfProcess()
        self._asked: set[str] = set()
        self._for_now: set[str] = set()
        self.changed = False

    def facts(self, path: Path) -> tuple[str, PdfFacts | str]:
        """The hash of a file, and its facts or why it cannot be opened. An OSError when it cannot be read.

        A file that is too large is not read at all: its hash is empty.
        """
        if is_too_large(path):
            return "", TOO_LARGE
        self._asked.add(str(path))
        digest = self._hash(path)
        known = self._facts.get(digest)
        if known is None or (isinstance(known, dict) and read_cached(texts_file(self._folder, digest)) is None):
            known = self._look(path, digest)
            if self._hash(path) != digest:
                return digest, "it was changed while it was read; try again"
            self._facts[digest] = known
            self.changed = True
        return digest, known if isinstance(known, str) else facts_from(known)

    def close(self) -> None:
        """Ends the process that opens files, if one was started."""
        self._process.close()

    def to_store(self) -> dict[str, Any]:
        """What is known of the files that were asked for, as plain values: the others are gone.

        Faults that another try may not find are left out.
        """
        hashes = {path: known for path, known in self._hashes.items() if path in self._asked}
        lasting = ({digest for _, digest in hashes.values()} & self._facts.keys()) - self._for_now
        return {"hashes": hashes, "facts": {each: self._facts[each] for each in lasting}}

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
        if start > 0:
            return "something else comes before the PDF begins, such as an empty line"
        try:
            return asdict(self._process.look(path, texts_file(self._folder, digest)))
        except PdfFault as fault:
            if not fault.lasting:
                self._for_now.add(digest)
            return str(fault)


def texts_file(folder: Path, digest: str) -> Path:
    """Where the text of a PDF's pages is kept, as a cached list."""
    return folder / f"{digest}.texts"


def texts_of(cache: Path, document: PublishedDocument) -> tuple[str, ...]:
    """The text of each page of a document, as it was found when the file was read; none for what was not read."""
    return texts_of_file(cache, document.facts) if document.facts is not None else ()


def texts_of_file(cache: Path, facts: FileFacts) -> tuple[str, ...]:
    """The same for a file beside a record."""
    if facts.pdf is None:
        return ()
    return tuple(read_cached(texts_file(documents_folder(cache), facts.sha256)) or ())


def documents_folder(cache: Path) -> Path:
    """Where what was found in documents is kept."""
    return cache / "documents"
