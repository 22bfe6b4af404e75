"""Replaces several files of one folder together: all of them, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from generator.system.atomic_write import remove_stale_temp_dirs
from generator.system.file_replacement import replace_file

STAGING: Final = ".pouring-"
"""Start of the name of a staging folder inside the output folder. It is removed at the end of the transaction, or by
the next one after a kill."""


class PartlyWrittenError(OSError):
    """The transaction failed, and some of its changes could not be undone."""

    names: tuple[str, ...] = ()
    """The files that differ from the earlier content."""


class FileTransaction:
    """Stages new files first, then moves them into a folder. If anything fails, every change is undone.

    Use it as a context manager. A full disk is noticed while files are staged, before any file of the folder is
    changed. Each file is replaced in one step, so that a reader never sees half a file or a missing one, even after a
    kill.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist."""
        self._folder = Path(os.path.abspath(folder))  # noqa: PTH100 a name is needed, and links stay as they are
        self._staging = ""
        self._count = 0
        self._undo: list[tuple[str, Callable[[], object]]] = []
        self._failed: list[str] = []
        self._folders: set[str] = set()

    def __enter__(self) -> Self:
        """Create the folder if it is missing, and the staging folder. Raise OSError if that is not possible."""
        try:
            self._make_folder(str(self._folder))
            self._staging = _new_staging(self._folder)
            self._undo.append(("", self._remove_staging))
        except BaseException:
            self._undo_all()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the staging folder; after an error, undo every change first.

        Raises PartlyWrittenError in place of the error if a change could not be undone: the earlier versions then stay
        in the staging folder.
        """
        if error is None:
            self._remove_staging()
            return
        self._undo_all()
        names = tuple(filter(None, self._failed))
        if names:
            failed = PartlyWrittenError(getattr(error, "errno", None), getattr(error, "strerror", None) or str(error))
            failed.names = names
            raise failed from error

    def stage(self, data: bytes) -> tuple[str, os.stat_result]:
        """Write a file in the staging folder; return its path, for `put`, and its status."""
        path = self._next_path()
        # Use plain calls: a site has thousands of files.
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
            return path, os.fstat(descriptor)
        finally:
            os.close(descriptor)

    def put(self, staged: str, name: str) -> str | None:
        """Move a staged file to its name in the folder; return where the earlier version is until the end.

        None if there was no earlier version.
        """
        target = f"{self._folder}/{name}"
        self._make_folder(os.path.dirname(target))  # noqa: PTH120
        earlier = self._copy_of(target)
        replace_file(staged, target)
        if earlier is None:
            self._undo.append((name, lambda: os.unlink(target)))  # noqa: PTH108
        else:
            self._undo.append((name, lambda: replace_file(earlier, target)))
        return earlier

    def remove(self, name: str) -> str:
        """Remove a file and the folders that it leaves empty; return where the file is until the end."""
        target, earlier = f"{self._folder}/{name}", self._next_path()
        os.rename(target, earlier)  # noqa: PTH104
        self._undo.append((name, lambda: os.rename(earlier, target)))  # noqa: PTH104
        for parent in Path(target).parents:
            if parent == self._folder or not self._remove_folder(str(parent)):
                break
        return earlier

    def remove_empty_folders(self, name: str) -> None:
        """Remove a folder in which there are only empty folders. Raise OSError if there is anything else."""
        for place, _, _ in os.walk(f"{self._folder}/{name}", topdown=False):
            if not self._remove_folder(place):
                raise IsADirectoryError(f"{place} is not empty")

    def _next_path(self) -> str:
        self._count += 1
        return f"{self._staging}/{self._count}"

    def _copy_of(self, target: str) -> str | None:
        """Return a hard link to the file, or a copy if the file system has no hard links; None if there is no file."""
        copy = self._next_path()
        try:
            os.link(target, copy, follow_symlinks=False)
        except FileNotFoundError:
            return None
        except (OSError, NotImplementedError):
            shutil.copy2(target, copy, follow_symlinks=False)
        return copy

    def _make_folder(self, path: str) -> None:
        if path in self._folders:
            return
        if not os.path.isdir(path):  # noqa: PTH112
            self._make_folder(os.path.dirname(path))  # noqa: PTH120
            os.mkdir(path)  # noqa: PTH102
            self._undo.append(("", lambda: os.rmdir(path)))  # noqa: PTH106
        self._folders.add(path)

    def _remove_folder(self, path: str) -> bool:
        try:
            os.rmdir(path)  # noqa: PTH106
        except OSError:
            return False
        self._folders.discard(path)
        self._undo.append(("", lambda: os.mkdir(path)))  # noqa: PTH102
        return True

    def _undo_all(self) -> None:
        """Undo the changes, the last one first, and record the names of the files for which that failed."""
        while self._undo:
            name, step = self._undo.pop()
            try:
                step()
            except OSError:
                self._failed.append(name)

    def _remove_staging(self) -> None:
        if not any(self._failed):
            shutil.rmtree(self._staging, ignore_errors=True)


def write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, by their names in it: all of them, or none. Raise OSError if that is not possible."""
    with FileTransaction(folder) as transaction:
        staged = {name: transaction.stage(data)[0] for name, data in files.items()}
        for name, path in staged.items():
            transaction.put(path, name)


def remove_staging_leftovers(folder: Path) -> None:
    """Remove the staging folders that killed processes have left for a folder, as far as the system allows it."""
    for place, begins in ((folder.parent, f".{folder.name}{STAGING}"), (folder, STAGING)):
        with suppress(OSError):
            remove_stale_temp_dirs(place, begins)


def _new_staging(folder: Path) -> str:
    """Create a folder on the file system of `folder` that no other user can read.

    It is next to `folder`, so that nothing in it is ever published. If files cannot be moved from there, because
    `folder` is a separate mount or the folder above is read-only, it is inside `folder`.
    """
    remove_staging_leftovers(folder)
    inside = folder / f"{STAGING}{os.getpid()}"
    sibling = folder.parent / f".{folder.name}{inside.name}"
    for each in (inside, sibling):
        # Left by a killed process with this process id, as the first process of a container always has.
        shutil.rmtree(each, ignore_errors=True)
    try:
        inside.mkdir(mode=0o700)
        return str(inside.rename(sibling))
    except OSError:
        if not inside.is_dir():
            raise
        return str(inside)
    except BaseException:
        # Ctrl+C came before anyone knew of the folder.
        for each in (inside, sibling):
            shutil.rmtree(each, ignore_errors=True)
        raise
