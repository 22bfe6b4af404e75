"""The content of the slots about feeds, the calendar and data files. They offer only what this site has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from generator.languages import gettext as _
from generator.languages import message
from generator.model import Address, Library, SiteSection, addresses
from generator.model.frame import Slot
from generator.render.data_files.atom_feeds import audiences_with_feed, has_bulletin_feed
from generator.render.listings import TemplateCall
from generator.render.views.cards import CardFactory


class _File(NamedTuple):
    """A data file in the table."""

    label: str
    address: Address
    contents: str
    format: str


_REVIEWS: Final = (
    _File(message("Data file of reviews"), addresses.REVIEWS_JSON, message("Every published review"), "JSON"),
    _File(
        message("Spreadsheet of reviews"),
        addresses.REVIEWS_CSV,
        message("Every published review, one in each row"),
        "CSV",
    ),
    _File(message("Citations of reviews in RIS"), addresses.REVIEWS_RIS, message("How to cite every review"), "RIS"),
    _File(
        message("Citations of reviews in BibTeX"),
        addresses.REVIEWS_BIBTEX,
        message("How to cite every review"),
        "BibTeX",
    ),
)
_BRIEFINGS: Final = (
    _File(message("Data file of briefings"), addresses.BRIEFINGS_JSON, message("Every published briefing"), "JSON"),
    _File(
        message("Citations of briefings in RIS"), addresses.BRIEFINGS_RIS, message("How to cite every briefing"), "RIS"
    ),
    _File(
        message("Citations of briefings in BibTeX"),
        addresses.BRIEFINGS_BIBTEX,
        message("How to cite every briefing"),
        "BibTeX",
    ),
)


def _feed_links(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the links to feeds in the head of every page."""
    bulletins = [(_("Bulletins"), addresses.BULLETINS_FEED)] if has_bulletin_feed(cards.library) else []
    return "feed-links.html", {"feeds": [(_("What is new"), addresses.FEED), *bulletins]}


def _feeds(cards: CardFactory, slot: Slot) -> TemplateCall:
    library = cards.library
    bulletins = [(_("Feed of bulletins"), addresses.BULLETINS_FEED)] if has_bulletin_feed(library) else []
    of_audiences = [
        (
            _("Feed for {audience}").format(audience=each.in_a_sentence),
            addresses.feed_for(each.id),
        )
        for each in audiences_with_feed(library)
    ]
    feeds = [(_("Feed of everything new"), addresses.FEED), *bulletins, *of_audiences]
    return "feeds.html", {"feeds": feeds, "calendar": _calendar_address(library)}


def _calendar(cards: CardFactory, slot: Slot) -> TemplateCall:
    return "calendar.html", {"calendar": _calendar_address(cards.library)}


def _calendar_address(library: Library) -> Address:
    """Return the address of the calendar of events; empty if there is no event."""
    return addresses.EVENTS if library.events else ""


def _data_files(cards: CardFactory, slot: Slot) -> TemplateCall:
    files = (*_REVIEWS, *(_BRIEFINGS if cards.library.has(SiteSection.BRIEFINGS) else ()))
    return "data-files.html", {"files": files}


FOLLOWING: Final[dict[str, Callable[[CardFactory, Slot], TemplateCall]]] = {
    "feed-links": _feed_links,
    "feeds": _feeds,
    "calendar": _calendar,
    "data-files": _data_files,
}
