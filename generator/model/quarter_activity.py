"""The changes of each quarter: records published, revised, updated, archived or withdrawn in it, and coming events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeGuard

from generator.languages import dates
from generator.languages import gettext as _
from generator.model.briefing import Briefing
from generator.model.bulletin import BulletinItem, BulletinSection, ItemChange, RelatedReading
from generator.model.case import Case
from generator.model.case_briefings import case_briefings, subject_name
from generator.model.content_warnings import subjects_shown
from generator.model.document import Availability, Document
from generator.model.document_label import short_label
from generator.model.facets import audience_groups
from generator.model.notice import Notice
from generator.model.partial_date import PartialDate
from generator.model.periods import Quarter
from generator.model.publication import Status
from generator.model.recommendation import Progress, Recommendation, status_changes
from generator.model.records import Records
from generator.model.sorting import newest_first
from generator.model.vocabulary import REVIEW, Vocabulary

AnyRecord = Case | Briefing | Notice

_CHANGES_OF_PUBLISHED: Final = (
    ItemChange.ADDED,
    ItemChange.UPDATED,
    ItemChange.CORRECTED,
    ItemChange.ARCHIVED,
    ItemChange.WITHDRAWN,
)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One change to a record in a quarter: what changed and when, without display text."""

    record: AnyRecord
    change: ItemChange
    date: PartialDate | None
    """When it changed, or takes place; None if that is not known."""

    text: str = ""
    """The change in a document, what was corrected, or why it was archived or withdrawn; empty for other changes."""

    documents: tuple[Document, ...] = ()
    """The documents that were added to the record; empty for other changes."""

    progress: tuple[tuple[Recommendation, Progress], ...] = ()
    """The recommendations that got another status, each with its newest entry; empty for other changes."""


def changes_by_quarter(records: Iterable[AnyRecord], today: date) -> Mapping[str, tuple[RecordChange, ...]]:
    """Return quarter id to its changes until today, newest first. Withdrawn and archived records are included.

    Pass only public records. A change whose month is not known belongs to no quarter.
    """
    changes: dict[Quarter, list[RecordChange]] = defaultdict(list)
    for change in (change for record in records for change in changes_of(record)):
        if change.date is None or change.date.month is None:
            continue
        quarter = Quarter.of(change.date.first_day)
        if change.change is ItemChange.COMING:
            quarter = quarter.previous
        elif change.date.first_day > today:
            continue
        changes[quarter].append(change)
    return {quarter.id: _deduplicate(changes[quarter]) for quarter in sorted(changes, reverse=True)}


def public_changes(records: Records, today: date, drafts: bool = False) -> Mapping[str, tuple[RecordChange, ...]]:
    """Return `changes_by_quarter` of the records that are public today; with `drafts`, of all records."""
    located = records.cases_briefings_notices
    return changes_by_quarter(
        (located_record.record for located_record in located if located_record.record.is_public(today, drafts)), today
    )


def changes_of(record: AnyRecord) -> Iterator[RecordChange]:
    """Yield every change of a record that a bulletin can list, dated or not."""
    if record.is_withdrawn or record.status is Status.ARCHIVED:
        change = ItemChange.WITHDRAWN if record.is_withdrawn else ItemChange.ARCHIVED
        yield RecordChange(record, change, record.status_since, record.status_reason or "")
    if record.is_withdrawn:
        return
    yield _as_new(record)
    if isinstance(record, Notice) and record.starts is not None:
        yield RecordChange(record, ItemChange.COMING, record.starts.day)
    if isinstance(record, Briefing):
        yield RecordChange(record, ItemChange.REVISED, record.revised)
    for document in record.documents:
        if is_added(record, document):
            yield RecordChange(record, ItemChange.ADDED, document.published, documents=(document,))
        for update in document.updates:
            yield RecordChange(record, ItemChange.UPDATED, update.date, update.text)
    for correction in record.corrections:
        yield RecordChange(record, ItemChange.CORRECTED, correction.date, correction.text)
    if isinstance(record, Case):
        for recommendation, entry in status_changes(record.recommendations):
            yield RecordChange(record, ItemChange.PROGRESS, entry.date, progress=((recommendation, entry),))


