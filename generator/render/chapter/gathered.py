"""What a library holds of a year, in plain values: what is not here reaches no form of the chapter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypedDict, TypeVar

from generator.model import (
    Address,
    Briefing,
    Case,
    Library,
    Notice,
    ReportYear,
    Series,
    Status,
    Year,
    address_of,
    addresses,
)
from generator.model.vocabulary import Term
from generator.model.year import Figures, Stated
from generator.prose import in_a_row
from generator.render.chapter.stated import compared, what_the_record_says
from generator.render.views.cards import (
    NO_SUMMARY,
    UNKNOWN_DATE,
    ContactView,
    briefing_name,
    contact_views,
    count_of,
)

Dated = TypeVar("Dated", Case, Briefing)

_NOTHING_STATED: Final = Stated(source="none")


class Entry(TypedDict):
    """One thing of the year."""

    title: str
    address: Address
    what: str
    """What it is: `Child Safeguarding Practice Review`, `7-minute briefing`."""

    date: str
    """Of its publication or revision, as readers read it."""

    text: str
    """Plain text; empty where there is none."""

    note: str
    """What the record says where it and the annual report differ; empty where they do not."""


class Recurring(TypedDict):
    """A word of the vocabulary, and the year's reviews that it stands in."""

    label: str
    address: Address
    count: int
    reviews: list[str]


class Table(TypedDict):
    """Figures of the year."""

    title: str
    by: str
    columns: list[str]
    rows: list[tuple[str, list[int]]]
    note: str
    source: str


class Chapter(TypedDict):
    """All that any form of the chapter may tell."""

    id: str
    span: str
    """`April 2022 to March 2023`."""

    introduction: str
    """Prose; empty where there is none."""

    counted: str
    """What the year brought, in a sentence."""

    reviews: list[Entry]
    types: list[tuple[str, int]]
    """Of the year's reviews: label and number."""

    speaks_about: str
    """The harms of the year's reviews that are hard to read of, in a row; empty where there are none."""

    helplines: list[ContactView]
    """Who to call about them; empty where there are none."""

    lessons: list[Entry]
    lessons_revised: list[Entry]
    briefings: list[Entry]
    briefings_revised: list[Entry]
    compared: list[str]
    """How the annual report's lists and the dates of the records go together, a sentence each."""

    stated_source: str
    """Where the annual report's lists come from; empty where there are none."""

    themes: list[Recurring]
    """Those of two reviews or more, the most frequent first; the same for harms."""

    themes_once: list[str]
    harms: list[Recurring]
    harms_once: list[str]
    left: list[Entry]
    """What was archived or withdrawn in the year."""

    figures: list[Table]
    undated: str
    """What the library holds without a date, and that may belong to the year; empty where there is none."""

    is_over: bool


