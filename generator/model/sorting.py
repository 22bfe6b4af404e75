"""The order of names and of records: the one place that says what comes first in a list.

Names are compared as `Intl.Collator("en-GB", { numeric: true })` compares them in a browser, so that a list has the
same order with and without scripts. `overrides/assets/finder-filters.js` has the same rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, TypeVar

from generator.model.partial_date import PartialDate

Anything = TypeVar("Anything")

NameKey = tuple[tuple[tuple[int, int], ...], str]
"""The key of a name: the kind and the value of each character or number, then the name itself for equal ones."""

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
    return tuple(_weight(part) for part in _PARTS.findall(letters)), name


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
