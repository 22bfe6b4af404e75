"""Checks the items and the status of bulletins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

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
from generator.model.quarter_activity import changes_of, public_changes

_AnyLocated = Located[Case] | Located[Briefing] | Located[Notice]


_STATUS_IN_WORDS = {Status.DRAFT: "a draft", Status.SCHEDULED: "not public yet"}


def check_bulletin_items(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield B903 for an unknown record, B904 for one of another quarter, B905 for one pinned and left out, and B906."""
    known = [f"{kind}:{identity}" for kind in ("case", "briefing", "notice") for identity in _ids(records, kind)]
    by_name: Mapping[str, _AnyLocated] = {record.record.ref: record for record in records.cases_briefings_notices}
    for located in records.bulletins:
        bulletin, at = located.record, located.raw.location_of
        for path, name in _named(bulletin):
            if name not in known:
                near = did_you_mean(name, known) or "write the kind and the id of a record: case:, briefing: or notice:"
                yield rule("B903").diagnostic(f'there is no record "{name}"', at(*path), near)
        # In a sent bulletin only the items count.
        for field in ("pinned", "left_out") if bulletin.status is not BulletinStatus.SENT else ():
            for index, name in enumerate(getattr(bulletin, field)):
                if name in by_name and bulletin.quarter is not None:
                    yield from _other_quarter(located, (field, index), by_name[name], bulletin.quarter)
        for index, name in enumerate(bulletin.pinned):
            if name in bulletin.left_out:
                left_out = RelatedLocation("left out here", at("left_out", bulletin.left_out.index(name)))
                message = f'"{name}" is pinned and left out'
                yield rule("B905").diagnostic(message, at("pinned", index), "remove one of the two", (left_out,))
            if name in by_name and bulletin.status is BulletinStatus.PUBLISHED:
                yield from _hidden(located, index, by_name[name], today)


_WITHOUT_A_QUARTER: Final = (ItemChange.UPDATED, ItemChange.CORRECTED, ItemChange.ARCHIVED)
"""Later changes of a record without a date. They give it no other quarter: it was pinned for what it is."""


def _ids(records: Records, kind: str) -> frozenset[str]:
    return records.known_ids.get(kind, frozenset())


def _named(bulletin: Bulletin) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for field in ("pinned", "left_out"):
        yield from (((field, index), name) for index, name in enumerate(getattr(bulletin, field)))
    yield from ((("items", index, "record"), item.record) for index, item in enumerate(bulletin.items))


def _other_quarter(
    located: Located[Bulletin], path: tuple[str, int], named: _AnyLocated, quarter: Quarter
) -> Iterator[Diagnostic]:
    """Yield B904 if the record belongs to another quarter.

    A record without a date may appear in any quarter, and one with only a year in any quarter of that year. A withdrawn
    record leaves a bulletin automatically, because a withdrawal must never have to wait.
    """
    if named.record.is_withdrawn:
        return
    dated = [(change.change, change.date) for change in changes_of(named.record) if change.date is not None]
    may_hold = (
        quarter.may_hold(when) or (change is ItemChange.COMING and quarter.next.may_hold(when))
        for change, when in dated
    )
    if all(change in _WITHOUT_A_QUARTER for change, _ in dated) or any(may_hold):
        return
    newest = max((when for _, when in dated), key=lambda when: when.first_day)
    own = Quarter.of(newest.first_day).id if newest.month is not None else str(newest.year)
    message = f'"{named.record.ref}" does not belong to {quarter.label}: its date is {newest.label}'
    hint = f"remove it here; it belongs to {own}" if path[0] == "left_out" else f"pin it in the bulletin of {own}"
    yield rule("B904").diagnostic(
        message, located.raw.location_of(*path), hint, (RelatedLocation("the record", named.raw.location_of()),)
    )


