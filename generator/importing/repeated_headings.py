"""Finds two reviews with one name, where only a line below the second heading says that it is another review."""

from __future__ import annotations

from dataclasses import dataclass

from generator.importing.case_book import CaseBook, may_be_same
from generator.importing.found import FoundCase
from generator.importing.labels import Label, understand
from generator.importing.listing import Block, BlockKind
from generator.importing.phrases import Phrases


@dataclass(slots=True)
class _Repeated:
    """A heading that names a case again."""

    case: FoundCase
    label: Label
    block: Block
    level: int
    documents: int
    """How many documents the case had above this heading."""

    briefings: int
    date: Label | None = None
    """The line below it with another date of publication."""


class RepeatedHeadings:
    """Divides a case whose name is the heading of two sections, if each has its own date and its own report."""

    def __init__(self, book: CaseBook, phrases: Phrases) -> None:
        self._book = book
        self._phrases = phrases
        self._last: _Repeated | None = None

    def add(self, label: Label, block: Block, level: int) -> None:
        """Keep a heading that names the case that is being read, if documents of that case are above it."""
        case = self._book.current
        self._last = None
        if case is not None and case.documents and not (label.kinds or label.series):
            self._last = _Repeated(case, label, block, level, len(case.documents), len(case.briefings))

    def divide(self, block: Block) -> None:
        """Begin another case, if the blocks up to this one show that the heading above began another review.

        A later action plan with another date is no other review: the case must have one more document of a kind.
        """
        last = self._last
        if last is None or self._book.current is not last.case:
            self._last = None
            return
        if block.kind is not BlockKind.HEADING and last.date is None:
            last.date = self._other_date(last.case, block)
        above, below = last.case.documents[: last.documents], last.case.documents[last.documents :]
        if last.date is None or not {each.kind for each in above} & {each.kind for each in below}:
            return
        another = self._book.begin_another(last.case, last.label, last.block.place, last.level)
        self._book.set_date(another, last.date)
        another.documents, last.case.documents = below, above
        another.briefings = last.case.briefings[last.briefings :]
        del last.case.briefings[last.briefings :]
        self._last = None

    def _other_date(self, case: FoundCase, block: Block) -> Label | None:
        """Return what a line says, if it is a date of publication that cannot be the date of the case."""
        label = understand(block.text, self._phrases)
        if label.date is None or not label.date.is_publication or label.names or label.kinds or label.series:
            return None
        return None if may_be_same(case.published, label.date.date) else label
