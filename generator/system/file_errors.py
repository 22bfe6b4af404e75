"""Errors of the computer: a full disk, a missing permission, a file where a folder should be."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, rule

_NO_PERMISSION: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_TOO_MUCH_AT_ONCE: Final = frozenset({errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM})


@contextmanager
def naming_file(path: Path) -> Iterator[None]:
    """Make an OSError raised in the block name this file: the system often names none, or a temporary one."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def file_fault(error: OSError) -> Diagnostic:
    """Return S013: the operation that the computer refused, and the file if it is known."""
    return rule("S013").diagnostic(told_of(error), hint=_hint(error))


def told_of(error: OSError) -> str:
    """Return the error as a sentence: `content/cases cannot be read or written: permission denied`."""
    reason = (error.strerror or str(error) or "the system refuses it").lower()
    # If there is no room for a copy, the new file is the second one.
    told = error.filename2 if error.errno in _NO_ROOM and error.filename2 is not None else error.filename
    if told is None:
        return f"the computer does not let the command go on: {reason}"
    name = told.decode(errors="replace") if isinstance(told, bytes) else told
    return f"{name} cannot be read or written: {reason}"


def _hint(error: OSError) -> str:
    if error.errno in _NO_ROOM:
        return "make room on the disk, then run the command again"
    if error.errno in _NO_PERMISSION:
        return "get the right to read and write there, then run the command again"
    if error.errno in _TOO_MUCH_AT_ONCE:
        return "end other programs, then run the command again"
    return "look at that file or folder; if it is in .cache, it can be deleted at any time"
