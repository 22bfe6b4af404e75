"""The output formats of diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from generator.diagnostics import Diagnostic
from generator.report.github import as_github
from generator.report.json_report import as_json
from generator.report.sarif import as_sarif
from generator.report.text import as_text

FORMATS: Final[dict[str, Callable[[tuple[Diagnostic, ...]], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}


def report(findings: Iterable[Diagnostic], form: str = "text", places: int | None = None) -> str:
    """Return all diagnostics in one format: errors first, then file by file. The caller adds colour and counts.

    The text has one block for a rule that many places break, and then the block lists at most `places` of them; None
    for all. The other formats are for programs: they have one entry for each place.

    Surrogates, as in a file name that is not UTF-8, are escaped by number, so that the text can be printed.
    """
    ordered = sorted(findings, key=lambda finding: (finding.severity.rank, finding.order))
    text = as_text(tuple(ordered), places) if form == "text" else FORMATS[form](tuple(ordered))
    return text.encode(errors="backslashreplace").decode()
