"""Makes the sheets and posters of a library, as PDFs in the cache."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, WithDiagnostics
from generator.documents.print_sheets.page_fitting import FORMS, fit
from generator.documents.print_sheets.sheet_content import sheets_of
from generator.documents.print_sheets.sheet_diagnostics import sheet_not_made, text_too_long
from generator.documents.print_sheets.sheet_model import PrintedSheet, Sheet
from generator.documents.print_sheets.typst_compiler import TypstCompiler, TypstError, compiler_version
from generator.model import Library, RawRecord
from generator.system import (
    CHECKSUMS,
    cache_folder,
    make_way,
    prune_old_files,
    read_checksums,
    write_atomically,
    write_checksums,
)

_FOLDER: Final = "sheets"

Places = Mapping[tuple[str, str], RawRecord]
"""The raw record by kind and id: ("briefing", "early-help")."""


def print_sheets(
    library: Library, places: Places, cache: Path, generator_version: bytes
) -> WithDiagnostics[tuple[PrintedSheet, ...]]:
    """Return the sheets and posters of the briefings in the library with text, as their series says.

    A paper with too much text is reported as D422 and one with a character that no font has as D423; it is not
    printed. `generator_version` is the version of the generator. Files of the cache that no sheet has used for a week
    are removed. Raises an OSError if the cache cannot be written.
    """
    folder = cache_folder(cache / _FOLDER)
    sheets: list[PrintedSheet] = []
    findings: list[Diagnostic] = []
    used: set[str] = set()
    with TypstCompiler() as compiler:
        for paper in sheets_of(library):
            name = _name(paper, generator_version)
            used.add(name)
            printed = _read_cached_sheet(folder, name) or _compile(paper, compiler, folder, name)
            if printed.refusal:
                findings.append(sheet_not_made(paper, printed.refusal, places))
            elif printed.pages == 0:
                findings.append(text_too_long(paper, printed.excess, places))
            else:
                sheets.append(_sheet(paper, folder / f"{name}.pdf", printed.pages))
    prune_old_files(folder, lambda name: Path(name).stem in used)
    return WithDiagnostics(tuple(sheets), tuple(findings))


@dataclass(frozen=True, slots=True)
class _CachedSheet:
    """The result for one paper. It is saved next to the PDF, so that the next build need not set it again."""

    pages: int = 0
    """The number of pages; 0 if there is no PDF."""

    excess: tuple[int, ...] = ()
    refusal: str = ""


def _compile(sheet: Sheet, compiler: TypstCompiler, folder: Path, name: str) -> _CachedSheet:
    """Set one paper, and save the PDF and the result in `folder`.

    A failure of Typst is not saved: it may be temporary, for example a font that could not be read.
    """
    try:
        fitted = fit(sheet, compiler)
    except TypstError as error:
        return _CachedSheet(refusal=error.message)
    pages, made = 0, []
    if fitted.print is not None:
        pages, made = fitted.print.pages, [f"{name}.pdf"]
        make_way(folder / made[0])
        write_atomically(folder / made[0], fitted.print.pdf)
    write_checksums(folder / f"{name}{CHECKSUMS}", made, (pages, fitted.excess))
    return _CachedSheet(pages, fitted.excess)


def _read_cached_sheet(folder: Path, name: str) -> _CachedSheet | None:
    cached = read_checksums(folder / f"{name}{CHECKSUMS}")
    return _CachedSheet(*cached.facts) if cached is not None else None


def _name(sheet: Sheet, generator_version: bytes) -> str:
    """Return a file name that is equal only for equal papers made by one version of the generator."""
    seen = hashlib.sha256(compiler_version())
    for part in (
        generator_version,
        repr(FORMS[sheet.kind]).encode(),
        json.dumps(sheet.ground, sort_keys=True).encode(),
    ):
        seen.update(hashlib.sha256(part).digest())
    return seen.hexdigest()[:32]


def _sheet(sheet: Sheet, path: Path, pages: int) -> PrintedSheet:
    return PrintedSheet(
        briefing_id=sheet.briefing_id,
        kind=sheet.kind,
        address=sheet.address,
        path=path,
        name=sheet.name,
        title=sheet.title,
        pages=pages,
        size_bytes=path.stat().st_size,
    )