def _hidden(located: Located[Bulletin], place: int, named: _AnyLocated, today: date) -> Iterator[Diagnostic]:
    if not named.record.is_public(today):
        status = _STATUS_IN_WORDS.get(named.record.status, "not public")
        message = f'"{named.record.ref}" is {status}, and this bulletin is public'
        hint = "remove it until that record is public, or make the record public"
        related = (RelatedLocation("the status of the record", named.raw.location_of("status")),)
        yield rule("B906").diagnostic(message, located.raw.location_of("pinned", place), hint, related)


def check_bulletin_status(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield B901 for a name that is not a quarter, B902 for no items, and B907 to B910 and T704 for states.

    B902, B910 and T704 depend on the date. They are warnings, so that a site can be built as on any day.
    """
    for bulletin in records.bulletins:
        quarter = bulletin.record.quarter
        if quarter is None:
            yield _no_quarter(bulletin, today)
            continue
        yield from _too_early(bulletin, quarter, today)
        yield from _sent(bulletin, quarter, today)
    yield from _empty(records, today)


def _no_quarter(located: Located[Bulletin], today: date) -> Diagnostic:
    now = Quarter.of(today)
    hint = f"name it for its quarter: {now.id} is {now.label}"
    return rule("B901").diagnostic(f'"{located.record.id}" is not a quarter', located.raw.location_of("id"), hint)


def _too_early(located: Located[Bulletin], quarter: Quarter, today: date) -> Iterator[Diagnostic]:
    """Yield B910 for a public bulletin whose quarter has not begun. A draft may be started earlier."""
    if quarter.first_day > today and located.record.is_public(today):
        hint = 'write "status: draft" until then, or check the name of the file'
        yield rule("B910").diagnostic(
            f"{quarter.label} has not begun, and its bulletin is public", located.raw.location_of("id"), hint
        )


def _sent(located: Located[Bulletin], quarter: Quarter, today: date) -> Iterator[Diagnostic]:
    record, at = located.record, located.raw.location_of
    if record.status is not BulletinStatus.SENT:
        for name in ("sent", "items"):
            if getattr(record, name):
                hint = f'"library sent {record.id}" writes it when the bulletin is sent; remove it until then'
                yield rule("B908").diagnostic(
                    f'"{name}" is only for a bulletin that was sent', at(name, key=True), hint
                )
        return
    if not record.items:
        hint = f'write "status: published", remove "sent", and run: library sent {record.id}'
        yield rule("B907").diagnostic("the bulletin is sent, and its items are missing", at("status"), hint)
    if record.sent is None:
        hint = f'add "sent: {today.isoformat()}", the day on which it was sent'
        yield rule("B907").diagnostic("the bulletin is sent, and the day is missing", at("status"), hint)
    elif record.sent.day is None:
        hint = "write the whole date, 2022-10-03"
        yield rule("B907").diagnostic(f"{record.sent.label} is not a day", at("sent"), hint)
    elif record.sent.first_day < quarter.first_day:
        message = f"sent on {record.sent.label}, before {quarter.label} had begun"
        yield rule("B909").diagnostic(message, at("sent"), "check the day, and the file's name")
    elif record.sent.first_day > today:
        message = f"the date {record.sent.label} is in the future, and the page is public today"
        yield rule("T704").diagnostic(message, at("sent"), "write the day on which it was sent")


def _empty(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield B902 for a bulletin without items.

    This check is last: the changes of each quarter are computed only for a site with bulletins that are not sent.
    """
    unsent = [
        bulletin
        for bulletin in records.bulletins
        if bulletin.record.status is BulletinStatus.PUBLISHED
        and bulletin.record.quarter is not None
        and bulletin.record.quarter.first_day <= today
    ]
    if not unsent:
        return
    changes = public_changes(records, today)
    for bulletin in unsent:
        changed = {change.record.ref for change in changes.get(bulletin.record.id, ())}
        if bulletin.record.pinned or changed - set(bulletin.record.left_out):
            continue
        hint = 'pin what belongs in it, or write "status: draft" until there is something to list'
        yield rule("B902").diagnostic("this bulletin has no items", bulletin.raw.location_of("id"), hint)
