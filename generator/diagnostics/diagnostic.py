"""The data types for diagnostics and their locations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Generic, TypeVar

T = TypeVar("T")

_LINE_BREAKS: Final = re.compile("[ \t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")


def one_line(text: object) -> str:
    """Return a text with one space in place of each line break and each run of spaces."""
    return " ".join(str(text).split())


def join_lines(text: object) -> str:
    """Return a text on one line, with its special spaces: the report shows a no-break space as `<U+00A0>`."""
    return _LINE_BREAKS.sub(" ", str(text)).strip(" ")


class Severity(StrEnum):
    """How severe a diagnostic is. Only an error stops publication."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note: sorts errors first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file that an editor can open."""

    file: str
    """Path relative to the root folder of the site, with forward slashes."""

    line: int | None = None
    """1-based; None if it is not known."""

    column: int | None = None
    """1-based; None if it is not known."""

    source: str | None = None
    """The text of that line, without its line break; None if the line is not known or the file is not text."""

    path: tuple[str | int, ...] = field(default=(), compare=False)
    """The names and 0-based numbers that lead to the value in a record: `("documents", 2, "file")`.

    Also for a value that the record does not have yet. Empty if it is about the whole record, or about another file.
    """


@dataclass(frozen=True, slots=True)
class RelatedLocation:
    """Another place that helps to understand a diagnostic, such as the first of two duplicates."""

    message: str
    location: Location


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem, in words for an editor who does not program."""

    code: str
    """A code of the catalogue, such as `R201`. Its meaning never changes."""

    message: str
    """What is wrong, in one sentence without a full stop."""

    location: Location | None = None
    """Where the problem is; None if it concerns the whole site."""

    hint: str | None = None
    """What to type or do next; None if the message says enough."""

    related: tuple[RelatedLocation, ...] = field(default=())
    severity: Severity = Severity.ERROR
    pages: int = 0
    """Number of pages where readers see the problem; 0 if it is not about the content of a page."""

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sort key: by file, then from top to bottom."""
        location = self.location or Location("")
        return location.file, location.line or 0, location.column or 0, self.code


@dataclass(frozen=True, slots=True)
class WithDiagnostics(Generic[T]):
    """The result of a stage: a value, and the diagnostics found while making it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """True if at least one diagnostic is an error."""
        return has_errors(self.diagnostics)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return True if at least one diagnostic is an error, which stops publication."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
