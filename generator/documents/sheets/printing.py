"""From the library to finished PDFs in the cache."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Outcome
from generator.documents.sheets.compose import papers_of
from generator.documents.sheets.findings import cannot_be_made, too_long
from generator.documents.sheets.fitting import FORMS, fit
from generator.documents.sheets.paper import Paper, PrintedSheet
from generator.documents.sheets.press import Press, PressError, press_version
from generator.machine import forget_unused, write_whole
from generator.model import Library, RawRecord

_FOLDER: Final = "sheets"

Places = Mapping[tuple[str, str], RawRecord]
"""The raw record by kind and id: ("briefing", "early-help")."""


def print_sheets(library: Library, places: Places, cache: Path, code: bytes) -> Outcome[tuple[PrintedSheet, ...]]:
    """A sheet for every briefing whose text the library holds, and a poster for every lessons learned briefing.

    What has too much text yields D422 and what no font can show D423; neither is printed then. `code` is the
    generator's own version. Files of the cache that no sheet has used for a week are removed. An OSError when the cache
    cannot be written.
    """
    folder = cache / _FOLDER
    press = Press()
    sheets: list[PrintedSheet] = []
    findings: list[Diagnostic] = []
    used: set[str] = set()
    for paper in papers_of(library):
        name = _name(paper, code)
        used.add(name)
        printed = _kept(folder, name) or _printed(paper, press, folder, name)
        if printed.refusal:
            findings.append(cannot_be_made(paper, printed.refusal, places))
        elif printed.pages == 0:
            findings.append(too_long(paper, printed.excess, places))
        else:
            sheets.append(_sheet(paper, folder / f"{name}.pdf", printed.pages))
    forget_unused(folder, lambda name: name.partition(".")[0] in used)
    return Outcome(tuple(sheets), tuple(findings))


@dataclass(frozen=True, slots=True)
class _Printed:
    """What came of one paper; kept beside the PDF, so that the next build need not set it again."""

    pages: int = 0
    """0 where there is no PDF."""

    excess: tuple[int, ...] = ()
    refusal: str = ""


def _printed(paper: Paper, press: Press, folder: Path, name: str) -> _Printed:
    try:
        fitted = fit(paper, press)
    except PressError as refused:
        printed = _Printed(refusal=refused.message)
    else:
        printed = _Printed(fitted.print.pages if fitted.print is not None else 0, fitted.excess)
        if fitted.print is not None:
            write_whole(folder / f"{name}.pdf", fitted.print.pdf)
    kept = {"pages": printed.pages, "excess": printed.excess, "refusal": printed.refusal}
    write_whole(folder / f"{name}.json", json.dumps(kept).encode())
    return printed


def _kept(folder: Path, name: str) -> _Printed | None:
    try:
        kept = json.loads((folder / f"{name}.json").read_bytes())
        printed = _Printed(int(kept["pages"]), tuple(map(int, kept["excess"])), str(kept["refusal"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return printed if printed.pages == 0 or (folder / f"{name}.pdf").is_file() else None


def _name(paper: Paper, code: bytes) -> str:
    """Equal for equal papers of one generator, and for no others."""
    seen = hashlib.sha256(press_version())
    for part in (code, repr(FORMS[paper.kind]).encode(), json.dumps(paper.ground, sort_keys=True).encode()):
        seen.update(hashlib.sha256(part).digest())
    return seen.hexdigest()[:32]


def _sheet(paper: Paper, path: Path, pages: int) -> PrintedSheet:
    return PrintedSheet(
        briefing_id=paper.briefing_id,
        kind=paper.kind,
        address=paper.address,
        path=path,
        title=paper.title,
        pages=pages,
        size_bytes=path.stat().st_size,
    )
