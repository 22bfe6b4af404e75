"""Writes files completely or not at all, and removes what killed processes have left."""

from __future__ import annotations

import errno
import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from generator.system.file_errors import naming_file
from generator.system.file_replacement import IS_WINDOWS, replace_file

_TEMPORARY: Final = re.compile(r"(\..+\.tmp-)\d+")
_SECONDS_IN_USE: Final = 3600
"""No command writes longer than this."""


def write_atomically(path: Path, data: bytes, is_private: bool = False) -> None:
    """Write a file in one step, in a folder that is created if it is missing. Raise OSError if that fails.

    With `is_private`, only the owner of the file can read it.

    On failure, nothing is left behind and an existing file stays as it was.
    """
    with naming_file(path):
        make_folders(path.parent)
        prefix = temporary_prefix(path)
        temporary = path.with_name(f"{prefix}{os.getpid()}")
        try:
            if is_private:
                temporary.touch(0o600)
            temporary.write_bytes(data)
            replace_file(temporary, path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
    remove_stale_temp_dirs(path.parent, prefix)


def make_folders(folder: Path) -> list[Path]:
    """Create a folder and its parents; return those that were missing, the outermost first.

    Raises NotADirectoryError if something else is in the place of one, or another OSError; no new folder is left then.
    """
    made: list[Path] = []
    try:
        for each in reversed([each for each in (folder, *folder.parents) if not each.is_dir()]):
            with suppress(FileExistsError):
                each.mkdir()
                made.append(each)
            if not each.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(each))
    except OSError:
        remove_empty(made)
        raise
    return made


def remove_empty(folders: list[Path]) -> None:
    """Remove the folders that `make_folders` returned, if they are empty."""
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()


def temporary_prefix(path: Path) -> str:
    """Return the start of the name of a temporary file, written next to `path` and then moved there.

    A process id follows. The name is hidden, so no command takes what a killed process left for a record, and
    `.gitignore` lists it.
    """
    return f".{path.name}.tmp-"


def remove_stale_temp_dirs(folder: Path, prefix: str) -> None:
    """Remove each file or folder `<prefix><process id>` whose process has ended.

    On Windows, each that is old enough: see `_may_be_in_use`.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            process = path.name.removeprefix(prefix)
            if process == path.name or not process.isdecimal() or _may_be_in_use(path, int(process)):
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def remove_stale_temp_files(folder: Path) -> None:
    """Remove each temporary file in a folder whose process has ended, whatever file it was meant for."""
    with suppress(OSError):
        for prefix in {found[1] for path in folder.iterdir() if (found := _TEMPORARY.fullmatch(path.name))}:
            remove_stale_temp_dirs(folder, prefix)


def _may_be_in_use(path: Path, process: int) -> bool:
    """Return True if the process runs. On Windows, if `path` is less than an hour old.

    On Windows, Python cannot ask whether a process runs: `os.kill` would end it, whatever the signal.
    """
    if IS_WINDOWS:
        return process == os.getpid() or time.time() - path.stat().st_mtime < _SECONDS_IN_USE
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
