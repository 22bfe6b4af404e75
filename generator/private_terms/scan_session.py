"""Provides one command with the scan: reads the terms once, searches files and redacts diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.diagnostics import Diagnostic, WithDiagnostics
from generator.model import Source
from generator.private_terms.pdf_image_text import PdfImageExtractor
from generator.private_terms.redaction import Redactor
from generator.private_terms.scan import Files, ScanTotals, scan_files
from generator.private_terms.term import Term
from generator.private_terms.terms import read_terms


class PrivateTermScanner:
    """The private terms for one command."""

    def __init__(self, terms: tuple[Term, ...], cache: Path) -> None:
        self._terms = terms
        self._cache = cache
        self._masks = Redactor(terms)

    def scan(self, files: Files, sources: Iterable[Source]) -> WithDiagnostics[ScanTotals]:
        """Search for every term in every file. See `scan_files` for the diagnostics."""
        with PdfImageExtractor(self._cache) as deep:
            found = scan_files(files, self._terms, sources, deep)
        guarded, self._masks = found.value
        return WithDiagnostics(guarded, found.diagnostics)

    def without_terms(self, findings: Iterable[Diagnostic], sources: Iterable[Source] = ()) -> tuple[Diagnostic, ...]:
        """Return the diagnostics of all checks without private words and the words next to them.

        `sources` are the files that editors write: they contain the lines around the location of a diagnostic.
        """
        self._masks.add_sources(sources)
        return tuple(map(self._masks.redact_diagnostic, findings))


def load_private_terms(path: Path, root: Path, cache: Path) -> WithDiagnostics[PrivateTermScanner | None]:
    """Read the terms. Return None, with G103 or G104, if the list cannot be used as it is."""
    terms = read_terms(path, root)
    if terms.failed:
        return WithDiagnostics(None, terms.diagnostics)
    return WithDiagnostics(PrivateTermScanner(terms.value, cache / "guard"), terms.diagnostics)
