"""Checks that no two addresses of the built site differ only in capital letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.diagnostics import Diagnostic, Location, RelatedLocation, rule
from generator.model import Address


def check_letter_case(
    addresses: Iterable[Address], place_of: Callable[[Address], Location | None]
) -> Iterator[Diagnostic]:
    """Yield A501 for each address that differs from another one only in capital letters, also in those of its folders.

    macOS and Windows, and many servers, would take the two for one. `place_of` returns the source of an address; None
    if the generator makes it.
    """
    first: dict[str, tuple[str, Address]] = {}
    for address in sorted(addresses):
        for part in _parts(address):
            name, other = first.setdefault(part.lower(), (part, address))
            if name != part:
                yield _collision(address, other, place_of)
                break


def _parts(address: Address) -> Iterator[str]:
    """Yield the folders of an address, the outermost first, and the address: `a`, `a/b`, `a/b/c.pdf`."""
    path = address.rstrip("/")
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)
    yield path


def _collision(address: Address, other: Address, place_of: Callable[[Address], Location | None]) -> Diagnostic:
    place, place_of_other = place_of(address), place_of(other)
    if place is None:
        place, place_of_other = place_of_other, None
    return rule("A501").diagnostic(
        f'"/{address}" and "/{other}" differ only in capital letters, and many computers take them for one',
        place,
        "rename one of the two files or folders; small letters are best",
        () if place_of_other is None else (RelatedLocation("the other is here", place_of_other),),
    )
