"""The facets that readers filter records with: kind, type, year, theme, harm, audience, about whom, and how to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from generator.languages import message
from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.library import Library, once_per_record
from generator.model.notice import Notice
from generator.model.partial_date import PartialDate
from generator.model.publication import About
from generator.model.vocabulary import TYPE_NOT_STATED_ID, NoticeSection, Vocabulary
from generator.model.ways_to_read import ways_to_read


class Facet(StrEnum):
    """A facet that lists are filtered by. The value is its name in the address of a filtered list and never changes."""

    TYPE = "type"
    SERIES = "series"
    ABOUT = "about"
    AUDIENCE = "audience"
    THEME = "theme"
    HARM = "harm"
    YEAR = "year"
    READ = "read"
    """How to read it."""


CASE_FACETS: Final = (Facet.TYPE, Facet.READ, Facet.ABOUT, Facet.THEME, Facet.HARM, Facet.YEAR)
BRIEFING_FACETS: Final = (
    Facet.SERIES, Facet.READ, Facet.AUDIENCE, Facet.ABOUT, Facet.THEME, Facet.HARM, Facet.YEAR,
)  # fmt: skip

CHILD_OR_ADULT: Final = (About.CHILDREN, About.ADULTS)

HOW_TO_READ: Final = message("How to read it")

UNDATED: Final = "undated"
"""The year of a record whose date is not known."""

FacetedRecord = TypeVar("FacetedRecord", Case, Briefing)
"""A record that readers can filter lists for: a review or a briefing."""

FacetIds = Mapping[Facet, tuple[str, ...]]
"""Facet to the ids of a record, without duplicates; empty if nothing is known."""


@once_per_record
def facet_ids(record: Case | Briefing, library: Library) -> FacetIds:
    """Return the facet ids of a review or briefing. A briefing of a case has its case's themes and harms.

    A review is also found by the themes of the briefings that it lists: a finder has to say so.
    """
    themes, harms = subjects_of(record, library)
    if isinstance(record, Case):
        themes = (*themes, *library.briefing_themes_of.get(record.id, ()))
    dated = date_of(record)
    year = record.year if isinstance(record, Case) else dated.year if dated is not None else None
    ids: dict[Facet, Iterable[str]] = {
        Facet.ABOUT: about_groups(record, library),
        Facet.THEME: themes,
        Facet.HARM: harms,
        Facet.YEAR: (str(year) if year is not None else UNDATED,),
        Facet.READ: tuple(map(str, ways_to_read(record, library))),
    }
    if isinstance(record, Case):
        ids[Facet.TYPE] = library.vocabulary.parent_types(record.type) or (TYPE_NOT_STATED_ID,)
    else:
        ids |= {Facet.SERIES: (record.series.id,), Facet.AUDIENCE: record.audience}
    return {facet: tuple(dict.fromkeys(values)) for facet, values in ids.items()}


def by_facet(
    records: Iterable[FacetedRecord], library: Library
) -> Mapping[Facet, Mapping[str, tuple[FacetedRecord, ...]]]:
    """Return facet to facet id to records, in the given order. An id without records is left out."""
    known = [(record, facet_ids(record, library)) for record in records]
    return {facet: _group((record, ids.get(facet, ())) for record, ids in known) for facet in Facet}


def group_by(
    records: Iterable[FacetedRecord], ids_of: Callable[[FacetedRecord], Iterable[str]]
) -> Mapping[str, tuple[FacetedRecord, ...]]:
    """Return facet id to records for one facet, for a page that needs no other."""
    return _group((record, ids_of(record)) for record in records)


def _group(records: Iterable[tuple[FacetedRecord, Iterable[str]]]) -> Mapping[str, tuple[FacetedRecord, ...]]:
    groups: dict[str, list[FacetedRecord]] = defaultdict(list)
    for record, ids in records:
        for facet_id in ids:
            groups[facet_id].append(record)
    return {facet_id: tuple(listed) for facet_id, listed in groups.items()}


def date_of(record: Case | Briefing | Notice) -> PartialDate | None:
    """Return the date for sorting a record; None if no source gives one."""
    if isinstance(record, Case):
        return record.published
    return record.latest if isinstance(record, Briefing) else record.dated


def subjects_of(record: Case | Briefing | Notice, library: Library) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of themes and of harms: the record's, or those of the case that it belongs to."""
    source = case_of_lessons(record, library) or record
    return record.themes or source.themes, record.harms or source.harms


def audience_groups(record: Case | Briefing | Notice, harms: Iterable[str], words: Vocabulary) -> tuple[About, ...]:
    """Return children or adults, or both, if the record or the vocabulary says so.

    The record's own `about` decides. Without it, the review types that are about one of them decide. If a type may be
    about either, or none is stated, the harms that are about only one of them decide as well.
    """
    if record.about:
        return tuple(group for group in CHILD_OR_ADULT if group in record.about)
    types = record.type if isinstance(record, Case) else ()
    abouts = [words.type[each].about for each in types if each in words.type]
    if not abouts or any(len(about) != 1 for about in abouts):
        abouts += [words.harm[harm].about for harm in harms if harm in words.harm]
    known = {about[0] for about in abouts if len(about) == 1}
    return tuple(group for group in CHILD_OR_ADULT if group in known)


def about_groups(record: Case | Briefing, library: Library) -> tuple[About, ...]:
    """Return who the record is about.

    Unless it says otherwise, a briefing of a case is about its case's people.
    """
    source = record if record.about else case_of_lessons(record, library) or record
    return audience_groups(source, subjects_of(record, library)[1], library.vocabulary)


def case_of_lessons(record: Case | Briefing | Notice, library: Library) -> Case | None:
    """Return the case that a briefing belongs to. None for any other record, and for a case that is not public."""
    if isinstance(record, Briefing) and record.case is not None:
        return next(iter(library.cases_of.get(record.id, ())), None)
    return None


def kind_of(record: Case | Briefing | Notice, library: Library) -> str:
    """Return the kind of a record as search results show it, not translated: Review, Briefing, News or Resource."""
    if isinstance(record, Notice):
        is_resource = library.vocabulary.notice_kind[record.kind].shelf is NoticeSection.RESOURCES
        return message("Resource") if is_resource else message("News")
    return message("Review") if isinstance(record, Case) else message("Briefing")
