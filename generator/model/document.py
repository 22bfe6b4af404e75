"""A report, a statement, a sheet: what a record offers to take away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from generator.diagnostics import Severity
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


class DocumentRule(StrEnum):
    """What is looked for in a document; each is the slug of its code in the catalogue."""

    UNTAGGED = "untagged-pdf"
    UNTITLED = "untitled-pdf"
    NO_LANGUAGE = "pdf-without-language"
    SCANNED = "scanned-pdf"
    PROTECTED = "protected-pdf"
    COMMENTS = "comments-left-in"
    FILES_INSIDE = "files-inside"
    SCRIPTS_INSIDE = "scripts-inside"
    NAMES = "names-in-properties"
    OTHER_TITLE = "another-title"
    OTHER_TYPE = "another-type"
    LARGE = "large-file"
    DEAD_LINK = "dead-link-in-pdf"


class RuleSeverity(Shape):
    """How much a partnership lets one of these rules weigh: `{rule: untagged-pdf, severity: error}`."""

    rule: DocumentRule
    severity: Severity


class Accepted(Shape):
    """A fault that the partnership has decided to live with."""

    rule: DocumentRule
    reason: Text
    """For the public: the accessibility statement shows it."""

    date: PartialDate
    """When it was decided."""

    until: PartialDate | None = None
    """The last day, month or year for which it holds; None for as long as the document stands."""


LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", max_length=35)]
"""A language as BCP 47 writes it: `en-GB`, `pl`."""


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
    language: LanguageTag | None = None
    """None for the language of the site."""

    accepted: tuple[Accepted, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """The first page of a document, small."""

    address: str
    path: str
    """Where it lies on this machine."""

    width: int
    """In CSS pixels, as is the height."""

    height: int


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Why a document is not fully accessible (SI 2018/852)."""

    rule: DocumentRule
    reason: str
    """Why it stays so, as the partnership has said; empty where it has said nothing."""


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

    language: str = "en-GB"
    path: str | None = None
    """Where the file that readers get lies on this machine; None when it stands elsewhere."""

    format: str = ""
    """`PDF`; empty where nothing is known of the file."""

    pages: int | None = None
    size_bytes: int | None = None
    picture: Picture | None = None
    shortfalls: tuple[Shortfall, ...] = ()
    """Empty for a document that meets the rules, and for one that stands on another site: that is not looked into."""

    is_sheet: bool = False
    """True for a sheet that was made from the record itself."""
