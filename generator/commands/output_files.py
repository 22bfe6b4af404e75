"""Writes files into a folder that the editor chose, such as an e-mail or the chapter of a year."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, rule
from generator.system import read_cached, write_cached, write_together


def write_outputs(
    folder: Path, files: Mapping[str, bytes], cache: Path | None, instead: str = "another folder with --out"
) -> tuple[Diagnostic, ...]:
    """Write files into a folder, by their names in it: all of them, or none.

    Yields S009, and writes nothing, if an existing file was not written by a command, or was changed since. An existing
    file with identical content is accepted. Raises an OSError if the system does not allow the write.

    `cache` is the project's cache. It records what was written, so that a command can replace its earlier files. It is
    None if there is no project: then every existing file with other content is refused. `instead` is what an editor can
    specify to avoid that.
    """
    known = _read(cache)
    paths = {name: os.path.realpath(folder / name) for name in files}
    found = tuple(
        _would_overwrite(folder / name, instead)
        for name, data in files.items()
        if _is_in_the_way(paths[name], data, known.get(paths[name]))
    )
    if not found:
        write_together(folder, files)
        _save(cache, known | {paths[name]: _digest(data) for name, data in files.items()})
    return found


def _is_in_the_way(path: str, data: bytes, written: bytes | None) -> bool:
    try:
        there = Path(path).read_bytes()
    except FileNotFoundError:
        return False
    return there != data and _digest(there) != written


def _would_overwrite(path: Path, instead: str) -> Diagnostic:
    fault = f"{path.as_posix()} was not written by this library, or was changed since, and would be overwritten"
    hint = f"name {instead}, or move the file or delete it; then run the command again"
    return rule("S009").diagnostic(fault, Location(path.as_posix()), hint)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()


def _read(cache: Path | None) -> dict[str, bytes]:
    """Return the digest of each file as last written, by path."""
    return dict(read_cached(cache / "outputs") or {}) if cache is not None else {}


def _save(cache: Path | None, known: dict[str, bytes]) -> None:
    if cache is not None:
        with suppress(OSError):  # without a cache, the next run reports the files as unknown
            write_cached(cache / "outputs", known)
