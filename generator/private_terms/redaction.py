"""Redacts diagnostics, so that they show no private term, no text around one, and no file name that contains one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from generator.diagnostics import Diagnostic, Location, RelatedLocation, Trait, has_trait, rule
from generator.model import Source
from generator.private_terms.matcher import TermMatcher
from generator.private_terms.name_variants import units_of
from generator.private_terms.normalisation import normalise
from generator.private_terms.term import Term, TermKind


class Redactor:
    """Replaces names that must not be shown in diagnostics."""

    def __init__(
        self,
        terms: Sequence[Term],
        names: Iterable[str] = (),
        sources: Iterable[Source] = (),
        matcher: TermMatcher | None = None,
    ) -> None:
        """Take `names`, the files that make up each folder, and `sources`, the files that editors write.

        `matcher` finds `terms`; None if there is none yet.

        A forename or a surname without the other is redacted too, except in the names that editors gave to records.
        Without this exception no diagnostic about Grace could name a file if a Grace is on the list.
        """
        self._terms = tuple(terms)
        self._matcher = matcher
        self._sources = {source.file: source for source in sources}
        written = tuple(self._sources)
        self._given = {part for path in written for part in path.split("/")}
        names = (*names, *written)
        self._entries: dict[str, set[str]] = {}
        for name in names:
            parts = name.split("/")
            for index, part in enumerate(parts):
                self._entries.setdefault("/".join(parts[:index]), set()).add(part)

    @cached_property
    def _whole(self) -> TermMatcher:
        """Return the matcher. It is built only when something must be redacted, which is rare."""
        return self._matcher or TermMatcher(self._terms)

    @cached_property
    def _alone(self) -> TermMatcher:
        """Return the matcher of forenames and surnames without the other."""
        exceptions = (term for term in self._terms if term.kind is TermKind.ALLOW)
        alone = (Term(term.line, TermKind.NICKNAME, unit) for term in self._terms for unit in _parts(term))
        return TermMatcher((*exceptions, *alone))

    def _finds_any(self, text: str, is_name: bool = False) -> bool:
        return bool(self._whole.find(text, is_name)) or bool(self._alone.find(text, is_name))

    def name(self, path: str) -> str:
        """Return a path that can be shown.

        Each part that contains a term is replaced by its number in its folder, in the order of names.
        """
        parts = path.split("/")
        if not self._whole.find(path.replace("/", " "), is_name=True) and not any(map(self._is_hidden, parts)):
            return path
        masked = [self._part("/".join(parts[:index]), part) for index, part in enumerate(parts)]
        if masked == parts:
            masked = [self._number("/".join(parts[:index]), part) for index, part in enumerate(parts)]
        return "/".join(masked)

    def add_sources(self, sources: Iterable[Source]) -> None:
        """Add files that contain the lines around the locations of diagnostics."""
        self._sources.update((source.file, source) for source in sources)

    def redact_diagnostic(self, finding: Diagnostic) -> Diagnostic:
        """Return a diagnostic of another check, redacted if its words or the lines at its location contain a term."""
        if has_trait(finding, Trait.SHOWS_NO_TERM):
            return finding
        is_next_to_a_term = self._is_next_to_a_term(finding.location)
        location = None if finding.location is None else self._bare(finding.location)
        if location is not None and is_next_to_a_term:
            location = replace(location, source=None)
        related = tuple(RelatedLocation(self._words(more), self._bare(more.location)) for more in finding.related)
        words = f"{finding.message} . {finding.hint or ''}"
        if not is_next_to_a_term and not self._is_private(words):
            return replace(finding, location=location, related=related)
        message = f"{rule(finding.code).title}; the words are not shown, because they contain a private term"
        return replace(finding, message=message, location=location, related=related, hint="open the file at this place")

    def _is_private(self, message: str) -> bool:
        return self._finds_any(message) or self._finds_any(message, is_name=True)

    def _is_next_to_a_term(self, place: Location | None) -> bool:
        """Return True if the line of a diagnostic, the line above or the line below contains a term.

        A message quotes words of its line. Next to a private name these may be the rest of the name.
        """
        if place is None or place.line is None:
            return False
        own = place.source or ""
        if own and self._finds_any(own):
            return True
        source = self._sources.get(place.file)
        if source is None:
            return False
        lines = (source.line(number) for number in range(place.line - 1, place.line + 2))
        return bool(self._whole.find("\n".join(line for line in lines if line is not None)))

    def _words(self, more: RelatedLocation) -> str:
        hidden = self._finds_any(more.message, is_name=True) or self._is_next_to_a_term(more.location)
        return "not shown, because it holds a private term" if hidden else more.message

    def _bare(self, place: Location) -> Location:
        return replace(place, file=self.name(place.file))

    def _is_hidden(self, part: str) -> bool:
        if part in self._given:
            return bool(self._whole.find(part, is_name=True))
        return self._finds_any(part, is_name=True)

    def _part(self, folder: str, part: str) -> str:
        return self._number(folder, part) if self._is_hidden(part) else part

    def _number(self, folder: str, part: str) -> str:
        known = sorted(self._entries.get(folder, ()))
        return f"[number {known.index(part) + 1} in this folder]" if part in known else "[a name that is not shown]"


def _parts(term: Term) -> list[str]:
    """Return the parts of a name that are long enough to be searched for."""
    if term.kind is not TermKind.NAME:
        return []
    units = units_of(normalise(term.text))
    return [unit for unit in units if len(units) > 1 and sum(map(str.isalpha, unit)) > 2]
