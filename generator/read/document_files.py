"""Reads the files that records name: where each is, its size, or what is wrong with it."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from generator.file_cleaning import (
    RecordingError,
    inspect_office_file,
    properties_kept,
    properties_of_recording,
)
from generator.model import FileInfo, RawRecord
from generator.model.asset_kinds import OFFICE, PICTURES, RECORDINGS
from generator.model.published_document import size_in_words
from generator.model.record_picture import SHOWN
from generator.pdf import TooManyPixelsError, properties_of_picture, shown_size
from generator.read.file_signatures import mismatched_type
from generator.read.pdf_cache import PdfCache
from generator.read.safe_links import stays_inside
from generator.system import Stamp, stamp_of

_LARGEST_PICTURE: Final = 50_000_000
_LARGEST_FILE: Final = 200_000_000
_LARGEST_RECORDING: Final = 500_000_000
"""In bytes."""


@dataclass(frozen=True, slots=True)
class _Metadata:
    """The hidden metadata of a file; see `FileInfo`."""

    says: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    sha256: str = ""


_TOO_MUCH: Final = ("more than can be checked",)


def file_facts(root: Path, raw: RawRecord, pdfs: PdfCache) -> Iterator[tuple[tuple[str, str], FileInfo]]:
    """Yield facts of each file that a record's `documents` name, keyed by record file and the name as written."""
    documents = raw.values.get("documents")
    for field in _fields(documents):
        for written in (field.get("file"), *(update.get("earlier") for update in _fields(field.get("updates")))):
            if isinstance(written, str) and written.strip():
                yield (raw.file, written.strip()), facts_of(root, root / raw.folder, written.strip(), pdfs)
    for picture in _fields(raw.values.get("pictures")):
        written = picture.get("file")
        if isinstance(written, str) and written.strip():
            facts = facts_of(root, root / raw.folder, written.strip(), pdfs)
            yield (raw.file, written.strip()), _with_size(root, facts)


def _with_size(root: Path, facts: FileInfo) -> FileInfo:
    """Return the facts of a picture, with its size as a viewer shows it if it is in a format that records can show."""
    path = root / facts.path
    if facts.problem is not None or facts.holds or path.suffix.lower() not in SHOWN:
        return facts
    try:
        size = _size_of_picture(path.resolve(), stamp_of(path.resolve()))
        return replace(facts, too_large=size) if isinstance(size, str) else replace(facts, picture_size=size)
    except OSError as error:
        return FileInfo("", problem="unreadable", detail=error.strerror or "it cannot be opened")


@lru_cache(maxsize=4096)
def _size_of_picture(path: Path, _stamp: Stamp) -> tuple[int, int] | str | None:
    """Return width and height; how large the picture is, in words, if it is too large; None if it is no picture."""
    size = path.stat().st_size
    if size > _LARGEST_PICTURE:
        return size_in_words(size)
    try:
        return shown_size(path.read_bytes())
    except TooManyPixelsError as error:
        return str(error)


def _fields(values: Any) -> Iterator[dict[str, Any]]:
    """Yield the items of a list that are mappings. Other items are skipped: shape validation reports them."""
    for document in values if isinstance(values, list) else ():
        if isinstance(document, dict):
            yield document


def facts_of(root: Path, folder: Path, written: str, pdfs: PdfCache) -> FileInfo:
    """Return facts of the file that a record in `folder` names."""
    if "\x00" in written or written.startswith(("/", "\\", "~")) or ":" in written.split("/", maxsplit=1)[0]:
        return FileInfo("", problem="outside", detail="the name is not a plain file name")
    if "\\" in written:
        return FileInfo("", problem="outside", detail="it has a backslash")
    is_hidden = any(part.startswith(".") for part in written.split("/") if part != "..")
    if is_hidden or written.lower().endswith((".yml", ".yaml")):
        return FileInfo("", problem="outside", detail="records and hidden files are never published")
    try:
        path = _with_composed_name(folder / written)
        if not stays_inside(path, (folder.resolve(),)):
            return FileInfo("", problem="outside", detail="it leads out of the record's folder")
        if path.resolve() != Path(os.path.normpath(folder.resolve() / written)).with_name(path.name):
            return FileInfo("", problem="outside", detail="it is a link to another file")
        if not path.is_file():
            return FileInfo("", problem="missing", detail=_names_of_other_files(folder))
    except OSError as error:
        return FileInfo("", problem="unreadable", detail=error.strerror or "it cannot be opened")
    return facts_of_file(path, path.relative_to(root).as_posix(), pdfs)


