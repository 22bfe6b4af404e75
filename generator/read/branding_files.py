"""Reads the partnership's branding files: a safe logo with a known size, and valid fonts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from generator.model import FileInfo, RawRecord
from generator.read.document_files import facts_of
from generator.read.image_size import NotAnImageError, picture_size
from generator.read.pdf_cache import PdfCache
from generator.read.safe_svg import UnsafeSvg

_WOFF2: Final = b"wOF2"


def branding_files(root: Path, raw: RawRecord, pdfs: PdfCache) -> Iterator[tuple[tuple[str, str], FileInfo]]:
    """Yield facts of the logo and fonts that the partnership's record names, keyed by record file and written name."""
    for written in _file_names(raw.values):
        facts = facts_of(root, root / raw.folder, written.strip(), pdfs)
        if facts.problem is None and not facts.holds:
            try:
                facts = _inspect(root / facts.path, facts)
            except OSError as error:
                facts = FileInfo("", problem="unreadable", detail=error.strerror or "it cannot be opened")
        yield (raw.file, written.strip()), facts


def _file_names(values: Any) -> Iterator[str]:
    """Yield the name of each file. Values of the wrong shape are skipped: shape validation reports them."""
    logo, fonts = values.get("logo"), values.get("fonts")
    parts = fonts.values() if isinstance(fonts, dict) else ()
    file_lists = [part.get("files") for part in parts if isinstance(part, dict)]
    entries = [logo, *(entry for files in file_lists if isinstance(files, list) for entry in files)]
    for entry in entries:
        name = entry.get("file") if isinstance(entry, dict) else None
        if isinstance(name, str) and name.strip():
            yield name


def _inspect(path: Path, facts: FileInfo) -> FileInfo:
    if path.suffix.lower() == ".woff2":
        return (
            facts
            if _is_woff2(path, facts.size_bytes)
            else replace(facts, holds="not a WOFF2 font, or only part of one")
        )
    try:
        return replace(facts, picture_size=picture_size(path))
    except UnsafeSvg as fault:
        return replace(facts, problem="unsafe", detail=str(fault))
    except NotAnImageError as fault:
        return replace(facts, holds=str(fault))


def _is_woff2(path: Path, size_bytes: int) -> bool:
    """Return True if the first bytes are those of a WOFF2 font and give the file's actual size."""
    with path.open("rb") as file:
        head = file.read(12)
    return head.startswith(_WOFF2) and int.from_bytes(head[8:12], "big") == size_bytes
