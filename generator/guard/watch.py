"""The guard as a command has it: the terms read once, the files looked at, and nothing told that holds a term."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.diagnostics import Diagnostic, Outcome
from generator.guard.deep import DeepLook
from generator.guard.guarding import Files, Guarded, guard
from generator.guard.masking import Masks
from generator.guard.term import Term
from generator.guard.terms import read_terms
from generator.model import Source


class Watch:
    """Holds the private terms for one command."""

    def __init__(self, terms: tuple[Term, ...], cache: Path) -> None:
        self._terms = terms
        self._cache = cache
        self._masks = Masks(terms)

    def look(self, files: Files, sources: Iterable[Source]) -> Outcome[Guarded]:
        """Looks for every term in every file: see `guard` for what it yields."""
        with DeepLook(self._cache) as deep:
            found = guard(files, self._terms, sources, deep)
        guarded, self._masks = found.value
        return Outcome(guarded, found.diagnostics)

    def without_terms(self, findings: Iterable[Diagnostic], sources: Iterable[Source] = ()) -> tuple[Diagnostic, ...]:
        """The findings of all checks without a private word in them, or a word next to one.

        `sources` are the files that editors write: they show what is next to the place of a finding.
        """
        self._masks.add_sources(sources)
        return tuple(map(self._masks.finding, findings))


def open_watch(path: Path, root: Path, cache: Path) -> Outcome[Watch | None]:
    """Reads the terms. None, with G103 or G104, where the list cannot be used as it is."""
    terms = read_terms(path, root)
    if terms.failed:
        return Outcome(None, terms.diagnostics)
    return Outcome(Watch(terms.value, cache / "guard"), terms.diagnostics)
