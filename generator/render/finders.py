"""The content of the finders: every review or briefing, and the facets that filter the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from generator.languages import gettext as _
from generator.languages import message
from generator.model import Briefing, Case, SiteSection, addresses
from generator.model.facets import (
    BRIEFING_FACETS,
    CASE_FACETS,
    CHILD_OR_ADULT,
    HOW_TO_READ,
    UNDATED,
    Facet,
    FacetedRecord,
    by_facet,
    facet_ids,
)
from generator.model.frame import Slot
from generator.model.how_to_read import HowToRead
from generator.model.publication_state import PublicationState, YearOfReview
from generator.model.sorting import name_key
from generator.model.vocabulary import TYPE_NOT_STATED, TYPE_NOT_STATED_ID, Vocabulary
from generator.render.listings import TemplateCall
from generator.render.views.cards import Card, CardFactory, FinderItem, year_label
from generator.render.views.list_page import helplines_of_summaries
from generator.render.views.pagination import MOST_ENTRIES, link_pages
from generator.render.views.recommendation_cards import filtered_item

_HEADINGS: Final = {
    Facet.TYPE: message("Type of review"),
    Facet.SERIES: message("Series"),
    Facet.ABOUT: message("Child or adult"),
    Facet.AUDIENCE: message("Written for"),
    Facet.THEME: message("Theme"),
    Facet.HARM: message("Harm"),
    Facet.YEAR: message("Year"),
    Facet.READ: HOW_TO_READ,
}

_OF_REVIEW_OR_BRIEFINGS: Final = message("Theme of the review or its briefings")
"""The heading of the themes of reviews if some have a theme only through a briefing that they list."""

_LONG: Final = 8
"""A facet with more choices than this gets a scroll bar."""


_IN_THEMES: Final = (Facet.THEME, Facet.HARM)
"""The facets whose pages are in the section of themes. Without it, they are only for browsers with scripts."""


class _Choice(NamedTuple):
    id: str
    label: str
    address: addresses.Address
    """The page that lists the records with this choice, for readers without scripts."""

    group: str = ""
    """A heading above this and the following choices; empty if there is none."""


class _Pages(NamedTuple):
    """The addresses of the pages that list a kind of record."""

    about: Callable[[str], addresses.Address]
    year: Callable[[YearOfReview], addresses.Address]
    to_read: Callable[[str], addresses.Address]
    part: str
    """The anchor of the list on a page that also lists other kinds."""


_REVIEWS: Final = _Pages(addresses.reviews_about, addresses.review_year, addresses.reviews_to_read, "reviews")
_BRIEFINGS: Final = _Pages(addresses.briefings_about, addresses.briefing_year, addresses.briefings_to_read, "briefings")


FinderList = tuple[addresses.Address, int, Callable[[], Sequence[FinderItem]]]
"""The section that a finder lists, the number of its entries, and a function that returns them in their order."""


def finder_lists(cards: CardFactory) -> Iterator[FinderList]:
    """Yield the list of each finder that the site can have."""
    library = cards.library
    yield addresses.REVIEWS, len(library.cases), partial(_review_items, cards)
    if library.has(SiteSection.BRIEFINGS):
        yield addresses.BRIEFINGS, len(library.newest_briefings), partial(_briefing_items, cards)
    if library.has(SiteSection.RECOMMENDATIONS):
        yield addresses.RECOMMENDATIONS, len(library.recommendations), partial(_recommendation_items, cards)


def finder_pages(section: addresses.Address, total: int, is_newest_first: bool) -> dict[str, object]:
    """Return the links to the other pages of a finder's list, and the folder of the files that its script reads."""
    pages = link_pages(section, total, is_newest_first=is_newest_first)
    return {"total": total, "pages": pages, "pieces": addresses.finder_file(section, "") if pages is not None else ""}


def _review_items(cards: CardFactory, most: int | None = None) -> list[FinderItem]:
    library = cards.library
    newest, oldest = _positions(library.newest_cases), _positions(library.oldest_cases)
    return [_item(cards.case(case), case, cards, newest, oldest) for case in library.cases[:most]]


def _briefing_items(cards: CardFactory, most: int | None = None) -> list[FinderItem]:
    briefings = cards.library.newest_briefings
    newest, oldest = _positions(briefings), _positions(cards.library.oldest_briefings)
    return [_item(cards.briefing(briefing), briefing, cards, newest, oldest) for briefing in briefings[:most]]


def _recommendation_items(cards: CardFactory) -> list[FinderItem]:
    library = cards.library
    return [filtered_item(each, library, place) for place, each in enumerate(library.recommendations)]


def _review_finder(cards: CardFactory, slot: Slot) -> TemplateCall:
    library = cards.library
    has_own_order = library.cases != library.newest_cases
    return "finder.html", {
        "one": "review",
        "many": "reviews",
        "items": _review_items(cards, MOST_ENTRIES),
        "facets": _facets(CASE_FACETS, library.cases, cards, _REVIEWS),
        **_SHARED,
        **finder_pages(addresses.REVIEWS, len(library.cases), not has_own_order),
        "has_own_order": has_own_order,
        "helplines": helplines_of_summaries(cards, library.cases),
    }


