"""By what a record can be found beside its words: what it is, of which type and year, on what, for and about whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.dates import PartialDate
from generator.model.library import Library
from generator.model.notice import Notice
from generator.model.publication import About
from generator.model.vocabulary import Shelf, Term, Vocabulary


class Facet(StrEnum):
    """What a list is narrowed down by. The value is its name in the address of a narrowed list and never changes."""

    TYPE = "type"
    SERIES = "series"
    ABOUT = "about"
    AUDIENCE = "audience"
    THEME = "theme"
    HARM = "harm"
    YEAR = "year"


CASE_FACETS: Final = (Facet.TYPE, Facet.ABOUT, Facet.THEME, Facet.HARM, Facet.YEAR)
BRIEFING_FACETS: Final = (Facet.SERIES, Facet.AUDIENCE, Facet.ABOUT, Facet.THEME, Facet.HARM, Facet.YEAR)

CHILD_OR_ADULT: Final = (About.CHILDREN, About.ADULTS)

UNDATED: Final = "undated"
"""Stands for the year of a record whose date no source says."""

Narrowed = TypeVar("Narrowed", Case, Briefing)
"""What has a finder: a review or a briefing."""

FacetIds = Mapping[Facet, tuple[str, ...]]
"""The ids of a record by facet, each once; empty where nothing is known."""

Facets = Mapping[str, tuple[str, ...]]
"""Labels by the name of their facet, as readers meet both; a facet without a label is left out."""


def ids_of(record: Case | Briefing, library: Library) -> FacetIds:
    """By what a review or a briefing is narrowed down. A lessons learned briefing has its case's themes and harms."""
    themes, harms = subjects_of(record, library)
    dated = date_of(record)
    ids: dict[Facet, Iterable[str]] = {
        Facet.ABOUT: _about(record, library),
        Facet.THEME: themes,
        Facet.HARM: harms,
        Facet.YEAR: (str(dated.year) if dated is not None else UNDATED,),
    }
    if isinstance(record, Case):
        ids[Facet.TYPE] = (record.type,)
    else:
        ids |= {Facet.SERIES: (str(record.series),), Facet.AUDIENCE: record.audience}
    return {facet: tuple(dict.fromkeys(values)) for facet, values in ids.items()}


def by_facet(records: Iterable[Narrowed], library: Library) -> Mapping[Facet, Mapping[str, tuple[Narrowed, ...]]]:
    """Records by facet and by each id of the facet, in their order. An id that no record has is left out."""
    found: dict[Facet, dict[str, list[Narrowed]]] = {facet: defaultdict(list) for facet in Facet}
    for record in records:
        for facet, ids in ids_of(record, library).items():
            for each in ids:
                found[facet][each].append(record)
    return {facet: {each: tuple(listed) for each, listed in ids.items()} for facet, ids in found.items()}


def facets_of(record: Case | Briefing | Notice, library: Library) -> Facets:
    """Kind, Type, Year, Theme, Harm and Audience. A lessons learned briefing has the themes and harms of its case."""
    words = library.vocabulary
    themes, harms = subjects_of(record, library)
    dated = date_of(record)
    facets = {
        "Kind": (_kind(record, library),),
        "Type": (words.type[record.type].label,) if isinstance(record, Case) else (),
        "Year": (str(dated.year),) if dated is not None else (),
        "Theme": _labels(themes, words.theme),
        "Harm": _labels(harms, words.harm),
        "Audience": () if isinstance(record, Case) else _labels(record.audience, words.audience),
    }
    return {name: labels for name, labels in facets.items() if labels}


def date_of(record: Case | Briefing | Notice) -> PartialDate | None:
    """The date by which a record is sorted; None where no source says."""
    if isinstance(record, Case):
        return record.published
    return record.latest if isinstance(record, Briefing) else record.dated


def subjects_of(record: Case | Briefing | Notice, library: Library) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of themes and of harms: a record's own, or else those of the case that it tells of."""
    told = case_of_lessons(record, library) or record
    return record.themes or told.themes, record.harms or told.harms


def about_of(record: Case | Briefing | Notice, harms: Iterable[str], words: Vocabulary) -> tuple[About, ...]:
    """Children or adults, as far as the record or the vocabulary says it.

    The record's own `about` decides. Without it, a review type that is about one of them decides. If the type may be
    about either, the harms decide, each that is about one of them.
    """
    if record.about:
        return tuple(each for each in CHILD_OR_ADULT if each in record.about)
    review_type = words.type.get(record.type) if isinstance(record, Case) else None
    said: list[tuple[About, ...]] = [review_type.about] if review_type is not None else []
    if not any(len(about) == 1 for about in said):
        said = [words.harm[each].about for each in harms if each in words.harm]
    known = {about[0] for about in said if len(about) == 1}
    return tuple(each for each in CHILD_OR_ADULT if each in known)


def _about(record: Case | Briefing, library: Library) -> tuple[About, ...]:
    """A lessons learned briefing is about those whom its case is about, unless it says otherwise."""
    told = record if record.about else case_of_lessons(record, library) or record
    return about_of(told, subjects_of(record, library)[1], library.vocabulary)


def case_of_lessons(record: Case | Briefing | Notice, library: Library) -> Case | None:
    """The case whose lessons a lessons learned briefing has. None for any other record, and for a case not public."""
    if isinstance(record, Briefing) and record.case is not None:
        return next(iter(library.cases_of.get(record.id, ())), None)
    return None


def _kind(record: Case | Briefing | Notice, library: Library) -> str:
    if isinstance(record, Notice):
        is_resource = library.vocabulary.notice_kind[record.kind].shelf is Shelf.RESOURCES
        return "Resource" if is_resource else "News"
    return "Review" if isinstance(record, Case) else "Briefing"


def _labels(ids: Iterable[str], terms: Mapping[str, Term]) -> tuple[str, ...]:
    return tuple(terms[each].label for each in ids if each in terms)
