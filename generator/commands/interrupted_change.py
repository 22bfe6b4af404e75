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

JOURNAL: Final = Path(".cache") / "library" / "changes"
"""The folder with what commands have changed, from the folder of the site."""

ENTRY: Final = "change.json"
MARK: Final = "being-written.json"
"""The file in the journal that names the change whose files are being written."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A change of the journal whose files were being written."""

    number: int
    is_made: bool
    """True if the change was being made, False if it was being taken back."""


@dataclass(frozen=True, slots=True)
class Interruption:
    """A change that is half written."""

    mark: Mark
    title: str
    unwritten: str
    """The first file that is not written yet."""


@contextmanager
def mark_while_written(root: Path, mark: Mark) -> Iterator[None]:
    """Mark a change until the block ends, also with an error: its files are then as before."""
    path = root / JOURNAL / MARK
    write_atomically(path, json.dumps({"number": mark.number, "made": mark.is_made}).encode(), is_private=True)
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()


def check_interrupted(root: Path) -> Diagnostic | None:
    """Return S085 if a command was killed while it wrote the files of a change, and some are not written."""
    found = find_interruption(root)
    if found is None:
        return None
    message = f"a command was interrupted: {found.title}; {found.unwritten} is not written yet"
    hint = 'type "library undo" to take it back, or the same command again to finish it'
    return rule("S085").diagnostic(message, Location(found.unwritten), hint)


def find_interruption(root: Path) -> Interruption | None:
    """Return the change that a killed command has written in part; None if there is none.

    A file with other content was changed since by hand: then the change is the editor's to finish.
    """
    with suppress(OSError, ValueError, KeyError, TypeError):
        stored = json.loads((root / JOURNAL / MARK).read_bytes())
        mark = Mark(int(stored["number"]), bool(stored["made"]))
        folder = root / folder_of_change(mark.number)
        content = json.loads((folder / ENTRY).read_bytes())
        written: dict[str, bool] = {}
        for each in content["files"]:
            name = each["file"]
            before, after = (_kept(folder / when / name) if each[when] else None for when in ("before", "after"))
            now = _kept(root / name)
            if now not in (before, after):
                return None
            if before != after:
                written[name] = now == (after if mark.is_made else before)
        if len(set(written.values())) == 2:
            return Interruption(mark, content["title"], next(name for name in written if not written[name]))
    return None


def folder_of_change(number: int) -> Path:
    """Return the folder of a change in the journal, from the folder of the site."""
    return JOURNAL / f"{number:04}"


def _kept(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
