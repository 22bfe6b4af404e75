"""Says in words what a change does for readers, by comparing the library before and after it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.commands.changes.changed_site import State
from generator.model import (
    Address,
    Briefing,
    Bulletin,
    BulletinStatus,
    Case,
    Library,
    Notice,
    PublishedDocument,
    Records,
    Status,
    Year,
    address_of,
    addresses,
    site_address,
    title_of,
)

AnyRecord = Case | Briefing | Notice
WithPage = AnyRecord | Bulletin | Year
"""A record with a page."""


def reader_changes(before: State, after: State, renamed: Mapping[str, str]) -> tuple[str, ...]:
    """Return the changes for readers, one sentence each, in the order of pages, documents and addresses.

    `renamed` has the name of each record that gets another id, `case:grace`, and the new one. Empty if one of the
    states has errors.
    """
    if before.library is None or after.library is None:
        return ()
    return tuple(dict.fromkeys(_changes(before, after, before.library, after.library, renamed)))


def _changes(before: State, after: State, was: Library, now: Library, renamed: Mapping[str, str]) -> Iterator[str]:
    old, new = _public(before.records, was.today), _public(after.records, now.today)
    old = {renamed.get(name, name): record for name, record in old.items()}
    for name in (*old, *(name for name in new if name not in old)):
        yield from _of_record(old.get(name), new.get(name), was, now)
    yield from _of_bulletins_and_years(before, after)
    for name in (*old, *(name for name in new if name not in old)):
        yield from _of_documents(name, was, now, {new: old for old, new in renamed.items()})
    yield from _of_addresses(before, after, was, now)


def _public(records: Records, today: date) -> dict[str, AnyRecord]:
    return {each.record.ref: each.record for each in records.cases_briefings_notices if each.record.is_public(today)}


def _of_record(old: AnyRecord | None, new: AnyRecord | None, was: Library, now: Library) -> Iterator[str]:
    if old is None and new is not None:
        yield f"New page: {named(new)}, at {address_of(new, now.vocabulary)}{_dated(new)}"
    elif old is not None and new is None:
        yield f"This page is no longer public: {named(old)}, at {address_of(old, was.vocabulary)}"
    elif old is not None and new is not None:
        if title_of(old) != title_of(new):
            yield f'{named(old)} is called "{title_of(new)}" on its page, in lists and in the search'
        if address_of(old, was.vocabulary) != address_of(new, now.vocabulary):
            old_address, new_address = address_of(old, was.vocabulary), address_of(new, now.vocabulary)
            yield f"The page of {named(new)} moves from {old_address} to {new_address}"
        if old.status != new.status:
            yield from _of_status(old, new)
        if _date_of(old) != _date_of(new) and _date_of(new):
            yield f"{named(new)} has another date: {_date_of(new)}"
        yield from _of_corrections(old, new)


def _of_corrections(old: AnyRecord, new: AnyRecord) -> Iterator[str]:
    if new.is_withdrawn:
        return
    for correction in new.corrections:
        if correction not in old.corrections:
            yield f'The page of {named(new)} says that it was corrected: "{correction.text}" ({correction.date.label})'
    for correction in old.corrections:
        if correction not in new.corrections:
            yield f'The page of {named(new)} no longer has the correction "{correction.text}" ({correction.date.label})'


def _of_bulletins_and_years(before: State, after: State) -> Iterator[str]:
    """Yield which bulletins and years get or lose their page, and which bulletins get another title or status."""
    old, new = _bulletins_and_years(before), _bulletins_and_years(after)
    for address in (*old, *(address for address in new if address not in old)):
        was, now = old.get(address), new.get(address)
        if was is None and now is not None:
            yield f"New page: {named(now)}, at {address}"
        elif was is not None and now is None:
            yield f"This page is no longer public: {named(was)}, at {address}"
        elif isinstance(was, Bulletin) and isinstance(now, Bulletin):
            if was.title != now.title:
                yield f'The bulletin "{was.title}" is called "{now.title}" on its page, in lists and in the search'
            if was.status is not now.status:
                is_sent = now.status is BulletinStatus.SENT
                what = "sent: its items stay as they are" if is_sent else "not sent: it gets new changes of its quarter"
                yield f'The bulletin "{now.title}" is marked as {what}'
    yield from _of_bulletin_items(before, after)


def _of_bulletin_items(before: State, after: State) -> Iterator[str]:
    """Yield which bulletins get items, because of changes of other records."""
    assert before.library is not None
    assert after.library is not None
    earlier = {each.record.id: each for each in before.library.bulletins}
    for bulletin in after.library.bulletins:
        if bulletin.record.id in earlier and bulletin.record.is_public(after.library.today):
            known = {(item.record, item.change) for item in earlier[bulletin.record.id].all_items}
            added = [item.title for item in bulletin.all_items if (item.record, item.change) not in known]
            if added:
                titles = ", ".join(f'"{title}"' for title in dict.fromkeys(added))
                yield f'The page of the bulletin "{bulletin.record.title}" lists more: {titles}'


def _bulletins_and_years(state: State) -> dict[str, Bulletin | Year]:
    """Return the public bulletins and years that have a page, by its address."""
    assert state.library is not None
    today = state.library.today
    records: tuple[Bulletin | Year, ...] = (
        *(each.record for each in state.records.bulletins),
        *(each.record for each in state.records.years),
    )
    found = {page_address(record): record for record in records if record.is_public(today)}
    return {address: record for address, record in found.items() if address in state.addresses}


def page_address(record: Bulletin | Year) -> Address:
    """Return the address of the page of a bulletin or a year."""
    return addresses.bulletin(record.id) if isinstance(record, Bulletin) else addresses.report_year(record.id)


def named(record: WithPage) -> str:
    """Return a record as it appears inside a sentence: `"Heron"` or `the bulletin "Spring"`.

    A briefing may have the title of its review, so it has its series too.
    """
    if isinstance(record, Year):
        return f"the year {record.year.label if record.year is not None else record.id}"
    if isinstance(record, Bulletin):
        return f'the bulletin "{record.title}"'
    kind = record.series.label if isinstance(record, Briefing) else ""
    return f'"{title_of(record)}"{f" ({kind})" if kind else ""}'


def _of_status(old: AnyRecord, new: AnyRecord) -> Iterator[str]:
    because = f' and why: "{new.status_reason}"' if new.status_reason is not None else ""
    if new.status is Status.WITHDRAWN:
        yield f"{named(new)} is taken down: its address shows only that it was withdrawn{because}"
    elif new.status is Status.ARCHIVED:
        yield f"The page of {named(new)} stays and says that it is archived{because}"
    elif old.status in (Status.ARCHIVED, Status.WITHDRAWN):
        yield f"{named(new)} is no longer marked as {old.status}"


def _date_of(record: AnyRecord) -> str:
    day = record.date if isinstance(record, Notice) else record.published
    return day.label if day is not None else ""


def _dated(record: AnyRecord) -> str:
    return f", dated {_date_of(record)}" if _date_of(record) else ""


def _of_documents(name: str, was: Library, now: Library, old_name: Mapping[str, str]) -> Iterator[str]:
    old, new = _documents(old_name.get(name, name), was), _documents(name, now)
    for key, document in new.items():
        before = old.get(key)
        if document.address is not None and (before is None or before.address is None):
            yield f"New document: {document.label}"
        elif document.address is None and before is not None and before.address is not None:
            yield f"Readers can no longer download it here: {before.label}"
        elif before is not None and before.facts != document.facts and _file(before) != _file(document):
            yield f"Readers get another file: {document.label}"
        if before is not None:
            known = {update.text for update in before.updates}
            yield from (
                f'The page says about the {document.kind}: "{update.text}" ({update.date.label})'
                for update in document.updates
                if update.text not in known
            )
            offered = {version.address for version in before.with_earlier}
            yield from (
                f"The earlier version stays, at {update.earlier.address}"
                for update in document.updates
                if update.earlier is not None and update.earlier.address not in offered
            )
    for key, document in old.items():
        if key not in new and document.address is not None:
            yield f"Readers can no longer download it here: {document.label}"


def _documents(name: str, library: Library) -> dict[str, PublishedDocument]:
    kind, _, identity = name.partition(":")
    return {each.name: each for each in library.documents_of.get((kind, identity), ())}


def _file(document: PublishedDocument) -> tuple[str, int]:
    return (document.facts.sha256, document.facts.size_bytes) if document.facts is not None else ("", 0)


def _of_addresses(before: State, after: State, was: Library, now: Library) -> Iterator[str]:
    """Yield where old addresses lead. Only those that readers may have."""
    known = {_key(each.old, was): each.new for each in was.redirects}
    for redirect in now.redirects:
        key = _key(redirect.old, now)
        if known.get(key) != redirect.new:
            yield f"The address {redirect.old} leads to {redirect.new}"
    redirected = {_key(redirect.old, now) for redirect in now.redirects}
    gone = sorted(before.addresses - after.addresses - redirected)
    yield from (f"Nothing is at this address any more: {address}" for address in gone if address.endswith("/"))


def _key(address: str, library: Library) -> Address:
    return site_address(address, library.site_url) or address
