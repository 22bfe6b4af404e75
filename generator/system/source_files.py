"""Writes the editors' source files as a whole, keeping their links and permissions."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from generator.system.atomic_write import make_folders, remove_empty, remove_stale_temp_files, temporary_prefix
from generator.system.file_errors import naming_file
from generator.system.file_replacement import replace_file

_PERMISSIONS_OF_A_NEW_FILE = 0o666
"""Permissions before the umask is applied."""


def replace_sources(contents: Mapping[Path, bytes]) -> None:
    """Replace the content of each file, or of none of them; raise OSError if that fails.

    A symbolic link stays one: the file that it leads to is written. Permissions stay as they were, and so does the
    owner if the system allows it. The new content is on the disk before it replaces the old one.
    """
    temporaries: dict[Path, Path] = {}
    try:
        for path, data in contents.items():
            with naming_file(path):
                target = path.resolve()
                temporaries[target] = _temporary(target)
                _write(temporaries[target], data, target)
        for target, temporary in temporaries.items():
            with naming_file(target):
                replace_file(temporary, target)
    finally:
        _remove(temporaries.values())
    for target in temporaries:
        _keep_name(target.parent)
        remove_stale_temp_files(target.parent)


def create_source(path: Path, data: bytes) -> None:
    """Write a new file, with the folders that it needs; raise FileExistsError if it exists.

    If it fails with this or another OSError, neither a part of the file nor a new folder is left behind.
    """
    temporary = _temporary(path)
    made: list[Path] = []
    try:
        with naming_file(path):
            made = make_folders(path.parent)
            remove_stale_temp_files(path.parent)
            _write(temporary, data)
            _give_name(temporary, path)
    except BaseException:
        _remove([temporary])
        remove_empty(made)
        raise
    _remove([temporary])
    _keep_name(path.parent)


def _temporary(path: Path) -> Path:
    return path.with_name(f"{temporary_prefix(path)}{os.getpid()}")


def _write(temporary: Path, data: bytes, like: Path | None = None) -> None:
    """Write a file to the disk, with the permissions and the owner of `like` if it is given."""
    before = like.stat() if like is not None and like.exists() else None
    permissions = _PERMISSIONS_OF_A_NEW_FILE if before is None else stat.S_IMODE(before.st_mode) & 0o777
    with suppress(FileNotFoundError):
        temporary.unlink()
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, permissions)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        if before is not None:
            _take_over(file.fileno(), before)
        os.fsync(file.fileno())


def _take_over(descriptor: int, before: os.stat_result) -> None:
    if hasattr(os, "fchown"):  # not on Windows, where a file has neither
        with suppress(PermissionError):
            os.fchown(descriptor, before.st_uid, before.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _give_name(temporary: Path, path: Path) -> None:
    """Move a file into place unless something is there."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if path.exists() or path.is_symlink():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        replace_file(temporary, path)


def _keep_name(folder: Path) -> None:
    """Synchronise the names in a folder to the disk, if the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove(temporaries: Iterable[Path]) -> None:
    for temporary in temporaries:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
