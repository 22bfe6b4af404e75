"""The record of the files that builds wrote to an output folder. It is stored outside the site, for faster builds."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.publish.inventory import Digest
from generator.system import read_cached, write_cached

Entry = tuple[bytes, int, int, Digest]
"""Fingerprint of the inputs, modification time in nanoseconds, size in bytes, digest of the content.

The fingerprint is empty if it is not known. Then the file is made again and compared.
"""


@dataclass(slots=True)
class Manifest:
    """The files of one output folder, by their path in it."""

    path: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    pending: frozenset[Digest] = frozenset()
    """Files that a build was about to write; it was killed, or could not save the manifest afterwards.
    """

    @classmethod
    def of(cls, output: Path, cache: Path) -> Manifest:
        """Load the manifest of an output folder. It is empty if no build has written there or the cache was deleted."""
        name = blake2b(str(output).encode(errors="surrogateescape"), digest_size=8).hexdigest()
        path = cache / f"written-{name}"
        stored = read_cached(path)
        if stored is None:
            return cls(path)
        entries, pending = stored
        return cls(path, dict(entries), frozenset(pending))

    def save(self, entries: dict[str, Entry], pending: Iterable[Digest] = ()) -> None:
        """Save the manifest. If the cache cannot be written, only the next build takes longer."""
        self.entries, self.pending = entries, frozenset(pending)
        with suppress(OSError):
            write_cached(self.path, (entries, list(self.pending)))
