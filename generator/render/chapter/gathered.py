"""What a library holds of a year, in plain values: what is not here reaches no form of the chapter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from generator.model import (
    Address,
    Briefing,
    Case,
    Library,
    Notice,
    PartialDate,
    ReportYear,
    Series,
    Status,
    Year,
    address_of,
    addresses,
)
from generator.model.hard_subjects import hard_subjects
from generator.model.vocabulary import Term
from generator.model.who_to_call import contacts_for, needed_for_all, numbers_needed
from generator.model.year import Figures, Stated
from generator.prose import in_a_row
from generator.render.chapter.nouns import Briefings, Chapter, Entry, Recurring, Table
from generator.render.chapter.stated import compared, what_the_record_says
from generator.render.views.cards import (
    NO_SUMMARY,
    contact_views,
    count_of,
)

Dated = TypeVar("Dated", Case, Briefing)

_NOTHING_STATED: Final = Stated(source="none")


def chapter_of(library: Library, year: ReportYear, record: Year | None) -> Chapter:
    """What the library holds of a year. `record` says what no other record does; None where nobody has written one.

    A review or a briefing belongs to the year when its date lies in it for certain, or when the annual report says so.
    """
    stated = record.stated if record is not None and record.stated is not None else _NOTHING_STATED
    reviews = _of_year(library.cases, year, stated.reviews)
    series = (_lessons(library, year, stated), _topics(library, year, stated))
    told = {each["address"] for listed in series for each in (*listed["new"], *listed["revised"])}
    themes, themes_once = _recurring(reviews, library, "themes")
    harms, harms_once = _recurring(reviews, library, "harms")
    subjects = {each.id: hard_subjects(each, library) if each.summary else () for each in reviews}
    hard = tuple(dict.fromkeys(subject for each in subjects.values() for subject in each))
    needed = needed_for_all(numbers_needed(each, library) for each in reviews if subjects[each.id])
    return {
        "id": year.id,
        "span": year.label,
        "introduction": record.introduction or "" if record is not None else "",
        "counted": _counted(len(reviews), *(len(each["new"]) for each in series)),
        "reviews": [_review(each, library, year, stated.reviews) for each in reviews],
        "types": _types(reviews, library),
        "speaks_about": in_a_row(hard),
        "helplines": contact_views(contacts_for(library.partnership.helplines, needed)) if hard else [],
        "series": [each for each in series if each["new"] or each["revised"] or each["compared"]],
        "reviews_compared": compared("review", reviews, year, stated.reviews, len(set(stated.reviews))),
        "stated_source": stated.source if stated is not _NOTHING_STATED else "",
        "themes": themes,
        "themes_once": themes_once,
        "harms": harms,
        "harms_once": harms_once,
        "left": list(_left(library, year)),
        "figures": [_table(each) for each in record.figures] if record is not None else [],
        "undated": _undated(library, year, {each.id for each in reviews}, told),
        "is_over": year.last_day < library.today,
    }


def _of_year(records: Iterable[Dated], year: ReportYear, stated: Iterable[str]) -> list[Dated]:
    listed = set(stated)
    return [each for each in records if year.holds(each.published) or each.id in listed]


def _counted(reviews: int, lessons: int, briefings: int) -> str:
    counts = (
        (reviews, "review", "reviews"),
        (lessons, "lessons learned briefing", "lessons learned briefings"),
        (briefings, "new 7-minute briefing", "new 7-minute briefings"),
    )
    said = in_a_row([count_of(*each) if each[0] else f"no {each[2]}" for each in counts])
    return f"{said[0].upper()}{said[1:]}."


def _review(case: Case, library: Library, year: ReportYear, stated: tuple[str, ...]) -> Entry:
    return {
        "title": case.name,
        "address": addresses.review(case.id),
        "what": library.vocabulary.type[case.type].label,
        "date": case.published.label if case.published is not None else "",
        "text": case.summary or NO_SUMMARY,
        "note": what_the_record_says(case, year, stated),
    }


def _briefing(briefing: Briefing, dated: PartialDate | None, note: str) -> Entry:
    return {
        "title": briefing.name,
        "address": addresses.briefing(briefing.id),
        "what": briefing.series.label,
        "date": dated.label if dated is not None else "",
        "text": briefing.summary or "",
        "note": note,
    }


def _lessons(library: Library, year: ReportYear, stated: Stated) -> Briefings:
    by_case = library.lessons_of
    told = [by_case[each.id] for each in library.cases if each.id in by_case]
    listed = [by_case[each].id for each in stated.lessons if each in by_case]
    return _briefings(Series.LESSONS_LEARNED, told, year, listed, len(set(stated.lessons)))


def _topics(library: Library, year: ReportYear, stated: Stated) -> Briefings:
    topics = [each for each in library.briefings if each.series is Series.SEVEN_MINUTE]
    return _briefings(Series.SEVEN_MINUTE, topics, year, stated.briefings, len(set(stated.briefings)))


def _briefings(
    series: Series, briefings: Sequence[Briefing], year: ReportYear, listed: Sequence[str], stated: int
) -> Briefings:
    """What by its dates was new and revised in the year is told once. `stated`: how many the annual report lists."""
    new = _of_year(briefings, year, listed)
    revised = [each for each in briefings if year.holds(each.revised) and not year.holds(each.published)]
    return {
        "anchor": str(series),
        "heading": series.heading,
        "compared": compared(f"new {series.label}", new, year, listed, stated),
        "new": [_briefing(each, each.published, what_the_record_says(each, year, listed)) for each in new],
        "revised": [_briefing(each, each.revised, "") for each in revised],
    }


def _types(reviews: Iterable[Case], library: Library) -> list[tuple[str, int]]:
    counts = Counter(each.type for each in reviews)
    return [(each.label, counts[each.id]) for each in library.vocabulary.review_types if counts[each.id]]


def _recurring(reviews: list[Case], library: Library, kind: str) -> tuple[list[Recurring], list[str]]:
    """The words that stand in two reviews or more, the most frequent first, and the labels of the others."""
    words: Mapping[str, Term] = library.vocabulary.theme if kind == "themes" else library.vocabulary.harm
    address = addresses.theme if kind == "themes" else addresses.harm
    listed: dict[str, list[str]] = {}
    for case in reviews:
        for identity in dict.fromkeys(case.themes if kind == "themes" else case.harms):
            listed.setdefault(identity, []).append(case.name)
    ordered = sorted(listed, key=lambda each: (-len(listed[each]), words[each].label.lower()))
    recurring: list[Recurring] = [
        {
            "label": words[each].label,
            "address": address(each),
            "count": len(listed[each]),
            "reviews": listed[each],
        }
        for each in ordered
        if len(listed[each]) > 1
    ]
    return recurring, [words[each].label for each in ordered if len(listed[each]) == 1]


def _left(library: Library, year: ReportYear) -> Iterator[Entry]:
    """Of a withdrawn record nothing but its name, its address and the reason."""
    standing: tuple[Case | Briefing | Notice, ...] = (*library.cases, *library.briefings, *library.notices)
    archived = [each for each in standing if each.status is Status.ARCHIVED]
    for each in (*archived, *library.withdrawn):
        if each.status_since is None or not year.holds(each.status_since):
            continue
        yield {
            "title": each.name,
            "address": address_of(each, library.vocabulary),
            "what": "Withdrawn" if each.is_withdrawn else "Archived",
            "date": each.status_since.label,
            "text": each.status_reason or "",
            "note": "",
        }


def _table(figures: Figures) -> Table:
    return {
        "title": figures.title,
        "by": figures.by,
        "columns": list(figures.columns),
        "rows": [(each.label, list(each.values)) for each in figures.rows],
        "note": figures.note or "",
        "source": figures.source,
    }


def _undated(library: Library, year: ReportYear, reviews_told: set[str], briefings_told: set[Address]) -> str:
    def may(record: Case | Briefing) -> bool:
        return not year.holds(record.published) and year.may_hold(record.published)

    reviews = sum(may(each) and each.id not in reviews_told for each in library.cases)
    briefings = sum(may(each) and addresses.briefing(each.id) not in briefings_told for each in library.briefings)
    counts = [
        count_of(number, one, many)
        for number, one, many in ((reviews, "review", "reviews"), (briefings, "briefing", "briefings"))
        if number
    ]
    if not counts:
        return ""
    do = "has" if reviews + briefings == 1 else "have"
    return f"{' and '.join(counts)} of this library {do} no date that says in which year they came out."
