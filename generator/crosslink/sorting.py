"""Newest first, undated last; by name where the date is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from generator.model import PartialDate

Anything = TypeVar("Anything")


def newest_first(
    things: Iterable[Anything], key: Callable[[Anything], tuple[PartialDate | None, str]]
) -> tuple[Anything, ...]:
    """Sorted by date, latest first. `key` gives the date, None where not known, and a name."""

    def order(thing: Anything) -> tuple[bool, int, str]:
        dated, name = key(thing)
        return dated is None, -dated.first_day.toordinal() if dated is not None else 0, name.lower()

    return tuple(sorted(things, key=order))
