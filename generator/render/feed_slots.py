"""The content of the slots about feeds, the calendar, data files and sheets. They offer only what this site has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from generator.languages import gettext as _
from generator.languages import message
from generator.model import Address, Library, SiteSection, addresses
from generator.model.frame import Slot
from generator.render.data_files.atom_feeds import offered_feeds
from generator.render.data_files.recommendation_fields import RECOMMENDATION_FIELDS
from generator.render.listings import TemplateCall
from generator.render.views.cards import CardFactory
from generator.render.views.documents import document_views
from generator.render.views.follow import follow_view
from generator.render.views.pagination import first_entries, link_rest


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

_RECOMMENDATIONS: Final = (
    _File(
        message("Data file of recommendations"),
        addresses.RECOMMENDATIONS_JSON,
        message("Every published recommendation, with its progress"),
        "JSON",
    ),
    _File(
        message("Spreadsheet of recommendations"),
        addresses.RECOMMENDATIONS_CSV,
        message("Every published recommendation, one in each row"),
        "CSV",
    ),
)


def _feed_links(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the links to feeds in the head of a page: to that of the page, which `of` names, and to those for all."""
    offered = offered_feeds(cards)
    wanted = (addresses.FEED, addresses.BULLETINS_FEED, slot.argument("of") or "")
    return "feed-links.html", {
        "feeds": [(offered[each].title, each) for each in dict.fromkeys(wanted) if each in offered]
    }


def _feeds(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the feeds that have an entry. Those of themes and harms are on the pages of these."""
    offered = offered_feeds(cards)
    listed = [(each.label, each.address) for each in offered.values() if not each.address.startswith(addresses.THEMES)]
    return "feeds.html", {
        "feeds": listed,
        "has_more": len(listed) < len(offered),
        "calendar": _calendar_address(cards.library),
    }


def _follow(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the line about a feed; empty if it has no entry. The argument `feed` is its address."""
    return "follow.html", follow_view(cards, slot.argument("feed") or addresses.FEED)


def _new_since(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the list of what is new since a visit; nothing if the feed of everything has no entry.

    The argument `below` is the folder of the entries to list: `reviews/`.
    """
    has_privacy = addresses.PRIVACY in cards.library.handwritten_pages
    return "new-since.html", {
        "feed": addresses.FEED if addresses.FEED in offered_feeds(cards) else "",
        "below": slot.argument("below") or "",
        "privacy": addresses.PRIVACY if has_privacy else "",
    }


def _sheet_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return every sheet and poster that the build made, in the order of the briefings, and the file with them all."""
    library = cards.library
    documents = [
        document
        for briefing in library.briefings
        for document in library.documents_of.get(("briefing", briefing.id), ())
        if document.is_sheet
    ]
    archive = library.sheet_archive
    return "sheet-list.html", {
        "documents": document_views(first_entries(documents), library.partnership),
        "more": link_rest(documents, addresses.BRIEFINGS, _("All briefings")),
        "archive": {"address": archive.address, "detail": archive.detail} if archive is not None else None,
    }


def _calendar(cards: CardFactory, slot: Slot) -> TemplateCall:
    return "calendar.html", {"calendar": _calendar_address(cards.library)}


def _calendar_address(library: Library) -> Address:
    """Return the address of the calendar of events; empty if there is no event."""
    return addresses.EVENTS if library.events else ""


def _data_files(cards: CardFactory, slot: Slot) -> TemplateCall:
    library = cards.library
    files = (
        *_REVIEWS,
        *(_BRIEFINGS if library.has(SiteSection.BRIEFINGS) else ()),
        *(_RECOMMENDATIONS if library.recommendations else ()),
    )
    return "data-files.html", {"files": files, "fields": RECOMMENDATION_FIELDS if library.recommendations else ()}


FOLLOWING: Final[dict[str, Callable[[CardFactory, Slot], TemplateCall]]] = {
    "feed-links": _feed_links,
    "feeds": _feeds,
    "follow": _follow,
    "new-since": _new_since,
    "calendar": _calendar,
    "data-files": _data_files,
    "sheet-list": _sheet_list,
}
