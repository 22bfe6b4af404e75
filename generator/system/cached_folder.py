"""Folders of the cache that are made in one piece and named by a hash of their inputs, such as the search index.

Each is made in a temporary folder next to it and moved into place. The last three stay, because another build may still
be reading an earlier one.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path
from typing import Final

from generator.system.cache_file import CHECKSUMS, cache_folder, rename_unless_finished, write_checksums
from generator.system.cache_pruning import time_of_change

_KEPT: Final = 3
_TEMP_PREFIX: Final = "at-work-"


def make_temp_folder(home: Path, seconds_at_most: float) -> Path:
    """Create a temporary folder in `home`, and remove old folders there. Raise OSError if it cannot be created.

    Temporary folders of killed builds are removed if they are older than two times `seconds_at_most`.
    """
    cache_folder(home)
    _remove_old_folders(home, seconds_at_most)
    return Path(tempfile.mkdtemp(prefix=_TEMP_PREFIX, dir=home))


def move_into_place(made: Path, folder: Path) -> None:
    """Write the checksums of a folder's files and rename it to `folder`. Raise OSError if that fails.

    If another build was faster, its folder stays: it has the same name, so the content is the same.
    """
    files = sorted(path for path in made.rglob("*") if path.is_file())
    write_checksums(made / CHECKSUMS, [file.relative_to(made).as_posix() for file in files])
    rename_unless_finished(made, folder)


def finished_folders(home: Path) -> list[Path]:
    """Return the finished folders, the most recently used one last; none if `home` does not exist."""
    folders = [path for path in home.iterdir() if (path / CHECKSUMS).is_file()] if home.is_dir() else []
    return sorted(folders, key=lambda folder: time_of_change(folder / CHECKSUMS))


def _remove_old_folders(home: Path, seconds_at_most: float) -> None:
    oldest = time.time() - 2 * seconds_at_most
    left_behind = [
        path for path in home.iterdir() if path.name.startswith(_TEMP_PREFIX) and time_of_change(path) < oldest
    ]
    for folder in (*left_behind, *finished_folders(home)[: -_KEPT + 1]):
        shutil.rmtree(folder, ignore_errors=True)
