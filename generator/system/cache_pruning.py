"""Deletes cache files that are unused and older than a week."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from generator.system.cache_file import discard

LONG: Final = 7 * 24 * 3600
"""Seconds. Younger files stay: another build, of drafts or of an older state, may use them."""


def time_of_change(path: Path) -> float:
    """Return the modification time in seconds, as `time.time` does; 0 if another build has removed the file."""
    try:
        return path.lstat().st_mtime
    except OSError:
        return 0.0


def prune_old_files(folder: Path, is_used: Callable[[str], bool]) -> None:
    """Remove the files of a folder whose names are not used and that were made more than a week ago."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        with suppress(OSError):  # another build removes the same files; a file that stays does no harm
            if not is_used(path.name) and time.time() - path.lstat().st_mtime > LONG:
                discard(path)
