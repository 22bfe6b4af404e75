"""Fills the slots of hand-written pages and of the page's chrome."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from markupsafe import escape

from generator.languages import use_language
from generator.model import Address, addresses
from generator.model.frame import Slot
from generator.model.slots import FRAME_SLOTS, SECTIONS_OF_SLOTS
from generator.render.accessibility_statement import document_accessibility
from generator.render.feed_slots import FOLLOWING
from generator.render.finders import FINDERS
from generator.render.jinja_environment import environment
from generator.render.listings import LISTINGS
from generator.render.page_dates import PAGE_DATES, page_dates
from generator.render.partnership_slots import CHROME, INTERFACE, TEXTS
from generator.render.recommendation_slots import RECOMMENDATION_SLOTS
from generator.render.term_listings import TERM_LISTINGS
from generator.render.views.cards import CardFactory

_FILLERS: Final = {
    **LISTINGS,
    **TERM_LISTINGS,
    **FINDERS,
    **RECOMMENDATION_SLOTS,
    **FOLLOWING,
    **CHROME,
    "document-accessibility": document_accessibility,
}


class SlotFiller:
    """Fills slots for one library. The foot of every page is rendered once for each folder depth."""

    def __init__(self, cards: CardFactory, shared: dict[str, object]) -> None:
        self._cards = cards
        self._shared = shared
        self._filled: dict[tuple[Slot, str], str] = {}

    def fill(self, slot: Slot, address: Address) -> str | None:
        """Return a slot's HTML on the page at an address; None for one in FRAME_SLOTS, empty for an unknown one."""
        if slot.name in FRAME_SLOTS:
            return None
        library = self._cards.library
        if slot.name == PAGE_DATES:
            with use_language(library.partnership.language):
                return page_dates(library, address)
        root = urlsplit(library.site_url).path if address == addresses.NOT_FOUND else addresses.path_to_root(address)
        if (slot, root) not in self._filled:
            with use_language(library.partnership.language):
                self._filled[slot, root] = self._render(slot, root)
        return self._filled[slot, root]

    def _has_section(self, slot: Slot) -> bool:
        """Return True unless the slot lists only sections that the site does not have."""
        sections = SECTIONS_OF_SLOTS.get(slot.name)
        return sections is None or any(map(self._cards.library.has, sections))

    def _render(self, slot: Slot, root: str) -> str:
        if slot.name in TEXTS:
            return str(escape(TEXTS[slot.name](self._cards.library)))
        if slot.name in INTERFACE:
            return INTERFACE[slot.name](self._cards.library, slot)
        filler = _FILLERS.get(slot.name)
        if filler is None or not self._has_section(slot):
            return ""
        template, shown = filler(self._cards, slot)
        return environment().get_template(f"slots/{template}").render({**self._shared, **shown}, root=root)
