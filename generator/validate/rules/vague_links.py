"""Checks that links make sense without context: many people jump from link to link, or hear only the links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from typing import Final
from urllib.parse import urlsplit

from generator.diagnostics import Diagnostic, Location, RelatedLocation, rule
from generator.markdown import headings, record_link, text_links
from generator.markdown.elements import TextLink
from generator.model import MarkdownPage, Records, title_of
from generator.model.term import Term
from generator.validate.text_locations import SourceLocator, body_location, page_text, prose_with_links_or_html

_VAGUE: Final = frozenset(
    {
        *(
            "click",
            "click here",
            "click on this link",
            "click this link",
            "follow this link",
            "here",
            "this",
            "see here",
        ),
        *("link", "this link", "page", "this page", "site", "this site", "website", "this website", "web page"),
        *("more", "read more", "learn more", "see more", "find out more", "more information", "more details"),
        *("read this", "details", "info", "information", "download", "download here", "document", "this document"),
        *("pdf", "file", "open", "view", "visit", "go", "continue"),
    }
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_FILE_NAME: Final = re.compile(r"[^\s/]+\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf)", re.IGNORECASE)
_NO_WORDS: Final = re.compile(r"[^\w]+")

_Told = Iterator[tuple[TextLink, Location]]


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P606 for a link that does not say where it leads, and for one link text that leads to two places."""
    targets = _Targets(records)
    for record in records.prose_records:
        texts = prose_with_links_or_html(record)
        if _has_fault(link for _, text in texts for link in text_links(text)):
            places = (
                (text, SourceLocator(record.raw.source, partial(record.raw.location_of, *path))) for path, text in texts
            )
            located: _Told = (link for text, place in places for link in _located(text, place))
            yield from _faults(located, partial(targets.title, None))
    for notice in records.notices:
        links = [TextLink(link.label, link.url, False) for link in notice.record.links]
        located = ((link, notice.raw.location_of("links", n, "label")) for n, link in enumerate(links))
        for link, place in located:
            if _is_vague(link):
                hint = f"write what readers find at {urlsplit(link.destination).netloc}: the name of that page"
                message = f'the label "{link.says}" does not say where the link leads'
                yield rule("P606").diagnostic(message, place, hint)
    for page in records.pages:
        text = page_text(page)
        if _has_fault(text_links(text)):
            located = _located(text, SourceLocator(page.source, partial(body_location, page)))
            yield from _faults(located, partial(targets.title, page))


def _has_fault(links: Iterable[TextLink]) -> bool:
    """Return True if any of the links has a fault. Checked first, because finding the place of every link is slow."""
    leads_to: dict[str, str] = {}
    return any(
        _is_vague(link)
        or (link.says and leads_to.setdefault(link.says.casefold(), link.destination) != link.destination)
        for link in links
    )


def _located(text: str, places: SourceLocator) -> _Told:
    return ((link, places.link(link.says, link.destination)) for link in text_links(text))


def _faults(found: _Told, title: Callable[[str], str | None]) -> Iterator[Diagnostic]:
    first: dict[str, tuple[TextLink, Location]] = {}
    for link, place in found:
        if _is_vague(link):
            message = (
                f'the link text "{link.says}" does not say where it leads' if link.says else "the link has no words"
            )
            yield rule("P606").diagnostic(message, place, _hint(link, title(link.destination)))
            continue
        if not link.says:
            continue  # An image without words: P610.
        before = first.setdefault(link.says.casefold(), (link, place))
        if before[0].destination != link.destination:
            message = f'"{link.says}" leads to two places'
            hint = "let each of the two say what is there and nowhere else"
            yield rule("P606").diagnostic(message, place, hint, (RelatedLocation("the other place", before[1]),))


def _is_vague(link: TextLink) -> bool:
    if not link.says:
        return not link.has_picture
    return (
        _NO_WORDS.sub(" ", link.says.casefold()).strip() in _VAGUE
        or _ADDRESS.fullmatch(link.says) is not None
        or _FILE_NAME.fullmatch(link.says.strip()) is not None
    )


def _hint(link: TextLink, title: str | None) -> str:
    if title is not None:
        return f'it leads to "{title}": write [{title}]({link.destination})'
    host = urlsplit(link.destination).netloc
    leads = f"it leads to {host}" if host else f'it leads to "{link.destination}"'
    return f"{leads}: write what readers find there, [the name of that page]({link.destination})"


class _Targets:
    """The titles of link targets inside the site."""

    def __init__(self, records: Records) -> None:
        self._records = records

    @cached_property
    def _titles(self) -> Mapping[tuple[str, str], str]:
        titles: dict[tuple[str, str], str] = {
            (record.raw.kind, record.record.id): title_of(record.record)
            for record in self._records.cases_briefings_notices
        }
        titles |= {("bulletin", bulletin.record.id): bulletin.record.title for bulletin in self._records.bulletins}
        if self._records.vocabulary is not None:
            words = self._records.vocabulary.record
            kinds: dict[str, Mapping[str, Term]] = {"theme": words.theme, "harm": words.harm, "type": words.type}
            for kind, terms in kinds.items():
                titles |= {(kind, identity): term.label for identity, term in terms.items()}
        return titles

    def title(self, page: MarkdownPage | None, destination: str) -> str | None:
        """Return the title of a link's target; None for another site, and for an unknown target."""
        link = record_link(destination)
        if link is not None and link.kind != "page":
            return self._titles.get((link.kind, link.id))
        for each in self._records.pages:
            if link is not None:
                found = each.address.strip("/") == link.id.strip("/")
            else:
                found = page is not None and each.source.file == _beside(page, destination)
            if found and not each.is_frame:
                return next((heading.says for heading in headings(page_text(each)) if heading.says), None)
        return None


def _beside(page: MarkdownPage, destination: str) -> str:
    path = destination.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.source.file), path))
