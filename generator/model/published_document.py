"""A document in the form that readers see, with its one label, its address and the file that they get."""

from __future__ import annotations

from dataclasses import dataclass

from generator.languages import gettext as _
from generator.languages import ngettext
from generator.model.document import SITE_LANGUAGE, Availability, is_another_language
from generator.model.document_rules import Accepted, DocumentRule
from generator.model.partial_date import PartialDate
from generator.model.raw_record import FileInfo


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
            parts.append(ngettext("{number} page", "{number} pages", self.pages).format(number=self.pages))
        if self.size_bytes is not None:
            parts.append(size_in_words(self.size_bytes))
        if self.facts is not None and self.facts.pdf is not None and self.facts.pdf.signatures:
            parts.append(_("without the signature of the original"))
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class SheetArchive:
    """One file with all sheets and posters."""

    address: str
    path: str
    """The path on this computer."""

    files: int
    """The number of files in it."""

    size_bytes: int

    @property
    def detail(self) -> str:
        """`ZIP, 5 files, 240 KB`."""
        count = ngettext("{number} file", "{number} files", self.files).format(number=self.files)
        return f"ZIP, {count}, {size_in_words(self.size_bytes)}"


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
