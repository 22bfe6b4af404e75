"""A page that lists records below a heading, and which of these pages stay when they are empty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Any, overload

from generator.languages import gettext as _
from generator.markdown import join_words
from generator.model import (
    About,
    Briefing,
    Case,
    Library,
    Notice,
    PageKind,
    addresses,
    site_address,
)
from generator.model.content_warnings import sensitive_topics
from generator.model.publication_state import PublicationState, YearOfReview
from generator.model.site_sections import notices_heading
from generator.model.urgent_contacts import helplines_for, needed_for_all, numbers_needed
from generator.render.views.cards import (
    BRIEFING_BY_LIBRARY,
    COUNTED_BRIEFING,
    COUNTED_REVIEW,
    CardFactory,
    ContactView,
    contact_views,
    pluralise,
)
from generator.render.views.page_view import PageView

GroupPage = tuple[addresses.Address, bool, Callable[[], PageView]]
"""A listing page's address, whether it lists anything, and a function that returns its view."""


class Entries(Sequence[Any]):
    """The entries of a list, each made from its record only when its page needs it."""

    def __init__(self, records: Sequence[Any], make: Callable[[Any], object]) -> None:
        self._records, self._make = records, make

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, at: int) -> object: ...
    @overload
    def __getitem__(self, at: slice) -> list[object]: ...
    def __getitem__(self, at: int | slice) -> object:
        """Return an entry, or the entries of a slice as a list."""
        return (
            [self._make(each) for each in self._records[at]] if isinstance(at, slice) else self._make(self._records[at])
        )


def listing_page(
    cards: CardFactory,
    address: addresses.Address,
    kicker: str,
    heading: str,
    cases: Iterable[Case] = (),
    briefings: Iterable[Briefing] = (),
) -> PageView:
    """Return a page that lists records below a heading."""
    cases, briefings = list(cases), list(briefings)
    about = people_of_all(cards, [*cases, *briefings])
    return list_page(address, heading, heading, list_body(cards, kicker, heading, cases, briefings), about)


def list_page(
    address: addresses.Address,
    title: str,
    heading: str,
    body: dict[str, object],
    about: tuple[About, ...],
    description: str | None = None,
) -> PageView:
    """Return a page of the body that `list_body` makes. Without a description, the page is described by its counts."""
    counted = count_sentence(body)
    text = description or (
        f"{heading}: {counted}"
        if counted
        else _("{heading}: we have not published anything yet.").format(heading=heading)
    )
    return PageView("group.html", address, title, text, body, kind=PageKind.LIST, about=about)


def people_of_all(cards: CardFactory, listed: Iterable[Case | Briefing | Notice]) -> tuple[About, ...]:
    """Return the people that all listed records are about together; empty if one does not say, or nothing is listed."""
    return needed_for_all(numbers_needed(record, cards.library) for record in listed)


def list_body(
    cards: CardFactory,
    kicker: str,
    title: str,
    cases: Iterable[Case] = (),
    briefings: Iterable[Briefing] = (),
    notices: Iterable[Notice] = (),
) -> dict[str, object]:
    """Return the body of a page that lists these records. A page changes the fields that it needs.

    What takes time to make is made when the page is: the entries, and what is a function.
    """
    cases, listed = list(cases), list(briefings)
    return {
        "kicker": kicker,
        "title": title,
        "search_title": "",
        "description": "",
        "also_known_as": [],
        "by_year": "",
        "feed": None,
        "about_feeds": "",
        "empty_message": _("There is nothing here yet."),
        "all_themes": "",
        "quotes": [],
        "parents": [],
        "variants": [],
        "notices_heading": notices_heading(cards.library.sections),
        "cases": Entries(cases, cards.case),
        "linked_cases": [],
        "recommendations": [],
        "recommendation_counts": "",
        "helplines": cache(partial(helplines_of_summaries, cards, cases)),
        "briefings": Entries(listed, cards.briefing),
        "by_library": sum(not briefing.counts_as_partnership for briefing in listed),
        "notices": Entries(list(notices), cards.notice),
        "is_newest_first": bool(cases) and not listed and not cards.library.partnership.review_order,
        "pages": None,
        "index": [],
        "linked_anchor": "linked-reviews" if cases else "reviews",
    }


def helplines_of_summaries(cards: CardFactory, cases: Iterable[Case]) -> list[ContactView]:
    """Return the helplines for a list that shows a summary which calls for them; empty if no summary does."""
    library = cards.library
    hard = [case for case in cases if case.summary and sensitive_topics(case, library)]
    about = people_of_all(cards, hard)
    return contact_views(helplines_for(library.partnership.helplines, about)) if hard else []


def count_sentence(body: dict[str, object]) -> str:
    """Return a sentence that counts the records of a listing: `2 reviews and 1 briefing.`; empty if there are none."""
    cases, briefings, by_library = body["cases"], body["briefings"], body["by_library"]
    assert isinstance(cases, Sequence) and isinstance(briefings, Sequence) and isinstance(by_library, int)
    counted = [
        pluralise(number, *forms)
        for number, forms in (
            (len(cases), COUNTED_REVIEW),
            (len(briefings) - by_library, COUNTED_BRIEFING),
            (by_library, BRIEFING_BY_LIBRARY),
        )
        if number
    ]
    return f"{join_words(counted)}." if counted else ""


def years_with_published_pages(
    library: Library, known: Iterable[YearOfReview], address: Callable[[YearOfReview], addresses.Address]
) -> Iterator[YearOfReview]:
    """Yield the years whose page was published and that are now empty, after a withdrawal or a changed date."""
    kept = kept_addresses(library)
    numbers = {each.strip("/").rpartition("/")[2] for each in kept}
    dated = sorted(int(number) for number in numbers if number.isdecimal() and len(number) == 4)
    years: tuple[YearOfReview, ...] = (None, *dated, *PublicationState)
    yield from (year for year in years if address(year) in kept and year not in known)


def kept_addresses(library: Library) -> frozenset[str]:
    """Return the published addresses that are not redirected: each must keep its page."""
    return library.published_addresses - {site_address(each.old, library.site_url) for each in library.redirects}
