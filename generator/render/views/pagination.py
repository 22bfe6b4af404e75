"""Long lists in pages: which entries are on which page, and the links from one page to the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any, Final, TypedDict

from generator.languages import gettext as _
from generator.model import addresses
from generator.render.views.list_page import GroupPage
from generator.render.views.page_view import PageSource, PageView

MOST_ENTRIES: Final = 200
"""The maximum number of entries on a page: with long summaries about 200 KB of HTML."""

_NEIGHBOURS: Final = 2
"""How many pages before and after the current one have a link, next to the first and the last page."""

_SECTIONS: Final = ("cases", "linked_cases", "recommendations", "briefings", "notices", "entries")
"""The lists of a page, in their order on it."""

_ONLY_ON_FIRST_PAGE: Final[dict[str, object]] = {
    "description": "",
    "search_title": "",
    "also_known_as": [],
    "quotes": [],
    "parents": [],
    "variants": [],
    "recommendation_counts": "",
    "feed": None,
    "about_feeds": "",
    "by_year": "",
}


class PageLink(TypedDict):
    """A link to a page of a list."""

    number: int
    address: addresses.Address
    """Empty for the current page."""

    follows_gap: bool
    """True if pages between the previous link and this one are left out."""


class Pages(TypedDict):
    """The links from one page of a list to the others."""

    number: int
    last: int
    first_entry: str
    last_entry: str
    total: str
    """How many entries the whole list has, as `first_entry` with commas: `10,000`."""

    before: addresses.Address
    """The page before; empty on the first page."""

    after: addresses.Address
    """The page after; empty on the last page."""

    is_newest_first: bool
    links: list[PageLink]


def number_of_pages(entries: int) -> int:
    """Return how many pages a list with this number of entries has: 1 for an empty list."""
    return max(-(-entries // MOST_ENTRIES), 1)


def first_entries(entries: Sequence[Any]) -> Sequence[Any]:
    """Return the entries of the first page of a list."""
    return entries[:MOST_ENTRIES]


def link_pages(first: addresses.Address, entries: int, number: int = 1, is_newest_first: bool = False) -> Pages | None:
    """Return the links on a page of the list whose first page is at `first`; None if the list has only one page."""
    last = number_of_pages(entries)
    if last == 1:
        return None
    shown = sorted({1, last, *range(max(number - _NEIGHBOURS, 1), min(number + _NEIGHBOURS, last) + 1)})
    links: list[PageLink] = [
        {
            "number": each,
            "address": addresses.page_of_list(first, each) if each != number else "",
            "follows_gap": each > previous + 1,
        }
        for previous, each in zip((0, *shown), shown, strict=False)
    ]
    return {
        "number": number,
        "last": last,
        "first_entry": f"{(number - 1) * MOST_ENTRIES + 1:,}",
        "last_entry": f"{min(number * MOST_ENTRIES, entries):,}",
        "total": f"{entries:,}",
        "before": addresses.page_of_list(first, number - 1) if number > 1 else "",
        "after": addresses.page_of_list(first, number + 1) if number < last else "",
        "is_newest_first": is_newest_first,
        "links": links,
    }


def link_rest(listed: Sequence[object], address: addresses.Address, label: str) -> dict[str, object] | None:
    """Return a link to a whole list if only its first page is shown; None if there are no more."""
    left_out = len(listed) - MOST_ENTRIES
    return {"number": f"{left_out:,}", "address": address, "label": label} if left_out > 0 else None


def divide_into_pages(lists: Iterable[GroupPage], first: int = 1) -> Iterator[PageSource]:
    """Yield each list as one page or, if it is longer, as several. Only the first can be found by search engines.

    `first` is 2 for lists whose first page is hand-written.
    """
    for address, lists_anything, make in lists:
        whole = cache(make)
        for number in range(first, number_of_pages(_number_of_entries(whole().body)) + 1):
            view, title = partial(_page, whole, number), partial(_title, whole, number)
            yield PageSource(addresses.page_of_list(address, number), lists_anything and number == 1, view, title)


def _title(whole: Callable[[], PageView], number: int) -> str:
    """Return the title of a page of a list, from the view of the whole list."""
    view = whole()
    return view.title if number == 1 else _later_title(view.title, number, _number_of_entries(view.body))


def _later_title(title: object, number: int, entries: int) -> str:
    sentence = _("{title}: page {number} of {last}")
    return sentence.format(title=title, number=number, last=number_of_pages(entries))


def _number_of_entries(body: Mapping[str, object]) -> int:
    return sum(len(_list_of(body, each)) for each in _SECTIONS)


def _page(whole: Callable[[], PageView], number: int) -> PageView:
    """Return a page of a list from the view of the whole list. What takes time to make is a function there."""
    view = whole()
    start = (number - 1) * MOST_ENTRIES
    body = {name: value() if callable(value) else value for name, value in view.body.items()}
    total = 0
    for section in _SECTIONS:
        entries = _list_of(view.body, section)
        body[section] = list(entries[max(start - total, 0) : max(start - total + MOST_ENTRIES, 0)])
        total += len(entries)
    body["pages"] = pages = link_pages(view.address, total, number, bool(body.get("is_newest_first")))
    if pages is None:
        return replace(view, body=body)
    body["linked_anchor"] = _linked_anchor(view)
    if number == 1:
        body["index"] = list(index_of_later_pages(view.address, _anchors(view)))
        return replace(view, body=body)
    body |= {**_ONLY_ON_FIRST_PAGE, "title": _later_title(view.body["title"], number, total)}
    heading = _later_title(view.title, number, total)
    address = addresses.page_of_list(view.address, number)
    return replace(view, address=address, title=heading, description=heading, body=body)


def index_of_later_pages(
    first: addresses.Address, anchors: Iterable[tuple[int, str, str]]
) -> Iterator[tuple[str, str, addresses.Address]]:
    """Yield the anchor, the label and the address of each part of a list that starts on a later page.

    `anchors` has the position, the anchor and the label of parts; only the first of each anchor counts. Links to these
    anchors may have been made when the list had one page. They find the new place in this index, on the first page.
    """
    known: set[str] = set()
    for place, anchor, label in anchors:
        if anchor not in known and place >= MOST_ENTRIES:
            yield anchor, label, f"{addresses.page_of_list(first, place // MOST_ENTRIES + 1)}#{anchor}"
        known.add(anchor)


def _anchors(view: PageView) -> Iterator[tuple[int, str, str]]:
    """Yield the position, the anchor and the label of each section of a list, and of each year of its reviews."""
    labels = {
        "cases": ("reviews", _("Reviews")),
        "linked_cases": (_linked_anchor(view), _("Reviews linked to briefings on this theme")),
        "recommendations": ("recommendations", _("Recommendations")),
        "briefings": ("briefings", _("Briefings")),
        "notices": ("resources", str(view.body.get("notices_heading"))),
    }
    place = 0
    for section, (anchor, label) in labels.items():
        entries = _list_of(view.body, section)
        if entries:
            yield place, anchor, label
        if section == "cases":
            for number, card in enumerate(entries):
                if "anchor" in card:
                    yield place + number, card["anchor"], card["anchor_label"]
        place += len(entries)


def _linked_anchor(view: PageView) -> str:
    return "linked-reviews" if view.body.get("cases") else "reviews"


def _list_of(body: Mapping[str, object], section: str) -> Sequence[Any]:
    entries = body.get(section, ())
    assert isinstance(entries, Sequence)
    return entries
