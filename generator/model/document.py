"""A document that a record offers for download: a report, a statement or a sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from generator.model import addresses
from generator.model.addresses import Address
from generator.model.document_rules import Accepted, DocumentRule
from generator.model.partial_date import PartialDate
from generator.model.raw_record import FileInfo
from generator.model.record_model import Line, RecordModel, Slug, Text, WebAddress


class Availability(StrEnum):
    """How to get a document that this site does not publish, or why nobody can get it."""

    ON_REQUEST = "on-request"
    """Not online; readers can ask for it."""

    WITHHELD = "withheld"
    """Never published."""

    DELAYED = "delayed"
    """Not published yet."""

    WITHDRAWN = "withdrawn"
    """Published, and taken back, for example because it was wrong."""

    ELSEWHERE = "elsewhere"
    """On the website of the partnership or of another publisher, with or without a known address."""

    REMOVED = "removed"
    """Published, and no longer, for example because its time online was over."""

    @property
    def needs_reason(self) -> bool:
        """True if a record must say why the document is unavailable ("Working Together", as reported in source 002)."""
        return self in (Availability.WITHHELD, Availability.DELAYED, Availability.WITHDRAWN)


SITE_LANGUAGE: Final = "en-GB"
"""The language of the site, and of a document whose record gives none."""

LANGUAGE_PATTERN: Final = r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"

LanguageTag = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN, max_length=35)]
"""A language as BCP 47 writes it: `en-GB`, `pl`."""


def is_another_language(tag: str) -> bool:
    """Return True for a language that is not the site's: `pl`, and not `en` or `en-US`."""
    return tag.partition("-")[0] != SITE_LANGUAGE.partition("-")[0]


def language_of(document: Document, facts: FileInfo | None) -> str:
    """Return the language of a document: the one in its record, or the one of its PDF, or the site's.

    A PDF in any variant of the site's language, such as `en-US`, is in the site's language.
    """
    if document.language is not None:
        return document.language
    return other_language_of_pdf(facts) or SITE_LANGUAGE


def other_language_of_pdf(facts: FileInfo | None) -> str | None:
    """Return the language that a PDF names, if it is not the site's: `pl`. None for any other file or value."""
    written = facts.pdf.language.strip().replace("_", "-") if facts is not None and facts.pdf is not None else ""
    primary, mark, rest = written.partition("-")
    tag = f"{primary.lower()}{mark}{rest}"
    return tag if re.fullmatch(LANGUAGE_PATTERN, tag) and is_another_language(tag) else None


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
    """A document as its record describes it, with exactly one of `file`, `url`, `availability` and `from`.

    `url` may also be given with `availability: elsewhere`.
    """

    kind: Slug
    id: Slug | None = None
    """Tells several documents of one kind in a record apart, and is part of the address; None for the only one."""

    title: Line | None = None
    """What tells it apart from the others of its kind, in words: it becomes part of the label.

    None if the kind or the language does.
    """

    shared_from: Slug | None = Field(default=None, alias="from")
    """The id of the case whose record has this document; None for a document of this record."""

    file: Line | None = None
    """The file in the record's folder; its public address is built from ids, never from this name."""

    url: WebAddress | None = None
    availability: Availability | None = None
    publisher: Line | None = None
    """Whose website has a document that is `elsewhere`; None for the partnership's own."""

    reason: Text | None = None
    """Why the document is not available, for the public."""

    since: PartialDate | None = None
    """When a document that is `removed` was no longer published."""

    published: PartialDate | None = None
    """When this document was published; None if it was published with the record, or if that is not known."""

    language: LanguageTag | None = None
    """None for the default language of the site."""

    accepted: tuple[Accepted, ...] = ()
    updates: tuple[DocumentUpdate, ...] = ()
    """In any order."""

    @property
    def name(self) -> str:
        """What tells it apart in its record: `report`, or `report-part-2` if it has an id."""
        return f"{self.kind}-{self.id}" if self.id is not None else self.kind

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
                addresses.earlier_document(record_id, self.name, until[path], suffix_of(name))
                if path in until
                else addresses.document(record_id, self.name, suffix_of(name)),
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
    id: str | None = None
    """None for a document whose kind tells it apart in its record."""

    title: str | None = None
    anchor: str = ""
    """The id of its anchor on pages: `grace-report-part-2`; empty for a sheet."""

    place: int = 0
    """Index in the `documents` of the record that has it, 0-based."""

    shared_from: str | None = None
    """In the documents of a page: the id of the case that has the document; None for one of the page's own record."""

    availability: Availability | None = None
    publisher: str | None = None
    """Whose website has a document that is elsewhere; None for every other document."""

    reason: str | None = None
    since: PartialDate | None = None
    """When a removed document was no longer published; None for every other document."""

    facts: FileInfo | None = None
    """Details of the file in the record's folder; None if the document is on another site."""

    published: PartialDate | None = None
    language: str = SITE_LANGUAGE
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
    def name(self) -> str:
        """What tells it apart in its record: `report`, or `report-part-2` if it has an id."""
        return f"{self.kind}-{self.id}" if self.id is not None else self.kind

    @property
    def is_in_another_language(self) -> bool:
        """True if its language is not the site's: `pl`, and not `en` or `en-US`."""
        return is_another_language(self.language)

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
            parts.append(f"{self.pages} page" + ("" if self.pages == 1 else "s"))
        if self.size_bytes is not None:
            parts.append(size_in_words(self.size_bytes))
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """A document of another record that a page also lists."""

    place: int
    """Index in the `documents` of the record that refers to it, 0-based."""

    owner: tuple[str, str]
    """Kind and id of the record that has the document."""

    owner_place: int
    """Index of the document in the `documents` of its owner, 0-based."""


def size_in_words(size_bytes: int) -> str:
    """Return a size as GOV.UK writes it, `1.2 MB`: in decimal units, no more exact than a reader needs."""
    kilobytes = round(size_bytes / 1000)
    return f"{size_bytes / 1_000_000:.1f} MB" if kilobytes >= 1000 else f"{max(1, kilobytes)} KB"
