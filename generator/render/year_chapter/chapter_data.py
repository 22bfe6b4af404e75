"""The data of a year's chapter, as plain values. Every form of the chapter is written from these values only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeVar

from generator.languages import gettext as _
from generator.languages import ngettext
from generator.markdown import join_words
from generator.model import (
    Address,
    Briefing,
    BriefingSeries,
    Case,
    Library,
    Notice,
    PartialDate,
    ReportYear,
    SiteSection,
    Status,
    Year,
    address_of,
    addresses,
)
from generator.model.content_warnings import sensitive_topics, subjects_of_all
from generator.model.report_year import AnnualReportLists, FigureTable
from generator.model.sorting import name_key
from generator.model.term import Term
from generator.model.urgent_contacts import helplines_for, needed_for_all, numbers_needed
from generator.model.vocabulary import TYPE_NOT_STATED
from generator.model.ways_to_read import label_ways_to_read
from generator.render.views.cards import (
    COUNTED_BRIEFING,
    COUNTED_REVIEW,
    NO_SUMMARY,
    contact_views,
    pluralise,
)
from generator.render.year_chapter.chapter_model import Briefings, Chapter, ChapterEntry, Recurring, Table
from generator.render.year_chapter.report_comparison import date_discrepancy, missing_sentence
from generator.render.year_chapter.statutory_parts import statutory_reports

Dated = TypeVar("Dated", Case, Briefing)

_NOTHING_STATED: Final = AnnualReportLists(source="none")


def build_chapter(library: Library, year: ReportYear, record: Year | None) -> Chapter:
    """Return the library's data for a year.

    `record` adds what no other record contains; None if no record for the year has been written. A review or a briefing
    belongs to the year if its date is certainly within the year, or if the annual report says so.
    """
    stated = record.stated if record is not None and record.stated is not None else _NOTHING_STATED
    reviews = _records_of_year(library.cases, year, stated.reviews)
    # The briefings of cases come first, because the reviews are above them.
    kinds = sorted(library.vocabulary.briefing_series, key=lambda each: not each.is_for_case)
    series = [_briefings(each, library, year, stated) for each in kinds]
    listed_addresses = {entry["address"] for part in series for entry in (*part["new"], *part["revised"])}
    themes, themes_once = _recurring(reviews, library, "themes")
    harms, harms_once = _recurring(reviews, library, "harms")
    subjects = {review.id: sensitive_topics(review, library) if review.summary else () for review in reviews}
    hard = subjects_of_all(subjects.values(), library.vocabulary)
    needed = needed_for_all(numbers_needed(review, library) for review in reviews if subjects[review.id])
    return {
        "id": year.id,
        "span": year.label,
        "introduction": record.introduction or "" if record is not None else "",
        "counted": _counts_sentence(
            library, len(reviews), [(each, len(shown["new"])) for each, shown in zip(kinds, series, strict=True)]
        ),
        "reviews": [_review(review, library, year, stated.reviews) for review in reviews],
        "types": _types(reviews, library),
        "types_note": _types_note(reviews, library),
        "sensitive_topics": join_words(hard),
        "helplines": contact_views(helplines_for(library.partnership.helplines, needed)) if hard else [],
        "series": [each for each in series if each["new"] or each["revised"]],
        "missing_reviews": missing_sentence("review", "reviews", reviews, stated.reviews, len(set(stated.reviews))),
        "stated_source": stated.source if stated is not _NOTHING_STATED else "",
        "themes": themes,
        "themes_once": themes_once,
        "harms": harms,
        "harms_once": harms_once,
        "archived_or_withdrawn": list(_archived_or_withdrawn(library, year)),
        "statutory": statutory_reports(library, year, stated.reviews),
        "figures": [_table(figure) for figure in record.figures] if record is not None else [],
        "undated": _undated(library, year, {review.id for review in reviews}, listed_addresses),
        "is_over": year.last_day < library.today,
    }


def _records_of_year(records: Iterable[Dated], year: ReportYear, stated: Iterable[str]) -> list[Dated]:
    listed = set(stated)
    return [record for record in records if year.holds(record.published) or record.id in listed]


def _counts_sentence(library: Library, reviews: int, briefings: Iterable[tuple[BriefingSeries, int]]) -> str:
    """Return how many records belong to the year. A site without briefings does not count them."""
    said = [pluralise(reviews, *COUNTED_REVIEW) if reviews else _("no reviews")]
    for series, count in briefings if library.has(SiteSection.BRIEFINGS) else ():
        # A briefing of a case is new with its review; one on a topic may also be revised.
        name = series.label if count == 1 else series.plural
        if series.is_for_topics:
            sentence = _("{number} new {series}") if count else _("no new {series}")
        else:
            sentence = _("{number} {series}") if count else _("no {series}")
        said.append(sentence.format(number=count, series=name))
    counts = join_words(said)
    return f"{counts[0].upper()}{counts[1:]}."


def _review(case: Case, library: Library, year: ReportYear, stated: tuple[str, ...]) -> ChapterEntry:
    return {
        "title": case.name,
        "address": addresses.review(case.id),
        "what": library.vocabulary.type_label(case.type),
        "date": case.published.label if case.published is not None else "",
        "text": case.summary or _(NO_SUMMARY),
        "how_to_read": label_ways_to_read(case, library),
        "note": date_discrepancy(case, year, stated),
    }


def _briefing(briefing: Briefing, library: Library, dated: PartialDate | None, note: str) -> ChapterEntry:
    return {
        "title": briefing.name,
        "address": addresses.briefing(briefing.id),
        "what": briefing.series.label,
        "date": dated.label if dated is not None else "",
        "text": briefing.summary or "",
        "how_to_read": label_ways_to_read(briefing, library),
        "note": note,
    }


def _briefings(series: BriefingSeries, library: Library, year: ReportYear, stated: AnnualReportLists) -> Briefings:
    """Return the year's briefings of a series; one that is new and revised is listed once."""
    briefings = _in_order(series, library)
    new_of_cases, new_by_id = _stated_cases(series, library, stated), _stated_ids(series, library, stated)
    listed = [*(own.id for own in new_of_cases.values() if own is not None), *new_by_id]
    new = _records_of_year(briefings, year, listed)
    revised = [
        briefing for briefing in briefings if year.holds(briefing.revised) and not year.holds(briefing.published)
    ]
    total = len(new_of_cases) + len(set(new_by_id))
    return {
        "anchor": series.id,
        "heading": series.heading,
        "missing": missing_sentence(f"new {series.label}", f"new {series.plural}", new, listed, total),
        "new": [_briefing(each, library, each.published, date_discrepancy(each, year, listed)) for each in new],
        "revised": [_briefing(each, library, each.revised, "") for each in revised],
    }