def is_added(record: AnyRecord, document: Document) -> bool:
    """Return True for a document that readers can get and that was certainly published after its record."""
    with_record = record.date if isinstance(record, Notice) else record.published
    is_published = document.availability in (None, Availability.ELSEWHERE) and document.shared_from is None
    if not is_published or document.published is None:
        return False
    return with_record is None or with_record.last_day < document.published.first_day


def _as_new(record: AnyRecord) -> RecordChange:
    return RecordChange(record, ItemChange.NEW, record.date if isinstance(record, Notice) else record.published)


class BulletinItemFactory:
    """Builds bulletin items from changes. Unknown vocabulary ids are shown as they are; another rule reports them."""

    def __init__(
        self, records: Iterable[AnyRecord], words: Vocabulary, to_plain: Callable[[str], str] = str.strip
    ) -> None:
        """Create a factory with the records that an item may link to and the vocabulary.

        `to_plain` turns prose into plain text in one line.
        """
        linkable = [record for record in records if not record.is_withdrawn]
        self._words = words
        self._to_plain = to_plain
        self._cases = {record.id: record for record in linkable if isinstance(record, Case)}
        self._briefings = {record.id: record for record in linkable if isinstance(record, Briefing)}
        self._own_briefings = case_briefings(
            (briefing for briefing in self._briefings.values() if briefing.case in self._cases), words
        )
        self._reviews_of: dict[str, list[Case]] = defaultdict(list)
        for case in newest_first(self._cases.values(), lambda case: (case.published, case.name)):
            for briefing in dict.fromkeys(case.briefings):
                self._reviews_of[briefing].append(case)

    def item(self, record_change: RecordChange) -> BulletinItem:
        """Return the bulletin item for a change, with all its display text."""
        record, change = record_change.record, record_change.change
        if change is ItemChange.PROGRESS:
            return BulletinItem(
                record=record.ref,
                section=BulletinSection.PROGRESS,
                change=change,
                date=record_change.date,
                title=record.name,
                lines=tuple(self._progress(*each) for each in record_change.progress),
                what=self._what(record),
            )
        if change in _CHANGES_OF_PUBLISHED:
            return BulletinItem(
                record=record.ref,
                section=BulletinSection.CHANGES,
                change=change,
                date=record_change.date,
                title=record.name,
                text=record_change.text or self._added(record, record_change.documents),
                what=self._what(record),
            )
        section = BulletinSection.EVENTS if change is ItemChange.COMING else self._section(record)
        return self._item(record, section, change, record_change.date)

    def new(self, record: AnyRecord) -> BulletinItem:
        """Return the item for a newly published record. Do not call it for a withdrawn record."""
        return self.item(_as_new(record))

    def _progress(self, recommendation: Recommendation, entry: Progress) -> str:
        """Return what became of a recommendation: `Done: Visit again within a week (Police and Housing)`."""
        status = self._words.recommendation_status.get(entry.status)
        text = self._to_plain(recommendation.text)
        known = self._words.agency
        to = dates.join_list([known[each].label if each in known else each for each in recommendation.to])
        text = _("{recommendation} ({agencies})").format(recommendation=text.rstrip("."), agencies=to) if to else text
        label = status.label if status is not None else entry.status
        return _("{status}: {text}").format(status=label, text=text)

    def _added(self, record: AnyRecord, documents: Iterable[Document]) -> str:
        """Return the documents that were added, as a sentence: `New documents: statement; report, in Polish.`."""
        labels = [short_label(record, document, self._words) for document in documents]
        return f"New document{'' if len(labels) == 1 else 's'}: {'; '.join(labels)}." if labels else ""

    def _section(self, record: AnyRecord) -> BulletinSection:
        if isinstance(record, Case):
            return BulletinSection.REVIEWS
        if isinstance(record, Briefing):
            return BulletinSection.BRIEFINGS if record.counts_as_partnership else BulletinSection.GUIDES
        kind = self._words.notice_kind.get(record.kind)
        return kind.in_bulletins if kind is not None else BulletinSection.NEWS

    def _item(
        self, record: AnyRecord, section: BulletinSection, change: ItemChange, dated: PartialDate | None
    ) -> BulletinItem:
        case = self._cases.get(record.case or "") if isinstance(record, Briefing) else None
        subject = record if case is None or record.about else case
        about = (
            record.about
            if isinstance(record, Notice)
            else audience_groups(subject, record.harms or subject.harms, self._words)
        )
        return BulletinItem(
            record=record.ref,
            section=section,
            change=change,
            date=dated,
            title=record.name,
            text=record.summary
            or (
                _("What services learned from {name}'s review.").format(name=subject_name(record, case))
                if _is_about_case(record)
                else ""
            ),
            what=self._what(record),
            about=about,
            when=record.when if isinstance(record, Notice) else "",
            place=(record.place or "") if isinstance(record, Notice) else "",
            # A bulletin shows only the summary, so an item without a summary needs no content note.
            hard_subjects=tuple(subjects_shown(record, case, self._words)) if record.summary else (),
            reading=self._reading(record),
        )

    def _what(self, record: AnyRecord) -> str:
        if isinstance(record, Briefing):
            return record.kicker
        if isinstance(record, Case):
            return self._words.type_label(record.type, not_stated=_(REVIEW))
        kind = self._words.notice_kind.get(record.kind)
        return kind.label if kind is not None else record.kind

    def _reading(self, record: AnyRecord) -> tuple[RelatedReading, ...]:
        if isinstance(record, Notice):
            return ()
        if isinstance(record, Briefing):
            case = self._cases.get(record.case or "")
            reviews = [case] if case is not None else self._reviews_of.get(record.id, [])
            return tuple(
                RelatedReading(record=review.ref, title=review.name, what=self._what(review)) for review in reviews
            )
        short = [
            self._briefings[identity] for identity in dict.fromkeys(record.briefings) if identity in self._briefings
        ]
        return tuple(
            RelatedReading(
                record=briefing.ref,
                title=briefing.name,
                what=briefing.series.label,
                question=briefing.questions[0] if briefing.questions else None,
            )
            for briefing in (*self._own_briefings.get(record.id, ()), *short)
        )


