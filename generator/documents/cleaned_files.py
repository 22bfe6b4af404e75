"""The files for readers that are no PDFs: cleaned copies of Office files, pictures, films and recordings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final

from generator.diagnostics import Diagnostic, Location, WithDiagnostics, rule
from generator.file_cleaning import (
    OfficeCleaningError,
    RecordingError,
    clean_office_file,
    clean_picture,
    clean_recording,
    is_svg,
)
from generator.model import Asset
from generator.model.asset_kinds import OFFICE, PICTURES, RECORDINGS
from generator.pdf import looks_the_same
from generator.system import (
    CHECKSUMS,
    Stamp,
    cache_folder,
    make_way,
    prune_old_files,
    read_checksums,
    stamp_of,
    write_atomically,
    write_checksums,
)

CLEANED: Final = PICTURES | OFFICE | RECORDINGS
"""Endings of the files that are cleaned, if they can be."""

CLEANED_ASSETS: Final = "assets"
"""The folder of the cache with the copies of files of the pages folder and the theme."""

_SHORT: Final = 12


class CopyError(ValueError):
    """The copy is not the same as the original in what readers see; the text says why."""


def cleaned_copy(original: Path, folder: Path, generator_version: bytes) -> Path:
    """Return the file for readers: a copy in `folder`, or the original if there is nothing to leave out of it.

    A file that cannot be cleaned is returned as it is: it is an error before, unless the partnership has accepted it.
    Raises a CopyError if the copy looks different, and an OSError if a file cannot be read or written.
    """
    if original.suffix.lower() not in CLEANED:
        return original
    copy = _cleaned_copy(original, folder, generator_version, stamp_of(original))
    if copy != original and read_checksums(copy.with_suffix(CHECKSUMS)) is None:  # damaged since, or removed
        _cleaned_copy.cache_clear()
        copy = _cleaned_copy(original, folder, generator_version, stamp_of(original))
    return copy


@lru_cache(maxsize=4096)
def _cleaned_copy(original: Path, folder: Path, generator_version: bytes, _stamp: Stamp) -> Path:
    """Return what `cleaned_copy` does. Cached by file stamp, because a preview builds at each save."""
    data = original.read_bytes()
    suffix = original.suffix.lower()
    digest = hashlib.sha256(data).hexdigest()
    # The stem has the ending too: the same bytes with two endings are two copies, each with its own checksums.
    version = hashlib.sha256(generator_version).hexdigest()[:_SHORT]
    copy = folder / f"{digest}-{version}-{suffix[1:]}{suffix}"
    checksums = copy.with_suffix(CHECKSUMS)
    if read_checksums(checksums) is not None:
        return copy
    cleaned = clean_bytes(data, suffix)
    if cleaned is None or cleaned == data:
        return original
    make_way(copy)
    cache_folder(folder)
    write_atomically(copy, cleaned)
    write_checksums(checksums, [copy.name])
    return copy


def clean_assets(
    assets: Iterable[Asset], folder: Path, generator_version: bytes, sources: Iterable[str]
) -> WithDiagnostics[tuple[Asset, ...]]:
    """Return the files of the pages folder and the theme, with cleaned copies for readers.

    `sources` are the names of these files from the site's root, for the places of diagnostics.
    """
    findings: list[Diagnostic] = []
    known = tuple(sources)

    def clean(asset: Asset) -> Asset:
        if PurePosixPath(asset.address).suffix.lower() not in CLEANED:
            return asset
        try:
            copy = cleaned_copy(Path(asset.path), folder, generator_version)
        except CopyError as error:
            source = next((name for name in known if name.endswith(f"/{asset.address}")), asset.address)
            findings.append(copy_not_proved(source, error, Location(source)))
            return asset
        return asset if copy == Path(asset.path) else replace(asset, path=str(copy))

    cleaned = tuple(clean(asset) for asset in assets)
    used = {Path(asset.path).stem for asset in cleaned}
    prune_old_files(folder, lambda name: Path(name).stem in used)
    return WithDiagnostics(cleaned, tuple(findings))


def copy_not_proved(name: str, error: CopyError, place: Location) -> Diagnostic:
    """Return D471."""
    hint = "open it in the program that made it, and save or export it again; or publish it as PDF"
    return rule("D471").diagnostic(f'"{name}" cannot be cleaned for publication: {error}', place, hint)


def clean_bytes(data: bytes, suffix: str) -> bytes | None:
    """Return the content of the copy; None for a file that cannot be cleaned. Raises a CopyError."""
    if suffix in OFFICE:
        try:
            return clean_office_file(data, compare_pictures=True)
        except OfficeCleaningError:
            return None
    if suffix in RECORDINGS:
        try:
            return clean_recording(data)
        except RecordingError:
            return None
    copy = clean_picture(data)
    if copy is not None and copy != data and not is_svg(data) and not looks_the_same(data, copy):
        raise CopyError("its copy without hidden details would look different")
    return copy
