"""Checks for what decides the place of a record in lists, apart from its date: `after`, and the partnership's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.diagnostics import Diagnostic, Location, RelatedLocation, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import Briefing, Case, Located, Notice, Records, title_of
from generator.model.facets import date_of
from generator.model.sorting import earlier_records
from generator.validate.rules.publication_dates import before

_AnyLocated = Located[Case] | Located[Briefing] | Located[Notice]


def check_places(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T732 for `after` with an unknown id, T733 for a circle, and T734 if two dates say the opposite."""
    for kind, located in (("case", records.cases), ("briefing", records.briefings), ("notice", records.notices)):
        yield from _check_kind(kind, located, records)


def _check_kind(kind: str, located: Iterable[_AnyLocated], records: Records) -> Iterator[Diagnostic]:
    by_id = {each.record.id: each for each in located}
    after = {identity: each.record.after for identity, each in by_id.items()}
    in_circles: set[str] = set()
    for identity, each in by_id.items():
        written = each.record.after
        if written is None:
            continue
        place = each.raw.location_of("after")
        if written not in by_id:
            if written not in records.known_ids.get(kind, ()):
                yield _unknown(f'"after" names the {kind} "{written}", which does not exist', place, by_id)
            continue
        earlier = list(earlier_records(identity, after))
        if identity in earlier:
            if identity not in in_circles:
                in_circles.update(earlier)
                names = " after ".join(f'"{one}"' for one in (identity, *earlier))
                hint = "remove one of these lines: begin with the oldest record, which is after no other"
                yield rule("T733").diagnostic(f"these records are after each other: {names}", place, hint)
            continue
        known = next((by_id[one] for one in earlier if date_of(by_id[one].record) is not None), None)
        if known is None or not before(date_of(each.record), date_of(known.record)):
            continue
        mine, theirs = date_of(each.record), date_of(known.record)
        assert mine is not None and theirs is not None
        message = f'"{title_of(each.record)}" ({mine.label}) is not after "{title_of(known.record)}" ({theirs.label})'
        first = "published" if kind != "notice" else "date"
        related = (RelatedLocation("the other date is here", known.raw.location_of(first)),)
        hint = 'remove "after", because the dates decide, or correct the wrong date'
        yield rule("T734").diagnostic(message, place, hint, related)


def check_review_order(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T732 for an id of the partnership's own order that no case has."""
    if records.partnership is None:
        return
    known = {case.record.id for case in records.cases} | records.known_ids.get("case", frozenset())
    for index, identity in enumerate(records.partnership.record.review_order):
        if identity not in known:
            place = records.partnership.raw.location_of("review_order", index)
            yield _unknown(f'"review_order" names the case "{identity}", which does not exist', place, known)


def _unknown(message: str, place: Location, known: Iterable[str]) -> Diagnostic:
    hint = did_you_mean(message.split('"')[3], sorted(known)) or one_of(sorted(known))
    return rule("T732").diagnostic(message, place, hint)
