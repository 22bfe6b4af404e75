"""A report, a statement, a sheet: what a record offers to take away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.model.dates import PartialDate
from generator.model.record import Line, Shape, Slug, Text, WebAddress


class Availability(StrEnum):
    """How to get a document that has no address."""

    ON_REQUEST = "on-request"
    WITHHELD = "withheld"
    DELAYED = "delayed"
    WITHDRAWN = "withdrawn"

    @property
    def needs_reason(self) -> bool:
        """What is not available is explained ("Working Together", as reported in source 002)."""
        return self is not Availability.ON_REQUEST


class Document(Shape):
    """A document as its record gives it: exactly one of file, url and availability."""

    kind: Slug
    file: Line | None = None
    """Beside the record; its public address is made from ids, never from this name."""

    url: WebAddress | None = None
    availability: Availability | None = None
    reason: Text | None = None
    """Why it is not available, for the public."""

    published: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class PublishedDocument:
    """A document as readers meet it, with its one label."""

    label: str
    """`Grace: Child Safeguarding Practice Review report`, the same everywhere."""

    detail: str
    """`PDF, 34 pages, 1.2 MB`; empty where nothing is known of the file."""

    kind: str
    address: str | None
    """Inside the site for a file, on the web for a url; None when there is nothing to download."""

    is_local: bool
    availability: Availability | None = None
    reason: str | None = None
    source_file: str | None = None
    """The local file from the site's root; None when it stands elsewhere."""

    published: str | None = None
    """The ISO date, as precise as known."""
