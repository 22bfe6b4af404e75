"""Work shared with a second process, where there is enough of it and the system can split a process in two."""

from __future__ import annotations

import marshal
import os
import threading
from collections.abc import Callable, Sequence
from typing import Any, Final

MANY: Final = 300
"""Files from which on starting a second process costs less than it saves."""

_PIECE: Final = 20

Part = Callable[[Sequence[str]], dict[str, Any]]


def parallel_map(part: Part, names: Sequence[str]) -> dict[str, Any]:
    """What `part` gives for all names: plain values by name, for some of them. Half may be done by a second process.

    What the second process did not come to, this one does, so that every fault comes out where it belongs.
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
    """A process with threads must not be split: what they hold would never be let go.

    Threads of a library's own that wait for work, as Typst's do, hold nothing, and the second process never asks them.
    """
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _work_and_leave(part: Part, names: Sequence[str], writing: int) -> None:
    """The second process: works in short pieces and stops when the first is gone. It never returns."""
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
