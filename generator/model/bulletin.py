"""One quarter's bulletin: the part that the editor writes, and the published result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.languages import gettext as _
from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.how_to_read import WaysToRead, can_be_opened
from generator.model.notice import Notice
from generator.model.partial_date import PartialDate
from generator.model.periods import Quarter
from generator.model.publication import About
from generator.model.record_model import Line, RecordModel, Slug, Text

RecordName = Annotated[str, StringConstraints(pattern=r"^(?:case|briefing|notice):[a-z0-9]+(?:-[a-z0-9]+)*$")]
"""A record's kind and id, as in links by id: `case:grace`."""

OptionalText = Annotated[str, StringConstraints(strip_whitespace=True)]
"""Plain text; empty if there is none."""


class BulletinStatus(StrEnum):
    """The publication status of a bulletin."""

    DRAFT = "draft"
    PUBLISHED = "published"
    """The page is public; new changes of the quarter are still added automatically."""

    SENT = "sent"
    """The bulletin was sent and never changes again."""


class BulletinSection(StrEnum):
    """The parts of a bulletin, in their usual order.

    They are the bulletin's three purposes (source 000), the topics that a newsletter points to (source 004,
    section 22), and what was done about recommendations.
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
    PROGRESS = "progress"
    CHANGES = "changes"

    @property
    def heading(self) -> str:
        """The heading above the items of the section."""
        return {
            "reviews": _("Learning from reviews"),
            "briefings": _("Briefings"),
            "policy": _("Policy and procedure"),
            "events": _("Events and training"),
            "news": _("News"),
            "guides": _("Guides and resources"),
            "services": _("Local services"),
            "tools": _("Practice tools"),
            "referral": _("How to refer"),
            "progress": _("What changed since"),
            "changes": _("Changed, archived and withdrawn"),
        }[self]


class ItemChange(StrEnum):
    """The reason why an item is in a bulletin."""

    NEW = "new"
    REVISED = "revised"
    ADDED = "added"
    """A document was published after its record."""

    UPDATED = "updated"
    """A document was replaced."""

    CORRECTED = "corrected"
    """A fact on its page was corrected."""

    PROGRESS = "progress"
    """The status of recommendations of a review changed."""

    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"
    COMING = "coming"
    """The event takes place in the quarter that follows."""


class RelatedReading(RecordModel):
    """A record to read with an item: a briefing of a review, or a review of a briefing."""

    record: RecordName
    title: Text
    what: Text
    """The kind of record, as it appears inside a sentence: `learning briefing`."""

    question: Text | None = None
    """The first of the briefing's questions for a team; None if it has none."""

    how_to_read: WaysToRead | None = None
    """How to read it, the best way first. None in a bulletin that was sent before this was recorded."""

    @property
    def is_elsewhere(self) -> bool:
        """True if it is known that readers cannot open it on this site."""
        return self.how_to_read is not None and not can_be_opened(self.how_to_read)


class BulletinItem(RecordModel):
    """One change of the quarter, as shown in a bulletin, and as stored in the record of a bulletin that was sent.

    The text of a sent item stays the same when the record changes. Its record may be withdrawn later: then only the
    record's name, address and reason may be shown.
    """

    record: RecordName
    section: BulletinSection
    change: ItemChange
    date: PartialDate | None = None
    """When it changed, or takes place; None for a pinned record without a date."""

    title: Text
    """Plain text."""

    text: OptionalText = ""
    """One or two plain sentences; empty if there is none."""

    lines: tuple[Text, ...] = ()
    """Plain text: the recommendations whose status changed, one line each. Empty for every other change."""

    what: Text
    """The kind of record, in the words of the field: `Child Safeguarding Practice Review`, `Policy change`."""

    about: tuple[About, ...] = ()
    """The people or readers that it concerns; empty if no source says."""

    when: OptionalText = ""
    """Date and time of an event, in words; empty for all other kinds."""

    place: OptionalText = ""
    """The place of an event; empty if it is not known."""

    hard_subjects: tuple[Line, ...] = ()
    """The sensitive topics of the item, in words; empty if no helplines are needed."""

    reading: tuple[RelatedReading, ...] = ()
    """A review's own briefings, then those that it lists, in reading order; a briefing's reviews."""

    how_to_read: WaysToRead | None = None
    """How to read the record, the best way first; empty if there is no more to read than this item.

    None for a withdrawn record, and in a bulletin that was sent before this was recorded.
    """

    @property
    def questions(self) -> tuple[str, ...]:
        """Questions for a team: the first question of each briefing in the reading; empty if no briefing has one."""
        return tuple(reading.question for reading in self.reading if reading.question is not None)


class Bulletin(RecordModel):
    """`content/bulletins/2022-q3.yml`: the editor's part. The changes of the quarter come from the records."""

    id: Slug
    """The quarter, from the file's name."""

    title: Line
    written_by: Literal["partnership", "library"] = "partnership"
    """Who put it together: `library` for one that the partnership did not send."""

    status: BulletinStatus = BulletinStatus.PUBLISHED
    sent: PartialDate | None = None
    """The day on which the bulletin was sent; None until then."""

    welcome: Text
    """Prose."""

    order: tuple[BulletinSection, ...] = ()
    """Sections that come first; the others follow in their usual order."""

    pinned: tuple[RecordName, ...] = ()
    """Items that come first in their sections. Listing it here is the only way to include a record without a date."""

    left_out: tuple[RecordName, ...] = ()
    items: tuple[BulletinItem, ...] = ()
    """All items of a sent bulletin; empty before it is sent."""

    sources: tuple[Line, ...] = ()
    """The source of each fact. Never published."""

    def is_public(self, today: date, drafts: bool = False) -> bool:  # noqa: ARG002 asked as a record is
        """Return True if the bulletin has a page. `drafts` includes drafts, for a preview."""
        return drafts or self.status is not BulletinStatus.DRAFT

    @property
    def quarter(self) -> Quarter | None:
        """The quarter; None if the file's name is not a quarter, which is reported as a separate error."""
        return Quarter.parse(self.id)

    @property
    def prose(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return every prose text with its path in the record."""
        return ((("welcome",), self.welcome),)


@dataclass(frozen=True, slots=True)
class PublishedBulletin:
    """A quarter's bulletin in the form that readers see."""

    record: Bulletin
    quarter: Quarter
    sections: tuple[tuple[BulletinSection, tuple[BulletinItem, ...]], ...]
    """The sections in the editor's order, without empty ones."""

    added_since_sent: tuple[BulletinItem, ...] = ()
    """Changes of the quarter that became known after the bulletin was sent."""

    records: Mapping[str, Case | Briefing | Notice] = field(default_factory=dict)
    """The records of the items as they are today, by name: `case:grace`."""

    def record_of(self, item: BulletinItem) -> Case | Briefing | Notice:
        """Return the record of an item as it is today."""
        return self.records[item.record]

    @property
    def items(self) -> tuple[BulletinItem, ...]:
        """The items of all sections, in order."""
        return tuple(item for _, items in self.sections for item in items)

    @property
    def all_items(self) -> tuple[BulletinItem, ...]:
        """The items of all sections, then those that became known after the bulletin was sent."""
        return (*self.items, *self.added_since_sent)
