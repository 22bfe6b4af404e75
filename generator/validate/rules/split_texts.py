"""Checks for texts that a comma has split into two items of a list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, one_line, rule
from generator.markdown import truncate_words
from generator.model import Briefing, Case, Located, Records

_LISTS: Final = ("learning", "practice", "community", "questions")
"""The lists of sentences."""

_ENDS: Final = (".", "!", "?", ":", ";", '"', "'", ")")


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield Y110 for an item in square brackets that goes on with the sentence of the item before it.

    YAML begins a new item at each comma in square brackets, unless the text is in quotation marks (YAML 1.2.2, 7.4).
    """
    listing: tuple[Located[Case] | Located[Briefing], ...] = (*records.cases, *records.briefings)
    for located in listing:
        for name in _LISTS:
            items: tuple[str, ...] = getattr(located.record, name, ())
            if len(items) < 2:
                continue
            at = located.raw.location_of(name)
            if (at.source or "")[max(0, (at.column or 1) - 1) :][:1] != "[":
                continue
            for index in range(1, len(items)):
                if items[index][:1].islower() and not items[index - 1].endswith(_ENDS):
                    words = truncate_words(one_line(items[index]), 80)
                    message = f'"{words}" is a separate item, and seems to belong to the one before it'
                    hint = "put the whole text in quotation marks: in square brackets, a comma begins a new item"
                    yield rule("Y110").diagnostic(message, located.raw.location_of(name, index), hint)
