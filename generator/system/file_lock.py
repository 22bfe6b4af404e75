"""A lock between processes, so that two builds never write one folder at once."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path


@contextmanager
def lock_file(path: Path) -> Iterator[None]:
    """Wait until no other process has the lock, and keep it for the block.

    The system releases it if the process is killed. If the lock file cannot be created or the file system has no locks,
    the block runs without one.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError:
        yield
        return
    with file:
        _wait_for(file.fileno())
        yield


def _wait_for(descriptor: int) -> None:
    try:
        fcntl = import_module("fcntl")
    except ImportError:
        _wait_on_windows(descriptor)
        return
    with suppress(OSError):  # not every network file system has locks
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _wait_on_windows(descriptor: int) -> None:
    """Lock the first byte of the file. Windows gives up after ten seconds, so it is asked again."""
    with suppress(ImportError):
        msvcrt = import_module("msvcrt")
        os.lseek(descriptor, 0, os.SEEK_SET)
        while True:
            try:
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
            except OSError as error:
                if error.errno != errno.EDEADLK:
                    return
            else:
                return
