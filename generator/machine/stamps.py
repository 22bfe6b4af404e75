"""Files known by their names, sizes and times of change: quicker than reading them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path


def hash_stamps(paths: Iterable[Path], ground: bytes = b"") -> bytes:
    """One value for files as they stand; another `ground` gives another value. An OSError when one cannot be asked."""
    digest = blake2b(ground, digest_size=16)
    for path in paths:
        status = path.stat()
        digest.update(os.fsencode(path) + f"\0{status.st_mtime_ns}\0{status.st_size}\n".encode())
    return digest.digest()
