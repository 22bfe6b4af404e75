"""The output folder before a build writes to it: which files were written by a build, and which were not."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.publish.inventory import INVENTORY, Digest, digest_on_disk, read_inventory
from generator.publish.manifest import Entry, Manifest
from generator.system import STAGING

_NOT_ENTERED: Final = frozenset({".git", "lost+found"})
"""Folders of other programs, which are not searched."""

_EXPECTED: Final = frozenset({".git", ".nojekyll", "CNAME", "lost+found"})
"""Entries that static hosts and file systems put at the top of such a folder. They are left there and not reported."""


@dataclass(frozen=True, slots=True)
class OutputFolder:
    """The content of the folder. Names are paths relative to it, with forward slashes."""

    own: dict[str, Entry]
    """The files that are unchanged since a build wrote them."""

    changed: frozenset[str]
    """Files that were written by a build and later changed or replaced by something else."""

    foreign: frozenset[str]
    """Files and links that no build wrote. A `.git` folder counts as one file."""

    folders: frozenset[str]
    digests: frozenset[Digest] | None
    """The list of files in the folder, as the last build wrote it; None if there is none."""

    @property
    def is_from_a_build(self) -> bool:
        """Return True if a build wrote this folder: it has the list, or at least one unchanged file from a build."""
        return self.digests is not None or bool(self.own)

    @property
    def is_empty(self) -> bool:
        """Return True if the folder contains only entries from hosts and file systems."""
        return not (self.own or self.changed or self.folders or self.foreign - _EXPECTED)

    def foreign_places(self, planned: Collection[str]) -> list[str]:
        """Return the foreign files to report, sorted.

        A folder without any file of the site is reported as one, `drafts/`.
        """
        shared = {parent for name in (*self.own, *self.changed, *planned) for parent in parents_of(name)}
        return sorted({_outermost(name, shared) for name in self.foreign - _EXPECTED})


def inspect_output(output: Path, manifest: Manifest) -> OutputFolder:
    """Return the content of a folder, which need not exist.

    A file is recognised as a build's file by its modification time and size in the manifest, or by its digest in the
    list of files in the folder. The file is read only to compute its digest.
    """
    digests = read_inventory(output)
    if digests is None and not manifest.entries and not manifest.pending:
        # No build has written here. The subfolders are not searched, because they may contain many files.
        there = frozenset(os.listdir(output)) if output.is_dir() else frozenset()  # noqa: PTH208
        return OutputFolder({}, frozenset(), frozenset(name for name in there if not _is_ours(name)), frozenset(), None)
    files = dict(_files_below(output))
    own = {
        name: entry if entry[3] else (*entry[:3], digest_on_disk(output, name) or b"")
        for name, status in files.items()
        if (entry := manifest.entries.get(name)) is not None and _is_unchanged(entry, status)
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
    """Yield the folders that contain a file: `a/b` and `a` for `a/b/c.html`."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _is_unchanged(entry: Entry, status: os.stat_result | None) -> bool:
    return status is not None and stat.S_ISREG(status.st_mode) and entry[1:3] == (status.st_mtime_ns, status.st_size)


def _files_below(output: Path) -> Iterator[tuple[str, os.stat_result | None]]:
    """Yield every file and link with its status, and every folder with None, except the list and staging folders."""
    waiting = [("", str(output))] if output.is_dir() else []
    while waiting:
        place, folder = waiting.pop()
        with suppress(FileNotFoundError), os.scandir(folder) as entries:
            for entry in entries:
                name = place + entry.name
                if not place and _is_ours(name):
                    continue
                if entry.is_dir(follow_symlinks=False) and entry.name not in _NOT_ENTERED:
                    waiting.append((name + "/", entry.path))
                    yield name, None
                else:
                    yield name, entry.stat(follow_symlinks=False)


def _is_ours(name: str) -> bool:
    """Return True for the list of files, and for the staging folder of a build that was killed."""
    return name == INVENTORY or name.startswith(STAGING)


def _outermost(name: str, shared: Collection[str]) -> str:
    """Return the highest folder above a file without any file of the site, with a slash; the file if there is none."""
    above: Iterable[str] = (folder for folder in parents_of(name) if folder not in shared)
    return next((f"{folder}/" for folder in reversed(list(above))), name)
