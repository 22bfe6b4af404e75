"""A document that a record offers for download: a report, a statement or a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import StringConstraints

from generator.languages import ngettext
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
        """True if a record must say why the document is unavailable ("Working Together", as reported in source 002)."""
        return self is not Availability.ON_REQUEST


LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$", max_length=35)]
"""A language as BCP 47 writes it: `en-GB`, `pl`."""


def suffix_of(name: str) -> str:
    """Return the file name's extension in lower case, without the dot: `pdf`."""
    return PurePosixPath(name).suffix.lstrip(".").lower()


class DocumentUpdate(RecordModel):
    """A change of a document that keeps its address."""

    date: PartialDate
    text: Text
    """The change that readers will see, and the reason for it."""

    earlier: Line | None = None
    """The file before this change, in the record's folder. It is published at a separate address.

    None if the partnership does not offer it any more.
    """


class Document(RecordModel):
    """A document as its record describes it, with exactly one of `file`, `url` and `availability`."""

    kind: Slug
    file: Line | None = None
    """The file in the record's folder; its public address is built from ids, never from this name."""

    url: WebAddress | None = None
    availability: Availability | None = None
    reason: Text | None = None
    """Why the document is not available, for the public."""

    published: PartialDate | None = None
    language: LanguageTag | None = None
    """None for the default language of the site."""

    accepted: tuple[Accepted, ...] = ()
    updates: tuple[DocumentUpdate, ...] = ()
    """In any order."""

    @property
    def files(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Each file named by the document, with its path in the record: the current file, then earlier versions."""
        current: tuple[tuple[tuple[str | int, ...], str], ...] = (
            ((("file",), self.file),) if self.file is not None else ()
        )
        earlier = (
            (("updates", n, "earlier"), update.earlier) for n, update in enumerate(self.updates) if update.earlier
        )
        return (*current, *earlier)

    def addresses(self, record_id: str) -> tuple[tuple[tuple[str | int, ...], Address], ...]:
        """Return the addresses of all files that `files` returns, in the same order."""
        until = {("updates", n, "earlier"): update.date.iso for n, update in enumerate(self.updates)}
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
    """A small picture of the first page of a document."""

    address: str
    path: str
    """The path on this computer."""

    width: int
    """In CSS pixels, as `height` is."""

    height: int


@dataclass(frozen=True, slots=True)
class AccessibilityIssue:
    """A reason why a document is not fully accessible (SI 2018/852)."""

    rule: DocumentRule
    reason: str
    """Why the fault is not fixed, in the words of the partnership; empty if the partnership has given no reason."""


@dataclass(frozen=True, slots=True)
class PublishedUpdate:
    """A change of a document in the form that readers see."""

    anchor: str
    """The id of its anchor on the record's page, unique there: `grace-report-2024-03-12`."""

    date: PartialDate
    text: str
    earlier: PublishedDocument | None = None
    """The version before this change; None if it is not offered."""


@dataclass(frozen=True, slots=True)
class PublishedDocument:
    """A document in the form that readers see, with its one label."""

    label: str
    """The label, identical everywhere: `Grace: Child Safeguarding Practice Review report`."""

    kind: str
    address: str | None
    """The address: in the site for a file, on the web for a URL; None if there is nothing to download."""

    is_local: bool
    availability: Availability | None = None
    reason: str | None = None
    facts: FileInfo | None = None
    """Details of the file in the record's folder; None if the document is on another site."""

    published: str | None = None
    """The ISO date, as precise as it is known."""

    language: str = "en-GB"
    path: str | None = None
    """The path on this computer of the clean copy that readers get; None if the document is on another site."""

    format: str = ""
    """`PDF`; empty if the format is not known."""

    pages: int | None = None
    size_bytes: int | None = None
    """The size of the file that readers get."""

    picture: Picture | None = None
    accepted: tuple[Accepted, ...] = ()
    """Faults that the partnership has accepted."""

    shortfalls: tuple[AccessibilityIssue, ...] = ()
    """Empty for a document that meets the rules, and for one on another site, which is not inspected."""

    updates: tuple[PublishedUpdate, ...] = ()
    """The updates in the order of the record."""

    is_sheet: bool = False
    """True for a sheet that was generated from the record."""

    @property
    def with_earlier(self) -> tuple[PublishedDocument, ...]:
        """This document, then its earlier versions."""
        return (self, *(update.earlier for update in self.updates if update.earlier is not None))

    @property
    def is_own_pdf(self) -> bool:
        """Return True for a PDF that readers get from this site, once its clean copy exists."""
        return self.path is not None and self.format == "PDF"

    @property
    def detail(self) -> str:
        """`PDF, 34 pages, 1.2 MB`; empty if nothing is known of the file."""
        parts = [self.format] if self.format else []
        if self.pages is not None:
            parts.append(ngettext("{number} page", "{number} pages", self.pages).format(number=self.pages))
        if self.size_bytes is not None:
            parts.append(size_in_words(self.size_bytes))
        return ", ".join(parts)


def size_in_words(size_bytes: int) -> str:
    """Return a size as GOV.UK writes it, `1.2 MB`: in decimal units, no more exact than a reader needs."""
    kilobytes = round(size_bytes / 1000)
    return f"{size_bytes / 1_000_000:.1f} MB" if kilobytes >= 1000 else f"{max(1, kilobytes)} KB"
