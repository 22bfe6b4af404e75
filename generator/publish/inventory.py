"""The list of files in the site: a build recognises the files of earlier builds in it.

It is part of the site because `.cache` can be deleted at any time, and a site in a repository is cloned without it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Final

INVENTORY: Final = ".library-files"
_HEAD: Final = "# Written by `library build`. A build knows its own files by this list: one hash for each file.\n"

Digest = bytes
"""A hash of the name and content of a file. It reveals nothing about the file to anyone who does not have the file."""


def file_digest(name: str, data: bytes) -> Digest:
    """Return the digest of a file. `name` is its path in the site."""
    return blake2b(os.fsencode(name) + b"\0" + data, digest_size=16).digest()


def digest_on_disk(output: Path, name: str) -> Digest | None:
    """Return the digest of a file in a folder; None if the file cannot be read."""
    digest = blake2b(os.fsencode(name) + b"\0", digest_size=16)
    try:
        with (output / name).open("rb") as file:
            for part in iter(partial(file.read, 1 << 20), b""):
                digest.update(part)
    except OSError:
        return None
    return digest.digest()


def read_inventory(output: Path) -> frozenset[Digest] | None:
    """Return the digests of the files that the last build wrote; None if the list is missing or damaged."""
    try:
        text = (output / INVENTORY).read_text(encoding="ascii")
        return frozenset(map(bytes.fromhex, text.removeprefix(_HEAD).split())) if text.startswith(_HEAD) else None
    except (OSError, ValueError):
        return None


def inventory_of(digests: Iterable[Digest]) -> bytes:
    """Return the list as a file. Equal sets of files give identical bytes."""
    return (_HEAD + "".join(sorted(f"{digest.hex()}\n" for digest in digests))).encode()
