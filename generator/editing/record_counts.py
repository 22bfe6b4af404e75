"""Counts what is public today and lists what is missing: a to-do list for the editors of the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.editing.reading_counts import WRITTEN_FOR_LIBRARY
from generator.markdown import OLDEST, estimate_reading_age
from generator.model import (
    Availability,
    Briefing,
    Bulletin,
    BulletinStatus,
    Case,
    Located,
    Notice,
    Records,
    SiteSection,
    Status,
    title_of,
)
from generator.model.document_rules import unmet_rules
from generator.model.event_time import format_range
from generator.model.recommendation import RECOMMENDATION_FIELDS
from generator.model.site_sections import sections_of
from generator.model.vocabulary import NoticeSection

_Record = Located[Case] | Located[Briefing] | Located[Notice] | Located[Bulletin]


@dataclass(frozen=True, slots=True)
class RecordCounts:
    """The number of records of one kind, by what readers see of them."""

    name: str
    public: int
    """Public records. Includes archived ones, because their pages stay."""

    scheduled: int
    drafts: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class Task:
    """One record with something to be done."""

    id: str
    title: str
    file: str
    """The file to open, as a path from the site's root."""

    detail: str = ""
    """Further details. Empty if the title of the list says everything."""


@dataclass(frozen=True, slots=True)
class Todo:
    """Records with one kind of task."""

    key: str
    """A stable key for programs."""

    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class SummaryReadingAge:
    """The reading age of the summary of a record."""

    id: str
    title: str
    file: str
    """The file to open, as a path from the site's root."""

    reading_age: int
    """The reading age, in years."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of the library on a day."""

    today: date
    kinds: tuple[RecordCounts, ...]
    todos: tuple[Todo, ...]
    """The to-do lists that are not empty."""

    summaries: tuple[SummaryReadingAge, ...] = ()
    """The reading age of every summary of a record that is not withdrawn, the hardest first, then by title."""


def overview(records: Records, today: date) -> Overview:
    """Return what is public, and what is missing from public and scheduled records. Drafts are listed as they are."""
    todos = (
        Todo(key, title, tuple(_task(each, detail) for each, detail in found))
        for key, title, found in _todos(records, today)
    )
    summaries = tuple(sorted(_summaries(records), key=lambda each: (-each.reading_age, each.title)))
    return Overview(today, tuple(_kinds(records, today)), tuple(todo for todo in todos if todo.tasks), summaries)


def _summaries(records: Records) -> Iterator[SummaryReadingAge]:
    for record in records.cases_briefings_notices:
        if record.record.summary is not None and not record.record.is_withdrawn:
            yield SummaryReadingAge(
                record.record.id, title_of(record.record), record.raw.file, estimate_reading_age(record.record.summary)
            )


_Found = Sequence[tuple[_Record, str]]


def _todos(records: Records, today: date) -> Iterator[tuple[str, str, _Found]]:
    cases = [case for case in records.cases if _is_wanted(case.record)]
    briefings: list[Located[Briefing]] = [briefing for briefing in records.briefings if _is_wanted(briefing.record)]

    def without(name: str) -> _Found:
        """Return the cases without a text. One whose report is not published need not have it."""
        return [(case, "") for case in cases if case.record.state is None and not getattr(case.record, name)]

    undated: _Found = [(case, "") for case in cases if case.record.lacks_date]
    yield "case-without-type", "Cases without a type", without("type")
    yield "case-without-date", "Cases without a date", undated
    yield "case-without-summary", "Cases without a summary", without("summary")
    yield "summary-hard-to-read", f"Summaries with a reading age of more than {OLDEST}", _hard_to_read(records)
    yield "case-without-story", "Cases without a story", without("story")
    yield "case-without-learning", "Cases without learning", without("learning")
    yield (
        "case-without-sources",
        "Cases that do not name their sources",
        [(case, "") for case in cases if not case.record.sources],
    )
    yield "briefing-without-text", "Briefings without text", _without_text(records, briefings)
    no_document = [(briefing, "") for briefing in briefings if not briefing.record.documents]
    yield "briefing-without-document", "Briefings without a document", no_document
    used = {identity for case in records.cases for identity in case.record.briefings}
    unused = [(e, "") for e in briefings if not e.record.is_about_case and e.record.id not in used]
    yield "briefing-without-case", f"{_on_topics(records)} that no case lists", unused
    yield "documents-on-request", "Records whose documents are on request only", _documents_on_request(records)
    yield "document-without-address", "Documents on another website whose address is not known", _elsewhere(records)
    yield "document-not-found", "Documents without a source that says where they are", _not_found(records)
    yield "archived-without-date", "Archived records that do not say since when", _undated_archive(records)
    yield "document-not-accessible", "Documents that are not fully accessible", _not_accessible(records)
    yield "scheduled", "Scheduled", _scheduled(records, today)
    drafts: list[_Record] = [
        record for record in records.cases_briefings_notices if record.record.status is Status.DRAFT
    ]
    drafts += [bulletin for bulletin in records.bulletins if bulletin.record.status is BulletinStatus.DRAFT]
    yield "draft", "Drafts", [(draft, "") for draft in drafts]


def _hard_to_read(records: Records) -> _Found:
    ages = [
        (record, estimate_reading_age(record.record.summary or ""))
        for record in records.cases_briefings_notices
        if _is_wanted(record.record)
    ]
    return [(each, f"reading age {age}") for each, age in sorted(ages, key=lambda pair: -pair[1]) if age > OLDEST]


