"""What builds wrote to an output folder, kept outside the site: it makes the next build faster."""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.machine import write_whole
from generator.publish.inventory import Digest

Entry = tuple[bytes, int, int, Digest]
"""Fingerprint of what the file is made from, time of change in nanoseconds, size in bytes, digest of the content.

The fingerprint is empty when it is not known: the file is made again, to see whether it is the same. The digest is
empty in a manifest of an earlier version.
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
        try:
            stored = marshal.loads(path.read_bytes())
            if isinstance(stored, dict):  # written by a version that kept no digests
                return cls(path, {each: (*entry, b"") for each, entry in stored.items()})
            entries, pending = stored
            return cls(path, dict(entries), frozenset(pending))
        except (OSError, ValueError, EOFError, TypeError):
            return cls(path)

    def save(self, entries: dict[str, Entry], pending: Iterable[Digest] = ()) -> None:
        """Keeps what is known now. Without a cache that can be written, only the next build takes longer."""
        self.entries, self.pending = entries, frozenset(pending)
        with suppress(OSError):
            write_whole(self.path, marshal.dumps((entries, list(self.pending))))
