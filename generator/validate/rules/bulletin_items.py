"""The records that a bulletin names: pinned, left out, or sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.diagnostics import Diagnostic, RelatedLocation, did_you_mean, rule
from generator.model import (
    Briefing,
    Bulletin,
    BulletinStatus,
    Case,
    ItemChange,
    Located,
    Notice,
    Quarter,
    Records,
    Status,
)
from generator.model.quarter_activity import changes_of

_AnyLocated = Located[Case] | Located[Briefing] | Located[Notice]
_STANDS = {Status.DRAFT: "a draft", Status.SCHEDULED: "not public yet"}


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields B903 for an unknown record, B904 for one of another quarter, B905 for one pinned and left out, B906."""
    known = [f"{kind}:{identity}" for kind in ("case", "briefing", "notice") for identity in _ids(records, kind)]
    found: Mapping[str, _AnyLocated] = {each.record.ref: each for each in records.cases_briefings_notices}
    for each in records.bulletins:
        bulletin, at = each.record, each.raw.location_of
        for path, name in _named(bulletin):
            if name not in known:
                near = did_you_mean(name, known) or "write the kind and the id of a record: case:, briefing: or notice:"
                yield rule("B903").diagnostic(f'there is no record "{name}"', at(*path), near)
        # Of one that was sent, the items alone count.
        for field in ("pinned", "left_out") if bulletin.status is not BulletinStatus.SENT else ():
            for index, name in enumerate(getattr(bulletin, field)):
                if name in found and bulletin.quarter is not None:
                    yield from _other_quarter(each, (field, index), found[name], bulletin.quarter)
        for index, name in enumerate(bulletin.pinned):
            if name in bulletin.left_out:
                left_out = RelatedLocation("left out here", at("left_out", bulletin.left_out.index(name)))
                message = f'"{name}" is pinned and left out'
                yield rule("B905").diagnostic(message, at("pinned", index), "take one of the two out", (left_out,))
            if name in found and bulletin.status is BulletinStatus.PUBLISHED:
                yield from _hidden(each, index, found[name], today)


def _ids(records: Records, kind: str) -> frozenset[str]:
    return records.known_ids.get(kind, frozenset())


def _named(bulletin: Bulletin) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for field in ("pinned", "left_out"):
        yield from (((field, index), name) for index, name in enumerate(getattr(bulletin, field)))
    yield from ((("items", index, "record"), item.record) for index, item in enumerate(bulletin.items))


def _other_quarter(
    each: Located[Bulletin], path: tuple[str, int], named: _AnyLocated, quarter: Quarter
) -> Iterator[Diagnostic]:
    """A record without any date may stand in every quarter; of which the year alone is known, in each of the year's.

    One that has been withdrawn leaves a bulletin by itself: a withdrawal must never have to wait.
    """
    if named.record.is_withdrawn:
        return
    dated = [(one.change, one.date) for one in changes_of(named.record) if one.date is not None]
    may_hold = (
        quarter.may_hold(when) or (change is ItemChange.COMING and quarter.next.may_hold(when))
        for change, when in dated
    )
    if not dated or any(may_hold):
        return
    newest = max((when for _, when in dated), key=lambda when: when.first_day)
    own = Quarter.of(newest.first_day).id if newest.month is not None else str(newest.year)
    message = f'"{named.record.ref}" does not belong to {quarter.label}: its date is {newest.label}'
    hint = f"take it out here; it belongs to {own}" if path[0] == "left_out" else f"pin it in the bulletin of {own}"
    yield rule("B904").diagnostic(
        message, each.raw.location_of(*path), hint, (RelatedLocation("the record", named.raw.location_of()),)
    )


def _hidden(each: Located[Bulletin], place: int, named: _AnyLocated, today: date) -> Iterator[Diagnostic]:
    if not named.record.is_public(today):
        stands = _STANDS.get(named.record.status, "not public")
        message = f'"{named.record.ref}" is {stands}, and this bulletin is public'
        hint = "take it out until that record is public, or make the record public"
        related = (RelatedLocation("the record says so here", named.raw.location_of("status")),)
        yield rule("B906").diagnostic(message, each.raw.location_of("pinned", place), hint, related)
