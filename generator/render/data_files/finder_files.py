"""The files that a finder reads if its list is longer than one page: the facets of all entries, and cards in pieces.

A page with all cards of a national library would be several megabytes. So the page has the first entries only, and the
script reads `facets.json` when the reader first filters, `orders.json` for another order, `ids.json` for words, and
the pieces with the cards that it shows.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from hashlib import blake2b
from typing import Final

from generator.languages import marks_to_html
from generator.model import Address, GeneratedFile, addresses
from generator.model.sorting import name_key
from generator.render.finders import finder_lists
from generator.render.jinja_environment import environment
from generator.render.views.cards import CardFactory, FinderItem
from generator.render.views.pagination import MOST_ENTRIES

CARDS_IN_A_PIECE: Final = 50
"""About 3 KB when compressed. The matches of a rare theme are in many pieces, so a piece must be small."""

_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def finder_files(cards: CardFactory) -> Iterator[GeneratedFile]:
    """Yield the files of each finder whose list has more than one page."""
    for section, count, make_items in finder_lists(cards):
        if count > MOST_ENTRIES:
            yield from _files(section, count, cache(make_items))


def _files(section: Address, count: int, items: Callable[[], Sequence[FinderItem]]) -> Iterator[GeneratedFile]:
    @cache
    def version() -> str:
        """Return a hash that differs if entries are added, removed or moved, so that no piece is read for another."""
        ids = "\n".join(each["card"]["address"] for each in items())
        return blake2b(ids.encode(), digest_size=6).hexdigest()

    def file(name: str, content: Callable[[Sequence[FinderItem]], dict[str, object]]) -> GeneratedFile:
        def make() -> bytes:
            fields = {"version": version(), **content(items())}
            return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()

        return GeneratedFile(addresses.finder_file(section, name), make)

    yield file("facets", _facets)
    yield file("orders", _orders)
    yield file("ids", partial(_ids, section))
    for number in range(-(-count // CARDS_IN_A_PIECE)):
        yield file(f"cards-{number}", partial(_cards, number))


def _facets(items: Sequence[FinderItem]) -> dict[str, object]:
    """Return the ids of each entry, by facet."""
    names = dict.fromkeys(name for item in items for name, _ in item["facets"])
    of_items = [dict(item["facets"]) for item in items]
    facets = {name: _shorter([ids.get(name, "") for ids in of_items]) for name in names}
    return {"size": CARDS_IN_A_PIECE, "total": len(items), "facets": facets}


def _shorter(listed: Sequence[str]) -> dict[str, object]:
    """Return the ids of all entries for one facet in the shorter of two forms.

    Most entries share their years or types, so `sets` has each combination once, and the codes say which one an entry
    has. Themes are combined in thousands of ways: then each digit of a code has five bits, one for each of the `ids`.
    """
    sets = list(dict.fromkeys(listed))
    place = {ids: number for number, ids in enumerate(sets)}
    as_sets = {"sets": sets, **_encode([place[ids] for ids in listed])}
    known = list(dict.fromkeys(each for ids in sets for each in ids.split()))
    bit = {each: 1 << number for number, each in enumerate(known)}
    width = -(-len(known) // 5)
    numbers = (sum(bit[each] for each in ids.split()) for ids in listed)
    as_bits = {"ids": known, "width": width, "codes": "".join(_in_digits(each, width, 32)[::-1] for each in numbers)}
    return min(as_sets, as_bits, key=lambda form: len(json.dumps(form)))


def _orders(items: Sequence[FinderItem]) -> dict[str, object]:
    """Return the position of each entry in each order of the list."""
    places = range(len(items))
    by_name = sorted(places, key=lambda place: (name_key(items[place]["card"]["title"])[0], items[place]["newest"]))
    return {
        "newest": _encode(_positions(sorted(places, key=lambda place: items[place]["newest"]))),
        "oldest": _encode(_positions(sorted(places, key=lambda place: items[place]["oldest"]))),
        "name": _encode(_positions(by_name)),
    }


def _ids(section: Address, items: Sequence[FinderItem]) -> dict[str, object]:
    """Return the address of each entry, without the folder of the section and the last slash."""
    return {"ids": " ".join(each["card"]["address"].removeprefix(section).rstrip("/") for each in items)}


def _cards(number: int, items: Sequence[FinderItem]) -> dict[str, object]:
    """Return a piece of the list as HTML. The addresses are relative to the site's root."""
    entry = environment().get_template("_finder.html").module.entry  # type: ignore[attr-defined]  # a macro
    part = items[number * CARDS_IN_A_PIECE : (number + 1) * CARDS_IN_A_PIECE]
    return {"cards": [marks_to_html(str(entry({**each, "facets": []}, "", False))).strip() for each in part]}


def _positions(order: Iterable[int]) -> list[int]:
    """Return the position of each place in an order."""
    positions = {place: position for position, place in enumerate(order)}
    return [positions[place] for place in range(len(positions))]


def _encode(numbers: Sequence[int]) -> dict[str, object]:
    """Return numbers as one text, each in base 36 with the same width. JSON's own numbers need twice as many bytes."""
    width = 1
    while 36**width <= max(numbers, default=0):
        width += 1
    return {"width": width, "codes": "".join(_in_digits(number, width, 36) for number in numbers)}


def _in_digits(number: int, width: int, base: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, base)
        digits = _DIGITS[digit] + digits
    return digits
