"""Sorts records by date, newest first, undated last; by name if the dates are equal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from generator.model import PartialDate

Anything = TypeVar("Anything")


def newest_first(
    things: Iterable[Anything], key: Callable[[Anything], tuple[PartialDate | None, str]]
) -> tuple[Anything, ...]:
    """Return the things sorted by date, latest first. `key` returns the date, None if not known, and a name."""

    def order(thing: Anything) -> tuple[bool, int, str]:
        dated, name = key(thing)
        return dated is None, -dated.first_day.toordinal() if dated is not None else 0, name.lower()

    return tuple(sorted(things, key=order))
