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
"""Stands for the name of a file and its content. It says nothing about a file to anyone who does not have the file."""


def file_digest(name: str, data: bytes) -> Digest:
    """The digest of a file, by its name in the site."""
    return blake2b(os.fsencode(name) + b"\0" + data, digest_size=16).digest()


def digest_on_disk(output: Path, name: str) -> Digest | None:
    """The same for a file in a folder; None when it cannot be read."""
    digest = blake2b(os.fsencode(name) + b"\0", digest_size=16)
    try:
        with (output / name).open("rb") as file:
            for part in iter(partial(file.read, 1 << 20), b""):
                digest.update(part)
    except OSError:
        return None
    return digest.digest()


def read_inventory(output: Path) -> frozenset[Digest] | None:
    """The digests of the files that the last build wrote; None when the folder has no list, or a damaged one."""
    try:
        text = (output / INVENTORY).read_text(encoding="ascii")
        return frozenset(map(bytes.fromhex, text.removeprefix(_HEAD).split())) if text.startswith(_HEAD) else None
    except (OSError, ValueError):
        return None


def inventory_of(digests: Iterable[Digest]) -> bytes:
    """The list as a file: the same files give the same bytes."""
    return (_HEAD + "".join(sorted(f"{each.hex()}\n" for each in digests))).encode()
