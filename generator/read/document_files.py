"""Reads the files that records name: where each is, its size, or what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from generator.model import FileInfo, RawRecord
from generator.model.asset_kinds import OFFICE, PICTURES
from generator.pdf import properties_of_picture
from generator.read.file_signatures import mismatched_type
from generator.read.office_contents import hidden_in_office_file
from generator.read.pdf_cache import PdfCache
from generator.read.safe_links import stays_inside
from generator.system import Stamp, stamp_of

_LARGEST_PICTURE: Final = 50_000_000
"""In bytes."""


def file_facts(root: Path, raw: RawRecord, pdfs: PdfCache) -> Iterator[tuple[tuple[str, str], FileInfo]]:
    """Yield facts of each file that a record's `documents` name, keyed by record file and the name as written."""
    documents = raw.values.get("documents")
    for field in _fields(documents):
        for written in (field.get("file"), *(update.get("earlier") for update in _fields(field.get("updates")))):
            if isinstance(written, str) and written.strip():
                yield (raw.file, written.strip()), facts_of(root, root / raw.folder, written.strip(), pdfs)


def _fields(values: Any) -> Iterator[dict[str, Any]]:
    """Yield the items of a list that are mappings. Other items are skipped: shape validation reports them."""
    for document in values if isinstance(values, list) else ():
        if isinstance(document, dict):
            yield document


def facts_of(root: Path, folder: Path, written: str, pdfs: PdfCache) -> FileInfo:
    """Return facts of the file that a record in `folder` names."""
    if "\x00" in written or written.startswith(("/", "\\", "~")) or ":" in written.split("/", maxsplit=1)[0]:
        return FileInfo("", problem="outside", detail="the name is not a plain file name")
    is_hidden = any(part.startswith(".") for part in written.split("/") if part != "..")
    if is_hidden or written.lower().endswith((".yml", ".yaml")):
        return FileInfo("", problem="outside", detail="records and hidden files are never published")
    path = folder / written
    try:
        if not stays_inside(path, (folder.resolve(),)):
            return FileInfo("", problem="outside", detail="it leads out of the record's folder")
        if path.resolve() != Path(os.path.normpath(folder.resolve() / written)):
            return FileInfo("", problem="outside", detail="it is a link to another file")
        if not path.is_file():
            return FileInfo("", problem="missing", detail=_names_of_other_files(folder))
    except OSError as error:
        return FileInfo("", problem="unreadable", detail=error.strerror or "it cannot be opened")
    return facts_of_file(path, path.relative_to(root).as_posix(), pdfs)


def facts_of_file(path: Path, name: str, pdfs: PdfCache) -> FileInfo:
    """Return facts of an existing file of any kind. `name` is its path from the site's root.

    Raises an OSError for a failure that is not about the file, such as a cache that cannot be read.
    """
    real = path.resolve()
    try:
        status = real.stat()
        holds = mismatched_type(real)
        suffix = path.suffix.lower()
        digest, pdf = pdfs.facts(real) if suffix == ".pdf" and not holds else ("", None)
        says = () if holds else _hidden_metadata(real, suffix, stamp_of(real))
    except OSError as error:
        if not _is_fault_of_file(error, real.parent):
            raise
        return FileInfo("", problem="unreadable", detail=error.strerror or "it cannot be opened")
    if isinstance(pdf, str):
        return FileInfo(name, status.st_size, problem="unreadable", detail=pdf)
    return FileInfo(name, status.st_size, sha256=digest, pdf=pdf, holds=holds, says=says)


def properties_of_file(path: Path) -> tuple[str, ...]:
    """Return the hidden metadata of a picture or an Office file. Empty for a file that cannot be read."""
    try:
        real = path.resolve()
        return _hidden_metadata(real, path.suffix.lower(), stamp_of(real))
    except OSError:
        return ()


@lru_cache(maxsize=4096)
def _hidden_metadata(path: Path, suffix: str, _stamp: Stamp) -> tuple[str, ...]:
    """Return the hidden metadata of a picture or an Office file.

    Cached by file stamp: a preview asks at each save, and few files change.
    """
    if suffix in OFFICE:
        return hidden_in_office_file(path)
    if suffix not in PICTURES:
        return ()
    if path.stat().st_size > _LARGEST_PICTURE:
        return ("more than can be checked",)
    return tuple(str(picture_property) for picture_property in properties_of_picture(path.read_bytes()))


def _is_fault_of_file(error: OSError, folder: Path) -> bool:
    """Return False for a failure of the cache or of the program that opens PDFs, not of the record's file."""
    return error.filename is None or Path(error.filename).is_relative_to(folder)


def _names_of_other_files(folder: Path) -> str:
    """Return names of files next to the record, for a hint. Empty if there are none."""
    names = [path.name for path in folder.iterdir() if path.is_file() and path.suffix not in (".yml", ".yaml")]
    return ", ".join(sorted(names)[:5])
