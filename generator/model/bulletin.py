"""One quarter's bulletin: what the editor writes of it, and what it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from generator.model.briefing import Briefing, Series
from generator.model.case import Case
from generator.model.notice import Notice
from generator.model.partial_date import PartialDate
from generator.model.periods import Quarter
from generator.model.publication import About
from generator.model.record_model import Line, RecordModel, Slug, Text

RecordName = Annotated[str, StringConstraints(pattern=r"^(?:case|briefing|notice):[a-z0-9]+(?:-[a-z0-9]+)*$")]
"""A record by its kind and id, as links by id name it: `case:grace`."""


class BulletinStatus(StrEnum):
    """Where a bulletin stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    """Its page is public; what the quarter brings still joins it by itself."""

    SENT = "sent"
    """It never changes again."""


class BulletinSection(StrEnum):
    """The parts of a bulletin, in their usual order.

    They are its three purposes (source 000), and what a newsletter points to (source 004, section 22).
    """

    REVIEWS = "reviews"
    BRIEFINGS = "briefings"
    POLICY = "policy"
    EVENTS = "events"
    NEWS = "news"
    GUIDES = "guides"
    SERVICES = "services"
    TOOLS = "tools"
    REFERRAL = "referral"
    CHANGES = "changes"

    @property
    def heading(self) -> str:
        """As it stands above its items."""
        return {
            "reviews": "Learning from reviews",
            "briefings": "Briefings",
            "policy": "Policy and procedure",
            "events": "Events and training",
            "news": "News",
            "guides": "Guides and resources",
            "services": "Local services",
            "tools": "Practice tools",
            "referral": "How to refer",
            "changes": "Changed, archived and withdrawn",
        }[self]


class ItemChange(StrEnum):
    """Why something stands in a bulletin."""

    NEW = "new"
    REVISED = "revised"
    UPDATED = "updated"
    """A document was replaced."""

    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"
    COMING = "coming"
    """It takes place in the quarter that follows."""


class RelatedReading(RecordModel):
    """A record to read with an item: a review's briefings, a briefing's reviews."""

    record: RecordName
    title: Text
    what: Text
    """What it is, as it stands inside a sentence: `7-minute briefing`."""

    question: Text | None = None
    """The first of a briefing's questions for a team; None where it has none."""

    @property
    def is_lessons(self) -> bool:
        """True for a lessons learned briefing."""
        return self.what == Series.LESSONS_LEARNED.label


class SentItem(RecordModel):
    """An item as it was sent: its words stay, whatever becomes of the record."""

    record: RecordName
    section: BulletinSection
    change: ItemChange
    date: PartialDate | None = None
    title: Text
    text: Text | None = None
    what: Text
    about: tuple[About, ...] = ()
    when: Text | None = None
    place: Text | None = None
    hard_subjects: tuple[Line, ...] = ()
    reading: tuple[RelatedReading, ...] = ()


class Bulletin(RecordModel):
    """`content/bulletins/2022-q3.yml`: the editor's part. What the quarter brought is known from the records."""

    id: Slug
    """The quarter, from the file's name."""

    title: Line
    status: BulletinStatus = BulletinStatus.PUBLISHED
    sent: PartialDate | None = None
    """The day on which it was sent; None until then."""

    welcome: Text
    """Prose."""

    order: tuple[BulletinSection, ...] = ()
    """Sections that come first; the others follow in their usual order."""

    pinned: tuple[RecordName, ...] = ()
    """Items that lead, each in its section. A record without a date comes into a bulletin in this way alone."""

    left_out: tuple[RecordName, ...] = ()
    items: tuple[SentItem, ...] = ()
    """All of them, once it is sent; empty before."""

    sources: tuple[Line, ...] = ()
    """Where each fact came from. Never published."""

    def is_public(self, today: date, drafts: bool = False) -> bool:  # noqa: ARG002 asked as a record is
        """True when its page exists. `drafts` shows everything, for a preview."""
        return drafts or self.status is not BulletinStatus.DRAFT

    @property
    def quarter(self) -> Quarter | None:
        """None where the file's name is no quarter; that is an error of its own."""
        return Quarter.parse(self.id)

    @property
    def prose(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Every piece of prose with its path in the record."""
        return ((("welcome",), self.welcome),)


@dataclass(frozen=True, slots=True)
class BulletinItem:
    """One thing that a quarter brought."""

    record: Case | Briefing | Notice
    """As it is today; of a withdrawn one, only its name, address and reason may be shown."""

    section: BulletinSection
    change: ItemChange
    date: PartialDate | None
    """When it changed, or takes place; None for a pinned record without a date."""

    title: str
    """In plain text, as it was sent where it was sent; the same for the next."""

    text: str
    """One or two plain sentences; empty where there is none."""

    what: str = ""
    """What it is, as the field says it: `Child Safeguarding Practice Review`, `Policy change`."""

    about: tuple[About, ...] = ()
    """Whom it concerns; empty where nothing says it."""

    when: str = ""
    """When an event takes place, in words; empty for everything else."""

    place: str = ""
    """Where an event takes place; empty where that is not known."""

    hard_subjects: tuple[str, ...] = ()
    """What it speaks about that may hurt, in words; empty where nothing asks for helplines."""

    reading: tuple[RelatedReading, ...] = ()
    """Of a review its lessons learned briefing and 7-minute briefings, in reading order; of a briefing its reviews."""

    is_pinned: bool = False

    @property
    def questions(self) -> tuple[str, ...]:
        """To talk about in a team: the first of each briefing to read; none where no briefing asks one."""
        return tuple(each.question for each in self.reading if each.question is not None)

    @property
    def name(self) -> str:
        """The record's kind and id: `case:grace`."""
        return self.record.ref


@dataclass(frozen=True, slots=True)
class PublishedBulletin:
    """A quarter's bulletin as readers meet it."""

    record: Bulletin
    quarter: Quarter
    sections: tuple[tuple[BulletinSection, tuple[BulletinItem, ...]], ...]
    """In the editor's order; a section without items is left out."""

    added_since_sent: tuple[BulletinItem, ...] = ()
    """What has come to be known of the quarter since the bulletin was sent."""

    @property
    def items(self) -> tuple[BulletinItem, ...]:
        """Those of all sections, in their order."""
        return tuple(item for _, items in self.sections for item in items)

    @property
    def hard_subjects(self) -> tuple[str, ...]:
        """Those of all items, each once."""
        return tuple(dict.fromkeys(subject for each in self.items for subject in each.hard_subjects))
