"""Builds the library, with every link in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from generator.crosslink.branding import font_files, published_logo
from generator.crosslink.bulletins import bulletins_by_record, published_bulletins
from generator.crosslink.documents import published_documents
from generator.crosslink.related import related_cases
from generator.crosslink.shared_documents import find_shared_documents
from generator.crosslink.shown_terms import shown_vocabulary
from generator.crosslink.sorting import newest_first
from generator.model import Briefing, Case, Library, Located, Notice, Records, Series, Source
from generator.model.quarter_activity import RecordChange, public_changes
from generator.model.site_sections import sections_of
from generator.model.vocabulary import TYPE_NOT_STATED_ID

AnyRecord = TypeVar("AnyRecord", Case, Briefing, Notice)
Key = TypeVar("Key")


def crosslink(records: Records, today: date, site_url: str, drafts: bool = False) -> Library:
    """Return the library for a day. The records must have no errors: the partnership and vocabulary must exist.

    A link to a record that is not public today is left out; with `drafts` every record is public.
    """
    assert records.partnership is not None and records.vocabulary is not None

    def public(located: Iterable[Located[AnyRecord]]) -> list[AnyRecord]:
        return [located_record.record for located_record in located if located_record.record.is_public(today, drafts)]

    all_cases, all_briefings, all_notices = public(records.cases), public(records.briefings), public(records.notices)
    cases = newest_first(_not_withdrawn(all_cases), lambda each: (each.published, each.name))
    briefings = tuple(sorted(_not_withdrawn(all_briefings), key=lambda each: (each.title.lower(), each.id)))
    notices = newest_first(_not_withdrawn(all_notices), lambda each: (each.dated, each.title))
    briefing_by_id = {each.id: each for each in briefings}
    briefings_of = {
        case.id: tuple(briefing_by_id[identity] for identity in case.briefings if identity in briefing_by_id)
        for case in cases
    }
    case_by_id = {each.id: each for each in cases}
    lessons_of = {
        each.case: each
        for each in briefings
        if each.series is Series.LESSONS_LEARNED and each.case is not None and each.case in case_by_id
    }

    def subject_of(briefing: Briefing) -> Case | Briefing:
        """Return the record with the themes and harms of a briefing: its case if it has one, or the briefing."""
        return case_by_id.get(briefing.case or "", briefing)

    everything: tuple[Case | Briefing | Notice, ...] = (*all_cases, *all_briefings, *all_notices)
    published = records.published_urls.record.published if records.published_urls is not None else ()
    published_addresses = frozenset(each.address for each in published)
    vocabulary = shown_vocabulary(
        records.vocabulary, everything, _public_sources(records, today, drafts), published_addresses
    )
    changes = public_changes(records, today, drafts)
    of_bulletins = (bulletin.record for bulletin in records.bulletins if bulletin.record.is_public(today, drafts))
    bulletins = published_bulletins(of_bulletins, everything, changes, vocabulary)
    shared = find_shared_documents((*cases, *briefings, *notices))
    return Library(
        partnership=records.partnership.record,
        vocabulary=vocabulary,
        today=today,
        site_url=site_url,
        cases=cases,
        briefings=briefings,
        notices=notices,
        withdrawn=(*_withdrawn(all_cases), *_withdrawn(all_briefings), *_withdrawn(all_notices)),
        briefings_of={identity: listed for identity, listed in briefings_of.items() if listed},
        lessons_of=lessons_of,
        cases_of=_cases_of(cases, briefings_of, lessons_of),
        related_to=related_cases(cases, briefings_of),
        documents_of=published_documents(
            records, vocabulary, (*cases, *briefings, *notices), shared, records.partnership.record.name
        ),
        shared_documents=shared.references,
        cases_by_type=_grouped(cases, lambda each: vocabulary.types_with_parents(each.type) or (TYPE_NOT_STATED_ID,)),
        cases_by_year=_grouped(cases, lambda each: (each.published.year if each.published else None,)),
        cases_by_theme=_grouped(cases, lambda each: each.themes),
        cases_by_harm=_grouped(cases, lambda each: each.harms),
        briefings_by_theme=_grouped(briefings, lambda each: each.themes or subject_of(each).themes),
        briefings_by_harm=_grouped(briefings, lambda each: each.harms or subject_of(each).harms),
        notices_by_theme=_grouped(notices, lambda each: each.themes),
        bulletins=bulletins,
        changed_in_quarter={quarter: _changed_records(in_quarter) for quarter, in_quarter in changes.items()},
        bulletins_mentioning=bulletins_by_record(bulletins),
        years=tuple(
            sorted(
                (year.record for year in records.years if year.record.is_public(today, drafts)),
                key=lambda each: each.id,
                reverse=True,
            )
        ),
        logo=published_logo(records.partnership, records.files),
        fonts=font_files(records.partnership, records.files),
        redirects=records.redirect_entries,
        published_addresses=published_addresses,
        sections=sections_of(records.pages),
        handwritten_pages=frozenset(page.address for page in records.pages if not page.is_frame),
    )


def _public_sources(records: Records, today: date, drafts: bool) -> Iterator[Source]:
    """Yield the texts that readers can see: pages, and records that are public today."""
    yield from (page.source for page in records.pages)
    yield from (each.raw.source for each in records.prose_records if each.record.is_public(today, drafts))
    if records.partnership is not None:
        yield records.partnership.raw.source


def _changed_records(changes: Iterable[RecordChange]) -> tuple[Case | Briefing | Notice, ...]:
    records = {change.record.ref: change.record for change in changes if not change.record.is_withdrawn}
    return tuple(records.values())


def _withdrawn(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    return [record for record in records if record.is_withdrawn]


def _not_withdrawn(records: Iterable[AnyRecord]) -> list[AnyRecord]:
    return [record for record in records if not record.is_withdrawn]


def _cases_of(
    cases: Iterable[Case], briefings_of: Mapping[str, tuple[Briefing, ...]], lessons_of: Mapping[str, Briefing]
) -> Mapping[str, tuple[Case, ...]]:
    backlinks: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        for briefing in {each.id: each for each in briefings_of[case.id]}.values():
            backlinks[briefing.id].append(case)
        if case.id in lessons_of:
            backlinks[lessons_of[case.id].id].append(case)
    return {identity: tuple(listed) for identity, listed in backlinks.items()}


def _grouped(
    records: Iterable[AnyRecord], keys: Callable[[AnyRecord], Iterable[Key]]
) -> Mapping[Key, tuple[AnyRecord, ...]]:
    groups: dict[Key, list[AnyRecord]] = defaultdict(list)
    for record in records:
        for key in dict.fromkeys(keys(record)):
            groups[key].append(record)
    return {key: tuple(listed) for key, listed in groups.items()}
