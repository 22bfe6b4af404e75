"""Checks that no two things are published at the same address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Final

from generator.diagnostics import Diagnostic, Location, RelatedLocation, rule
from generator.model import Records, address_of, addresses
from generator.model.vocabulary import TYPE_NOT_STATED_ID

_Place = Callable[[], Location]
"""Returns a location. It is called only if two things collide."""


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield A501 at the second place, with the first as related. Addresses that differ only in case also collide."""
    first: dict[str, _Place] = {}
    for address, place in _addresses(records):
        key = address.lower()
        if key in first and first[key]() != place():
            hint = "give one of the two another id; the one that was published first keeps its own"
            if key in _addresses_of_two_documents(records):
                hint = _DOCUMENT_HINT
            yield rule("A501").diagnostic(
                f'"/{address}" would be the address of two things',
                place(),
                hint,
                (RelatedLocation("the other is here", first[key]()),),
            )
        first.setdefault(key, place)


_DOCUMENT_HINT: Final = (
    "a record has one document for each kind, id and file type: give one of the two another kind or another id, and "
    "two changes of one document different dates"
)


def _addresses_of_two_documents(records: Records) -> Iterator[str]:
    """Yield, in lower case, each address that two documents of one record have."""
    for located in records.cases_briefings_notices:
        seen: set[str] = set()
        for document in located.record.documents:
            for _, address in document.addresses(located.record.id):
                if address.lower() in seen:
                    yield address.lower()
                seen.add(address.lower())


def _addresses(records: Records) -> Iterator[tuple[addresses.Address, _Place]]:
    for page in records.pages:
        if not page.is_frame:
            yield page.address, partial(page.source.at, 1)
    words = records.vocabulary.record if records.vocabulary is not None else None
    if records.vocabulary is not None and words is not None:
        at = records.vocabulary.raw.location_of
        yield from ((addresses.theme(each.id), partial(at, "themes", n, "id")) for n, each in enumerate(words.themes))
        yield from ((addresses.harm(each.id), partial(at, "harms", n, "id")) for n, each in enumerate(words.harms))
        without_type = next((case.raw for case in records.cases if not case.record.type), None)
        if without_type is not None:
            yield addresses.review_type(TYPE_NOT_STATED_ID), without_type.location_of
        yield from (
            (addresses.review_type(each.id), partial(at, "review_types", n, "id"))
            for n, each in enumerate(words.review_types)
        )
        yield from (
            (addresses.series(each.id), partial(at, "briefing_series", n, "id"))
            for n, each in enumerate(words.briefing_series)
        )
        yield from (
            (addresses.briefings_for(each.id), partial(at, "audiences", n, "id"))
            for n, each in enumerate(words.audiences)
        )
    # Two records of one kind with one id are reported by another rule.
    bulletins = {addresses.bulletin(bulletin.record.id): bulletin.raw for bulletin in reversed(records.bulletins)}
    years = {addresses.report_year(year.record.id): year.raw for year in reversed(records.years)}
    yield from ((address, partial(raw.location_of, "id")) for address, raw in (*bulletins.items(), *years.items()))
    seen: set[tuple[str, str]] = set()
    for located in records.cases_briefings_notices:
        record = located.record
        if (located.raw.kind, record.id) in seen:
            continue
        seen.add((located.raw.kind, record.id))
        yield address_of(record, words), partial(located.raw.location_of, "id")
        names: set[str] = set()
        for n, document in enumerate(record.documents):
            for path, address in document.addresses(record.id):
                if path == ("file",) and document.name in names and address in names:
                    continue  # D440 reports two documents that nothing tells apart
                names |= {document.name, address} if path == ("file",) else set()
                yield address, partial(located.raw.location_of, "documents", n, *path)
