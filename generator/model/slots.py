"""The slots that a hand-written page or a frame may use, and their arguments."""

from __future__ import annotations

import re
from typing import Final

from generator.model.site_sections import SiteSection

FRAME_SLOTS: Final = frozenset({"title", "head", "content", "toc"})

WORRIED: Final = "worried"
"""The slot of the numbers to call. On the page of a record it is filled for the people whom the record is about."""

LISTING_SLOTS: Final[dict[str, frozenset[str]]] = {
    "latest-cases": frozenset({"as", "limit"}),
    "latest-briefings": frozenset({"as", "limit"}),
    "latest-news": frozenset({"as", "limit"}),
    "review-finder": frozenset(),
    "review-list": frozenset(),
    "review-types": frozenset({"as"}),
    "review-years": frozenset({"as"}),
    "review-process": frozenset({"type"}),
    "theme-list": frozenset({"as", "limit"}),
    "harm-list": frozenset(),
    "briefing-finder": frozenset(),
    "briefing-list": frozenset({"series"}),
    "sheet-list": frozenset(),
    "recommendation-finder": frozenset(),
    "recommendation-chart": frozenset(),
    "recurring-recommendations": frozenset(),
    "bulletin-list": frozenset({"as", "limit"}),
    "year-list": frozenset(),
    "news-list": frozenset({"about"}),
    "news-groups": frozenset({"as"}),
    "resource-list": frozenset({"kind"}),
    "for-audience": frozenset({"audience"}),
    "contacts": frozenset({"about"}),
    "helplines": frozenset({"about", "only"}),
    "document-accessibility": frozenset(),
    "documents-contact": frozenset(),
    "feedback": frozenset(),
    "sign-up": frozenset(),
    "older-reports": frozenset(),
    "partners": frozenset(),
    "counts": frozenset(),
    "search": frozenset(),
    "search-box": frozenset(),
    "feeds": frozenset(),
    "follow": frozenset({"feed"}),
    "new-since": frozenset({"below"}),
    "calendar": frozenset(),
    "data-files": frozenset(),
}

LISTS_OF_CARDS: Final = frozenset({"latest-cases", "latest-briefings", "latest-news", "bulletin-list"})
"""The slots that show cards or, with `as=list`, a line for each record. The others show terms: `as=tags`."""

SECTIONS_OF_SLOTS: Final[dict[str, tuple[SiteSection, ...]]] = {
    "latest-briefings": (SiteSection.BRIEFINGS,),
    "briefing-finder": (SiteSection.BRIEFINGS,),
    "briefing-list": (SiteSection.BRIEFINGS,),
    "sheet-list": (SiteSection.BRIEFINGS,),
    "theme-list": (SiteSection.THEMES,),
    "harm-list": (SiteSection.THEMES,),
    "bulletin-list": (SiteSection.BULLETINS,),
    "year-list": (SiteSection.YEARS,),
    "recommendation-finder": (SiteSection.RECOMMENDATIONS,),
    "recommendation-chart": (SiteSection.RECOMMENDATIONS,),
    "recurring-recommendations": (SiteSection.RECOMMENDATIONS,),
    "latest-news": (SiteSection.NEWS,),
    "news-list": (SiteSection.NEWS,),
    "news-groups": (SiteSection.NEWS,),
    "resource-list": (SiteSection.RESOURCES,),
    "for-audience": (SiteSection.BRIEFINGS, SiteSection.NEWS, SiteSection.RESOURCES),
}
"""The sections that a slot lists. If a site has none of them, the slot is empty."""

_WHOLE_LISTS: Final = frozenset(
    {"review-finder", "briefing-finder", "recommendation-finder", "year-list", "feeds", "data-files"}
)


def is_whole_list(name: str) -> bool:
    """Return True for a slot that lists everything of its kind. Its page is a list, and few words on it are its own."""
    return name in _WHOLE_LISTS


SEARCH: Final = "search"
"""The slot of the search page. A site that uses it gets a search index."""

CHROME_SLOTS: Final[dict[str, frozenset[str]]] = {
    "partnership-name": frozenset(),
    "partnership-logo": frozenset(),
    "partnership-fonts": frozenset(),
    "library-name": frozenset(),
    "area": frozenset(),
    "exit-address": frozenset(),
    "share-picture": frozenset({"kind"}),
    WORRIED: frozenset({"about"}),
    "get-help": frozenset(),
    "footer-links": frozenset(),
    "text": frozenset(),
    "language": frozenset(),
    "locale": frozenset(),
    "script-words": frozenset(),
    "feed-links": frozenset({"of"}),
    "page-dates": frozenset(),
}

KNOWN_SLOTS: Final[dict[str, frozenset[str]]] = {
    **{name: frozenset[str]() for name in FRAME_SLOTS},
    **LISTING_SLOTS,
    **CHROME_SLOTS,
}

SLOT_PATTERN: Final = re.compile(r"<!--\s*library:([^\s>]*?)((?:\s+[^\s>]+?)*)\s*-->")
"""Matches any slot, known or not; group 1 is its name, group 2 its arguments."""

TEXT: Final = "text"
"""The slot with an English text of the theme: `<!-- library:text Skip to main content -->`."""

ALL_NUMBERS: Final = "<!-- library:contacts -->"
"""The slot with the numbers for everybody, as the contact page has it."""

ARGUMENT_PATTERN: Final = re.compile(r'([a-z-]+)=("[^"]*"|\S+)')
