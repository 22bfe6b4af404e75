"""Collects every URL on other sites that readers are given, with the places that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from generator.link_checker.external.pdf_urls import addresses_of
from generator.link_checker.external.url_extraction import normalise_url
from generator.model import Library, PublishedDocument

_ATTRIBUTES: Final = ("href", "src", "poster", "action")


@dataclass(frozen=True, slots=True)
class PdfOccurrence:
    """A place in a PDF that a record publishes."""

    record: tuple[str, str]
    """The record's kind and id."""

    place: int
    """Index in the record's `documents`, 0-based."""

    page: int
    """Page of the PDF, 1-based; the first one if it appears on several."""


@dataclass(slots=True)
class UrlOccurrences:
    """The places that show a URL."""

    pages: list[str] = field(default_factory=list)
    """Addresses of the site's own pages, each once."""

    documents: list[PdfOccurrence] = field(default_factory=list)


def collect_urls(
    site: Path, site_url: str, library: Library | None, texts_of: Callable[[PublishedDocument], tuple[str, ...]]
) -> Mapping[str, UrlOccurrences]:
    """Return each distinct normalised URL in the built pages and PDFs, with its occurrences.

    `texts_of` returns the text of each page of a PDF. Without a library, PDFs are not included.
    """
    found: dict[str, UrlOccurrences] = {}
    for page, address in _urls_on_pages(site, site_url):
        pages = found.setdefault(address, UrlOccurrences()).pages
        if not pages or pages[-1] != page:
            pages.append(page)
    for place, address in _in_documents(library, texts_of) if library is not None else ():
        if not address.startswith(site_url):
            found.setdefault(address, UrlOccurrences()).documents.append(place)
    return found


def _urls_on_pages(site: Path, site_url: str) -> Iterator[tuple[str, str]]:
    for file in sorted(site.rglob("*.html")):
        data = file.read_bytes()
        if b"://" not in data:
            continue
        page = file.relative_to(site).as_posix().removesuffix("index.html")
        for address in dict.fromkeys(_urls_in(LexborHTMLParser(data))):
            if not address.startswith(site_url):
                yield page, address


def _urls_in(html: LexborHTMLParser) -> Iterator[str]:
    for attribute in _ATTRIBUTES:
        for node in html.css(f"[{attribute}]"):
            written = node.attributes.get(attribute)
            address = normalise_url(written) if written and "://" in written else None
            if address is not None:
                yield address


def _in_documents(
    library: Library, texts_of: Callable[[PublishedDocument], tuple[str, ...]]
) -> Iterator[tuple[PdfOccurrence, str]]:
    for record, documents in library.documents_of.items():
        # Skip sheets: they are made from the record, whose own page is checked.
        for document in (document for document in documents if not document.is_sheet):
            for address, page in addresses_of(document, texts_of).items():
                yield PdfOccurrence(record, document.place, page), address
