"""What was published in the quarters without a bulletin, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from generator.languages import gettext as _
from generator.model import Briefing, Case, Library, Notice, PageKind, Quarter, SiteSection, addresses
from generator.render.views.cards import Card, CardFactory
from generator.render.views.list_page import Entries, GroupPage
from generator.render.views.page_view import PageView
from generator.render.views.pagination import index_of_later_pages


class QuarterEntry(NamedTuple):
    """A record that was published, revised or announced in a quarter."""

    quarter: Quarter
    record: Case | Briefing | Notice


def entries_of_other_quarters(library: Library) -> list[QuarterEntry]:
    """Return what was published in each quarter that has no bulletin."""
    with_bulletin = {bulletin.quarter.id for bulletin in library.bulletins}
    quarters = ((Quarter.parse(each), records) for each, records in library.changed_in_quarter.items())
    return [
        QuarterEntry(quarter, record)
        for quarter, records in quarters
        if quarter is not None and quarter.id not in with_bulletin and quarter.first_day <= library.today
        for record in records
    ]


def list_of_other_quarters(cards: CardFactory) -> Iterator[GroupPage]:
    """Yield the list of the quarters without a bulletin. Its first page is hand-written."""
    if cards.library.has(SiteSection.BULLETINS):
        yield addresses.BULLETINS, False, partial(_page, cards)


def index_of_quarters(entries: list[QuarterEntry]) -> list[tuple[str, str, addresses.Address]]:
    """Return the anchor, the label and the address of each quarter that starts on a later page."""
    anchors = [(place, each.quarter.id, each.quarter.label) for place, each in enumerate(entries)]
    return list(index_of_later_pages(addresses.BULLETINS, anchors))


def record_card(cards: CardFactory, record: Case | Briefing | Notice) -> Card:
    """Return the card of a record of any kind."""
    if isinstance(record, Case):
        return cards.case(record)
    return cards.briefing(record) if isinstance(record, Briefing) else cards.notice(record)


def _page(cards: CardFactory) -> PageView:
    def entry(of: QuarterEntry) -> dict[str, object]:
        return {"card": record_card(cards, of.record), "quarter": of.quarter.id, "label": of.quarter.label}

    heading = _("Quarters without a bulletin")
    body: dict[str, object] = {
        "kicker": _("Bulletins"),
        "title": heading,
        "entries": Entries(entries_of_other_quarters(cards.library), entry),
        "is_newest_first": True,
    }
    return PageView("quarters.html", addresses.BULLETINS, heading, heading, body, kind=PageKind.LIST)
