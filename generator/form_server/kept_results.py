"""Keeps what became of a posted form, so that its page has an address that can be loaded again."""

from __future__ import annotations

from collections.abc import Iterator
from secrets import token_hex
from typing import Final, Generic, TypeVar

_KEPT: Final = 100
"""The number of results that are kept. They are small: no file is in them."""


Result = TypeVar("Result")


class KeptResults(Generic[Result]):
    """The last results of one kind, each with the end of an address. They are kept until the program ends."""

    def __init__(self) -> None:
        self._results: dict[str, Result] = {}

    def keep(self, result: Result, identity: str = "") -> str:
        """Keep a result and return its id. With an id, the result replaces what is kept there."""
        identity = identity or token_hex(4)
        self._results[identity] = result
        while len(self._results) > _KEPT:
            del self._results[next(iter(self._results))]
        return identity

    def find(self, identity: str) -> Result | None:
        """Return a result. None if there is none of this id, or if it is not kept any more."""
        return self._results.get(identity)

    def newest_first(self) -> Iterator[tuple[str, Result]]:
        """Yield each id with its result."""
        yield from reversed(self._results.items())
