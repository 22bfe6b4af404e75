"""The titles of the pages of records. No two pages of a site have the same title.

A title has the name and the type. If two records share both, their titles also have what tells them apart: first the
year, then the subtitle. If nothing does, the id is added, and R220 asks for a subtitle.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.languages import gettext as _
from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.notice import Notice
from generator.model.partial_date import PartialDate
from generator.model.record_address import title_of
from generator.model.records import Records
from generator.model.vocabulary import REVIEW, Vocabulary

AnyRecord = Case | Briefing | Notice


@dataclass(frozen=True, slots=True)
class PageTitles:
    """The title of each record's page, which no other record's page has."""

    by_ref: Mapping[str, str]
    """Record name, `case:grace`, to title."""

    alike: tuple[tuple[AnyRecord, ...], ...] = ()
    """Groups of two or more records that only their ids tell apart."""


def base_title(record: AnyRecord, words: Vocabulary) -> str:
    """Return the name and the type of a record: `Grace: Child Safeguarding Practice Review`.

    A notice, and a withdrawn record, have only a name. Unknown vocabulary ids are shown as they are; another rule
    reports them.
    """
    if record.is_withdrawn:
        return _("[Withdrawn] {title}").format(title=title_of(record))
    if isinstance(record, Case):
        return with_kind(record.name, words.type_label(record.type, not_stated=_(REVIEW).lower()))
    return with_kind(record.title, record.series.label) if isinstance(record, Briefing) else record.name


def with_kind(title: str, kind: str) -> str:
    """Return a title with its kind, `Grace: Serious Case Review`; the title alone if it already ends with the kind."""
    return title if title.casefold().endswith(kind.casefold()) else f"{title}: {kind}"


def page_titles(records: Iterable[AnyRecord], words: Vocabulary, taken: Iterable[str] = ()) -> PageTitles:
    """Return the titles of all records that have a page. `taken` are the titles of pages without a record."""
    known = {record.ref: record for record in records}
    titles: dict[str, str] = {}
    alike: list[tuple[AnyRecord, ...]] = []
    groups: dict[str, list[AnyRecord]] = defaultdict(list)
    bases: dict[str, str] = {}
    for record in known.values():
        base = base_title(record, words)
        groups[_folded(base)].append(record)
        bases.setdefault(_folded(base), base)
    for folded, group in groups.items():
        titles |= _told_apart(bases[folded], group, words, alike)
    used = {_folded(title) for title in taken}
    for ref, record in known.items():
        if _folded(titles[ref]) in used:
            choices = [f"{titles[ref]}, {detail}" for detail in (*_details(record, words), record.id) if detail]
            titles[ref] = next((choice for choice in choices if _folded(choice) not in used), choices[-1])
        used.add(_folded(titles[ref]))
    return PageTitles(titles, tuple(alike))


def titles_without_record(records: Records) -> Iterator[str]:
    """Yield the titles of hand-written pages, and of the lists that a name could equal."""
    for page in records.pages:
        written = None if page.is_frame else _PAGE_TITLE.search(page.source.text)
        if written is not None:
            yield written[1].strip("\"' ")
    words = records.vocabulary.record if records.vocabulary is not None else Vocabulary()
    yield from (review_type.plural or review_type.label for review_type in words.review_types)
    yield from (series.heading for series in words.briefing_series)


def _told_apart(
    title: str, group: list[AnyRecord], words: Vocabulary, alike: list[tuple[AnyRecord, ...]], first: int = 0
) -> dict[str, str]:
    """Return the titles of records with the same title so far. `first` is the first detail that may tell them apart."""
    if len(group) == 1:
        return {group[0].ref: title}
    if first == len(_details(group[0], words)):
        alike.append(tuple(group))
        return {record.ref: f"{title}, {record.id}" for record in group}
    by_detail: dict[str, list[AnyRecord]] = defaultdict(list)
    for record in group:
        by_detail[_details(record, words)[first]].append(record)
    if len(by_detail) == 1:
        return _told_apart(title, group, words, alike, first + 1)
    titles: dict[str, str] = {}
    for detail, same in by_detail.items():
        titles |= _told_apart(f"{title}, {detail}" if detail else title, same, words, alike, first + 1)
    return titles


def _details(record: AnyRecord, words: Vocabulary) -> tuple[str, str, str]:
    """Return the type (if the title has none), the year and the subtitle; each is empty if it is not known."""
    if isinstance(record, Notice):
        kind = words.notice_kind[record.kind].label if record.kind in words.notice_kind else ""
        return kind, _year(record.dated), ""
    if not record.is_withdrawn:
        kind = ""
    elif isinstance(record, Briefing):
        kind = record.series.label
    else:
        kind = words.type_label(record.type, not_stated=_(REVIEW))
    return kind, _year(record.published), record.subtitle or ""


def _year(dated: PartialDate | None) -> str:
    return str(dated.year) if dated is not None else ""


_PAGE_TITLE: Final = re.compile(r"^(?:title: |# )(.+)$", re.MULTILINE)


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())