def _is_wanted(record: Case | Briefing | Notice) -> bool:
    return record.status not in (Status.DRAFT, Status.WITHDRAWN)


def _has_text(case: Case) -> bool:
    return any(path[0] not in {"summary_source", *RECOMMENDATION_FIELDS} for path, _ in case.prose)


def _without_text(records: Records, briefings: Iterable[Located[Briefing]]) -> _Found:
    """Yield the records without text. A briefing may have the text of its case."""
    told = {case.record.id for case in records.cases if _has_text(case.record)}
    return [
        (briefing, f"write it in content/cases/{briefing.record.case}/case.yml" if from_case else "")
        for briefing in briefings
        if not briefing.record.sections
        and not ((from_case := briefing.record.series.takes_text_from_case) and briefing.record.case in told)
    ]


def _on_topics(records: Records) -> str:
    """Return the name of the briefings that cases list."""
    series = records.vocabulary.record.briefing_series if records.vocabulary is not None else ()
    headings = [each.heading for each in series if each.is_for_topics]
    return headings[0] if len(headings) == 1 else "Briefings on topics"


def _documents_on_request(records: Records) -> _Found:
    return [
        (record, "")
        for record in records.cases_briefings_notices
        if _is_wanted(record.record)
        and record.record.documents
        and all(document.availability is Availability.ON_REQUEST for document in record.record.documents)
    ]


def _elsewhere(records: Records) -> _Found:
    return [
        (record, f'add "url" to the document "{document.name}"')
        for record in records.cases_briefings_notices
        if _is_wanted(record.record)
        for document in record.record.documents
        if document.availability is Availability.ELSEWHERE and document.url is None
    ]


def _not_found(records: Records) -> _Found:
    return [
        (record, f'find the document "{document.name}", or take it out')
        for record in records.cases_briefings_notices
        if _is_wanted(record.record)
        for document in record.record.documents
        if document.availability is Availability.UNKNOWN
    ]


def _undated_archive(records: Records) -> _Found:
    return [
        (record, 'add "status_since"')
        for record in records.cases_briefings_notices
        if record.record.status is Status.ARCHIVED and record.record.status_since is None
    ]


def _not_accessible(records: Records) -> _Found:
    """Yield documents that are not accessible, accepted ones too: the accessibility statement lists them meanwhile."""
    return [
        (record, document.file or "")
        for record in records.cases_briefings_notices
        if _is_wanted(record.record)
        for document in record.record.documents
        if (facts := records.files.get((record.raw.file, document.file or ""))) is not None
        and facts.pdf is not None
        and unmet_rules(facts.pdf)
    ]


def _scheduled(records: Records, today: date) -> _Found:
    waiting = [
        (record, record.record.publish_on)
        for record in records.cases_briefings_notices
        if record.record.status is Status.SCHEDULED and not record.record.is_public(today)
    ]
    waiting.sort(key=lambda pair: (pair[1].day.first_day, pair[1].iso) if pair[1] is not None else (date.max, ""))
    return [(each, f"on {format_range(on, None)}" if on is not None else "for no day") for each, on in waiting]


def _task(each: _Record, detail: str) -> Task:
    return Task(each.record.id, title_of(each.record), each.raw.file, detail)


def _kinds(records: Records, today: date) -> Iterator[RecordCounts]:
    words = records.vocabulary.record if records.vocabulary is not None else None
    cases = [case.record for case in records.cases]
    yield _kind("All reviews", cases, today)
    for review_type in words.review_types if words is not None else ():
        if words is not None and review_type.variant_of is None:
            of_type = [case for case in cases if review_type.id in words.parent_types(case.type)]
            yield _kind(review_type.plural or review_type.label, of_type, today)
    if not_stated := [case for case in cases if not case.type]:
        yield _kind("Reviews whose type is not stated", not_stated, today)
    sections = sections_of(records.pages)
    briefings = [briefing.record for briefing in records.briefings]
    of_partnership = [briefing for briefing in briefings if briefing.counts_as_partnership]
    for series in words.briefing_series if words is not None else ():
        of_series = [each for each in of_partnership if each.series.id == series.id]
        if of_series or SiteSection.BRIEFINGS in sections:
            yield _kind(series.heading, of_series, today)
    if own := [briefing for briefing in briefings if not briefing.counts_as_partnership]:
        yield _kind(WRITTEN_FOR_LIBRARY, own, today)
    for shelf, name in ((NoticeSection.NEWS, "News"), (NoticeSection.RESOURCES, "Resources")):
        kinds = (
            {notice_kind.id for notice_kind in words.notice_kinds if notice_kind.shelf is shelf}
            if words is not None
            else set()
        )
        of_shelf = [notice.record for notice in records.notices if notice.record.kind in kinds]
        if of_shelf or SiteSection(shelf) in sections:
            yield _kind(name, of_shelf, today)
    if records.bulletins:
        drafts = sum(bulletin.record.status is BulletinStatus.DRAFT for bulletin in records.bulletins)
        yield RecordCounts("Bulletins", len(records.bulletins) - drafts, 0, drafts, 0)


def _kind(name: str, found: Iterable[Case | Briefing | Notice], today: date) -> RecordCounts:
    counted = Counter(_visibility(each, today) for each in found)
    return RecordCounts(name, counted["public"], counted["scheduled"], counted["draft"], counted["withdrawn"])


def _visibility(record: Case | Briefing | Notice, today: date) -> str:
    if record.is_withdrawn:
        return "withdrawn"
    return "public" if record.is_public(today) else str(record.status)
