"""The order of names and of records: the one place that says what comes first in a list.

Names are compared as `Intl.Collator("en-GB", { numeric: true })` compares them in a browser, so that a list has the
same order with and without scripts. `overrides/assets/finder-filters.js` has the same rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Final, Generic, TypeVar

from generator.model.partial_date import PartialDate

Anything = TypeVar("Anything")

NameKey = tuple[tuple[int, ...], str]
"""The key of a name: the kind and the value of each character or number in turn, then the name for equal ones."""

_ARTICLE: Final = re.compile(r"(?:the|an|a(?!\s+(?:and|or|&)\s))\s+(?=\S)", re.IGNORECASE)
"""The article before a name. In "A and B", a pseudonym is named A."""

_SIGNS: Final = "_-\u2010\u2011\u2013\u2014,;:!?.'\u2018\u2019\"\u201c\u201d()[]{}@*/\\&#%\u2022`^\u00a9+<=>|~$\u00a3"
"""Signs in the order of Unicode's collation. All others come after these, and digits and letters after all signs."""

_LETTERS: Final = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ħ": "h"})
"""Letters that sort as others and that Unicode does not decompose."""

_SPACE, _SIGN, _NUMBER, _LETTER = range(4)
_PARTS: Final = re.compile(r"[0-9]+|.", re.DOTALL)


@lru_cache(maxsize=65_536)
def name_key(name: str) -> NameKey:
    """Return the key for sorting by name: without the article, É with E, capitals with small letters, 9 before 10."""
    bare = _ARTICLE.sub("", name.strip(), count=1) if _ARTICLE.match(name.strip()) else name.strip()
    plain = unicodedata.normalize("NFKD", bare.casefold()).translate(_LETTERS)
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return tuple(chain.from_iterable(map(_weight, _PARTS.findall(letters)))), name


def _weight(part: str) -> tuple[int, int]:
    if part.isspace():
        return _SPACE, 0
    if part[0] in "0123456789":
        return _NUMBER, int(part)
    if part.isalpha():
        return _LETTER, ord(part)
    return _SIGN, _SIGNS.find(part) if part in _SIGNS else len(_SIGNS) + ord(part)


def newest_first(
    things: Iterable[Anything], key: Callable[[Anything], tuple[PartialDate | None, str]]
) -> tuple[Anything, ...]:
    """Return the things sorted by date, latest first. `key` returns the date, None if not known, and a name."""

    def order(thing: Anything) -> tuple[bool, int, NameKey]:
        dated, name = key(thing)
        return dated is None, -dated.first_day.toordinal() if dated is not None else 0, name_key(name)

    return tuple(sorted(things, key=order))


@dataclass(frozen=True, slots=True)
class Place:
    """What decides the place of a record among the others of its kind."""

    id: str
    name: str
    dated: PartialDate | None
    after: str | None = None
    """The id of the record that was published just before; None if the record does not say."""

    group: int = 0
    """Among undated records, a higher group comes later in both orders."""

    soon: PartialDate | None = None
    """When an unpublished report is expected: within a group, the first one comes first."""

    listed: int = 0
    """The number in the partnership's own list; among equal dates and undated records, a lower one is newer."""


@dataclass(frozen=True, slots=True)
class Orders(Generic[Anything]):
    """All records of a kind in both orders. Undated records without a place come last in both."""

    newest: tuple[Anything, ...]
    oldest: tuple[Anything, ...]


def order_by_place(things: Iterable[Anything], place: Callable[[Anything], Place]) -> Orders[Anything]:
    """Return the things newest first and oldest first. `after` puts an undated one next to the other that it names.

    It also decides between two of the same date. Otherwise, dates decide.
    """
    pairs = [(place(thing), thing) for thing in things]
    known = {at.id: at for at, _ in pairs}
    after = {at.id: at.after for at, _ in pairs}
    pairs.sort(key=lambda pair: _newest(pair[0]))
    following: dict[str, list[tuple[Place, Anything]]] = defaultdict(list)
    first = []
    for at, thing in pairs:
        if at.after is not None and _is_next_to(at, known, after):
            following[at.after].append((at, thing))
        else:
            first.append((at, thing))
    blocks = {at.id: tuple(_oldest_first(at, thing, following)) for at, thing in first}
    by_age = sorted((at for at, _ in first), key=_oldest)
    return Orders(
        tuple(thing for at, _ in first for thing in reversed(blocks[at.id])),
        tuple(thing for at in by_age for thing in blocks[at.id]),
    )


def earlier_records(identity: str, after: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the ids of the records before one, the nearest first. `after` has id to the id before, if any.

    A circle ends with the record itself.
    """
    seen: set[str] = set()
    following = after.get(identity)
    while following is not None and following in after and following not in seen:
        yield following
        seen.add(following)
        following = after[following]


def _is_next_to(at: Place, known: Mapping[str, Place], after: Mapping[str, str | None]) -> bool:
    """Return True if `after` decides the place: the record is undated, or has the same date as the earlier one."""
    earlier = list(earlier_records(at.id, after))
    if not earlier or at.id in earlier:
        return False
    before = next((dated for each in earlier if (dated := known[each].dated) is not None), None)
    return at.dated is None or (before is not None and before.first_day == at.dated.first_day)


def _oldest_first(
    at: Place, thing: Anything, following: Mapping[str, list[tuple[Place, Anything]]]
) -> Iterator[Anything]:
    """Yield a thing and all that come after it, the oldest first."""
    waiting = [(at, thing)]
    while waiting:
        at, thing = waiting.pop()
        yield thing
        waiting += following.get(at.id, ())


def _newest(at: Place) -> tuple[bool, int, int, int, int, NameKey]:
    return (*_undated(at), -at.dated.first_day.toordinal() if at.dated else 0, at.listed, name_key(at.name))


def _oldest(at: Place) -> tuple[bool, int, int, int, int, NameKey]:
    return (*_undated(at), at.dated.first_day.toordinal() if at.dated else 0, -at.listed, name_key(at.name))


def _undated(at: Place) -> tuple[bool, int, int]:
    return at.dated is None, at.group, at.soon.first_day.toordinal() if at.soon is not None else date.max.toordinal()
