"""Splits a list of work between this process and a forked child, if the list is long and fork is available."""

from __future__ import annotations

import marshal
import os
import threading
from collections.abc import Callable, Sequence
from typing import Any, Final

MANY: Final = 300
"""Minimum number of files for which a second process saves more time than it costs to start."""

_PIECE: Final = 20

Part = Callable[[Sequence[str]], dict[str, Any]]


def parallel_map(part: Part, names: Sequence[str]) -> dict[str, Any]:
    """Return `part(names)`, merged from both processes: plain values by name.

    Names for which `part` returned nothing are absent. A second process may do half of the names. Names that it did not
    finish are processed here, so that exceptions are raised in this process.
    """
    if len(names) < MANY or not _can_split():
        return part(names)
    mine, others = names[::2], names[1::2]
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work_and_leave(part, others, writing)
    os.close(writing)
    try:
        done = part(mine)
    finally:
        with os.fdopen(reading, "rb") as answer:
            told = answer.read()
        os.waitpid(child, 0)
    reached: int
    theirs: dict[str, Any]
    reached, theirs = marshal.loads(told) if told else (0, {})
    return done | theirs | part(others[reached:])


def _can_split() -> bool:
    """Return True if the process may fork.

    A process with threads must not: the child would never release their locks. Waiting threads of a library, such as
    Typst's, have no locks, and the second process never uses them.
    """
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _work_and_leave(part: Part, names: Sequence[str], writing: int) -> None:
    """Work in the second process, in short pieces, and stop if the first process has ended. Never return."""
    parent = os.getppid()
    done: dict[str, Any] = {}
    reached = 0
    try:
        while reached < len(names) and os.getppid() == parent:
            done |= part(names[reached : reached + _PIECE])
            reached += _PIECE
    finally:
        with os.fdopen(writing, "wb") as answer:
            answer.write(marshal.dumps((reached, done)))
        os._exit(0)
