"""Chooses the folder of a site's cache: in the site's own folder, or a temporary one if that cannot be used."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_ROOM_BYTES: Final = 64 * 1024
"""Bytes that are written to check that the disk accepts them."""


def usable_cache(folder: Path) -> tuple[Path, str]:
    """Return the folder for the cache, and why it is not the requested one; empty if it is.

    The replacement is temporary: it is deleted when the command ends. Raises OSError if the disk is too full for a
    temporary folder either.
    """
    problem = _problem(folder)
    return (_temporary_cache(folder), problem) if problem else (folder, "")


def remove_temporary_caches() -> None:
    """Remove the temporary folders of this process."""
    while _temporary:
        shutil.rmtree(_temporary.popitem()[1], ignore_errors=True)


_temporary: Final[dict[Path, Path]] = {}
"""Temporary folders by the folder that each replaces: a preview asks at each save, and must find the earlier cache."""


def _temporary_cache(folder: Path) -> Path:
    if folder not in _temporary:
        if not _temporary:
            atexit.register(remove_temporary_caches)
        _temporary[folder] = Path(tempfile.mkdtemp(prefix="library-cache-"))
    return _temporary[folder]


def _problem(folder: Path) -> str:
    """Return why a cache cannot be kept in a folder; empty if it can."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for subfolder in _folders(folder):
            # Another build may have moved a temporary folder since it was listed.
            if not os.access(subfolder, os.R_OK | os.W_OK | os.X_OK) and subfolder.exists():
                return f"{subfolder.relative_to(folder.parents[1])} cannot be read and written: permission denied"
        _try_writing(folder)
    except OSError as error:
        return _reason(folder, error)
    return ""


def _folders(folder: Path) -> Iterator[Path]:
    """Yield the folder and those in it, which the stages create for their caches."""
    yield folder
    yield from (path for path in sorted(folder.iterdir()) if path.is_dir() and not path.is_symlink())


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
