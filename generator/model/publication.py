"""Fields that all published records share, and when a record is public."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from generator.diagnostics import one_line
from generator.model.document import Document, LanguageTag
from generator.model.event_time import EventTime
from generator.model.london_time import has_come
from generator.model.partial_date import PartialDate
from generator.model.record_model import Line, RecordModel, Slug, Text
from generator.model.record_picture import RecordPicture


class Status(StrEnum):
    """The publication status of a record."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"


class About(StrEnum):
    """The people that a record is about."""

    CHILDREN = "children"
    ADULTS = "adults"
    FAMILIES = "families"


class Direction(StrEnum):
    """The direction of a text: from left to right, or from right to left."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class AcceptedFinding(RecordModel):
    """A finding that may identify a person or cause harm, which the editor has decided to accept."""

    rule: Annotated[str, StringConstraints(pattern=r"^P6(?:[2346][0-9]|99)$")]
    """The code of the finding."""

    text: Line
    """The words in quotation marks in the finding's message."""

    reason: Text
    date: PartialDate
    """The day of the decision."""

    @property
    def key(self) -> tuple[str, str]:
        """Code and words, in lower case and on one line, for comparison with findings."""
        return accepted_key(self.rule, self.text)


def accepted_key(code: str, words: str) -> tuple[str, str]:
    """Return the key that matches a finding with an accepted one."""
    return code, one_line(words.lower())


class Correction(RecordModel):
    """A correction of a fact that the page of a record gave wrongly, for readers who may have used it."""

    date: PartialDate
    """When the page was corrected."""

    text: Text
    """What the page said, and what is right, in plain words."""


class Publication(RecordModel):
    """The fields that every published record shares."""

    id: Slug
    """The folder or file name, unless the record gives another id."""

    status: Status = Status.PUBLISHED
    publish_on: EventTime | None = None
    """When a scheduled record becomes public: the first minute of a day, or a clock time on it, in Europe/London."""

    status_since: PartialDate | None = None
    """When it was archived or withdrawn; None if not known."""

    status_reason: Text | None = None
    """Why it was archived or withdrawn, for the public; None if no reason was given."""

    after: Slug | None = None
    """The id of the record of the same kind that was published just before it.

    It gives an undated record its place: directly above the other in a list with the newest first.
    """

    themes: tuple[Slug, ...] = ()
    harms: tuple[Slug, ...] = ()
    about: tuple[About, ...] = ()
    """The people it is about, which decide the telephone numbers shown.

    If empty, the review type or the harms decide.
    """

    content_note: tuple[Line, ...] = ()
    """The topics in the content note above the summary, the gravest first.

    Each is the id of a harm or theme, or words as they appear inside a sentence. If empty, they come from the harms.
    """

    language: LanguageTag | None = None
    """The language of the record's own texts. None for the language of the site."""

    direction: Direction | None = None
    """The direction in which these texts are written. None for the usual direction of the language."""

    documents: tuple[Document, ...] = ()
    pictures: tuple[RecordPicture, ...] = ()
    """The pictures on its page, in their order."""

    corrections: tuple[Correction, ...] = ()
    """The corrections of its page, in any order. Those of a document are in the document's `updates`."""

    accepted_findings: tuple[AcceptedFinding, ...] = ()
    """Never published."""

    sources: tuple[Line, ...] = ()
    """The source of each fact. Never published."""

    def is_public(self, today: date, drafts: bool = False) -> bool:
        """Return True if the record's page exists today; a `LondonTime` is compared to the minute.

        `drafts` includes all records, for a preview.
        """
        if drafts:
            return True
        if self.status is Status.DRAFT:
            return False
        if self.status is Status.SCHEDULED:
            return self.publish_on is not None and has_come(self.publish_on, today)
        return True

    @property
    def ref(self) -> str:
        """Kind and id, as links by id write it: `case:grace`."""
        return f"{type(self).__name__.lower()}:{self.id}"

    @property
    def is_withdrawn(self) -> bool:
        """True if only the address and the reason remain."""
        return self.status is Status.WITHDRAWN
