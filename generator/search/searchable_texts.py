"""Searchable content: the site's pages, and the pages of the documents that it publishes."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from html import escape
from pathlib import PurePosixPath
from typing import Final

from generator.model import Address, Briefing, Case, Library, Notice, PublishedDocument, address_of
from generator.model.asset_kinds import OFFICE
from generator.model.document import SITE_LANGUAGE
from generator.model.how_to_read import HowToRead

TextsOf = Callable[[PublishedDocument], Sequence[str]]
"""Returns the text of each page, slide or sheet of a document, in order; empty if it has no text."""

PAGES_OF_A_PART: Final = 4
"""Pages in one part of a document. The first search for a rare word may show ten long reports, and must not load more
than 150 KB."""


CHARACTERS_OF_A_PART: Final = 12_000
"""Characters in one part of a document without pages, about as many as four pages have."""


@dataclass(frozen=True, slots=True)
class SearchablePage:
    """A page of the site. It is indexed if its HTML has `data-pagefind-body`."""

    address: Address
    fingerprint: Callable[[], bytes]
    html: Callable[[], bytes]
    """Called only when the index is made."""

    is_list: bool = False
    """True if the page only lists others. It is found by its name, not by the words of what it lists."""


@dataclass(frozen=True, slots=True)
class SearchableDocument:
    """A document whose pages are indexed separately: a result opens at `documents/grace-report.pdf#page=12`."""

    address: Address
    title: str
    """Its label; the matching pages are listed below it."""

    pages: Callable[[], Sequence[str]]
    """Returns the text of each page, in order. Called only when the index is made."""

    how_to_read: str
    """How to read it, as its result shows it: `PDF`."""

    fingerprint: bytes
    """Changes with the text of the document."""

    record: Address
    """The page of the record that it belongs to."""

    language: str = SITE_LANGUAGE
    has_pages: bool = True
    """False for an Office file: a browser cannot open it at a page, so a result leads to the file."""

    def __post_init__(self) -> None:
        assert not self.address.startswith(("/", "http")), "only a file of this site can be opened at a page"

    def parts(self) -> Iterator[tuple[str, str]]:
        """Yield the address and HTML of each part.

        A part has at most four pages, so that a result loads no more than that.
        Every page has a heading, but is not a separate record of the index: that would cost twenty times as much.
        """
        pages = self.pages()
        if not self.has_pages:
            yield from self._parts_without_pages("\n".join(pages))
            return
        for start in range(0, max(1, len(pages)), PAGES_OF_A_PART):
            texts = [(start + number, text) for number, text in enumerate(pages[start : start + PAGES_OF_A_PART], 1)]
            if start == 0 or any(text.strip() for _, text in texts):
                yield f"{self.address}#page={start + 1}" if start else self.address, self._html(texts)

    def _parts_without_pages(self, text: str) -> Iterator[tuple[str, str]]:
        parts = textwrap.wrap(text, CHARACTERS_OF_A_PART, break_long_words=False, break_on_hyphens=False) or [""]
        for number, part in enumerate(parts, 1):
            address = f"{self.address}#part={number}" if number > 1 else self.address
            yield address, self._whole_html(f"<p>{escape(part)}</p>")

    def _html(self, texts: Sequence[tuple[int, str]]) -> str:
        return self._whole_html(
            "".join(
                f'<h2 id="page={number}">Page {number}</h2><p>{escape(text)}</p>'
                for number, text in texts
                if text.strip()
            )
        )

    def _whole_html(self, content: str) -> str:
        title = escape(self.title)
        way = f'<span data-pagefind-meta="read:{escape(self.how_to_read)}"></span>'
        return (
            f'<html lang="{escape(self.language)}"><body data-pagefind-body><h1 data-pagefind-meta="title">{title}</h1>'
            f'<span data-pagefind-meta="kind:Document">{way}</span>{content}</body></html>'
        )

    @property
    def digest(self) -> bytes:
        """A hash of everything that the index contains of the document."""
        shown = (self.language, self.address, self.record, self.title, self.how_to_read)
        document_hash = blake2b("".join(f"{part}\0" for part in shown).encode(), digest_size=16)
        document_hash.update(self.fingerprint)
        return document_hash.digest()


def searchable_documents(library: Library, texts_of: TextsOf) -> Iterator[SearchableDocument]:
    """Yield every PDF and Office file of this site, with how to read it; none of a draft in a preview."""
    records: tuple[tuple[tuple[str, str], Case | Briefing | Notice], ...] = (
        *((("case", case.id), case) for case in library.cases),
        *((("briefing", briefing.id), briefing) for briefing in library.briefings),
        *((("notice", notice.id), notice) for notice in library.notices),
    )
    for key, record in records:
        if not record.is_public(library.today):
            continue
        for document in library.documents_of.get(key, ()):
            if document.address and document.facts and _has_text(document) and not document.is_sheet:
                yield SearchableDocument(
                    document.address,
                    document.label,
                    partial(texts_of, document),
                    _how_to_read(document).label,
                    bytes.fromhex(document.facts.sha256),
                    address_of(record, library.vocabulary),
                    document.language,
                    document.is_own_pdf,
                )


def _how_to_read(document: PublishedDocument) -> HowToRead:
    return HowToRead.PDF if document.is_own_pdf else HowToRead.FILE


def _has_text(document: PublishedDocument) -> bool:
    """Return True for a PDF and for an Office file that readers get from this site."""
    if document.path is None or document.facts is None:
        return False
    is_office_file = PurePosixPath(document.facts.path).suffix.lower() in OFFICE
    return document.is_own_pdf or (is_office_file and bool(document.facts.sha256))