def _briefing_finder(cards: CardFactory, slot: Slot) -> TemplateCall:
    briefings = cards.library.newest_briefings
    facets = _facets(BRIEFING_FACETS, briefings, cards, _BRIEFINGS)
    return "finder.html", {
        "one": "briefing",
        "many": "briefings",
        "items": _briefing_items(cards, MOST_ENTRIES),
        "facets": facets,
        **_SHARED,
        **finder_pages(addresses.BRIEFINGS, len(briefings), is_newest_first=True),
    }


_SHARED: Final[Mapping[str, object]] = {
    "index": addresses.SEARCH_INDEX,
    "has_own_order": False,
    "helplines": (),
    "lede": "",
}


def _positions(ordered: Iterable[Case | Briefing]) -> Mapping[str, int]:
    return {record.id: position for position, record in enumerate(ordered)}


def _item(
    card: Card, record: Case | Briefing, cards: CardFactory, newest: Mapping[str, int], oldest: Mapping[str, int]
) -> FinderItem:
    ids = facet_ids(record, cards.library)
    return {
        "card": card,
        "newest": newest[record.id],
        "oldest": oldest[record.id],
        "facets": [(str(facet), " ".join(values)) for facet, values in ids.items() if values],
    }


def _facets(
    names: Iterable[Facet], records: Sequence[FacetedRecord], cards: CardFactory, pages: _Pages
) -> list[dict[str, object]]:
    """Return the facets in which these records differ, each with the choices that at least one record has."""
    found = by_facet(records, cards.library)
    is_linked = any(isinstance(each, Case) and each.id in cards.library.briefing_themes_of for each in records)
    theme_heading = _OF_REVIEW_OR_BRIEFINGS if is_linked else _HEADINGS[Facet.THEME]
    shown = []
    for facet in names:
        counts = {identity: len(having) for identity, having in found[facet].items()}
        choices = [choice for choice in _choices(facet, counts, cards.library.vocabulary, pages) if choice.id in counts]
        # All reviews of a board for adults are about adults: there is nothing to choose.
        if len(choices) > (facet in (Facet.ABOUT, Facet.READ)):
            shown.append(
                {
                    "name": str(facet),
                    "heading": _HEADINGS[facet] if facet is not Facet.THEME else theme_heading,
                    "groups": _groups(choices, counts),
                    "is_long": len(choices) > _LONG,
                    "has_pages": facet not in _IN_THEMES or cards.library.has(SiteSection.THEMES),
                }
            )
    return shown


def _groups(choices: Iterable[_Choice], counts: Mapping[str, int]) -> list[dict[str, object]]:
    return [
        {"heading": heading, "choices": [(each.id, each.label, each.address, counts[each.id]) for each in listed]}
        for heading, listed in groupby(choices, key=attrgetter("group"))
    ]


def _choices(facet: Facet, counts: Mapping[str, int], words: Vocabulary, pages: _Pages) -> Iterator[_Choice]:
    """Yield every possible choice in order. The caller leaves out choices that no record has."""
    if facet is Facet.TYPE:
        yield from (
            _Choice(review_type.id, review_type.label, addresses.review_type(review_type.id))
            for review_type in words.review_types
        )
        yield _Choice(TYPE_NOT_STATED_ID, _(TYPE_NOT_STATED), addresses.review_type(TYPE_NOT_STATED_ID))
    elif facet is Facet.SERIES:
        yield from (_Choice(each.id, each.heading, addresses.series(each.id)) for each in words.briefing_series)
    elif facet is Facet.ABOUT:
        yield from (_Choice(str(about), about.capitalize(), pages.about(about)) for about in CHILD_OR_ADULT)
    elif facet is Facet.READ:
        yield from (_Choice(str(way), way.label, pages.to_read(way)) for way in HowToRead)
    elif facet is Facet.AUDIENCE:
        yield from (
            _Choice(audience.id, audience.label, addresses.briefings_for(audience.id)) for audience in words.audiences
        )
    elif facet is Facet.THEME:
        themes = sorted(words.themes, key=lambda each: name_key(each.label))
        yield from (_Choice(theme.id, theme.label, f"{addresses.theme(theme.id)}#{pages.part}") for theme in themes)
    elif facet is Facet.HARM:
        yield from (
            _Choice(harm.id, harm.label, f"{addresses.harm(harm.id)}#{pages.part}", harm.group or "")
            for harm in words.harms
        )
    else:
        years = (int(count) for count in counts if count.isdecimal())
        for year in (*sorted(years, reverse=True), None, *PublicationState):
            if year is None or str(year) in counts:
                yield _Choice(UNDATED if year is None else str(year), year_label(year), pages.year(year))


FINDERS: Final[dict[str, Callable[[CardFactory, Slot], TemplateCall]]] = {
    "review-finder": _review_finder,
    "briefing-finder": _briefing_finder,
}
