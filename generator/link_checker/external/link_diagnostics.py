"""Makes the diagnostics of URLs on other sites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.diagnostics import Diagnostic, Location, RelatedLocation, Severity, rule
from generator.link_checker.external.link_status import LinkStatus
from generator.link_checker.external.result_cache import CachedResult
from generator.link_checker.external.url_collection import PdfOccurrence, UrlOccurrences
from generator.model import Records
from generator.model.addresses import NOT_FOUND

_CODES: Final = {
    LinkStatus.GONE: "L811",
    LinkStatus.MOVED: "L812",
    LinkStatus.SOFT_404: "L813",
    LinkStatus.CERTIFICATE: "L814",
    LinkStatus.LOGIN: "L815",
    LinkStatus.TROUBLE: "L816",
    LinkStatus.HTML_FOR_PDF: "L817",
    LinkStatus.PLAIN: "L818",
    LinkStatus.ROBOTS: "L819",
    LinkStatus.PRIVATE: "L822",
}
_BY_HAND: Final = "open it in a browser; where it works there, name it in content/link-exceptions.yml"
_HINTS: Final = {
    LinkStatus.GONE: "look for it on its site or in a web archive and write the new address, or take the link out",
    LinkStatus.SOFT_404: "look for it on its site and write the new address, or take the link out",
    LinkStatus.CERTIFICATE: "tell the owner of the site: until it is fixed, readers see a warning in place of the page",
    LinkStatus.LOGIN: _BY_HAND,
    LinkStatus.TROUBLE: "try it again tomorrow; after a week it is an error",
    LinkStatus.HTML_FOR_PDF: "open it in a browser, and write the address of the file itself",
    LinkStatus.ROBOTS: _BY_HAND,
    LinkStatus.PRIVATE: "write an address that works outside your own network, or take the link out",
}
_NOT_OURS_TO_MEND: Final = (LinkStatus.CERTIFICATE, LinkStatus.LOGIN, LinkStatus.TROUBLE, LinkStatus.ROBOTS)
_MOST_PLACES: Final = 3


@dataclass(frozen=True, slots=True)
class UrlLocations:
    """The places where URLs are written and shown."""

    records: Records
    written: Mapping[str, Location]
    """By URL: the place in a source of the site."""

    def of_page(self, page: str) -> Location:
        """Return the location of a page.

        It serves for a URL that no source writes: the theme or its settings added it.
        """
        return Location(f"/{page}")

    def of_document(self, document: PdfOccurrence) -> Location:
        """Return the place where a record names a PDF."""
        return self.records.raw_by_ref[document.record].location_of("documents", document.place, "file")


def diagnostic_for(address: str, known: CachedResult, shown: UrlOccurrences, places: UrlLocations) -> Diagnostic | None:
    """Return the diagnostic of a URL; None if it works, or if it has not been requested yet."""
    code = _CODES.get(known.answer.kind)
    if code is None:
        return None
    new = known.answer.leads_to
    hint = f'write "{new}"' if new else _HINTS[known.answer.kind]
    if known.answer.kind is LinkStatus.TROUBLE and known.bad_for_a_week:
        hint = _HINTS[LinkStatus.GONE]
    if address not in places.written and not shown.pages and known.answer.kind not in _NOT_OURS_TO_MEND:
        hint = f"in the program that made the PDF: {hint}"
    found = rule(code).diagnostic(_message(address, known, shown, places), _location(address, shown, places), hint)
    severity = Severity.ERROR if known.answer.kind.is_bad and known.bad_for_a_week else found.severity
    return replace(found, severity=severity, related=tuple(_also(address, shown, places)), pages=len(shown.pages))


def _message(address: str, known: CachedResult, shown: UrlOccurrences, places: UrlLocations) -> str:
    message = f'"{address}" {known.answer.said}'
    if address not in places.written and not shown.pages:
        page = shown.documents[0].page
        message = f'page {page} of the PDF links to "{address}", which {known.answer.said}'
    if known.answer.kind.is_bad and known.bad_since is not None and known.bad_days > 1:
        message += f", since {known.bad_since.isoformat()}"
    return message


def _location(address: str, shown: UrlOccurrences, places: UrlLocations) -> Location:
    if address in places.written:
        return places.written[address]
    return places.of_page(_page(shown)) if shown.pages else places.of_document(shown.documents[0])


def _page(shown: UrlOccurrences) -> str:
    """Return the page to report for a URL that no source writes: the one nearest to the home page."""
    return min(shown.pages, key=lambda each: (each.count("/"), each == NOT_FOUND, each))


def _also(address: str, shown: UrlOccurrences, places: UrlLocations) -> Iterator[RelatedLocation]:
    """Yield the pages and PDFs that show the URL, without the place that is already reported."""
    divide_into_pages = [("shown on", Location(f"/{page}")) for page in shown.pages]
    in_files = [(f"on page {document.page} of this PDF", places.of_document(document)) for document in shown.documents]
    if address not in places.written:
        own = f"/{_page(shown)}" if divide_into_pages else ""
        divide_into_pages = [in_page for in_page in divide_into_pages if in_page[1].file != own]
        in_files = in_files if own else in_files[1:]
    every = [*divide_into_pages, *in_files]
    for message, place in every[:_MOST_PLACES]:
        yield RelatedLocation(message, place)
    if len(every) > _MOST_PLACES:
        yield RelatedLocation(f"and in {len(every) - _MOST_PLACES} more places", every[_MOST_PLACES][1])