def _with_composed_name(path: Path) -> Path:
    """Return the path of a file whose name differs only in how its accents are stored: a Mac stores them apart."""
    if path.name.isascii() or path.exists() or not path.parent.is_dir():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    alike = (each for each in sorted(path.parent.iterdir()) if unicodedata.normalize("NFC", each.name) == wanted)
    return next(alike, path)


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
        metadata = _Metadata() if holds else _hidden_metadata(real, suffix, stamp_of(real))
    except OSError as error:
        if not _is_fault_of_file(error, real.parent):
            raise
        return FileInfo("", problem="unreadable", detail=error.strerror or "it cannot be opened")
    if isinstance(pdf, str):
        return FileInfo(name, status.st_size, problem="unreadable", detail=pdf)
    return FileInfo(
        name,
        status.st_size,
        sha256=digest or metadata.sha256,
        pdf=pdf,
        holds=holds,
        says=metadata.says,
        kept=metadata.kept,
        steps=metadata.steps,
    )


def hidden_metadata(path: Path) -> FileInfo:
    """Return what a picture, a recording or an Office file hides, with no other facts.

    Raises an OSError if the file cannot be read.
    """
    real = path.resolve()
    metadata = _hidden_metadata(real, path.suffix.lower(), stamp_of(real))
    return FileInfo(path.name, says=metadata.says, kept=metadata.kept, steps=metadata.steps)


def properties_of_file(path: Path) -> tuple[str, ...]:
    """Return the hidden metadata of a picture or an Office file. Empty for a file that cannot be read."""
    try:
        real = path.resolve()
        return _hidden_metadata(real, path.suffix.lower(), stamp_of(real)).says
    except OSError:
        return ()


@lru_cache(maxsize=4096)
def _hidden_metadata(path: Path, suffix: str, _stamp: Stamp) -> _Metadata:
    """Return the hidden metadata of a picture, a recording or an Office file.

    Cached by file stamp: a preview asks at each save, and few files change.
    """
    size = path.stat().st_size
    if suffix in OFFICE:
        return _Metadata(_TOO_MUCH, _TOO_MUCH) if size > _LARGEST_FILE else _of_office_file(path.read_bytes(), suffix)
    if suffix in RECORDINGS:
        return _Metadata(_TOO_MUCH, _TOO_MUCH) if size > _LARGEST_RECORDING else _of_recording(path.read_bytes())
    if suffix not in PICTURES:
        return _Metadata()
    if size > _LARGEST_PICTURE:
        return _Metadata(_TOO_MUCH, _TOO_MUCH)
    data = path.read_bytes()
    says = tuple(str(picture_property) for picture_property in properties_of_picture(data))
    return _Metadata(says, tuple(str(picture_property) for picture_property in properties_kept(data)))


def _of_office_file(data: bytes, suffix: str) -> _Metadata:
    findings = inspect_office_file(data, suffix)
    return _Metadata(
        tuple(finding.phrase for finding in findings),
        tuple(finding.phrase for finding in findings if finding.step),
        tuple(dict.fromkeys(str(finding.step) for finding in findings if finding.step)),
        hashlib.sha256(data).hexdigest(),
    )


def _of_recording(data: bytes) -> _Metadata:
    try:
        return _Metadata(properties_of_recording(data))
    except RecordingError as error:
        reason = (f"properties that cannot be removed: {error}",)
        return _Metadata(reason, reason)


def _is_fault_of_file(error: OSError, folder: Path) -> bool:
    """Return False for a failure of the cache or of the program that opens PDFs, not of the record's file."""
    return error.filename is None or Path(error.filename).is_relative_to(folder)


def _names_of_other_files(folder: Path) -> str:
    """Return names of files next to the record, for a hint. Empty if there are none."""
    names = [path.name for path in folder.iterdir() if path.is_file() and path.suffix not in (".yml", ".yaml")]
    return ", ".join(sorted(names)[:5])
