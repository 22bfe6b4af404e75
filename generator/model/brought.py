"""What each quarter brought: all that was published, revised, updated, archived or withdrawn in it, or is to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeGuard

from generator.model.briefing import Briefing
from generator.model.bulletin import BulletinItem, BulletinSection, ItemChange, Reading
from generator.model.case import Case
from generator.model.dates import PartialDate
from generator.model.facets import about_of
from generator.model.hard_subjects import hard_among
from generator.model.notice import Notice
from generator.model.periods import Quarter
from generator.model.publication import Status
from generator.model.vocabulary import Vocabulary

AnyRecord = Case | Briefing | Notice


def quarters(records: Iterable[AnyRecord], words: Vocabulary, today: date) -> Mapping[str, tuple[BulletinItem, ...]]:
    """By the id of a quarter, all that it brought until today: what is withdrawn and archived too. Newest first.

    Wants the records that are public. One whose month is not known belongs to no quarter.
    """
    records = tuple(records)
    items = ItemsOf(records, words)
    brought: dict[Quarter, list[BulletinItem]] = defaultdict(list)
    for record in records:
        for item in items.all(record):
            if item.date is None or item.date.month is None:
                continue
            quarter = Quarter.of(item.date.first_day)
            if item.change is ItemChange.COMING:
                quarter = quarter.previous
            elif item.date.first_day > today:
                continue
            brought[quarter].append(item)
    return {quarter.id: _once(brought[quarter]) for quarter in sorted(brought, reverse=True)}


class ItemsOf:
    """What records have to tell. A word that the vocabulary does not know stands as written: another rule tells it."""

    def __init__(self, records: Iterable[AnyRecord], words: Vocabulary) -> None:
        """`records` are those to which an item may point."""
        standing = [each for each in records if not each.is_withdrawn]
        self._words = words
        self._cases = {each.id: each for each in standing if isinstance(each, Case)}
        self._briefings = {each.id: each for each in standing if isinstance(each, Briefing)}
        self._lessons = {each.case: each for each in self._briefings.values() if each.case in self._cases}
        self._reviews_of: dict[str, list[Case]] = defaultdict(list)
        for case in sorted(self._cases.values(), key=lambda each: _newest_first(each.published, each.name)):
            for briefing in dict.fromkeys(case.briefings):
                self._reviews_of[briefing].append(case)

    def all(self, record: AnyRecord) -> Iterator[BulletinItem]:
        """All that a record has ever given a quarter to tell, dated or not."""
        if record.is_withdrawn or record.status is Status.ARCHIVED:
            change = ItemChange.WITHDRAWN if record.is_withdrawn else ItemChange.ARCHIVED
            yield self._changed(record, change, record.status_since, record.status_reason or "")
        if record.is_withdrawn:
            return
        yield self.new(record)
        if isinstance(record, Notice) and record.starts is not None:
            yield self._told(record, BulletinSection.EVENTS, ItemChange.COMING, record.starts.day)
        if isinstance(record, Briefing):
            yield self._told(record, BulletinSection.BRIEFINGS, ItemChange.REVISED, record.revised)
        for document in record.documents:
            for update in document.updates:
                yield self._changed(record, ItemChange.UPDATED, update.date, update.text)

    def new(self, record: AnyRecord) -> BulletinItem:
        """A record as it is told when it is new. Not for one that is withdrawn."""
        if isinstance(record, Notice):
            kind = self._words.notice_kind.get(record.kind)
            section = kind.in_bulletins if kind is not None else BulletinSection.NEWS
            return self._told(record, section, ItemChange.NEW, record.date)
        section = BulletinSection.REVIEWS if isinstance(record, Case) else BulletinSection.BRIEFINGS
        return self._told(record, section, ItemChange.NEW, record.published)

    def _told(
        self, record: AnyRecord, section: BulletinSection, change: ItemChange, dated: PartialDate | None
    ) -> BulletinItem:
        source = self._cases.get(record.case or "", record) if isinstance(record, Briefing) else record
        harms = record.harms or source.harms
        about = record.about if isinstance(record, Notice) else about_of(source, harms, self._words)
        return BulletinItem(
            record,
            section,
            change,
            dated,
            record.name,
            record.summary or (f"What was learned from {record.title}." if _is_lessons(record) else ""),
            what=self._what(record),
            about=about,
            when=record.when if isinstance(record, Notice) else "",
            place=(record.place or "") if isinstance(record, Notice) else "",
            hard_subjects=hard_among(record.themes or source.themes, harms, self._words),
            reading=self._reading(record),
        )

    def _changed(self, record: AnyRecord, change: ItemChange, dated: PartialDate | None, text: str) -> BulletinItem:
        what = self._what(record)
        return BulletinItem(record, BulletinSection.CHANGES, change, dated, record.name, text, what=what)

    def _what(self, record: AnyRecord) -> str:
        if isinstance(record, Briefing):
            return record.series.label[0].upper() + record.series.label[1:]
        if isinstance(record, Case):
            term = self._words.type.get(record.type)
            return term.label if term is not None else record.type
        kind = self._words.notice_kind.get(record.kind)
        return kind.label if kind is not None else record.kind

    def _reading(self, record: AnyRecord) -> tuple[Reading, ...]:
        if isinstance(record, Notice):
            return ()
        if isinstance(record, Briefing):
            own = self._cases.get(record.case or "")
            reviews = [own] if own is not None else self._reviews_of.get(record.id, [])
            return tuple(
                Reading(record=each.name_in_records, title=each.name, what=self._what(each)) for each in reviews
            )
        lessons = self._lessons.get(record.id)
        short = [self._briefings[each] for each in dict.fromkeys(record.briefings) if each in self._briefings]
        return tuple(
            Reading(
                record=each.name_in_records,
                title=each.name,
                what=each.series.label,
                question=each.questions[0] if each.questions else None,
            )
            for each in (*([lessons] if lessons is not None else []), *short)
        )


def _is_lessons(record: AnyRecord) -> TypeGuard[Briefing]:
    return isinstance(record, Briefing) and record.case is not None


def _once(items: Iterable[BulletinItem]) -> tuple[BulletinItem, ...]:
    """One entry a record and change: of several changes of a kind the last.

    What was both new and revised in a quarter is new; what was announced in it and takes place in the next is coming.
    """
    ordered = sorted(items, key=lambda each: _newest_first(each.date, each.title))
    changes: dict[str, set[ItemChange]] = defaultdict(set)
    for each in ordered:
        changes[each.name].add(each.change)
    kept: dict[tuple[str, ItemChange], BulletinItem] = {}
    for each in ordered:
        others = changes[each.name] - {each.change}
        if each.change is ItemChange.REVISED and ItemChange.NEW in others:
            continue
        if each.change is ItemChange.NEW and ItemChange.COMING in others:
            continue
        kept.setdefault((each.name, each.change), each)
    return tuple(kept.values())


def _newest_first(dated: PartialDate | None, name: str) -> tuple[bool, int, str]:
    return dated is None, -dated.first_day.toordinal() if dated is not None else 0, name.lower()
