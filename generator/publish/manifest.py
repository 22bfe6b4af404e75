"""What the last build wrote, kept outside the site."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.machine import read_cached, write_cached

Entry = tuple[bytes, int, int]
"""Fingerprint, time of change in nanoseconds, size in bytes."""


@dataclass(slots=True)
class Manifest:
    """The files of one output folder, by their path in it."""

    path: Path
    entries: dict[str, Entry] = field(default_factory=dict)
    existed: bool = False
    """False when nothing is known of the folder: the first build, or a deleted cache."""

    @classmethod
    def of(cls, output: Path, cache: Path) -> Manifest:
        """What is known of an output folder."""
        name = blake2b(str(output.resolve()).encode(), digest_size=8).hexdigest()
        path = cache / f"written-{name}"
        entries = read_cached(path)
        return cls(path, entries, True) if entries is not None else cls(path)

    def is_current(self, output: Path, name: str, fingerprint: Callable[[], bytes]) -> bool:
        """True when the file stands as it was written, from the same inputs."""
        entry = self.entries.get(name)
        if entry is None:
            return False
        try:
            status = os.stat(f"{output}/{name}")  # noqa: PTH116 a site has thousands of files
        except OSError:
            return False
        return entry[1:] == (status.st_mtime_ns, status.st_size) and entry[0] == fingerprint()

    def save(self) -> None:
        """Writes it whole."""
        write_cached(self.path, self.entries)
