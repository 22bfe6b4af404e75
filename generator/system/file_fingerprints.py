"""Files known by what the system says of them, which is quicker than reading them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""Time of the last change of the content and of the entry, both in nanoseconds, size in bytes, number of the file.

`cp -p` and `rsync -t` set the first as they like. The other times and the number are the system's own.
"""


def stamp_of(path: Path) -> Stamp:
    """Another value whenever the file is changed or replaced. An OSError when the system says nothing of it."""
    status = path.stat()
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def fingerprint_files(paths: Iterable[Path], fingerprint_seed: bytes = b"") -> bytes:
    """One value for files as they are now; another seed gives another value. An OSError as in `stamp_of`."""
    digest = blake2b(fingerprint_seed, digest_size=16)
    for path in paths:
        digest.update(os.fsencode(path) + f"\0{stamp_of(path)}\n".encode())
    return digest.digest()


def package_fingerprint(name: str) -> bytes:
    """Changes when an installed package does; empty for one that is not. Asking for its version would take longer."""
    found = find_spec(name)
    if found is None or found.origin is None:
        return b""
    return fingerprint_files(sorted(each for each in Path(found.origin).parent.iterdir() if each.is_file()))