def chapter_of(library: Library, year: ReportYear, record: Year | None) -> Chapter:
    """What the library holds of a year. `record` says what no other record does; None where nobody has written one.

    A review or a briefing belongs to the year when its date lies in it for certain, or when the annual report says so.
    """
    stated = record.stated if record is not None and record.stated is not None else _NOTHING_STATED
    topics = [each for each in library.briefings if each.series is Series.SEVEN_MINUTE]
    told = {case.id: lessons for case in library.cases if (lessons := library.lessons_of.get(case.id)) is not None}
    stated_lessons = [told[each].id for each in stated.lessons if each in told]
    reviews = _of_year(library.cases, year, stated.reviews)
    lessons = _of_year(told.values(), year, stated_lessons)
    briefings = _of_year(topics, year, stated.briefings)
    themes, themes_once = _recurring(reviews, library, "themes")
    harms, harms_once = _recurring(reviews, library, "harms")
    hard = [each for each in library.vocabulary.harms if each.helpline and any(each.id in r.harms for r in reviews)]
    new = {each.id for each in (*lessons, *briefings)}
    return {
        "id": year.id,
        "span": year.label,
        "introduction": record.introduction or "" if record is not None else "",
        "counted": _counted(len(reviews), len(lessons), len(briefings)),
        "reviews": [_review(each, library, year, stated.reviews) for each in reviews],
        "types": _types(reviews, library),
        "speaks_about": in_a_row([each.label.lower() for each in hard]),
        "helplines": contact_views(library.partnership.helplines) if hard else [],
        "lessons": [_briefing(each, year, stated_lessons) for each in lessons],
        "lessons_revised": list(_revised(told.values(), year, new)),
        "briefings": [_briefing(each, year, stated.briefings) for each in briefings],
        "briefings_revised": list(_revised(topics, year, new)),
        "compared": [
            *compared("review", "reviews", reviews, year, stated.reviews),
            *compared("lessons learned briefing", "lessons learned briefings", lessons, year, stated_lessons),
            *compared("new 7-minute briefing", "new 7-minute briefings", briefings, year, stated.briefings),
        ],
        "stated_source": stated.source if stated is not _NOTHING_STATED else "",
        "themes": themes,
        "themes_once": themes_once,
        "harms": harms,
        "harms_once": harms_once,
        "left": list(_left(library, year)),
        "figures": [_table(each) for each in record.figures] if record is not None else [],
        "undated": _undated(library, year, {each.id for each in reviews} | new),
        "is_over": year.last_day < library.today,
    }


def _of_year(records: Iterable[Dated], year: ReportYear, stated: Iterable[str]) -> list[Dated]:
    listed = set(stated)
    return [each for each in records if year.holds(each.published) or each.id in listed]


def _counted(reviews: int, lessons: int, briefings: int) -> str:
    parts = (
        count_of(reviews, "review", "reviews"),
        count_of(lessons, "lessons learned briefing", "lessons learned briefings"),
        count_of(briefings, "new 7-minute briefing", "new 7-minute briefings"),
    )
    return f"{parts[0]}, {parts[1]} and {parts[2]}."


def _review(case: Case, library: Library, year: ReportYear, stated: tuple[str, ...]) -> Entry:
    return {
        "title": case.name,
        "address": addresses.review(case.id),
        "what": library.vocabulary.type[case.type].label,
        "date": case.published.label if case.published is not None else UNKNOWN_DATE,
        "text": case.summary or NO_SUMMARY,
        "note": what_the_record_says(case, year, stated),
    }


def _briefing(briefing: Briefing, year: ReportYear, stated: Iterable[str]) -> Entry:
    return {
        "title": briefing_name(briefing),
        "address": addresses.briefing(briefing.id),
        "what": briefing.series.label,
        "date": briefing.published.label if briefing.published is not None else UNKNOWN_DATE,
        "text": briefing.summary or "",
        "note": what_the_record_says(briefing, year, tuple(stated)),
    }


def _revised(briefings: Iterable[Briefing], year: ReportYear, new: set[str]) -> Iterator[Entry]:
    """What was revised in the year; what was new in it as well is told once."""
    for each in briefings:
        if year.holds(each.revised) and each.id not in new:
            entry = _briefing(each, year, ())
            yield entry | {"date": each.revised.label if each.revised is not None else "", "note": ""}


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
        name = each.name if isinstance(each, Case) else briefing_name(each) if isinstance(each, Briefing) else each.title
        yield {
            "title": name,
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


def _undated(library: Library, year: ReportYear, told: set[str]) -> str:
    def may(records: Iterable[Case | Briefing]) -> int:
        return sum(
            each.id not in told and not year.holds(each.published) and year.may_hold(each.published) for each in records
        )

    reviews, briefings = may(library.cases), may(library.briefings)
    counts = [
        count_of(number, one, many)
        for number, one, many in ((reviews, "review", "reviews"), (briefings, "briefing", "briefings"))
        if number
    ]
    if not counts:
        return ""
    do = "has" if reviews + briefings == 1 else "have"
    return f"{' and '.join(counts)} of this library {do} no date that says in which year they came out."
