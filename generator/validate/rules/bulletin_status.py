"""A bulletin's quarter and where it stands: what is written, what is public and what was sent agree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Bulletin, BulletinStatus, Located, Quarter, Records
from generator.model.quarter_activity import changes_by_quarter


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields B901 for a name that is no quarter, B902 for one without items, and B907 to B910 and T704 for states.

    What comes with time is a warning, so that a site can be built as on any day: B902, B910 and T704.
    """
    for each in records.bulletins:
        quarter = each.record.quarter
        if quarter is None:
            yield _no_quarter(each, today)
            continue
        yield from _too_early(each, quarter, today)
        yield from _sent(each, quarter, today)
    yield from _empty(records, today)


def _no_quarter(each: Located[Bulletin], today: date) -> Diagnostic:
    now = Quarter.of(today)
    hint = f"name it for its quarter: {now.id} is {now.label}"
    return rule("B901").diagnostic(f'"{each.record.id}" is no quarter', each.raw.location_of("id"), hint)


def _too_early(each: Located[Bulletin], quarter: Quarter, today: date) -> Iterator[Diagnostic]:
    """A draft may be begun before its quarter."""
    if quarter.first_day > today and each.record.is_public(today):
        hint = 'write "status: draft" until then, or check the name of the file'
        yield rule("B910").diagnostic(
            f"{quarter.label} has not begun, and its bulletin is public", each.raw.location_of("id"), hint
        )


def _sent(each: Located[Bulletin], quarter: Quarter, today: date) -> Iterator[Diagnostic]:
    record, at = each.record, each.raw.location_of
    if record.status is not BulletinStatus.SENT:
        for name in ("sent", "items"):
            if getattr(record, name):
                hint = f'"library sent {record.id}" writes it when the bulletin is sent; take it out until then'
                yield rule("B908").diagnostic(
                    f'"{name}" stands in a bulletin that is not sent', at(name, key=True), hint
                )
        return
    if not record.items:
        hint = f'write "status: published", take "sent" out, and run: library sent {record.id}'
        yield rule("B907").diagnostic("sent, and it does not say with what items", at("status"), hint)
    if record.sent is None:
        hint = f'add "sent: {today.isoformat()}", the day on which it was sent'
        yield rule("B907").diagnostic("sent, and it does not say on what day", at("status"), hint)
    elif record.sent.day is None:
        hint = "write the whole date, 2022-10-03"
        yield rule("B907").diagnostic(f"{record.sent.label} is not a day", at("sent"), hint)
    elif record.sent.first_day < quarter.first_day:
        message = f"sent on {record.sent.label}, before {quarter.label} had begun"
        yield rule("B909").diagnostic(message, at("sent"), "check the day, and the file's name")
    elif record.sent.first_day > today:
        message = f"the date {record.sent.label} is still to come, and the page is public today"
        yield rule("T704").diagnostic(message, at("sent"), "write the day on which it was sent")


def _empty(records: Records, today: date) -> Iterator[Diagnostic]:
    """Looked at last: what each quarter brought is worked out only for a site with bulletins that are not sent."""
    living = [
        each
        for each in records.bulletins
        if each.record.status is BulletinStatus.PUBLISHED
        and each.record.quarter is not None
        and each.record.quarter.first_day <= today
    ]
    if not living:
        return
    public = [each.record for each in records.cases_briefings_notices if each.record.is_public(today)]
    brought = changes_by_quarter(public, today)
    for each in living:
        told = {one.record.ref for one in brought.get(each.record.id, ())}
        if each.record.pinned or told - set(each.record.left_out):
            continue
        hint = 'pin what belongs in it, or write "status: draft" until there is something to tell'
        yield rule("B902").diagnostic("this bulletin has nothing to tell", each.raw.location_of("id"), hint)
