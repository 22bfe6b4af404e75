"""A report, a statement, a sheet: what a record offers to take away."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import StringConstraints

from generator.model import addresses
from generator.model.addresses import Address
from generator.model.document_rules import Accepted, DocumentRule
from generator.model.partial_date import PartialDate
from generator.model.raw_record import FileInfo
from generator.model.record_model import Line, RecordModel, Slug, Text, WebAddress


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


LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", max_length=35)]
"""A language as BCP 47 writes it: `en-GB`, `pl`."""


def suffix_of(name: str) -> str:
    """The end of a file's name in small letters, without its dot: `pdf`."""
    return PurePosixPath(name).suffix.lstrip(".").lower()


class DocumentUpdate(RecordModel):
    """What was changed in a document, which keeps its address."""

    date: PartialDate
    text: Text
    """What readers find changed, and why."""

    earlier: Line | None = None
    """The file as it was until then, beside the record. It is published at an address of its own; None where the
    partnership does not offer it any more."""


class Document(RecordModel):
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
    updates: tuple[DocumentUpdate, ...] = ()
    """In any order."""

    @property
    def files(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Every file that it names, with the place of the name: the file itself, then what it was earlier."""
        own: tuple[tuple[tuple[str | int, ...], str], ...] = ((("file",), self.file),) if self.file is not None else ()
        earlier = ((("updates", n, "earlier"), each.earlier) for n, each in enumerate(self.updates) if each.earlier)
        return (*own, *earlier)

    def addresses(self, record_id: str) -> tuple[tuple[tuple[str | int, ...], Address], ...]:
        """The address of each of these files, in the same order."""
        until = {("updates", n, "earlier"): each.date.iso for n, each in enumerate(self.updates)}
        return tuple(
            (
                path,
                addresses.earlier_document(record_id, self.kind, until[path], suffix_of(name))
                if path in until
                else addresses.document(record_id, self.kind, suffix_of(name)),
            )
            for path, name in self.files
        )


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
class AccessibilityIssue:
    """Why a document is not fully accessible (SI 2018/852)."""

    rule: DocumentRule
    reason: str
    """Why it stays so, as the partnership has said; empty where it has said nothing."""


@dataclass(frozen=True, slots=True)
class PublishedUpdate:
    """A change of a document as readers meet it."""

    anchor: str
    """Its place on the page of the record, unlike every other there: `grace-report-2024-03-12`."""

    date: PartialDate
    text: str
    earlier: PublishedDocument | None = None
    """As it was until then; None where that is not offered."""


@dataclass(frozen=True, slots=True)
class PublishedDocument:
    """A document as readers meet it, with its one label."""

    label: str
    """`Grace: Child Safeguarding Practice Review report`, the same everywhere."""

    kind: str
    address: str | None
    """Inside the site for a file, on the web for a url; None when there is nothing to download."""

    is_local: bool
    availability: Availability | None = None
    reason: str | None = None
    facts: FileInfo | None = None
    """What is known of the file beside the record; None when it stands elsewhere."""

    published: str | None = None
    """The ISO date, as precise as known."""

    language: str = "en-GB"
    path: str | None = None
    """Where the file that readers get lies on this machine: a clean copy; None when it stands elsewhere."""

    format: str = ""
    """`PDF`; empty where nothing is known of the file."""

    pages: int | None = None
    size_bytes: int | None = None
    """Of the file that readers get."""

    picture: Picture | None = None
    accepted: tuple[Accepted, ...] = ()
    """Faults that the partnership has decided to live with."""

    shortfalls: tuple[AccessibilityIssue, ...] = ()
    """Empty for a document that meets the rules, and for one that stands on another site: that is not looked into."""

    updates: tuple[PublishedUpdate, ...] = ()
    """In the order of the record."""

    is_sheet: bool = False
    """True for a sheet that was made from the record itself."""

    @property
    def with_earlier(self) -> tuple[PublishedDocument, ...]:
        """Itself, and what it was earlier."""
        return (self, *(each.earlier for each in self.updates if each.earlier is not None))

    @property
    def is_own_pdf(self) -> bool:
        """True for a PDF that readers get from this site, once it has been made ready."""
        return self.path is not None and self.format == "PDF"

    @property
    def detail(self) -> str:
        """`PDF, 34 pages, 1.2 MB`; empty where nothing is known of the file."""
        parts = [self.format] if self.format else []
        if self.pages is not None:
            parts.append(f"{self.pages} page" + ("" if self.pages == 1 else "s"))
        if self.size_bytes is not None:
            parts.append(size_in_words(self.size_bytes))
        return ", ".join(parts)


def size_in_words(size_bytes: int) -> str:
    """`1.2 MB` as GOV.UK writes sizes: decimal units, no more exact than a reader needs."""
    kilobytes = round(size_bytes / 1000)
    return f"{size_bytes / 1_000_000:.1f} MB" if kilobytes >= 1000 else f"{max(1, kilobytes)} KB"
