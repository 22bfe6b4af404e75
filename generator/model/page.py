"""A page on its way to the site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from generator.model.addresses import Address


class PageKind(StrEnum):
    """What a page is to those who are sent a link to it. The id is part of an address and never changes."""

    REVIEW = "review"
    BRIEFING = "briefing"
    LIST = "list"
    NEWS = "news"
    BULLETIN = "bulletin"
    PAGE = "page"

    @property
    def label(self) -> str:
        """In words; empty for a page that is not of a kind."""
        return {
            "review": "Safeguarding review",
            "briefing": "Briefing",
            "list": "Reviews and briefings",
            "news": "News and resources",
            "bulletin": "Safeguarding bulletin",
        }.get(self, "")


@dataclass(frozen=True, slots=True)
class SharePicture:
    """What stands beside a link that someone has shared: one for each kind of page, and nobody's name on it."""

    address: Address
    path: str
    """Where it lies on this machine."""

    alt: str
    """What it says, in words."""

    width: int
    """In pixels, as is the height."""

    height: int


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page, ready to be poured into its frame."""

    address: Address
    title: str
    """Plain text; the frame adds the library's name."""

    head: str
    """HTML for the head: description, canonical address, Open Graph, JSON-LD."""

    content: str
    """HTML of the page's main part."""

    toc: str
    """HTML of the page's own contents; empty where it has few headings."""


@dataclass(frozen=True, slots=True)
class PagePlan:
    """A page that can be made. It is made only when its fingerprint is new."""

    address: Address
    indexed: bool
    """False for pages that search engines should leave out."""

    fingerprint: Callable[[], bytes]
    """Changes exactly when the page's own inputs change: its data, its template, the code that renders it."""

    compose: Callable[[], Page]


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """A file of the site that needs no frame: a feed, a data file, a stylesheet. Made when it is wanted."""

    address: Address
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is copied as it is."""

    address: Address
    path: str
    """Where it lies on this machine."""

    fingerprint: bytes | None = None
    """Known by what it holds; None for a file that is known by its size and time of change."""
