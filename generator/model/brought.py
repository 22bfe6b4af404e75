"""What each quarter brought: all that was published, revised, updated, archived or withdrawn in it, or is to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeGuard

from generator.model.briefing import Briefing
from generator.model.bulletin import BulletinItem, BulletinSection, ItemChange, Reading
from generator.model.case import Case
from generator.model.dates import PartialDate
from generator.model.facets import about_of
from generator.model.hard_subjects import subjects_shown
from generator.model.notice import Notice
from generator.model.periods import Quarter
from generator.model.publication import Status
from generator.model.vocabulary import Vocabulary

AnyRecord = Case | Briefing | Notice


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that a record has given a quarter to tell, as barely as it can be told."""

    record: AnyRecord
    change: ItemChange
    date: PartialDate | None
    """When it changed, or takes place; None where that is not known."""

    text: str = ""
    """What was changed in a document, or why it was archived or withdrawn; empty for the rest."""


def quarters(records: Iterable[AnyRecord], today: date) -> Mapping[str, tuple[Happening, ...]]:
    """By the id of a quarter, all that it brought until today: what is withdrawn and archived too. Newest first.

    Wants the records that are public. One whose month is not known belongs to no quarter.
    """
    brought: dict[Quarter, list[Happening]] = defaultdict(list)
    for each in (each for record in records for each in happenings(record)):
        if each.date is None or each.date.month is None:
            continue
        quarter = Quarter.of(each.date.first_day)
        if each.change is ItemChange.COMING:
            quarter = quarter.previous
        elif each.date.first_day > today:
            continue
        brought[quarter].append(each)
    return {quarter.id: _once(brought[quarter]) for quarter in sorted(brought, reverse=True)}


def happenings(record: AnyRecord) -> Iterator[Happening]:
    """All that a record has ever given a quarter to tell, dated or not."""
    if record.is_withdrawn or record.status is Status.ARCHIVED:
        change = ItemChange.WITHDRAWN if record.is_withdrawn else ItemChange.ARCHIVED
        yield Happening(record, change, record.status_since, record.status_reason or "")
    if record.is_withdrawn:
        return
    yield _as_new(record)
    if isinstance(record, Notice) and record.starts is not None:
        yield Happening(record, ItemChange.COMING, record.starts.day)
    if isinstance(record, Briefing):
        yield Happening(record, ItemChange.REVISED, record.revised)
    for document in record.documents:
        for update in document.updates:
            yield Happening(record, ItemChange.UPDATED, update.date, update.text)


def _as_new(record: AnyRecord) -> Happening:
    return Happening(record, ItemChange.NEW, record.date if isinstance(record, Notice) else record.published)


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

    def item(self, happening: Happening) -> BulletinItem:
        """It with all that a bulletin says of it."""
        record, change = happening.record, happening.change
        if change in (ItemChange.UPDATED, ItemChange.ARCHIVED, ItemChange.WITHDRAWN):
            what = self._what(record)
            section = BulletinSection.CHANGES
            return BulletinItem(record, section, change, happening.date, record.name, happening.text, what=what)
        section = BulletinSection.EVENTS if change is ItemChange.COMING else self._section(record)
        return self._told(record, section, change, happening.date)

    def new(self, record: AnyRecord) -> BulletinItem:
        """A record as it is told when it is new. Not for one that is withdrawn."""
        return self.item(_as_new(record))

    def _section(self, record: AnyRecord) -> BulletinSection:
        if isinstance(record, Case):
            return BulletinSection.REVIEWS
        if isinstance(record, Briefing):
            return BulletinSection.BRIEFINGS
        kind = self._words.notice_kind.get(record.kind)
        return kind.in_bulletins if kind is not None else BulletinSection.NEWS

    def _told(
        self, record: AnyRecord, section: BulletinSection, change: ItemChange, dated: PartialDate | None
    ) -> BulletinItem:
        case = self._cases.get(record.case or "") if isinstance(record, Briefing) else None
        told = record if case is None or record.about else case
        about = record.about if isinstance(record, Notice) else about_of(told, record.harms or told.harms, self._words)
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
            # A bulletin shows only the summary: without one it says nothing that calls for a note.
            hard_subjects=subjects_shown(record, case, self._words) if record.summary else (),
            reading=self._reading(record),
        )

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


def _once(brought: Iterable[Happening]) -> tuple[Happening, ...]:
    """One entry a record and change: of several changes of a kind the last.

    What was both new and revised in a quarter is new; what was announced in it and takes place in the next is coming.
    """
    ordered = sorted(brought, key=lambda each: _newest_first(each.date, each.record.name))
    changes: dict[str, set[ItemChange]] = defaultdict(set)
    for each in ordered:
        changes[each.record.name_in_records].add(each.change)
    kept: dict[tuple[str, ItemChange], Happening] = {}
    for each in ordered:
        name = each.record.name_in_records
        others = changes[name] - {each.change}
        if each.change is ItemChange.REVISED and ItemChange.NEW in others:
            continue
        if each.change is ItemChange.NEW and ItemChange.COMING in others:
            continue
        kept.setdefault((name, each.change), each)
    return tuple(kept.values())


def _newest_first(dated: PartialDate | None, name: str) -> tuple[bool, int, str]:
    return dated is None, -dated.first_day.toordinal() if dated is not None else 0, name.lower()
