"""Builds the bulletins: the changes of each quarter as its editor arranged them, or as they were sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.model import (
    Bulletin,
    BulletinItem,
    BulletinSection,
    ItemChange,
    PublishedBulletin,
    Quarter,
    RelatedReading,
    SentItem,
)
from generator.model.quarter_activity import AnyRecord, BulletinItemFactory, RecordChange
from generator.model.vocabulary import Vocabulary


def published_bulletins(
    bulletins: Iterable[Bulletin],
    records: Iterable[AnyRecord],
    brought: Mapping[str, tuple[RecordChange, ...]],
    words: Vocabulary,
) -> tuple[PublishedBulletin, ...]:
    """Return the bulletins, newest first. Pass only public bulletins and records, without errors."""
    records = tuple(records)
    by_name = {record.ref: record for record in records}
    items_of = BulletinItemFactory(records, words)
    published = []
    for bulletin in bulletins:
        quarter = bulletin.quarter
        if quarter is None:
            continue
        current = tuple(items_of.item(each) for each in brought.get(quarter.id, ()))
        items = _sent(bulletin, by_name) if bulletin.items else _chosen(bulletin, current, by_name, items_of)
        told = {(item.name, item.change) for item in items}
        later = (each for each in current if (each.name, each.change) not in told)
        since = tuple(each for each in later if each.name not in bulletin.left_out) if bulletin.items else ()
        published.append(PublishedBulletin(bulletin, quarter, _in_sections(bulletin, items), since))
    return tuple(sorted(published, key=lambda each: each.quarter, reverse=True))


def bulletins_by_record(bulletins: Iterable[PublishedBulletin]) -> Mapping[str, tuple[Quarter, ...]]:
    """Return record name to the quarters whose bulletins include it, newest first."""
    quarters: dict[str, list[Quarter]] = defaultdict(list)
    for bulletin in bulletins:
        for name in dict.fromkeys(item.name for item in bulletin.items):
            quarters[name].append(bulletin.quarter)
    return {name: tuple(listed) for name, listed in quarters.items()}


def _chosen(
    bulletin: Bulletin, current: Iterable[BulletinItem], by_name: Mapping[str, AnyRecord], items_of: BulletinItemFactory
) -> tuple[BulletinItem, ...]:
    """Return the quarter's items as the editor arranged them: pinned items come first, left-out items are removed."""
    items = [each for each in current if each.name not in bulletin.left_out]
    pinned: list[BulletinItem] = []
    for name in dict.fromkeys(bulletin.pinned):
        own = [item for item in items if item.name == name]
        record = by_name.get(name)
        if not own and record is not None and not record.is_withdrawn:
            own = [replace(items_of.new(record), date=None)]
        pinned += [replace(each, is_pinned=True) for each in own]
    return (*pinned, *(item for item in items if item.name not in bulletin.pinned))


def _sent(bulletin: Bulletin, by_name: Mapping[str, AnyRecord]) -> tuple[BulletinItem, ...]:
    """Return the items as they were sent.

    The text of a record that was withdrawn later is removed; a record that is no longer public is left out.
    """
    return tuple(_as_sent(sent, by_name[sent.record], by_name) for sent in bulletin.items if sent.record in by_name)


def _as_sent(sent: SentItem, record: AnyRecord, by_name: Mapping[str, AnyRecord]) -> BulletinItem:
    if record.is_withdrawn and sent.change is not ItemChange.WITHDRAWN:
        title, reason = record.name, record.status_reason or ""
        return BulletinItem(record, sent.section, ItemChange.WITHDRAWN, sent.date, title, reason, what=sent.what)
    return BulletinItem(
        record,
        sent.section,
        sent.change,
        sent.date,
        sent.title,
        sent.text or "",
        what=sent.what,
        about=sent.about,
        when=sent.when or "",
        place=sent.place or "",
        hard_subjects=sent.hard_subjects,
        reading=tuple(each for each in sent.reading if _can_be_read(each, by_name)),
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
