"""A document as its record describes it: a report, a statement or a sheet."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from generator.languages import active_catalogue, base_language
from generator.model import addresses
from generator.model.addresses import Address
from generator.model.document_rules import Accepted
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

    UNKNOWN = "unknown"
    """A source names it, and no source says where it is or how to get it."""

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
    return base_language(tag) != base_language(active_catalogue().tag)


def language_of(document: Document, facts: FileInfo | None) -> str:
    """Return the language of a document: the one in its record, or the one of its PDF, or the site's.

    A PDF in any variant of the site's language, such as `en-US`, is in the site's language.
    """
    if document.language is not None:
        return document.language
    return other_language_of_pdf(facts) or active_catalogue().tag


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

    answers: tuple[Slug, ...] = ()
    """The ids of the recommendations of this case that it answers, for a board response or an action plan."""

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
