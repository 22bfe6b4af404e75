"""Checks for ids and list entries that are written twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Final

from generator.diagnostics import Diagnostic, Location, RelatedLocation, one_line, rule
from generator.markdown import truncate_words
from generator.model import Case, Located, Records
from generator.model.vocabulary import TERM_LISTS


def check_duplicate_ids(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R206 at the second place, with the first as related."""
    for kind in ("case", "briefing", "notice", "bulletin", "year"):
        group = [record for record in records.prose_records if record.raw.kind == kind]
        # If one of the two ids is written in the record, it is the one to change: the other is the name of a folder.
        folder_first = sorted(group, key=lambda located: "id" in located.raw.values)
        yield from _repeated(
            kind, ((located.record.id, partial(located.raw.location_of, "id")) for located in folder_first)
        )
    if records.vocabulary is not None:
        terms = records.vocabulary.record
        for name in TERM_LISTS:
            list_of_terms = getattr(terms, name)
            at = records.vocabulary.raw.location_of
            yield from _repeated(
                f"entry of {name}", ((each.id, partial(at, name, n, "id")) for n, each in enumerate(list_of_terms))
            )


def _repeated(what: str, places: Iterator[tuple[str, Callable[[], Location]]]) -> Iterator[Diagnostic]:
    first: dict[str, Callable[[], Location]] = {}
    for identity, location in places:
        if identity in first:
            yield rule("R206").diagnostic(
                f'a second {what} has the id "{identity}"',
                location(),
                "give one of the two another id; the one that was published first keeps its own",
                (RelatedLocation("the first is here", first[identity]()),),
            )
        else:
            first[identity] = location


_LISTS: Final = (
    "type", "briefings", "themes", "harms", "audience", "about", "order", "pinned", "left_out",
    "learning", "practice", "community", "questions", "content_note", "people", "also_known_as", "sources",
)  # fmt: skip
"""The lists of ids, and the lists of texts."""


def check_duplicate_list_items(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V311 at the second place."""
    for record in records.prose_records:
        for name in _LISTS:
            listed = getattr(record.record, name, ())
            if len(set(listed)) == len(listed):
                continue
            seen: set[str] = set()
            for index, item in enumerate(listed):
                if item in seen:
                    message = f'"{truncate_words(one_line(item), 80)}" is listed twice'
                    place = record.raw.location_of(name, index)
                    yield rule("V311").diagnostic(message, place, "take one of the two out")
                seen.add(item)
    for case in records.cases:
        for number, recommendation in enumerate(case.record.recommendations):
            yield from _check_agencies(case, number, recommendation.to)


def _check_agencies(case: Located[Case], number: int, agencies: tuple[str, ...]) -> Iterator[Diagnostic]:
    for index, agency in enumerate(agencies):
        if agency in agencies[:index]:
            place = case.raw.location_of("recommendations", number, "to", index)
            yield rule("V311").diagnostic(f'"{agency}" is listed twice', place, "take one of the two out")
