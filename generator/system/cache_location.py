"""Where a site's cache can be kept: in its own folder, or in a temporary one where that cannot be used."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_ROOM_BYTES: Final = 64 * 1024
"""So much is written to see whether the disk takes it."""


def usable_cache(folder: Path) -> tuple[Path, str]:
    """The folder to keep the cache in, and why it is another one than was wanted; empty where it is the same.

    The other one is temporary: what is kept there is forgotten when the command ends. An OSError when there is no room
    for a temporary folder either.
    """
    problem = _problem(folder)
    return (_temporary_cache(folder), problem) if problem else (folder, "")


def remove_temporary_caches() -> None:
    """Removes the temporary folders of this process."""
    while _temporary:
        shutil.rmtree(_temporary.popitem()[1], ignore_errors=True)


_temporary: Final[dict[Path, Path]] = {}
"""By the folder that each replaces: a preview asks at each save, and must find what it kept before."""


def _temporary_cache(folder: Path) -> Path:
    if folder not in _temporary:
        if not _temporary:
            atexit.register(remove_temporary_caches)
        _temporary[folder] = Path(tempfile.mkdtemp(prefix="library-cache-"))
    return _temporary[folder]


def _problem(folder: Path) -> str:
    """Why a cache cannot be kept in a folder; empty when it can."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for each in _folders(folder):
            if not os.access(each, os.R_OK | os.W_OK | os.X_OK):
                return f"{each.relative_to(folder.parents[1])} cannot be read and written: permission denied"
        _try_writing(folder)
    except OSError as error:
        return _reason(folder, error)
    return ""


def _folders(folder: Path) -> Iterator[Path]:
    """The folder and those in it, which the stages make for what they keep."""
    yield folder
    yield from (each for each in sorted(folder.iterdir()) if each.is_dir() and not each.is_symlink())


def _try_writing(folder: Path) -> None:
    trial = folder / f".trial-{os.getpid()}"
    try:
        trial.write_bytes(bytes(_ROOM_BYTES))
    finally:
        trial.unlink(missing_ok=True)


def _reason(folder: Path, error: OSError) -> str:
    for each in (folder.parent, folder):
        if each.is_symlink() and not each.exists():
            return f"{each.relative_to(folder.parents[1])} is a link that leads nowhere"
        if each.exists() and not each.is_dir():
            return f"{each.relative_to(folder.parents[1])} is a file"
    reason = (error.strerror or "the system refuses it").lower()
    return f"{folder.relative_to(folder.parents[1])} cannot be used: {reason}"
