"""What each quarter brought, and the bulletins that tell of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.crosslink.order import newest_first
from generator.model import (
    Briefing,
    Bulletin,
    BulletinItem,
    BulletinSection,
    BulletinStatus,
    Case,
    ItemChange,
    Notice,
    PublishedBulletin,
    Quarter,
    Status,
)
from generator.model.vocabulary import Vocabulary

AnyRecord = Case | Briefing | Notice


def quarters(records: Iterable[AnyRecord], words: Vocabulary, today: date) -> Mapping[str, tuple[BulletinItem, ...]]:
    """By the id of a quarter, all that it brought until today: what is withdrawn and archived too.

    A record whose month is not known belongs to no quarter.
    """
    brought: dict[Quarter, list[BulletinItem]] = defaultdict(list)
    for record in records:
        for item in _items(record, words):
            if item.date is None or item.date.month is None:
                continue
            quarter = Quarter.of(item.date.first_day)
            if item.change is ItemChange.COMING:
                # The quarter before tells of it.
                quarter = _before(quarter)
            elif item.date.first_day > today:
                continue
            brought[quarter].append(item)
    return {quarter.id: _once(brought[quarter]) for quarter in sorted(brought, reverse=True)}


def published_bulletins(
    bulletins: Iterable[Bulletin],
    records: Iterable[AnyRecord],
    brought: Mapping[str, tuple[BulletinItem, ...]],
    words: Vocabulary,
    drafts: bool,
) -> tuple[PublishedBulletin, ...]:
    """The public bulletins, newest first; with `drafts` the others too. Wants records without errors."""
    by_name = {each.name_in_records: each for each in records}
    published = []
    for bulletin in bulletins:
        quarter = bulletin.quarter
        if quarter is None or (bulletin.status is BulletinStatus.DRAFT and not drafts):
            continue
        current = brought.get(quarter.id, ())
        items = _sent(bulletin, by_name) if bulletin.items else _chosen(bulletin, current, by_name, words)
        told = {each.name for each in items} | set(bulletin.left_out)
        since = tuple(each for each in current if each.name not in told) if bulletin.items else ()
        published.append(PublishedBulletin(bulletin, quarter, _in_sections(bulletin, items), since))
    return tuple(sorted(published, key=lambda each: each.quarter, reverse=True))


def _items(record: AnyRecord, words: Vocabulary) -> Iterator[BulletinItem]:
    """All that a record has ever given a quarter to tell."""
    section = _section(record, words)
    title, text = _words(record)
    if record.is_withdrawn or record.status is Status.ARCHIVED:
        change = ItemChange.WITHDRAWN if record.is_withdrawn else ItemChange.ARCHIVED
        reason = record.status_reason or ""
        yield BulletinItem(record, BulletinSection.CHANGES, change, record.status_since, title, reason)
    if record.is_withdrawn:
        return
    if isinstance(record, Notice):
        yield BulletinItem(record, section, ItemChange.NEW, record.date, title, text)
        if record.starts is not None:
            yield BulletinItem(record, BulletinSection.EVENTS, ItemChange.COMING, record.starts.day, title, text)
    else:
        yield BulletinItem(record, section, ItemChange.NEW, record.published, title, text)
    if isinstance(record, Briefing):
        yield BulletinItem(record, section, ItemChange.REVISED, record.revised, title, text)
    for document in record.documents:
        for update in document.updates:
            yield BulletinItem(record, BulletinSection.CHANGES, ItemChange.UPDATED, update.date, title, update.text)


def _section(record: AnyRecord, words: Vocabulary) -> BulletinSection:
    if isinstance(record, Case):
        return BulletinSection.REVIEWS
    return BulletinSection.BRIEFINGS if isinstance(record, Briefing) else words.notice_kind[record.kind].in_bulletins


def _words(record: AnyRecord) -> tuple[str, str]:
    """Name and summary."""
    if isinstance(record, Case):
        return record.name, record.summary or ""
    if isinstance(record, Briefing):
        title = record.title if record.case is None else f"{record.title}: {record.series.label}"
        return title, record.summary or ""
    return record.name, record.summary


def _once(items: Iterable[BulletinItem]) -> tuple[BulletinItem, ...]:
    """A record that was both new and revised in a quarter is new; of several changes of a kind the last is told."""
    ordered = newest_first(items, lambda each: (each.date, each.title))
    new = {each.name for each in ordered if each.change is ItemChange.NEW}
    kept: dict[tuple[str, ItemChange], BulletinItem] = {}
    for each in ordered:
        if each.change is ItemChange.REVISED and each.name in new:
            continue
        kept.setdefault((each.name, each.change), each)
    return tuple(kept.values())


def _chosen(
    bulletin: Bulletin, current: Iterable[BulletinItem], by_name: Mapping[str, AnyRecord], words: Vocabulary
) -> tuple[BulletinItem, ...]:
    """What the quarter brought as the editor wants it: pinned items lead, those left out are gone."""
    items = [each for each in current if each.name not in bulletin.left_out]
    pinned: list[BulletinItem] = []
    for name in bulletin.pinned:
        own = [each for each in items if each.name == name]
        if not own and name in by_name:
            record = by_name[name]
            own = [BulletinItem(record, _section(record, words), ItemChange.NEW, None, *_words(record))]
        pinned += [replace(each, is_pinned=True) for each in own]
    return (*pinned, *(each for each in items if each.name not in bulletin.pinned))


def _sent(bulletin: Bulletin, by_name: Mapping[str, AnyRecord]) -> tuple[BulletinItem, ...]:
    """The items as they were sent.

    Of a record that has been withdrawn since, the words are gone; one that is not public any more is left out.
    """
    items = []
    for sent in bulletin.items:
        record = by_name.get(sent.record)
        if record is None:
            continue
        is_gone = record.is_withdrawn and sent.change is not ItemChange.WITHDRAWN
        text = record.status_reason or "" if is_gone else sent.text or ""
        change = ItemChange.WITHDRAWN if is_gone else sent.change
        title = _words(record)[0] if is_gone else sent.title
        items.append(BulletinItem(record, sent.section, change, sent.date, title, text))
    return tuple(items)


def _in_sections(
    bulletin: Bulletin, items: Iterable[BulletinItem]
) -> tuple[tuple[BulletinSection, tuple[BulletinItem, ...]], ...]:
    by_section: dict[BulletinSection, list[BulletinItem]] = defaultdict(list)
    for each in items:
        by_section[each.section].append(each)
    order = dict.fromkeys((*bulletin.order, *BulletinSection))
    return tuple((section, tuple(by_section[section])) for section in order if by_section[section])


def _before(quarter: Quarter) -> Quarter:
    return Quarter(quarter.year - 1, 4) if quarter.number == 1 else Quarter(quarter.year, quarter.number - 1)
