"""Builds the bulletins: the changes of each quarter as its editor arranged them, or as they were sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.markdown import whole_text
from generator.model import (
    Bulletin,
    BulletinItem,
    BulletinSection,
    ItemChange,
    Library,
    PublishedBulletin,
    Quarter,
    RelatedReading,
)
from generator.model.how_to_read import WaysToRead
from generator.model.quarter_activity import AnyRecord, BulletinItemFactory, RecordChange
from generator.model.vocabulary import Vocabulary
from generator.model.ways_to_read import ways_to_read


def published_bulletins(
    bulletins: Iterable[Bulletin],
    records: Iterable[AnyRecord],
    changes: Mapping[str, tuple[RecordChange, ...]],
    words: Vocabulary,
) -> tuple[PublishedBulletin, ...]:
    """Return the bulletins, newest first. Pass only public bulletins and records, without errors."""
    records = tuple(records)
    by_name = {record.ref: record for record in records}
    factory = BulletinItemFactory(records, words, whole_text)
    published = []
    for bulletin in bulletins:
        quarter = bulletin.quarter
        if quarter is None:
            continue
        current = tuple(factory.item(change) for change in changes.get(quarter.id, ()))
        items = _sent_items(bulletin, by_name) if bulletin.items else _arranged(bulletin, current, by_name, factory)
        added: list[BulletinItem] = []
        if bulletin.items:
            sent = {(item.record, item.change) for item in items}
            later = (item for item in current if (item.record, item.change) not in sent)
            added = [item for item in later if item.record not in bulletin.left_out]
        named = {item.record: by_name[item.record] for item in (*items, *added)}
        published.append(PublishedBulletin(bulletin, quarter, _in_sections(bulletin, items), tuple(added), named))
    return tuple(sorted(published, key=lambda bulletin: bulletin.quarter, reverse=True))


def with_ways_to_read(library: Library) -> tuple[PublishedBulletin, ...]:
    """Return the bulletins with how to read each record, except in those that were sent: they never change."""
    records: tuple[AnyRecord, ...] = (*library.cases, *library.briefings, *library.notices)
    by_name = {record.ref: record for record in records}

    def ways(name: str) -> WaysToRead | None:
        return ways_to_read(by_name[name], library) if name in by_name else None

    def filled(items: Iterable[BulletinItem]) -> tuple[BulletinItem, ...]:
        return tuple(
            item.model_copy(
                update={
                    "how_to_read": ways(item.record) if item.change is not ItemChange.WITHDRAWN else None,
                    "reading": tuple(
                        reading.model_copy(update={"how_to_read": ways(reading.record)}) for reading in item.reading
                    ),
                }
            )
            for item in items
        )

    return tuple(
        replace(
            bulletin,
            sections=bulletin.sections
            if bulletin.record.items
            else tuple((section, filled(items)) for section, items in bulletin.sections),
            added_since_sent=filled(bulletin.added_since_sent),
        )
        for bulletin in library.bulletins
    )


def bulletins_by_record(bulletins: Iterable[PublishedBulletin]) -> Mapping[str, tuple[Quarter, ...]]:
    """Return record name to the quarters whose bulletins include it, newest first."""
    quarters: dict[str, list[Quarter]] = defaultdict(list)
    for bulletin in bulletins:
        for name in dict.fromkeys(item.record for item in bulletin.items):
            quarters[name].append(bulletin.quarter)
    return {name: tuple(including) for name, including in quarters.items()}


def _arranged(
    bulletin: Bulletin, current: Iterable[BulletinItem], by_name: Mapping[str, AnyRecord], factory: BulletinItemFactory
) -> tuple[BulletinItem, ...]:
    """Return the quarter's items as the editor arranged them: pinned items come first, left-out items are removed."""
    items = [item for item in current if item.record not in bulletin.left_out]
    pinned: list[BulletinItem] = []
    for name in dict.fromkeys(bulletin.pinned):
        of_record = [item for item in items if item.record == name]
        record = by_name.get(name)
        if not of_record and record is not None and not record.is_withdrawn:
            of_record = [factory.new(record).model_copy(update={"date": None})]
        pinned += of_record
    return (*pinned, *(item for item in items if item.record not in bulletin.pinned))


def _sent_items(bulletin: Bulletin, by_name: Mapping[str, AnyRecord]) -> tuple[BulletinItem, ...]:
    """Return the items as they were sent.

    The text of a record that was withdrawn later is removed; a record that is no longer public is left out.
    """
    return tuple(_sent_item(item, by_name[item.record], by_name) for item in bulletin.items if item.record in by_name)


def _sent_item(item: BulletinItem, record: AnyRecord, by_name: Mapping[str, AnyRecord]) -> BulletinItem:
    if record.is_withdrawn and item.change is not ItemChange.WITHDRAWN:
        return BulletinItem(
            record=item.record,
            section=item.section,
            change=ItemChange.WITHDRAWN,
            date=item.date,
            title=record.name,
            text=record.status_reason or "",
            what=item.what,
        )
    return item.model_copy(
        update={"reading": tuple(reading for reading in item.reading if _can_be_read(reading, by_name))}
    )


def _can_be_read(reading: RelatedReading, by_name: Mapping[str, AnyRecord]) -> bool:
    record = by_name.get(reading.record)
    return record is not None and not record.is_withdrawn


def _in_sections(
    bulletin: Bulletin, items: Iterable[BulletinItem]
) -> tuple[tuple[BulletinSection, tuple[BulletinItem, ...]], ...]:
    by_section: dict[BulletinSection, list[BulletinItem]] = defaultdict(list)
    for item in items:
        by_section[item.section].append(item)
    order = dict.fromkeys((*bulletin.order, *BulletinSection))
    return tuple((section, tuple(by_section[section])) for section in order if by_section[section])
