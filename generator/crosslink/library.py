"""Builds the library, with every link in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from generator.crosslink.branding import font_files, published_logo
from generator.crosslink.briefing_themes import briefing_themes
from generator.crosslink.bulletins import bulletins_by_record, published_bulletins, with_ways_to_read
from generator.crosslink.documents import published_documents
from generator.crosslink.recommendations import published_recommendations
from generator.crosslink.record_order import as_listed, order_cases, order_records
from generator.crosslink.record_pictures import published_pictures
from generator.crosslink.related import related_cases
from generator.crosslink.shared_documents import find_shared_documents
from generator.crosslink.shown_terms import shown_vocabulary
from generator.model import Briefing, Case, Library, Located, Notice, Records, SiteSection, Source, addresses
from generator.model.addresses import parent_folder
from generator.model.case_briefings import case_briefings
from generator.model.page_dates import dates_of_page
from generator.model.page_titles import page_titles, titles_without_record
from generator.model.partnership import Partnership
from generator.model.publication_day import with_publication_days
from generator.model.publication_state import year_order
from generator.model.published_recommendation import PublishedRecommendation
from generator.model.quarter_activity import RecordChange, public_changes
from generator.model.review_type import ReviewType
from generator.model.site_sections import sections_of
from generator.model.slots import ALL_NUMBERS
from generator.model.sorting import name_key
from generator.model.vocabulary import TYPE_NOT_STATED_ID

AnyRecord = TypeVar("AnyRecord", Case, Briefing, Notice)
Grouped = TypeVar("Grouped", Case, Briefing, Notice, PublishedRecommendation)
Key = TypeVar("Key")


def crosslink(records: Records, today: date, site_url: str, drafts: bool = False) -> Library:
    """Return the library for a day. The records must have no errors: the partnership and vocabulary must exist.

    A link to a record that is not public today is left out; with `drafts` every record is public.
    """
    records = with_publication_days(records, today, drafts)
    assert records.partnership is not None and records.vocabulary is not None
    partnership: Partnership = records.partnership.record

    def public(located: Iterable[Located[AnyRecord]]) -> list[AnyRecord]:
        return [located_record.record for located_record in located if located_record.record.is_public(today, drafts)]

    def listed(ordered: Iterable[AnyRecord]) -> tuple[AnyRecord, ...]:
        return tuple(each for each in ordered if each.is_public(today, drafts) and not each.is_withdrawn)

    all_cases, all_briefings, all_notices = public(records.cases), public(records.briefings), public(records.notices)
    # A record that is not public gives others their place.
    case_orders = order_cases((located.record for located in records.cases), partnership.review_order)
    briefing_orders = order_records(located.record for located in records.briefings)
    newest_cases = listed(case_orders.newest)
    cases = as_listed(newest_cases, partnership.review_order)
    newest_briefings = listed(briefing_orders.newest)
    briefings = tuple(sorted(newest_briefings, key=lambda each: (name_key(each.title), each.id)))
    notices = listed(order_records(located.record for located in records.notices).newest)
    briefing_by_id = {each.id: each for each in briefings}
    briefings_of = {
        case.id: tuple(briefing_by_id[identity] for identity in case.briefings if identity in briefing_by_id)
        for case in cases
    }
    case_by_id = {each.id: each for each in cases}
    with_case = (each for each in briefings if each.case in case_by_id)
    own_briefings = case_briefings(with_case, records.vocabulary.record)
    linked_themes = briefing_themes(cases, briefings_of)

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
    withdrawn = tuple(each for each in everything if each.is_withdrawn)
    sections = sections_of(records.pages)
    titles = page_titles(
        (*cases, *newest_briefings, *notices, *withdrawn), vocabulary, titles_without_record(records)
    ).by_ref
    has_advice = SiteSection.RECOMMENDATIONS in sections
    advice = published_recommendations(newest_cases, titles, vocabulary) if has_advice else ()
    shared = find_shared_documents((*cases, *briefings, *notices))
    library = Library(
        partnership=partnership,
        vocabulary=vocabulary,
        types_with_process=_with_process(records),
        today=today,
        site_url=site_url,
        cases=cases,
        briefings=briefings,
        notices=notices,
        withdrawn=withdrawn,
        briefings_of={identity: listed for identity, listed in briefings_of.items() if listed},
        case_briefings_of=own_briefings,
        cases_of=_cases_of(cases, briefings_of, own_briefings),
        related_to=related_cases(cases, briefings_of),
        documents_of=published_documents(
            records, vocabulary, (*cases, *briefings, *notices), shared, records.partnership.record.name
        ),
        shared_documents=shared.references,
        pictures_of=published_pictures(records, vocabulary, (*cases, *briefings, *notices)),
        cases_by_type=_grouped(cases, lambda each: vocabulary.types_with_parents(each.type) or (TYPE_NOT_STATED_ID,)),
        cases_by_year=dict(
            sorted(_grouped(cases, lambda each: (each.year,)).items(), key=lambda group: year_order(group[0]))
        ),
        cases_by_theme=_grouped(cases, lambda each: each.themes),
        briefing_themes_of=linked_themes,
        cases_linked_to_theme=_grouped(cases, lambda each: linked_themes.get(each.id, ())),
        cases_by_harm=_grouped(cases, lambda each: each.harms),
        briefings_by_theme=_grouped(briefings, lambda each: each.themes or subject_of(each).themes),
        briefings_by_harm=_grouped(briefings, lambda each: each.harms or subject_of(each).harms),
        notices_by_theme=_grouped(notices, lambda each: each.themes),
        newest_cases=newest_cases,
        oldest_cases=listed(case_orders.oldest),
        newest_briefings=newest_briefings,
        oldest_briefings=listed(briefing_orders.oldest),
        bulletins=bulletins,
        changed_in_quarter={quarter: _changed_records(in_quarter) for quarter, in_quarter in changes.items()},
        bulletins_mentioning=bulletins_by_record(bulletins),
        recommendations=advice,
        recommendations_by_theme=_grouped(advice, lambda each: filter(None, (each.recommendation.theme,))),
        recommendations_by_agency=_grouped(advice, lambda each: each.recommendation.to),
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
        titles=titles,
        published_addresses=published_addresses,
        sections=sections,
        page_dates={page.address: dates_of_page(page, today) for page in records.pages if page.fields is not None},
        handwritten_pages=frozenset(page.address for page in records.pages if not page.is_frame),
        has_all_numbers=any(
            page.address == addresses.CONTACT and ALL_NUMBERS in page.source.text for page in records.pages
        ),
        frames=frozenset(parent_folder(page.address) for page in records.pages if page.is_frame),
    )
    return replace(library, bulletins=with_ways_to_read(library))


def _public_sources(records: Records, today: date, drafts: bool) -> Iterator[Source]:
    """Yield the texts that readers can see: pages, and records that are public today."""
    yield from (page.source for page in records.pages)
    yield from (each.raw.source for each in records.prose_records if each.record.is_public(today, drafts))
    if records.partnership is not None:
        yield records.partnership.raw.source


def _changed_records(changes: Iterable[RecordChange]) -> tuple[Case | Briefing | Notice, ...]:
    records = {change.record.ref: change.record for change in changes if not change.record.is_withdrawn}
    return tuple(records.values())


def _cases_of(
    cases: Iterable[Case],
    briefings_of: Mapping[str, tuple[Briefing, ...]],
    own_briefings: Mapping[str, tuple[Briefing, ...]],
) -> Mapping[str, tuple[Case, ...]]:
    backlinks: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        for briefing in {each.id: each for each in briefings_of[case.id]}.values():
            backlinks[briefing.id].append(case)
        for briefing in own_briefings.get(case.id, ()):
            backlinks[briefing.id].append(case)
    return {identity: tuple(listed) for identity, listed in backlinks.items()}


def _with_process(records: Records) -> tuple[ReviewType, ...]:
    """Return the types of review whose stages a page can explain, also those that are not shown as terms."""
    words = records.vocabulary.record.type.values() if records.vocabulary is not None else ()
    return tuple(each for each in words if each.process)


def _grouped(records: Iterable[Grouped], keys: Callable[[Grouped], Iterable[Key]]) -> Mapping[Key, tuple[Grouped, ...]]:
    groups: dict[Key, list[Grouped]] = defaultdict(list)
    for record in records:
        for key in dict.fromkeys(keys(record)):
            groups[key].append(record)
    return {key: tuple(listed) for key, listed in groups.items()}