def _in_order(series: BriefingSeries, library: Library) -> list[Briefing]:
    """Return the briefings of a series: those of cases in the order of the cases, then the others by title.

    A briefing that the library wrote is not one of the partnership's year.
    """
    of_cases = [briefing for case in library.cases for briefing in library.case_briefings_of.get(case.id, ())]
    ordered = (*of_cases, *(briefing for briefing in library.briefings if briefing.case is None))
    return [each for each in ordered if each.series.id == series.id and each.counts_as_partnership]


def _stated_cases(series: BriefingSeries, library: Library, stated: AnnualReportLists) -> dict[str, Briefing | None]:
    """Return the cases whose own briefing the report lists, each with the briefing; None if it is not in the library.

    The report does not say which of a case's briefings it is: it is the first in the order of the series.
    """
    first = next((each for each in library.vocabulary.briefing_series if each.is_for_case), None)
    found: dict[str, Briefing | None] = {}
    for case in stated.lessons:
        own = next(iter(library.case_briefings_of.get(case, ())), None)
        if (own.series if own is not None else first) == series:
            found[case] = own
    return found


def _stated_ids(series: BriefingSeries, library: Library, stated: AnnualReportLists) -> tuple[str, ...]:
    """Return the ids in the report's list that belong to a series. One that is not in the library is on a topic."""
    of = {briefing.id: briefing.series.id for briefing in library.briefings}
    first = next((each.id for each in library.vocabulary.briefing_series if each.is_for_topics), "")
    return tuple(identity for identity in stated.briefings if of.get(identity, first) == series.id)


