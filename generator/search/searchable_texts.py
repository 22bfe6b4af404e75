"""What can be searched: the site's pages, and the pages of the documents that it publishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from html import escape
from typing import Final

from generator.model import Address, Briefing, Case, Library, Notice, PublishedDocument, address_of
from generator.model.facets import Facets, facets_of

TextsOf = Callable[[PublishedDocument], Sequence[str]]
"""The text of each page of a document, in order; nothing where it has none."""

PAGES_OF_A_PART: Final = 4
"""A reader's first search for a rare word may show ten long reports, and shall not cost more than 150 KB."""


@dataclass(frozen=True, slots=True)
class SearchablePage:
    """A page of the site. It is indexed where its HTML says so, with `data-pagefind-body`."""

    address: Address
    fingerprint: Callable[[], bytes]
    html: Callable[[], bytes]
    """Asked for only when the index is made."""


@dataclass(frozen=True, slots=True)
class SearchableDocument:
    """A document whose pages can be found one by one: a result opens at `documents/grace-report.pdf#page=12`."""

    address: Address
    title: str
    """Its label; the pages that are found stand below it."""

    pages: Callable[[], Sequence[str]]
    """The text of each page, in order. Asked for only when the index is made."""

    facets: Facets
    fingerprint: bytes
    """Changes with the text of the document."""

    record: Address
    """The page of the record that it belongs to."""

    def __post_init__(self) -> None:
        assert not self.address.startswith(("/", "http")), "only what lies on the site can be opened at its page"

    def parts(self) -> Iterator[tuple[str, str]]:
        """Address and HTML of each part, of four pages at most: a reader who finds one loads no more than that.

        Every page has a heading, and is no record of its own: that would cost twenty times as much.
        """
        pages = self.pages()
        for start in range(0, max(1, len(pages)), PAGES_OF_A_PART):
            texts = [(start + number, text) for number, text in enumerate(pages[start : start + PAGES_OF_A_PART], 1)]
            if start == 0 or any(text.strip() for _, text in texts):
                yield f"{self.address}#page={start + 1}" if start else self.address, self._html(texts)

    def _html(self, texts: Sequence[tuple[int, str]]) -> str:
        facets = "".join(
            f'<span data-pagefind-filter="{escape(name)}:{escape(label)}"></span>'
            for name, labels in self.facets.items()
            for label in labels
        )
        pages = "".join(
            f'<h2 id="page={number}">Page {number}</h2><p>{escape(text)}</p>' for number, text in texts if text.strip()
        )
        title = escape(self.title)
        return (
            f'<html lang="en-GB"><body data-pagefind-body><h1 data-pagefind-meta="title">{title}</h1>'
            f'<span data-pagefind-meta="kind:Document">{facets}</span>{pages}</body></html>'
        )

    @property
    def ground(self) -> bytes:
        """Changes with all that the index holds of the document."""
        facets = "\n".join(f"{name}:{label}" for name, labels in self.facets.items() for label in labels)
        digest = blake2b(f"{self.address}\0{self.record}\0{self.title}\0{facets}\0".encode(), digest_size=16)
        digest.update(self.fingerprint)
        return digest.digest()


def searchable_documents(library: Library, texts_of: TextsOf) -> Iterator[SearchableDocument]:
    """Every PDF that readers get from this site, with the facets of its record; none of a draft, even in a preview."""
    records: tuple[tuple[tuple[str, str], Case | Briefing | Notice], ...] = (
        *((("case", each.id), each) for each in library.cases),
        *((("briefing", each.id), each) for each in library.briefings),
        *((("notice", each.id), each) for each in library.notices),
    )
    for key, record in records:
        if not record.is_public(library.today):
            continue
        facets = {**facets_of(record, library), "Kind": ("Document",)}
        for document in library.documents_of.get(key, ()):
            if document.address and document.facts and document.is_own_pdf and not document.is_sheet:
                yield SearchableDocument(
                    document.address,
                    document.label,
                    partial(texts_of, document),
                    facets,
                    bytes.fromhex(document.facts.sha256),
                    address_of(record, library.vocabulary),
                )
