"""The findings that the list of private terms accepts, each with the file, the date and the reason.

They are lines of the private file, so that no public file shows which place has a private term.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import PurePosixPath
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model.addresses import POSTERS, SEARCH_INDEX, SHEET_ARCHIVE, SHEETS
from generator.private_terms.term import TermMatch

_LINE: Final = re.compile(r"^\W*(accept|unsearched)\s*:\s*(.*)$", re.IGNORECASE)
_PARTS: Final = re.compile(r"^(?P<file>.*?)\s*,\s*(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\s*#\s*(?P<reason>.*)$")
_FEWEST_WORDS: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_HINT: Final = "write the file as the finding gives it, the day and the reason: accept: FILE, 2026-11-28 # REASON"


_GENERATED: Final = frozenset({
    ".html", ".json", ".xml", ".ics", ".csv", ".bib", ".ris", ".txt", ".eml", ".webmanifest"
})  # fmt: skip
"""The ends of names of text files that the generator makes from what editors write."""

_GENERATED_PDFS: Final = (SHEETS, POSTERS, SHEET_ARCHIVE)
"""The addresses of PDFs that the generator makes. No document of a record can have one of them."""


class Origin(Enum):
    """Where a term of a public file comes from."""

    WRITTEN = "a source that has the term and is not accepted"
    ACCEPTED = "accepted sources only"
    ELSEWHERE = "no source"


@dataclass(frozen=True, slots=True, repr=False)
class Acceptance:
    """A finding that may stay. Its `repr` does not show the file, which may have a private name."""

    line: int
    """The line of the list that accepts it, 1-based."""

    term: int | None
    """The line of the private term; None if the line accepts that the file could not be searched."""

    file: str
    """The file of the finding, as the finding gives it."""

    def __repr__(self) -> str:
        return f"Acceptance(line={self.line})"


def is_acceptance(text: str) -> bool:
    """Return True for a line of the list that accepts a finding."""
    return _LINE.match(text) is not None


def read_acceptance(text: str, number: int, term: int | None, today: date | None) -> Acceptance | str:
    """Return the acceptance of a line, or what it lacks, as the end of the sentence `line 3 accepts a finding ...`.

    `term` is the line of the last term above; None if there is none. `today` is None if the day is not checked.
    """
    match = _LINE.match(text)
    assert match is not None
    is_about_a_term = match[1].lower() == "accept"
    parts = _PARTS.match(match[2].strip())
    if is_about_a_term and term is None:
        return "and there is no private term above it"
    if parts is None or not parts["file"]:
        return "without a file, a day and a reason"
    try:
        day = date.fromisoformat(parts["day"])
    except ValueError:
        return "with a day that does not exist"
    if today is not None and day > today:
        return "with a day in the future"
    if len(_WORD.findall(parts["reason"])) < _FEWEST_WORDS:
        return "without a reason in a sentence"
    return Acceptance(number, term if is_about_a_term else None, parts["file"].removeprefix("./"))


def incomplete_acceptance(number: int, fault: str) -> Diagnostic:
    """Return G111 for a line."""
    hint = "put it below the line of the term" if "no private term" in fault else _HINT
    message = f"line {number} of the list of private terms accepts a finding {fault}"
    return rule("G111").diagnostic(message, Location("private terms", number), hint)


class AcceptedFindings:
    """Decides which findings are accepted, and remembers which acceptances were needed."""

    def __init__(self, acceptances: Iterable[Acceptance], is_copied: Callable[[bytes], bool]) -> None:
        """`is_copied` returns True for the bytes of a file that is published as an editor made it."""
        self._acceptances = tuple(acceptances)
        self._is_copied = is_copied
        self._lines: dict[tuple[int | None, str], list[int]] = {}
        for each in self._acceptances:
            self._lines.setdefault((each.term, each.file), []).append(each.line)
        self._used: set[int] = set()
        self._folders: set[str] = set()

    def add_searched(self, files: Iterable[str]) -> None:
        """Add files that are searched. An acceptance for a file in another folder is never reported as unused."""
        self._folders.update(file.partition("/")[0] for file in files)

    def cover(self, term: int | None, file: str) -> bool:
        """Return True if the list accepts this term in this file, or, with None, that the file is not searched."""
        lines = self._lines.get((term, file), ())
        self._used.update(lines[:1])
        return bool(lines)

    def remaining(
        self, term: int, matches: Iterable[TermMatch], origin: Origin, read: Callable[[str], bytes]
    ) -> list[TermMatch]:
        """Return the places of a term that are not accepted.

        If every source with the term is accepted, so are its copies in generated files. `read` returns the bytes of a
        file of the site.
        """
        found = list(matches)
        left = [match for match in found if not self.cover(term, match.file)]
        if origin is Origin.WRITTEN:
            return left
        if origin is Origin.ACCEPTED:
            left = [match for match in left if not _is_generated(match) or self._is_copied(read(match.file))]
        if (origin is Origin.ACCEPTED or len(left) < len(found)) and all(map(_is_in_index, left)):
            # The index has the words of pages and documents, in files whose names change with each word.
            return []
        return left

    def unused(self) -> Iterator[Diagnostic]:
        """Yield G112 for each acceptance that has not covered a finding."""
        for each in self._acceptances:
            if each.line not in self._used and each.file.partition("/")[0] in self._folders:
                message = f"line {each.line} of the list of private terms accepts a finding that does not occur"
                hint = "take the line out, or write the file as the finding gives it"
                yield rule("G112").diagnostic(message, Location("private terms", each.line), hint)


def _is_generated(match: TermMatch) -> bool:
    is_text = match.is_text and PurePosixPath(match.file).suffix in _GENERATED
    return is_text or match.file.partition("/")[2].startswith(_GENERATED_PDFS)


def _is_in_index(match: TermMatch) -> bool:
    return f"/{SEARCH_INDEX}" in match.file
