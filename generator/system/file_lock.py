"""A lock between processes, so that two builds never write one folder at once."""

from __future__ import annotations

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
    with suppress(ImportError, OSError):  # Windows has no such locks, and not every network file system has them
        fcntl = import_module("fcntl")
        fcntl.flock(descriptor, fcntl.LOCK_EX)
