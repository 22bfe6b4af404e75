"""What can be searched: the site's pages, and the pages of the documents that it publishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from html import escape
from pathlib import Path

from generator.machine import hash_stamps
from generator.model import Address, Briefing, Case, Library, Notice, PublishedDocument
from generator.model.facets import Facets, facets_of

TextsOf = Callable[[PublishedDocument], Sequence[str]]
"""The text of each page of a document, in order; nothing where it has none."""


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

    def __post_init__(self) -> None:
        assert not self.address.startswith(("/", "http")), "only what lies on the site can be opened at its page"

    @property
    def html(self) -> str:
        """One page with a heading for each page of the document: a record for each costs twenty times as much."""
        facets = "".join(
            f'<span data-pagefind-filter="{escape(name)}:{escape(label)}"></span>'
            for name, labels in self.facets.items()
            for label in labels
        )
        pages = "".join(
            f'<h2 id="page={number}">Page {number}</h2><p>{escape(text)}</p>'
            for number, text in enumerate(self.pages(), 1)
            if text.strip()
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
        digest = blake2b(f"{self.address}\0{self.title}\0{facets}\0".encode(), digest_size=16)
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
            if document.address and document.path and document.is_own_pdf and not document.is_sheet:
                yield SearchableDocument(
                    document.address,
                    document.label,
                    partial(texts_of, document),
                    facets,
                    hash_stamps((Path(document.path),)),
                )
