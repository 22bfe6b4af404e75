"""Records whose words were looked at before, and in which nothing was found. Deleting the file is always safe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic
from generator.machine import read_cached, write_cached
from generator.model import FileFacts, RawRecord
from generator.read.code_version import code_version

_KINDS: Final = ("case", "briefing", "notice")
_CODES: Final = ("P62", "P63", "P64", "R210", "R211")
_SIZE: Final = 16
"""Bytes of a hash."""


@dataclass(frozen=True, slots=True)
class CleanWords:
    """What is known of the words of a site's records.

    To look at every word of a thousand records for what gives somebody away takes as long as the rest of a small build.
    """

    path: Path
    hashes: Mapping[str, bytes]
    """By the file of a record: of its text, and of all else that the rules on words look at."""

    known: frozenset[bytes]
    """Hashes of texts in which nothing was found."""

    @classmethod
    def of(cls, raws: Iterable[RawRecord], files: Mapping[tuple[str, str], FileFacts], cache: Path) -> CleanWords:
        """Of records and the PDFs beside them, as they are now. One that accepts findings is looked at each time."""
        raws = tuple(raws)
        ground = blake2b(code_version(), digest_size=_SIZE)
        for each in raws:
            if each.kind in ("partnership", "vocabulary"):
                ground.update(each.source.text.encode("utf-8", "surrogatepass"))
        beside: dict[str, list[str]] = defaultdict(list)
        for (file, name), facts in files.items():
            beside[file].append(f"{name}\0{facts.sha256}")
        hashes = {}
        for each in raws:
            if each.kind in _KINDS and "accepted_findings" not in each.values:
                digest = ground.copy()
                judged = "\0".join((each.kind, each.source.text, *sorted(beside[each.file])))
                digest.update(judged.encode("utf-8", "surrogatepass"))
                hashes[each.file] = digest.digest()
        path = cache / "clean-words"
        return cls(path, hashes, frozenset(read_cached(path) or ()))

    @property
    def files(self) -> frozenset[str]:
        """The records that need not be looked at again."""
        return frozenset(file for file, digest in self.hashes.items() if digest in self.known)

    def keep(self, found: Iterable[Diagnostic]) -> None:
        """Keeps what is clean for the next run. A file that cannot be written is no fault of the records."""
        faulty = {each.location.file for each in found if each.code.startswith(_CODES) and each.location is not None}
        clean = {digest for file, digest in self.hashes.items() if file not in faulty}
        if clean != self.known:
            with suppress(OSError):
                write_cached(self.path, sorted(clean))
