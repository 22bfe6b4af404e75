"""Takes back what `library init` has written into a folder, if it was killed before the library was complete."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.read import CONFIGURATION
from generator.system import lock_file

UNFINISHED: Final = ".mkdocs.yml.tmp-init"
"""The file that lists what is being written. `.gitignore` of a new library names it."""


@contextmanager
def list_while_written(folder: Path, files: Mapping[str, bytes]) -> Iterator[None]:
    """List new files, by their names in a folder, until the block has written them. The settings must be the last.

    After an error or a signal, those that the block has left are removed. Raises OSError.
    """
    listed = folder / UNFINISHED
    with lock_file(listed):
        try:
            listed.write_text(json.dumps({name: sha256(data).hexdigest() for name, data in files.items()}), "utf-8")
            yield
        except BaseException:
            _remove_listed(folder)
            raise
        listed.unlink()


def remove_unfinished_site(folder: Path) -> None:
    """Remove what a killed `library init` has written. Raises OSError.

    Waits for one that is still running. A file that was changed since stays, and so does a library that is complete.
    """
    if (folder / UNFINISHED).is_file():
        with lock_file(folder / UNFINISHED):
            _remove_listed(folder)


def _remove_listed(folder: Path) -> None:
    listed = folder / UNFINISHED
    files: dict[str, str] = {}
    with suppress(FileNotFoundError, ValueError):  # nothing is written before the list is complete
        files = json.loads(listed.read_bytes())
    if not (folder / CONFIGURATION).exists():
        for name, its_hash in files.items():
            path = folder / name
            if path.is_file() and sha256(path.read_bytes()).hexdigest() == its_hash:
                path.unlink()
        _remove_empty_folders(folder, files)
    listed.unlink(missing_ok=True)


def _remove_empty_folders(top: Path, files: Iterable[str]) -> None:
    """Remove the folders of files that are empty, the innermost first."""
    folders = {parent for name in files for parent in Path(name).parents} - {Path()}
    for each in sorted(folders, key=lambda folder: len(folder.parts), reverse=True):
        with suppress(OSError):
            (top / each).rmdir()
