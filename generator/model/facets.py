"""By what a record can be found beside its words: what it is, of which type and year, on what, for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.dates import PartialDate
from generator.model.library import Library
from generator.model.notice import Notice
from generator.model.vocabulary import Shelf, Term

Facets = Mapping[str, tuple[str, ...]]
"""Labels by the name of their facet, as readers meet both; a facet without a label is left out."""


def facets_of(record: Case | Briefing | Notice, library: Library) -> Facets:
    """Kind, Type, Year, Theme, Harm and Audience. A lessons learned briefing has the themes and harms of its case."""
    words = library.vocabulary
    told = _of_its_case(record, library)
    dated = date_of(record)
    facets = {
        "Kind": (_kind(record, library),),
        "Type": (words.type[record.type].label,) if isinstance(record, Case) else (),
        "Year": (str(dated.year),) if dated is not None else (),
        "Theme": _labels(record.themes or told.themes, words.theme),
        "Harm": _labels(record.harms or told.harms, words.harm),
        "Audience": () if isinstance(record, Case) else _labels(record.audience, words.audience),
    }
    return {name: labels for name, labels in facets.items() if labels}


def date_of(record: Case | Briefing | Notice) -> PartialDate | None:
    """The date by which a record is sorted; None where no source says."""
    if isinstance(record, Case):
        return record.published
    return record.latest if isinstance(record, Briefing) else record.date or record.starts


def _of_its_case(record: Case | Briefing | Notice, library: Library) -> Case | Briefing | Notice:
    if isinstance(record, Briefing) and record.case is not None:
        return next(iter(library.cases_of.get(record.id, ())), record)
    return record


def _kind(record: Case | Briefing | Notice, library: Library) -> str:
    if isinstance(record, Notice):
        is_resource = library.vocabulary.notice_kind[record.kind].shelf is Shelf.RESOURCES
        return "Resource" if is_resource else "News"
    return "Review" if isinstance(record, Case) else "Briefing"


def _labels(ids: Iterable[str], terms: Mapping[str, Term]) -> tuple[str, ...]:
    return tuple(terms[each].label for each in ids if each in terms)
