"""The files that records name: where each lies, how large it is, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.model import FileFacts, RawRecord
from generator.read.content_types import other_type
from generator.read.pdf_facts import KnownPdfs
from generator.read.safe_links import stays_inside


def file_facts(root: Path, raw: RawRecord, pdfs: KnownPdfs) -> Iterator[tuple[tuple[str, str], FileFacts]]:
    """Facts of each file that a record's `documents` name, by record file and the name as written."""
    documents = raw.values.get("documents")
    for each in _fields(documents):
        for written in (each.get("file"), *(update.get("earlier") for update in _fields(each.get("updates")))):
            if isinstance(written, str) and written.strip():
                yield (raw.file, written.strip()), facts_of(root, root / raw.folder, written.strip(), pdfs)


def _fields(values: Any) -> Iterator[dict[str, Any]]:
    """The items of a list that have fields; what has another shape is told by those who look at shapes."""
    for each in values if isinstance(values, list) else ():
        if isinstance(each, dict):
            yield each


def facts_of(root: Path, folder: Path, written: str, pdfs: KnownPdfs) -> FileFacts:
    """Facts of the file that a record in a folder names."""
    if "\x00" in written or written.startswith(("/", "\\", "~")) or ":" in written.split("/", maxsplit=1)[0]:
        return FileFacts("", problem="outside", detail="the name is not a plain file name")
    is_hidden = any(each.startswith(".") for each in written.split("/") if each != "..")
    if is_hidden or written.lower().endswith((".yml", ".yaml")):
        return FileFacts("", problem="outside", detail="records and hidden files are never published")
    path = folder / written
    try:
        real = path.resolve()
        if not stays_inside(path, (folder.resolve(),)):
            return FileFacts("", problem="outside", detail="it leads out of the record's folder")
        if not real.is_file():
            return FileFacts("", problem="missing", detail=_look_alikes(folder))
        size = real.stat().st_size
        holds = other_type(real)
        is_pdf = path.suffix.lower() == ".pdf" and not holds
        digest, pdf = pdfs.facts(real) if is_pdf else ("", None)
    except OSError as error:
        return FileFacts("", problem="unreadable", detail=error.strerror or "it cannot be opened")
    name = path.relative_to(root).as_posix()
    if isinstance(pdf, str):
        return FileFacts(name, size, problem="unreadable", detail=pdf)
    return FileFacts(name, size, sha256=digest, pdf=pdf, holds=holds)


def _look_alikes(folder: Path) -> str:
    """Names of files beside the record, for a hint; empty when there are none."""
    names = [each.name for each in folder.iterdir() if each.is_file() and each.suffix not in (".yml", ".yaml")]
    return ", ".join(sorted(names)[:5])
