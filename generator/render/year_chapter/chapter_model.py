"""What the chapter of a year is made of: plain values, and nothing that may not be published."""

from __future__ import annotations

from typing import TypedDict

from generator.model import Address
from generator.render.views.cards import ContactView


class ChapterEntry(TypedDict):
    """One thing of the year."""

    title: str
    address: Address
    what: str
    """What it is: `Child Safeguarding Practice Review`, `7-minute briefing`."""

    date: str
    """Of its publication or revision, as readers read it; empty where it is not known."""

    text: str
    """Plain text; empty where there is none."""

    note: str
    """What the record says where it and the annual report differ; empty where they do not."""


class Briefings(TypedDict):
    """The briefings of one series."""

    anchor: str
    heading: str
    compared: str
    """As of the reviews."""

    new: list[ChapterEntry]
    revised: list[ChapterEntry]


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

    reviews: list[ChapterEntry]
    types: list[tuple[str, int]]
    """Of the year's reviews: label and number."""

    sensitive_topics: str
    """The harms of the year's reviews that are hard to read of, in a row; empty where there are none."""

    helplines: list[ContactView]
    """Who to call about them; empty where there are none."""

    series: list[Briefings]
    """Lessons learned briefings, then 7-minute briefings; a series of which nothing is told is left out."""

    reviews_compared: str
    """How the annual report's list and the dates of the records go together; empty where there is no list."""

    stated_source: str
    """Where the annual report's lists come from; empty where there are none."""

    themes: list[Recurring]
    """Those of two reviews or more, the most frequent first; the same for harms."""

    themes_once: list[str]
    harms: list[Recurring]
    harms_once: list[str]
    archived_or_withdrawn: list[ChapterEntry]
    """What was archived or withdrawn in the year."""

    figures: list[Table]
    undated: str
    """What the library holds without a date, and that may belong to the year; empty where there is none."""

    is_over: bool
