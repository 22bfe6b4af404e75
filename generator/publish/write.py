"""Writes what changed. A reader, a web server or a killed build never meets half a file."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome, rule
from generator.machine import remove_leftovers, with_two_hands
from generator.model.addresses import output_file
from generator.publish.manifest import Entry, Manifest
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
    A folder that the system does not let us write is a diagnostic.
    """
    try:
        return _written(pouring, output.resolve(), cache, owned, sources)
    except OSError as error:
        reason = error.strerror or "the system refuses"
        hint = "make room or ask for the right to write there, then build again: what was written so far is whole"
        return Outcome(None, (rule("S007").found(f"{output} cannot be written: {reason}", hint=hint),))


def _written(
    pouring: Pouring, output: Path, cache: Path, owned: bool, sources: Iterable[Path]
) -> Outcome[Written | None]:
    manifest = Manifest.of(output, cache)
    problem = _unfit(output, owned or manifest.existed, sources)
    if problem is not None:
        return Outcome(None, (problem,))
    wanted = {name: (fingerprint, make) for name, fingerprint, make in _wanted(pouring)}
    known = manifest.entries.keys() | (_found(output) if owned else set())
    gone = sorted(known - wanted.keys())
    changed = _bring_up_to_date(manifest, output, wanted, gone)
    return Outcome(Written(len(wanted), changed, tuple(gone)))


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


def _wanted(pouring: Pouring) -> Iterator[tuple[str, _Make, _Make]]:
    """Each file's name, how to learn its fingerprint, and how to make it."""
    for page in pouring.pages:
        yield output_file(page.address), page.fingerprint, page.html
    for file in pouring.files:
        make = cache(file.make)
        yield output_file(file.address), partial(_hash, make), make
    for asset in pouring.assets:
        path = Path(asset.path)
        known = asset.fingerprint
        yield asset.address, partial(_stamp, path) if known is None else partial(bytes, known), path.read_bytes


def files_of(pouring: Pouring) -> Iterator[tuple[str, _Make]]:
    """Every file of the site that is about to be written, by its name in the site, made when it is asked for."""
    return ((name, make) for name, _, make in _wanted(pouring))


def _hash(make: _Make) -> bytes:
    return blake2b(make(), digest_size=16).digest()


def _stamp(path: Path) -> bytes:
    status = path.stat()
    return blake2b(f"{status.st_size} {status.st_mtime_ns}".encode(), digest_size=16).digest()


def _bring_up_to_date(
    manifest: Manifest, output: Path, wanted: dict[str, tuple[_Make, _Make]], gone: list[str]
) -> tuple[str, ...]:
    """Writes what is not current and removes what is gone; gives the names of what was written.

    New names are kept before anything is written, so that what a killed build leaves is known as ours. A file that it
    has replaced is known by its time of change.
    """
    new = wanted.keys() - manifest.entries.keys()
    if new:
        manifest.entries |= dict.fromkeys(new, (b"", 0, 0))
        manifest.save()
    prefix = f".{output.name}.pouring-"
    output.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(output.parent, prefix)
    workshop = output.parent / f"{prefix}{os.getpid()}"
    workshop.mkdir()

    def bring(names: Sequence[str]) -> dict[str, Entry]:
        temporary = f"{workshop}/page-{os.getpid()}"
        written = {}
        for name in names:
            fingerprint, make = wanted[name]
            if not manifest.is_current(output, name, fingerprint):
                written[name] = (fingerprint(), *_write(temporary, output, name, make()))
        return written

    try:
        written = with_two_hands(bring, list(wanted))
        manifest.entries |= written
        for name in gone:
            _remove(output, name)
            manifest.entries.pop(name, None)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    if written or gone or not manifest.existed:
        manifest.save()
    return tuple(name for name in wanted if name in written)


def _write(temporary: str, output: Path, name: str, data: bytes) -> tuple[int, int]:
    """Writes one file whole; gives its time of change and its size. Plain calls: a site has thousands of files."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
        status = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    target = f"{output}/{name}"
    try:
        os.replace(temporary, target)  # noqa: PTH105
    except OSError:
        _make_room(output, output / name)
        os.replace(temporary, target)  # noqa: PTH105
    return status.st_mtime_ns, status.st_size


def _make_room(output: Path, target: Path) -> None:
    """Makes the folder of a file, and takes away what stands in its place."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        _clear_the_way(output, target)
        target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


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
