"""Caches which records were checked and had no findings in their text. Deleting the file is always safe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Trait, has_trait
from generator.model import FileInfo, RawRecord
from generator.read.code_version import compute_code_version
from generator.system import read_cached, write_cached

_KINDS: Final = ("case", "briefing", "notice")
_SIZE: Final = 16
"""The size of a hash, in bytes."""


@dataclass(frozen=True, slots=True)
class CleanTextCache:
    """The known results of checks on the text of a site's records.

    The check of every word of a thousand records for identifying details takes as long as the rest of a small build.
    """

    path: Path
    hashes: Mapping[str, bytes]
    """Record file to the hash of its text and of everything else that the text rules read."""

    known: frozenset[bytes]
    """Hashes of texts without findings."""

    @classmethod
    def of(cls, raws: Iterable[RawRecord], files: Mapping[tuple[str, str], FileInfo], cache: Path) -> CleanTextCache:
        """Return the cache for the current records and their PDFs.

        A record with accepted findings is checked every time.
        """
        raws = tuple(raws)
        seed = blake2b(compute_code_version(), digest_size=_SIZE)
        for raw_record in raws:
            if raw_record.kind in ("partnership", "vocabulary"):
                seed.update(raw_record.source.text.encode("utf-8", "surrogatepass"))
        pdf_hashes: dict[str, list[str]] = defaultdict(list)
        for (file, name), facts in files.items():
            pdf_hashes[file].append(f"{name}\0{facts.sha256}")
        hashes = {}
        for raw_record in raws:
            if raw_record.kind in _KINDS and "accepted_findings" not in raw_record.values:
                digest = seed.copy()
                checked = "\0".join((raw_record.kind, raw_record.source.text, *sorted(pdf_hashes[raw_record.file])))
                digest.update(checked.encode("utf-8", "surrogatepass"))
                hashes[raw_record.file] = digest.digest()
        path = cache / "clean-words"
        return cls(path, hashes, frozenset(read_cached(path) or ()))

    @property
    def files(self) -> frozenset[str]:
        """Return the files of the records that need no new check."""
        return frozenset(file for file, digest in self.hashes.items() if digest in self.known)

    def keep(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Save the hashes of clean texts for the next run. A file that cannot be written is not reported."""
        faulty = {
            diagnostic.location.file
            for diagnostic in diagnostics
            if has_trait(diagnostic, Trait.ABOUT_WORDS) and diagnostic.location is not None
        }
        clean = {digest for file, digest in self.hashes.items() if file not in faulty}
        if clean != self.known:
            with suppress(OSError):
                write_cached(self.path, sorted(clean))
