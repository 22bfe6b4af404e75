"""Cache files with a digest of their content. A damaged one counts as missing and is made again.

There are two forms. A cached value is in one file, after its digest. Files that are published as they are, such as a
PDF or a folder of pages, have a checksum file next to them with the digest of each.
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
"""File header. It names the interpreter, because another one may write values in another form."""

CHECKSUMS: Final = ".checksums"
"""End of the name of a checksum file."""

_DIGEST_BYTES: Final = 16


@dataclass(frozen=True, slots=True)
class CachedFiles:
    """Files of the cache whose digests were found to be correct."""

    digests: Mapping[str, bytes]
    """Digests by the path of each file, from the folder of the checksum file."""

    facts: Any
    """The recorded facts about the files, as plain values."""


def write_cached(path: Path, value: Any) -> None:
    """Write plain values that `marshal` supports, in a file that only its owner can read. Raise OSError if that fails.

    The file is not synchronised to the disk: after a power cut it may be incomplete, and then it is only made again.
    """
    data = marshal.dumps(value)
    cache_folder(path.parent)
    make_way(path)
    write_atomically(path, _FORM + content_digest(data) + data, is_private=True)


def read_cached(path: Path) -> Any | None:
    """Return the values in a file of `write_cached`; None if it is missing, cannot be read or is damaged."""
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
    """Write the digests of files that were just made, and plain values about them. Raise OSError if that fails.

    `names` are the files' paths from the folder of the checksum file.
    """
    digests = {name: content_digest((path.parent / name).read_bytes()) for name in names}
    write_cached(path, (digests, facts))
    return CachedFiles(digests, facts)


def read_checksums(path: Path) -> CachedFiles | None:
    """Return the content of a checksum file; None if it or any of the files is missing, unreadable or damaged."""
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
    """Rename a folder with its checksum file into place in one step; remove a damaged one there.

    If another build was faster, its folder stays: it has the same name, so the content is the same. Raises OSError if
    the folder cannot be renamed.
    """
    try:
        made.rename(folder)
    except OSError:
        if read_checksums(folder / CHECKSUMS) is None:
            discard(folder)
            made.rename(folder)


def content_digest(data: bytes | memoryview) -> bytes:
    """Return a digest of 16 bytes of the content."""
    return blake2b(data, digest_size=_DIGEST_BYTES).digest()


def cache_folder(path: Path) -> Path:
    """Create a folder of the cache, also if a file is in its place. Raise OSError if that fails."""
    with naming_file(path):
        if not path.is_dir():
            with suppress(OSError):  # missing, or another build has created the folder in the meantime
                path.unlink()
            path.mkdir(parents=True, exist_ok=True)
    return path


def discard(path: Path) -> None:
    """Remove a file or a folder of the cache, so that it can be made again. Raise OSError if that fails."""
    with naming_file(path):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def make_way(path: Path) -> None:
    """Remove a folder that is in the place of a file. A file stays: another build may be reading it."""
    if path.is_dir():
        discard(path)
