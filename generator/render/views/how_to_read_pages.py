"""Pages that list the reviews or the briefings that can be read in one way: here, as a PDF, on a website."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from generator.languages import gettext as _
from generator.languages import message
from generator.model import Briefing, Case, SiteSection, addresses
from generator.model.facets import HOW_TO_READ, group_by
from generator.model.how_to_read import HowToRead
from generator.model.ways_to_read import ways_to_read
from generator.render.views.cards import CardFactory
from generator.render.views.list_page import GroupPage, listing_page
from generator.render.views.page_view import PageView

_REVIEWS: Final = {
    HowToRead.READ_HERE: message("Reviews to read here"),
    HowToRead.SUMMARY_HERE: message("Reviews with a summary here"),
    HowToRead.PDF: message("Reviews with a PDF"),
    HowToRead.FILE: message("Reviews with a file to download"),
    HowToRead.PARTNERSHIP_WEBSITE: message("Reviews on the partnership's website"),
    HowToRead.ANOTHER_WEBSITE: message("Reviews on another website"),
    HowToRead.NOT_KNOWN: message("Reviews that are not known to be online"),
    HowToRead.NOT_ONLINE: message("Reviews that are not online"),
}
_BRIEFINGS: Final = {
    HowToRead.READ_HERE: message("Briefings to read here"),
    HowToRead.SUMMARY_HERE: message("Briefings with a summary here"),
    HowToRead.PDF: message("Briefings with a PDF"),
    HowToRead.FILE: message("Briefings with a file to download"),
    HowToRead.PARTNERSHIP_WEBSITE: message("Briefings on the partnership's website"),
    HowToRead.ANOTHER_WEBSITE: message("Briefings on another website"),
    HowToRead.NOT_KNOWN: message("Briefings that are not known to be online"),
    HowToRead.NOT_ONLINE: message("Briefings that are not online"),
}


def how_to_read_pages(cards: CardFactory) -> Iterator[GroupPage]:
    """Yield a page for each way to read a review, and to read a briefing, if there is more than one way."""
    library = cards.library
    cases = group_by(library.cases, lambda case: ways_to_read(case, library))
    for way in HowToRead:
        of_cases, address = cases.get(way, ()), addresses.reviews_to_read(way)
        if _is_wanted(of_cases, len(cases), address, cards):
            yield address, bool(of_cases), partial(_page, cards, address, _REVIEWS[way], cases=of_cases)
    if not library.has(SiteSection.BRIEFINGS):
        return
    briefings = group_by(library.briefings, lambda briefing: ways_to_read(briefing, library))
    for way in HowToRead:
        listed, address = briefings.get(way, ()), addresses.briefings_to_read(way)
        if _is_wanted(listed, len(briefings), address, cards):
            yield address, bool(listed), partial(_page, cards, address, _BRIEFINGS[way], briefings=listed)


def _is_wanted(listed: object, ways: int, address: addresses.Address, cards: CardFactory) -> bool:
    return bool(listed and ways > 1) or address in cards.library.published_addresses


def _page(
    cards: CardFactory,
    address: addresses.Address,
    heading: str,
    cases: Iterable[Case] = (),
    briefings: Iterable[Briefing] = (),
) -> PageView:
    return listing_page(cards, address, _(HOW_TO_READ), _(heading), cases, briefings)