def _types(reviews: Iterable[Case], library: Library) -> list[tuple[str, int]]:
    words = library.vocabulary
    counts = Counter(identity for review in reviews for identity in words.parent_types(review.type))
    rows = [(each.label, counts[each.id]) for each in words.review_types if counts[each.id]]
    not_stated = sum(not review.type for review in reviews)
    return [*rows, (_(TYPE_NOT_STATED), not_stated)] if not_stated else rows


def _types_note(reviews: Iterable[Case], library: Library) -> str:
    is_joint = any(len(library.vocabulary.parent_types(review.type)) > 1 for review in reviews)
    return "A joint review is counted under each of its types." if is_joint else ""


def _recurring(reviews: list[Case], library: Library, kind: str) -> tuple[list[Recurring], list[str]]:
    """Return the terms of two or more reviews, the most frequent first, and the labels of the other terms."""
    words: Mapping[str, Term] = library.vocabulary.theme if kind == "themes" else library.vocabulary.harm
    address = addresses.theme if kind == "themes" else addresses.harm
    listed: dict[str, list[str]] = {}
    for case in reviews:
        for identity in dict.fromkeys(case.themes if kind == "themes" else case.harms):
            listed.setdefault(identity, []).append(case.name)
    ordered = sorted(listed, key=lambda each: (-len(listed[each]), name_key(words[each].label)))
    recurring: list[Recurring] = [
        {
            "label": words[each].label,
            "address": address(each) if library.has(SiteSection.THEMES) else "",
            "count": len(listed[each]),
            "reviews": listed[each],
        }
        for each in ordered
        if len(listed[each]) > 1
    ]
    return recurring, [words[each].label for each in ordered if len(listed[each]) == 1]


def _archived_or_withdrawn(library: Library, year: ReportYear) -> Iterator[ChapterEntry]:
    """Yield the records archived or withdrawn in the year. For a withdrawn one, only its name, address and reason."""
    current: tuple[Case | Briefing | Notice, ...] = (*library.cases, *library.briefings, *library.notices)
    archived = [each for each in current if each.status is Status.ARCHIVED]
    for each in (*archived, *library.withdrawn):
        if each.status_since is None or not year.holds(each.status_since):
            continue
        yield {
            "title": each.name,
            "address": address_of(each, library.vocabulary),
            "what": _("Withdrawn") if each.is_withdrawn else _("Archived"),
            "date": each.status_since.label,
            "text": each.status_reason or "",
            "how_to_read": "",
            "note": "",
        }


def _table(figures: FigureTable) -> Table:
    return {
        "title": figures.title,
        "by": figures.by,
        "columns": list(figures.columns),
        "rows": [(row.label, list(row.values)) for row in figures.rows],
        "note": figures.note or "",
        "source": figures.source,
    }


def _undated(library: Library, year: ReportYear, listed_reviews: set[str], listed_briefings: set[Address]) -> str:
    def may(record: Case | Briefing) -> bool:
        if isinstance(record, Case) and record.state is not None:
            return False
        return not year.holds(record.published) and year.may_hold(record.published)

    reviews = sum(may(case) and case.id not in listed_reviews for case in library.cases)
    briefings = sum(
        may(briefing) and addresses.briefing(briefing.id) not in listed_briefings for briefing in library.briefings
    )
    counts = [
        pluralise(number, one, many)
        for number, one, many in ((reviews, *COUNTED_REVIEW), (briefings, *COUNTED_BRIEFING))
        if number
    ]
    if not counts:
        return ""
    return ngettext(
        "We do not know the year of {records}, so it is not counted here.",
        "We do not know the year of {records}, so they are not counted here.",
        reviews + briefings,
    ).format(records=join_words(counts))