def _is_about_case(record: AnyRecord) -> TypeGuard[Briefing]:
    return isinstance(record, Briefing) and record.case is not None


def _deduplicate(changes: Iterable[RecordChange]) -> tuple[RecordChange, ...]:
    """Return one entry for each record and kind of change: the last, if there are several.

    A record that was both new and revised in a quarter, or got a document in it, is new. Documents that were added to a
    record in a quarter are one entry, and so are its recommendations that got another status. An event that was
    announced in a quarter and takes place in the next is coming.
    """
    ordered = newest_first(changes, lambda change: (change.date, change.record.name))
    kinds: dict[str, set[ItemChange]] = defaultdict(set)
    for change in ordered:
        kinds[change.record.ref].add(change.change)
    kept: dict[tuple[str, ItemChange], RecordChange] = {}
    for change in ordered:
        name = change.record.ref
        if change.change in (ItemChange.REVISED, ItemChange.ADDED) and ItemChange.NEW in kinds[name]:
            continue
        if change.change is ItemChange.NEW and ItemChange.COMING in kinds[name]:
            continue
        first = kept.setdefault((name, change.change), change)
        if first is not change and change.documents:
            kept[name, change.change] = replace(first, documents=(*first.documents, *change.documents))
        if first is not change and change.change is ItemChange.CORRECTED:
            kept[name, change.change] = replace(first, text=f"{_as_sentence(first.text)} {change.text}")
        if first is not change:
            listed = {recommendation.id for recommendation, entry in first.progress}
            more = tuple(each for each in change.progress if each[0].id not in listed)
            kept[name, change.change] = replace(kept[name, change.change], progress=(*first.progress, *more))
    return tuple(kept.values())


def _as_sentence(text: str) -> str:
    """Return a text with a full stop at its end, if it has no other mark there."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
