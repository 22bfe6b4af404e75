"""One entry of the list of private terms, and a place in which it was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """The kind of a term. It decides in which other ways the term may be written."""

    NAME = "name"
    NICKNAME = "nickname"
    DATE = "date"
    ADDRESS = "address"
    PLACE = "place"
    NUMBER = "number"
    """A phone number, an NHS number, a case number: its digits may be grouped in any way."""

    ALLOW = "allow"
    """Not searched for: words that do not count, although a term could be found in them."""


@dataclass(frozen=True, slots=True, repr=False)
class Term:
    """One private term. Its `repr` does not show the words, so that no log can show them."""

    line: int
    """The term's line in the file, 1-based. Reports show this number and nothing else of the term."""

    kind: TermKind
    text: str

    def __repr__(self) -> str:
        return f"Term(line={self.line})"


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A place in which a term was found."""

    file: str
    place: str
    is_text: bool
    """True if the file is generated from texts that editors write: its lines can be counted."""


def count_listed(terms: Iterable[Term]) -> int:
    """Return the number of lines with something to search for. One line may have several terms."""
    return len({term.line for term in terms if term.kind is not TermKind.ALLOW})
