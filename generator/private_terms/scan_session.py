"""The guard as a command has it: the terms read once, the files looked at, and nothing told that holds a term."""

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
    """Holds the private terms for one command."""

    def __init__(self, terms: tuple[Term, ...], cache: Path) -> None:
        self._terms = terms
        self._cache = cache
        self._masks = Redactor(terms)

    def scan(self, files: Files, sources: Iterable[Source]) -> WithDiagnostics[ScanTotals]:
        """Looks for every term in every file: see `guard` for what it yields."""
        with PdfImageExtractor(self._cache) as deep:
            found = scan_files(files, self._terms, sources, deep)
        guarded, self._masks = found.value
        return WithDiagnostics(guarded, found.diagnostics)

    def without_terms(self, findings: Iterable[Diagnostic], sources: Iterable[Source] = ()) -> tuple[Diagnostic, ...]:
        """The findings of all checks without a private word in them, or a word next to one.

        `sources` are the files that editors write: they show what is next to the place of a finding.
        """
        self._masks.add_sources(sources)
        return tuple(map(self._masks.redact_diagnostic, findings))


def load_private_terms(path: Path, root: Path, cache: Path) -> WithDiagnostics[PrivateTermScanner | None]:
    """Reads the terms. None, with G103 or G104, where the list cannot be used as it is."""
    terms = read_terms(path, root)
    if terms.failed:
        return WithDiagnostics(None, terms.diagnostics)
    return WithDiagnostics(PrivateTermScanner(terms.value, cache / "guard"), terms.diagnostics)
