"""When a record is public."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from generator.model.dates import PartialDate
from generator.model.document import Document
from generator.model.event_time import EventTime
from generator.model.now import has_come
from generator.model.record import Line, Shape, Slug, Text


class Status(StrEnum):
    """Where a record stands."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"


class About(StrEnum):
    """Whom a record concerns."""

    CHILDREN = "children"
    ADULTS = "adults"
    FAMILIES = "families"


class AcceptedFinding(Shape):
    """What looks as if it told who somebody is, or did harm, and is meant to stay."""

    rule: Annotated[str, StringConstraints(pattern=r"^P6[234][0-9]$")]
    """The code of the finding."""

    text: Line
    """What the finding shows between quotation marks."""

    reason: Text
    date: PartialDate
    """When it was decided."""

    @property
    def key(self) -> tuple[str, str]:
        """Code and words, in one line and in small letters: what a finding is held against."""
        return accepted_key(self.rule, self.text)


def accepted_key(code: str, words: str) -> tuple[str, str]:
    """By what a finding is known to be accepted."""
    return code, " ".join(words.lower().split())


class Publication(Shape):
    """The fields that every published record shares."""

    id: Slug
    """Taken from the folder or file name unless the record says otherwise."""

    status: Status = Status.PUBLISHED
    publish_on: EventTime | None = None
    """When a scheduled record becomes public: a day, from its first minute, or a clock time on it, in Europe/London."""

    status_since: PartialDate | None = None
    """When it was archived or withdrawn; None where not known."""

    status_reason: Text | None = None
    """Why it was archived or withdrawn, for the public; None where none was given."""

    themes: tuple[Slug, ...] = ()
    harms: tuple[Slug, ...] = ()
    about: tuple[About, ...] = ()
    """Whom it is about: it decides which telephone numbers are shown. Empty: the review type or the harms decide."""

    content_note: tuple[Line, ...] = ()
    """What a note above the summary says that the page speaks about, each as it is written inside a sentence.

    Empty: the harms say it.
    """

    documents: tuple[Document, ...] = ()
    accepted_findings: tuple[AcceptedFinding, ...] = ()
    """Never published."""

    sources: tuple[Line, ...] = ()
    """Where each fact came from. Never published."""

    def is_public(self, today: date, drafts: bool = False) -> bool:
        """True when the record's page exists today, at the moment that a `Now` has come to.

        `drafts` shows everything, for a preview.
        """
        if drafts:
            return True
        if self.status is Status.DRAFT:
            return False
        if self.status is Status.SCHEDULED:
            return self.publish_on is not None and has_come(self.publish_on, today)
        return True

    @property
    def name_in_records(self) -> str:
        """Kind and id, as links by id write it: `case:grace`."""
        return f"{type(self).__name__.lower()}:{self.id}"

    @property
    def is_withdrawn(self) -> bool:
        """True when only the address and the reason are left."""
        return self.status is Status.WITHDRAWN
