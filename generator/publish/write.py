"""Writes all changes or none. Files that no build wrote are neither overwritten nor removed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, WithDiagnostics, rule
from generator.publish.frame_filling import PlannedSite
from generator.publish.inventory import INVENTORY, Digest, file_digest, inventory_of
from generator.publish.manifest import Entry, Manifest
from generator.publish.output_diagnostics import (
    Place,
    changed_files,
    files_in_the_way,
    foreign_files,
    foreign_folder,
    unfit_place,
)
from generator.publish.output_folder import OutputFolder, inspect_output, parents_of
from generator.publish.site_files import SiteFile, site_files
from generator.system import STAGING, FileTransaction, PartlyWrittenError, lock_file, remove_staging_leftovers

_HINT: Final = "free some space there, or get permission to write there; then build again"


@dataclass(frozen=True, slots=True)
class WriteResult:
    """The changes that a build made to the output folder."""

    files: int
    """The number of all files of the site."""

    changed: tuple[str, ...]
    """Files that were written."""

    removed: tuple[str, ...]
    """Files that are no longer part of the site."""


def write_site(planned_site: PlannedSite, place: Place) -> WithDiagnostics[WriteResult | None]:
    """Update the output folder.

    Returns None if nothing was written: the folder is unchanged. Yields S004 for a folder that is not empty and that no
    build has written, S007 for a folder that cannot be written, and S009 for a file in the way that no build wrote.
    Warnings are S010 for other files that no build wrote, which stay, and S011 for files of a build that were changed
    since.
    """
    place = replace(place, output=Path(os.path.realpath(place.output)))
    try:
        # Two builds at once would treat each other's files as foreign.
        with lock_site(place.cache):
            return _write_site(planned_site, place)
    except PartlyWrittenError as error:
        message = (
            f"{_cannot_write(place, error)}; {len(error.names)} files were already replaced, the others are unchanged"
        )
        written = WriteResult(len(planned_site.addresses), error.names, ())
        return WithDiagnostics(written, (rule("S007").diagnostic(message, hint=_HINT),))
    except OSError as error:
        return WithDiagnostics(None, (rule("S007").diagnostic(_cannot_write(place, error), hint=_HINT),))


def lock_site(cache: Path) -> AbstractContextManager[None]:
    """Wait until no build is writing the site, and let none begin until the end of the block."""
    return lock_file(cache / "write.lock")


def find_foreign_files(place: Place) -> list[Diagnostic]:
    """Return S010 for each file in a built site that no build wrote; none if it is not known what builds wrote."""
    place = replace(place, output=Path(os.path.realpath(place.output)))
    return foreign_files(place, inspect_output(place.output, Manifest.of(place.output, place.cache)))


def _cannot_write(place: Place, error: OSError) -> str:
    what = _refused_file(place.output, error) or place.output
    return f"{what} cannot be written: {error.strerror or 'the system refuses'}"


def _refused_file(output: Path, error: OSError) -> Path | None:
    """Return the file of the site that could not be replaced. None if the error is about the folder or the disk."""
    cause = error.__cause__ if isinstance(error, PartlyWrittenError) else error
    names = (getattr(cause, "filename", None), getattr(cause, "filename2", None))
    paths = (Path(os.fsdecode(name)) for name in names if isinstance(name, str | bytes))
    return next(
        (path for path in paths if path != output and path.is_relative_to(output) and STAGING not in str(path)), None
    )


def _write_site(planned_site: PlannedSite, place: Place) -> WithDiagnostics[WriteResult | None]:
    problem = unfit_place(place)
    if problem is not None:
        return WithDiagnostics(None, (problem,))
    manifest = Manifest.of(place.output, place.cache)
    folder = inspect_output(place.output, manifest)
    planned = {site_file.name: site_file for site_file in site_files(planned_site)}
    problem = foreign_folder(place, folder)
    errors = [problem] if problem is not None else files_in_the_way(place, folder, planned)
    if errors:
        return WithDiagnostics(None, tuple(errors))
    remove_staging_leftovers(place.output)
    changes = _Changes.of(folder, planned)
    foreign = foreign_files(place, folder, planned)
    if changes.is_nothing(folder):
        if manifest.entries != changes.current or manifest.pending:
            manifest.save(changes.current)
        return WithDiagnostics(WriteResult(len(planned), (), ()), tuple(foreign))
    written, kept = _apply(changes, folder, place, manifest)
    diagnostics = (*foreign, *changed_files(place, kept))
    return WithDiagnostics(WriteResult(len(planned), written, changes.gone), diagnostics)


@dataclass(frozen=True, slots=True)
class _Changes:
    """The changes that a folder needs."""

    current: dict[str, Entry]
    """Files that are already as this build would write them."""

    stale: tuple[SiteFile, ...]
    """Files to make again. The new content may equal the current one."""

    gone: tuple[str, ...]
    """Files of earlier builds that are no longer part of the site."""

    first: tuple[str, ...]
    """Those of the removed files that are where the site needs a folder, or below a path where it needs a file.

    Also those whose name differs from a new one only in capital letters: many disks take the two for one file.
    """

    folders: tuple[str, ...]
    """Folders where the site needs a file."""

    @classmethod
    def of(cls, folder: OutputFolder, planned: Mapping[str, SiteFile]) -> _Changes:
        current = {
            name: entry
            for name, entry in folder.own.items()
            if entry[0] and name in planned and entry[0] == planned[name].fingerprint()
        }
        stale = tuple(file for name, file in planned.items() if name not in current)
        gone = tuple(sorted((folder.own.keys() | folder.changed) - planned.keys()))
        needed = {parent for name in planned for parent in parents_of(name)}
        lowered = {name.lower() for name in planned} if gone else set()
        first = tuple(
            name
            for name in gone
            if name in needed or name.lower() in lowered or any(above in planned for above in parents_of(name))
        )
        return cls(current, stale, gone, first, tuple(sorted(folder.folders & planned.keys())))

    def is_nothing(self, folder: OutputFolder) -> bool:
        """Return True if the folder and its list of files are up to date."""
        return (
            not self.stale
            and not self.gone
            and folder.digests == frozenset(entry[3] for entry in self.current.values())
        )


def _apply(
    changes: _Changes, folder: OutputFolder, place: Place, manifest: Manifest
) -> tuple[tuple[str, ...], Mapping[str, Path]]:
    """Apply the changes. Return the names of the written files, and the kept versions of changed files."""
    with FileTransaction(place.output) as transaction:
        entries, staged = _stage(transaction, changes.stale, folder)
        new = changes.current | entries
        # Saved before any file is replaced: if this build is killed, the next one then recognises its files.
        manifest.save(manifest.entries | folder.own, (new[name][3] for name in staged))
        earlier: dict[str, str | None] = {name: transaction.remove(name) for name in changes.first}
        for name in changes.folders:
            transaction.remove_empty_folders(name)
        earlier |= {name: transaction.put(path, name) for name, path in staged.items()}
        earlier |= {name: transaction.remove(name) for name in changes.gone if name not in changes.first}
        changed = {name: earlier[name] for name in sorted(folder.changed)}
        kept = {
            name: _keep(place.cache, name, version)
            for name, version in changed.items()
            if version is not None and (name not in new or new[name][3] != _digest(name, version))
        }
        transaction.put(transaction.stage(inventory_of(entry[3] for entry in new.values()))[0], INVENTORY)
    manifest.save(new)
    return tuple(staged), kept


def _stage(
    transaction: FileTransaction, files: tuple[SiteFile, ...], folder: OutputFolder
) -> tuple[dict[str, Entry], dict[str, str]]:
    """Return the manifest entry of each file, and the path of each file that differs from the one in the folder."""
    entries: dict[str, Entry] = {}
    staged: dict[str, str] = {}
    for file in files:
        name, data = file.name, file.make()
        digest = file_digest(name, data)
        existing = folder.own.get(name)
        if existing is not None and existing[3] == digest:
            entries[name] = (file.fingerprint(), *existing[1:])
            continue
        staged[name], status = transaction.stage(data)
        entries[name] = (file.fingerprint(), status.st_mtime_ns, status.st_size, digest)
    return entries, staged


def _keep(cache: Path, name: str, version: str) -> Path:
    """Copy a file that was changed in the site to the cache, under a name that is unique to this version."""
    kept = cache / "replaced" / f"{_digest(name, version).hex()[:8]}-{name.replace('/', '-')[-150:]}"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.unlink(missing_ok=True)
    shutil.copy2(version, kept, follow_symlinks=False)
    return kept


def _digest(name: str, path: str) -> Digest:
    """Return the digest of a file by its name in the site; for a symbolic link, the digest of its target path."""
    is_link = os.path.islink(path)  # noqa: PTH114
    return file_digest(name, os.fsencode(os.readlink(path)) if is_link else Path(path).read_bytes())  # noqa: PTH115
