"""What is kept to save work, with a digest of its content. What is damaged counts as missing and is made again.

There are two forms. A cached value is in one file, after its digest. Files that are published as they are, such as a
PDF or a folder of pages, have a checksum file with the digest of each next to them.
"""

from __future__ import annotations

import marshal
import shutil
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from generator.system.atomic_write import write_atomically
from generator.system.file_errors import naming_file

_FORM: Final = f"library cache 1 {sys.implementation.cache_tag}\n".encode()
"""Another interpreter may write values in another form."""

CHECKSUMS: Final = ".checksums"
"""How the name of a checksum file ends."""

_DIGEST_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class CachedFiles:
    """Files of the cache whose content was found to be as it was written."""

    digests: Mapping[str, bytes]
    """By the name of each file, from the folder of the checksum file."""

    facts: Any
    """What was recorded about them, as plain values."""


def write_cached(path: Path, value: Any) -> None:
    """Keeps plain values: what `marshal` can write. An OSError when that fails.

    The file is not forced to the disk: after a power cut it may be torn, and then it is only made again.
    """
    data = marshal.dumps(value)
    cache_folder(path.parent)
    make_way(path)
    write_atomically(path, _FORM + content_digest(data) + data)


def read_cached(path: Path) -> Any | None:
    """The values in a file of `write_cached`; None when it is missing, cannot be read or is damaged."""
    try:
        stored = path.read_bytes()
    except OSError:
        return None
    head = len(_FORM) + _DIGEST_BYTES
    data = memoryview(stored)[head:]
    if stored[:head] != _FORM + content_digest(data):
        return None
    return marshal.loads(data)


def write_checksums(path: Path, names: Iterable[str], facts: Any = None) -> CachedFiles:
    """Keeps the digests of files that were just made, and plain values about them. An OSError when that fails.

    `names` are the files' paths from the folder of the checksum file.
    """
    digests = {name: content_digest((path.parent / name).read_bytes()) for name in names}
    write_cached(path, (digests, facts))
    return CachedFiles(digests, facts)


def read_checksums(path: Path) -> CachedFiles | None:
    """What a checksum file says; None when it, or any of the files, is missing, cannot be read or is damaged."""
    stored = read_cached(path)
    if stored is None:
        return None
    digests, facts = stored
    try:
        for name, digest in digests.items():
            if content_digest((path.parent / name).read_bytes()) != digest:
                return None
    except OSError:
        return None
    return CachedFiles(digests, facts)


def rename_unless_finished(made: Path, folder: Path) -> None:
    """Puts a folder with its checksum file in its place in one step; a damaged one there is removed.

    Where another build was faster, its folder stays: it has the same name, so the content is the same. An OSError when
    the folder cannot be put there.
    """
    try:
        made.rename(folder)
    except OSError:
        if read_checksums(folder / CHECKSUMS) is None:
            discard(folder)
            made.rename(folder)


def content_digest(data: bytes | memoryview) -> bytes:
    """16 bytes that change with the content."""
    return blake2b(data, digest_size=_DIGEST_BYTES).digest()


def cache_folder(path: Path) -> Path:
    """Makes a folder of the cache, also where a file is in its place. An OSError when that fails."""
    with naming_file(path):
        if not path.is_dir():
            with suppress(FileNotFoundError, NotADirectoryError):
                path.unlink()
            path.mkdir(parents=True, exist_ok=True)
    return path


def discard(path: Path) -> None:
    """Removes a file or a folder of the cache, so that it can be made again. An OSError when that fails."""
    with naming_file(path):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def make_way(path: Path) -> None:
    """Removes a folder that is where a file belongs. A file stays: another build may be reading it."""
    if path.is_dir():
        discard(path)
