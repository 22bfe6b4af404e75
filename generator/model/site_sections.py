"""The sections of a site. A site has a section if the section's folder in content/pages has a page or a frame."""

from __future__ import annotations

from collections.abc import Iterable, Set
from enum import StrEnum
from typing import Final

from generator.languages import gettext as _
from generator.model.addresses import Address
from generator.model.raw_record import MarkdownPage


class SiteSection(StrEnum):
    """A part of the site with its own folder. Every site has reviews; the other sections are optional.

    The value is the name of the folder, in content/pages and in addresses.
    """

    REVIEWS = "reviews"
    BRIEFINGS = "briefings"
    THEMES = "themes"
    BULLETINS = "bulletins"
    NEWS = "news"
    RESOURCES = "resources"
    YEARS = "years"
    RECOMMENDATIONS = "recommendations"

    @property
    def address(self) -> Address:
        """The address of its first page: `briefings/`."""
        return f"{self}/"

    @property
    def subject(self) -> str:
        """What the section shows, in words: `briefings`, `summaries of years`."""
        return {"themes": "themes and harms", "years": "summaries of years"}.get(self, str(self))

    @property
    def frame_folders(self) -> tuple[str, ...]:
        """The folders in content/pages that each need a `_frame.md`, because the section has pages there."""
        below = {
            "reviews": ("about", "type", "year"),
            "briefings": ("about", "for", "series", "year"),
            "themes": ("harm",),
            "news": ("about",),
            "recommendations": ("to",),
        }
        return (str(self), *(f"{self}/{folder}" for folder in below.get(self, ())))


ADDABLE_SECTIONS: Final = {
    str(SiteSection.BULLETINS): "Bulletins",
    str(SiteSection.NEWS): "News",
    str(SiteSection.RESOURCES): "Resources",
    str(SiteSection.RECOMMENDATIONS): "Recommendations",
}
"""The sections that `library new section` adds to a library, with their titles in the menu."""


def notices_heading(sections: Set[SiteSection]) -> str:
    """Return the heading of a list of notices. It names only the sections that the site has."""
    words = {SiteSection.NEWS: _("News"), SiteSection.RESOURCES: _("Resources")}
    had = [word for section, word in words.items() if section in sections]
    return had[0] if len(had) == 1 else _("News and resources")


def sections_of(pages: Iterable[MarkdownPage]) -> frozenset[SiteSection]:
    """Return the sections that have a hand-written page or a frame.

    If there is no page at all, no section counts as missing: the engine reports the missing pages.
    """
    folders = {page.address.partition("/")[0] for page in pages}
    return frozenset(section for section in SiteSection if section in folders or not folders)
