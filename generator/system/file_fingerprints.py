"""Fingerprints of files, from their status: faster than reading them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""Modification time and status change time, both in nanoseconds, size in bytes, inode number.

`cp -p` and `rsync -t` can set the first. The system alone sets the status change time and the inode number.
"""


def stamp_of(path: Path | str) -> Stamp:
    """Return a value that changes whenever the file is changed or replaced. Raise OSError if it cannot be read."""
    status = os.stat(path)  # noqa: PTH116 it is called for every record: no path has to be made for it
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def fingerprint_files(paths: Iterable[Path], fingerprint_seed: bytes = b"") -> bytes:
    """Return one fingerprint of the files as they are now and of the seed. Raise OSError as `stamp_of` does."""
    digest = blake2b(fingerprint_seed, digest_size=16)
    for path in paths:
        digest.update(os.fsencode(path) + f"\0{stamp_of(path)}\n".encode())
    return digest.digest()


def package_fingerprint(name: str) -> bytes:
    """Return a value that changes when an installed package does; empty if it is not installed.

    Asking for its version would take longer.
    """
    found = find_spec(name)
    if found is None or found.origin is None:
        return b""
    return fingerprint_files(sorted(path for path in Path(found.origin).parent.iterdir() if path.is_file()))
