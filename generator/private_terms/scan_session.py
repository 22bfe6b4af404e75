"""Provides one command with the scan: reads the terms once, searches files and redacts diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from generator.diagnostics import Diagnostic, WithDiagnostics
from generator.model import Source
from generator.private_terms.acceptances import Acceptance, AcceptedFindings
from generator.private_terms.pdf_image_text import PdfImageExtractor
from generator.private_terms.redaction import Redactor
from generator.private_terms.scan import Files, ScanTotals, scan_files
from generator.private_terms.term import Term
from generator.private_terms.terms import read_terms


class PrivateTermScanner:
    """The private terms for one command."""

    def __init__(self, terms: tuple[Term, ...], cache: Path, acceptances: tuple[Acceptance, ...] = ()) -> None:
        self._terms = terms
        self._acceptances = acceptances
        self._cache = cache
        self._masks = Redactor(terms)

    def scan(
        self,
        files: Files,
        sources: Iterable[Source],
        is_copied: Callable[[bytes], bool] = lambda _: False,
        *,
        is_whole_site: bool = False,
    ) -> WithDiagnostics[ScanTotals]:
        """Search for every term in every file. See `scan_files` for the diagnostics.

        `is_copied` returns True for the bytes of a file that an editor put into the site's folders and that is
        published as it is. If `is_whole_site` is True, acceptances that match nothing are reported too.
        """
        accepted = AcceptedFindings(self._acceptances, is_copied)
        with PdfImageExtractor(self._cache) as deep:
            found = scan_files(files, self._terms, sources, deep, accepted)
        guarded, self._masks = found.value
        unused = accepted.unused() if is_whole_site else ()
        return WithDiagnostics(guarded, (*found.diagnostics, *unused))

    def without_terms(self, findings: Iterable[Diagnostic], sources: Iterable[Source] = ()) -> tuple[Diagnostic, ...]:
        """Return the diagnostics of all checks without private words and the words next to them.

        `sources` are the files that editors write: they contain the lines around the location of a diagnostic.
        """
        self._masks.add_sources(sources)
        return tuple(map(self._masks.redact_diagnostic, findings))


def load_private_terms(
    path: Path, root: Path, cache: Path, today: date | None = None
) -> WithDiagnostics[PrivateTermScanner | None]:
    """Read the terms. Return None, with G103 to G113, if the list cannot be used as it is."""
    terms = read_terms(path, root, today)
    if terms.failed:
        return WithDiagnostics(None, terms.diagnostics)
    listed = terms.value
    return WithDiagnostics(PrivateTermScanner(listed.terms, cache / "guard", listed.acceptances), terms.diagnostics)
