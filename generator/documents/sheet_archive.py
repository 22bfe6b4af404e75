"""One ZIP file with all the sheets and posters that the build made."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator.model import PublishedDocument, addresses
from generator.model.published_document import SheetArchive
from generator.system import (
    CHECKSUMS,
    cache_folder,
    make_way,
    prune_old_files,
    read_checksums,
    write_atomically,
    write_checksums,
)

_FOLDER: Final = "archives"
_SAME_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive, so that equal sheets give equal bytes. ZIP has no earlier one."""

_UNIX: Final = 3
_READABLE: Final = 0o644 << 16


def archive_sheets(documents: Iterable[PublishedDocument], cache: Path) -> SheetArchive | None:
    """Return the archive of the sheets among the documents; None if there are fewer than two.

    Equal sheets give equal bytes: the files are in the order of their names, and are stored as they are, because PDFs
    are compressed already. Raises an OSError if the cache cannot be written.
    """
    sheets = {
        document.address.removeprefix("documents/"): Path(document.path).read_bytes()
        for document in documents
        if document.is_sheet and document.address is not None and document.path is not None
    }
    folder = cache_folder(cache / _FOLDER)
    seen = hashlib.sha256()
    for name, data in sorted(sheets.items()):
        seen.update(f"{name}\0{len(data)}\0".encode() + data)
    path = folder / f"{seen.hexdigest()[:32]}.zip"
    prune_old_files(folder, lambda name: Path(name).stem == path.stem)
    if len(sheets) < 2:
        return None
    checksums = path.with_suffix(CHECKSUMS)
    if read_checksums(checksums) is None:
        make_way(path)
        write_atomically(path, _pack(sheets))
        write_checksums(checksums, [path.name])
    return SheetArchive(addresses.SHEET_ARCHIVE, str(path), len(sheets), path.stat().st_size)


def _pack(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _SAME_TIME)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, data)
    return packed.getvalue()
