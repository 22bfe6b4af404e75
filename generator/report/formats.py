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


def report(findings: Iterable[Diagnostic], form: str = "text") -> str:
    """Return all diagnostics in one format: errors first, then file by file. The caller adds colour and counts.

    Surrogates, as in a file name that is not UTF-8, are escaped by number, so that the text can be printed.
    """
    ordered = sorted(findings, key=lambda finding: (finding.severity.rank, finding.order))
    return FORMATS[form](tuple(ordered)).encode(errors="backslashreplace").decode()
