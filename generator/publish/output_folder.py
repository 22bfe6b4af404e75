"""The output folder as it is before a build writes: which files a build wrote, and which it did not."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.machine import STAGING
from generator.publish.inventory import INVENTORY, Digest, digest_on_disk, read_inventory
from generator.publish.manifest import Entry, Manifest

_NOT_ENTERED: Final = frozenset({".git", "lost+found"})
"""Folders of other programs: nothing inside them is looked at."""

_EXPECTED: Final = frozenset({".git", ".nojekyll", "CNAME", "lost+found"})
"""What hosts of static sites and file systems have at the top of such a folder. It is left there and not reported."""


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """What is in the folder. Names are paths in it, with forward slashes."""

    own: dict[str, Entry]
    """The files that are as a build wrote them."""

    changed: frozenset[str]
    """Files that a build wrote and something else has changed or replaced since."""

    foreign: frozenset[str]
    """Files and links that no build wrote. A `.git` folder counts as one file."""

    folders: frozenset[str]
    digests: frozenset[Digest] | None
    """The list of files in the folder, as the last build wrote it; None when there is none."""

    @property
    def is_from_a_build(self) -> bool:
        """True when a build wrote this folder: it has the list, or at least one file as a build wrote it."""
        return self.digests is not None or bool(self.own)

    @property
    def is_empty(self) -> bool:
        """True when there is nothing in it but what hosts and file systems put there."""
        return not (self.own or self.changed or self.folders or self.foreign - _EXPECTED)

    def foreign_places(self, wanted: Collection[str]) -> list[str]:
        """The foreign files to report, sorted. A folder without any file of the site is one of them, `drafts/`."""
        shared = {parent for name in (*self.own, *self.changed, *wanted) for parent in parents_of(name)}
        return sorted({_outermost(name, shared) for name in self.foreign - _EXPECTED})


def inspect_output(output: Path, manifest: Manifest) -> OutputFolder:
    """What is in a folder, which need not exist.

    A file is recognised as a build's own by its time of change and size in the manifest, or by its digest in the list
    of files in the folder. It is read only for its digest.
    """
    digests = read_inventory(output)
    if digests is None and not manifest.entries and not manifest.pending:
        # No build has written here. What is below is of no interest, and there can be a lot of it.
        there = frozenset(os.listdir(output)) if output.is_dir() else frozenset()  # noqa: PTH208
        return OutputFolder({}, frozenset(), frozenset(each for each in there if not _is_ours(each)), frozenset(), None)
    files = dict(_files_below(output))
    own = {
        name: entry if entry[3] else (*entry[:3], digest_on_disk(output, name) or b"")
        for name, status in files.items()
        if (entry := manifest.entries.get(name)) is not None and _is_as_in(entry, status)
    }
    known = (digests or frozenset()) | manifest.pending | {entry[3] for entry in manifest.entries.values()}
    known -= {entry[3] for entry in own.values()}
    foreign: set[str] = set()
    changed: set[str] = set()
    for name, status in files.items():
        if name in own or status is None:
            continue
        digest = digest_on_disk(output, name) if known and stat.S_ISREG(status.st_mode) else None
        if digest is not None and digest in known:
            own[name] = (b"", status.st_mtime_ns, status.st_size, digest)
        else:
            (changed if name in manifest.entries else foreign).add(name)
    folders = frozenset(name for name, status in files.items() if status is None)
    return OutputFolder(own, frozenset(changed), frozenset(foreign), folders, digests)


def parents_of(name: str) -> Iterator[str]:
    """The folders that a file is in: `a/b` and `a` for `a/b/c.html`."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _is_as_in(entry: Entry, status: os.stat_result | None) -> bool:
    return status is not None and stat.S_ISREG(status.st_mode) and entry[1:3] == (status.st_mtime_ns, status.st_size)


def _files_below(output: Path) -> Iterator[tuple[str, os.stat_result | None]]:
    """Every file and link with its status, and every folder with None. The list and staging folders are left out."""
    waiting = [("", str(output))] if output.is_dir() else []
    while waiting:
        place, folder = waiting.pop()
        with suppress(FileNotFoundError), os.scandir(folder) as entries:
            for each in entries:
                name = place + each.name
                if not place and _is_ours(name):
                    continue
                if each.is_dir(follow_symlinks=False) and each.name not in _NOT_ENTERED:
                    waiting.append((name + "/", each.path))
                    yield name, None
                else:
                    yield name, each.stat(follow_symlinks=False)


def _is_ours(name: str) -> bool:
    """True for the list of files, and for the staging folder of a build that was killed."""
    return name == INVENTORY or name.startswith(STAGING)


def _outermost(name: str, shared: Collection[str]) -> str:
    """The highest folder above a file that holds no file of the site, with a slash; the file where there is none."""
    above: Iterable[str] = (each for each in parents_of(name) if each not in shared)
    return next((f"{each}/" for each in reversed(list(above))), name)
