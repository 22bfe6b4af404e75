"""One finding, as located data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


def one_line(text: object) -> str:
    """Return a text with one space in place of each line break and each run of spaces."""
    return " ".join(str(text).split())


class Severity(StrEnum):
    """How much a finding weighs. Only an error stops publication."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest, so that sorting puts errors first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file that an editor can open."""

    file: str
    """Path from the site's root folder, with forward slashes."""

    line: int | None = None
    """1-based; None where it is not known, never invented."""

    column: int | None = None
    """1-based; None where it is not known."""

    source: str | None = None
    """The text of that line, without its line break; None where the file has no lines."""


@dataclass(frozen=True, slots=True)
class RelatedLocation:
    """Another place that has to do with the finding."""

    message: str
    location: Location


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong, in words for an editor who does not program."""

    code: str
    """A code of the catalogue, `R201`. It never changes its meaning."""

    message: str
    """What is wrong, in one sentence without a full stop."""

    location: Location | None = None
    """Where; None for a finding about the whole site."""

    hint: str | None = None
    """What to type or to do next; None where nothing better than the message is known."""

    related: tuple[RelatedLocation, ...] = field(default=())
    severity: Severity = Severity.ERROR
    pages: int = 0
    """How many of the readers' pages show it; 0 for a finding that is not about what a page shows."""

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sorts findings as an editor meets them: file by file, from top to bottom."""
        place = self.location or Location("")
        return place.file, place.line or 0, place.column or 0, self.code


@dataclass(frozen=True, slots=True)
class WithDiagnostics(Generic[T]):
    """What a stage gives: a value, and everything that it found wrong on the way."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """True when at least one finding is an error."""
        return has_errors(self.diagnostics)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """True when at least one of the findings stops publication."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
