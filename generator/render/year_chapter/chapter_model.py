"""The data model of a year's chapter: plain values, all of them publishable."""

from __future__ import annotations

from typing import TypedDict

from generator.model import Address
from generator.render.views.cards import ContactView
from generator.render.year_chapter.statutory_parts import StatutoryReport


class ChapterEntry(TypedDict):
    """One record or event of the year."""

    title: str
    address: Address
    what: str
    """The kind of record: `Child Safeguarding Practice Review`, `learning briefing`."""

    date: str
    """The date of publication or revision, in words; empty if it is not known."""

    text: str
    """Plain text; empty if there is none."""

    how_to_read: str
    """How to read the record: `Read here · PDF`; empty for one that was archived or withdrawn."""

    note: str
    """The difference between the record and the annual report; empty if they agree. No page shows it."""


class Briefings(TypedDict):
    """The briefings of one series."""

    anchor: str
    heading: str
    missing: str
    """The number of listed briefings that are not in this library, as for reviews."""

    new: list[ChapterEntry]
    revised: list[ChapterEntry]


class Recurring(TypedDict):
    """A vocabulary term, and the year's reviews that have it."""

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
    """All data that any form of the chapter may show."""

    id: str
    span: str
    """`April 2022 to March 2023`."""

    introduction: str
    """Prose; empty if there is none."""

    counted: str
    """A sentence that counts the records of the year."""

    reviews: list[ChapterEntry]
    types: list[tuple[str, int]]
    """Label and number of the year's reviews of each type."""

    types_note: str
    """How joint reviews are counted; empty if there is none in the year."""

    sensitive_topics: str
    """The sensitive harms of the year's reviews, as a list in words; empty if there are none."""

    helplines: list[ContactView]
    """The contacts for help with these topics; empty if there are none."""

    series: list[Briefings]
    """First the series for cases, then those for topics. A series with nothing to report is left out."""

    missing_reviews: str
    """A sentence that counts the reviews in the annual report's list that are not in this library; empty if none."""

    stated_source: str
    """The source of the annual report's lists; empty if there are none."""

    themes: list[Recurring]
    """The themes of two or more reviews, the most frequent first. `harms` lists harms in this way."""

    themes_once: list[str]
    harms: list[Recurring]
    harms_once: list[str]
    archived_or_withdrawn: list[ChapterEntry]
    """The records archived or withdrawn in the year."""

    statutory: list[StatutoryReport]
    """What each annual report must say about reviews by law; empty if the vocabulary names no annual report."""

    figures: list[Table]
    undated: str
    """The undated records that may belong to the year; empty if there are none."""

    is_over: bool
