"""Marks a change while its files are written, so that the next command can finish it if the computer stops."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.system import write_atomically

MARK: Final = "being-written.json"
"""The file in the journal that names the change whose files are being written."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A change of the journal whose files were being written."""

    number: int
    is_made: bool
    """True if the change was being made, False if it was being taken back."""


@contextmanager
def marked(journal: Path, mark: Mark) -> Iterator[None]:
    """Mark a change until the block ends, also with an error: its files are then as before."""
    path = journal / MARK
    write_atomically(path, json.dumps({"number": mark.number, "made": mark.is_made}).encode(), is_private=True)
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()


def read_mark(journal: Path) -> Mark | None:
    """Return the mark that a killed command has left; None if there is none, or if it cannot be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        content = json.loads((journal / MARK).read_bytes())
        return Mark(int(content["number"]), bool(content["made"]))
    return None


def describe_interruption(title: str, file: str) -> Diagnostic:
    """Return S085 for a change of which some files are written and others are not. `file` is one of the others."""
    message = f"a command was interrupted: {title}; {file} is not written yet"
    hint = 'type "library undo" to take it back, or the same command again to finish it'
    return rule("S085").diagnostic(message, Location(file), hint)
