"""Writes what changed. A reader, a web server or a killed build never meets half a file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome, rule
from generator.model.addresses import output_file
from generator.publish.leftovers import remove_leftovers
from generator.publish.manifest import Manifest
from generator.publish.pour import Pouring


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the output folder."""

    files: int
    """All files of the site."""

    changed: tuple[str, ...]
    """Files that were written."""

    removed: tuple[str, ...]
    """Files that belong to nothing any more."""


def write_site(
    pouring: Pouring, output: Path, cache: Path, owned: bool, sources: Iterable[Path] = ()
) -> Outcome[Written | None]:
    """Brings the output folder up to date.

    `owned`: the folder is the site's own, so what nobody knows in it is removed. Any other folder must be
    empty or written by an earlier build. None of `sources` may lie in the folder, nor the folder in one of them.
    """
    output = output.resolve()
    manifest = Manifest.of(output, cache)
    problem = _unfit(output, owned or manifest.existed, sources)
    if problem is not None:
        return Outcome(None, (problem,))
    wanted = {name: (fingerprint, make) for name, fingerprint, make in _wanted(pouring)}
    stale = [name for name, (fingerprint, _) in wanted.items() if not manifest.is_current(output, name, fingerprint)]
    known = manifest.entries.keys() | (_found(output) if owned else set())
    gone = sorted(known - wanted.keys())
    if stale or gone or not manifest.existed:
        _bring_up_to_date(manifest, output, wanted, stale, gone)
    return Outcome(Written(len(wanted), tuple(stale), tuple(gone)))


def _unfit(output: Path, ours: bool, sources: Iterable[Path]) -> Diagnostic | None:
    """Why nothing may be written into a folder; None when all is well."""
    made_from = [each.resolve() for each in sources]
    if any(each.is_relative_to(output) or output.is_relative_to(each) for each in made_from):
        fault, hint = f"{output} would mix the site with what it is made from", "choose a folder of its own: site"
    elif output.exists() and not output.is_dir():
        fault, hint = f"{output} is not a folder", "choose an empty folder, or a new one"
    elif not ours and output.is_dir() and any(output.iterdir()):
        fault, hint = f"{output} holds files that this library did not write", "choose an empty folder, or a new one"
    else:
        return None
    return rule("S004").found(fault, hint=hint)


_Make = Callable[[], bytes]


def _wanted(pouring: Pouring) -> Iterator[tuple[str, bytes, _Make]]:
    for page in pouring.pages:
        yield output_file(page.address), page.fingerprint(), page.html
    for file in pouring.files:
        data = file.make()
        yield file.address, blake2b(data, digest_size=16).digest(), lambda data=data: data  # type: ignore[misc]
    for asset in pouring.assets:
        path = Path(asset.path)
        status = path.stat()
        stamp = f"{status.st_size} {status.st_mtime_ns}".encode()
        yield asset.address, blake2b(stamp, digest_size=16).digest(), path.read_bytes


def _bring_up_to_date(
    manifest: Manifest, output: Path, wanted: dict[str, tuple[bytes, _Make]], stale: list[str], gone: list[str]
) -> None:
    # Said before anything is written: whatever a killed build leaves behind is known as ours, and as not current.
    for name in stale:
        manifest.entries[name] = (b"", 0, 0)
    manifest.save()
    prefix = f".{output.name}.pouring-"
    output.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(output.parent, prefix)
    workshop = output.parent / f"{prefix}{os.getpid()}"
    workshop.mkdir()
    try:
        made: set[Path] = set()
        for name in stale:
            fingerprint, make = wanted[name]
            manifest.entries[name] = (fingerprint, *_write(workshop / "page", output, name, make(), made))
        for name in gone:
            _remove(output, name)
            manifest.entries.pop(name, None)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    manifest.save()


def _write(temporary: Path, output: Path, name: str, data: bytes, made: set[Path]) -> tuple[int, int]:
    """Writes one file whole; gives its time of change and its size."""
    with temporary.open("wb", buffering=0) as file:
        view = memoryview(data)
        while view:
            view = view[file.write(view) :]
        status = os.fstat(file.fileno())
    target = output / name
    if target.parent not in made:
        _clear_the_way(output, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        made.add(target.parent)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    temporary.replace(target)
    return status.st_mtime_ns, status.st_size


def _clear_the_way(output: Path, target: Path) -> None:
    """Removes a file that stands where a folder must be."""
    for folder in target.parents:
        if folder == output:
            return
        if folder.is_symlink() or folder.is_file():
            folder.unlink()


def _found(output: Path) -> set[str]:
    """Every file in a folder, by its path in it."""
    found: set[str] = set()
    waiting = [("", str(output))] if output.is_dir() else []
    while waiting:
        place, folder = waiting.pop()
        with suppress(FileNotFoundError), os.scandir(folder) as entries:
            for each in entries:
                name = place + each.name
                if each.is_dir(follow_symlinks=False):
                    waiting.append((name + "/", each.path))
                else:
                    found.add(name)
    return found


def _remove(output: Path, name: str) -> None:
    path = output / name
    # Where a file has taken the place of its folder, or a folder its own, it is gone already.
    with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
        path.unlink()
    for parent in path.parents:
        if parent == output:
            return
        try:
            parent.rmdir()
        except FileNotFoundError:
            continue
        except OSError:
            return
