"""What builds wrote to an output folder, kept outside the site: it makes the next build faster."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.machine import read_cached, write_cached
from generator.publish.inventory import Digest

Entry = tuple[bytes, int, int, Digest]
"""Fingerprint of what the file is made from, time of change in nanoseconds, size in bytes, digest of the content.

The fingerprint is empty when it is not known: the file is made again, to see whether it is the same.
"""


@dataclass(slots=True)
class Manifest:
    """The files of one output folder, by their path in it."""

    path: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    pending: frozenset[Digest] = frozenset()
    """Files that a build was about to write; it was killed, or the manifest could not be saved when it was done."""

    @classmethod
    def of(cls, output: Path, cache: Path) -> Manifest:
        """What is known of an output folder; nothing when no build has written there or the cache was deleted."""
        name = blake2b(str(output).encode(errors="surrogateescape"), digest_size=8).hexdigest()
        path = cache / f"written-{name}"
        stored = read_cached(path)
        if stored is None:
            return cls(path)
        entries, pending = stored
        return cls(path, dict(entries), frozenset(pending))

    def save(self, entries: dict[str, Entry], pending: Iterable[Digest] = ()) -> None:
        """Keeps what is known now. Without a cache that can be written, only the next build takes longer."""
        self.entries, self.pending = entries, frozenset(pending)
        with suppress(OSError):
            write_cached(self.path, (entries, list(self.pending)))
