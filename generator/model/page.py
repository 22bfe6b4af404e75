"""Pages and files before they are written to the site."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass
from enum import StrEnum

from generator.languages import gettext as _
from generator.model.addresses import Address
from generator.model.site_sections import SiteSection, notices_heading


class PageKind(StrEnum):
    """The kind of a page, shown with shared links to it. The id is part of an address and never changes."""

    REVIEW = "review"
    BRIEFING = "briefing"
    LIST = "list"
    NEWS = "news"
    BULLETIN = "bulletin"
    PAGE = "page"

    def label(self, sections: Set[SiteSection]) -> str:
        """Return the kind in words, without the sections that the site does not have; empty for an ordinary page."""
        return {
            "review": _("Safeguarding review"),
            "briefing": _("Briefing"),
            "list": _("Reviews and briefings") if SiteSection.BRIEFINGS in sections else _("Reviews"),
            "news": notices_heading(sections),
            "bulletin": _("Safeguarding bulletin"),
        }.get(self, "")

    def is_used(self, sections: Set[SiteSection]) -> bool:
        """Return True if a site with these sections can have a page of this kind."""
        needed = {
            "briefing": {SiteSection.BRIEFINGS},
            "news": {SiteSection.NEWS, SiteSection.RESOURCES},
            "bulletin": {SiteSection.BULLETINS},
        }.get(self)
        return needed is None or bool(needed & sections)


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A preview picture for shared links: of a kind of page, or with the title of one page."""

    address: Address
    path: str
    """The path on this computer."""

    alt: str
    """The alternative text."""

    width: int
    """In pixels, as `height` is."""

    height: int


@dataclass(frozen=True, slots=True)
class Page:
    """A rendered page, before it is put in its frame."""

    address: Address
    title: str
    """Plain text; the frame adds the library's name."""

    head: str
    """HTML for the head: description, canonical address, Open Graph, JSON-LD."""

    content: str
    """The HTML of the page's main part."""

    toc: str
    """The HTML of the page's table of contents; empty if it has few headings."""

    worried: str
    """The HTML of the numbers to call, for the people whom the page is about."""


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page that can be rendered. It is rendered only if its fingerprint has changed."""

    address: Address
    indexed: bool
    """False for pages that search engines should not index."""

    fingerprint: Callable[[], bytes]
    """Changes exactly when the page's inputs change: its data, its template, the code that renders it."""

    compose: Callable[[], Page]

    title: Callable[[], str] = str
    """Returns the title of the page, without rendering the page."""

    modified: Callable[[], str] = str
    """Returns the day of the last known change of its record, as ISO date; empty if the day is not known."""


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """A file of the site without a frame: a feed, a data file, a stylesheet. It is generated when needed."""

    address: Address
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is copied unchanged."""

    address: Address
    path: str
    """The path on this computer."""

    fingerprint: bytes | None = None
    """A hash of the file's content; None for a file that is identified by its size and modification time."""
