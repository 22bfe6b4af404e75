"""Checks the form of the list of published addresses: each address once, each entry on separate lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, RelatedLocation, rule
from generator.model import Records


def check_entries(records: Records) -> Iterator[Diagnostic]:
    """Yield A503 for an entry without new information, and A511, once, if no entry can be added below the others.

    A document may be listed again with a version that differs from its last: new versions are recorded that way.
    """
    located = records.published_urls
    if located is None:
        return
    first: dict[str, int] = {}
    latest: dict[str, str] = {}
    for n, each in enumerate(located.record.published):
        versions = [version.sha256 for version in each.versions]
        if each.address in first and (not versions or versions == [latest.get(each.address)]):
            message = f'"{each.address}" is in the list already, and this entry says nothing new'
            place = located.raw.location_of("published", n, "address")
            there = (
                RelatedLocation(
                    "the first is here", located.raw.location_of("published", first[each.address], "address")
                ),
            )
            yield rule("A503").diagnostic(
                message, place, "take this entry out: the first day is the one that counts", there
            )
        first.setdefault(each.address, n)
        latest.update((each.address, version) for version in versions)
    place = located.raw.location_of("published", 0)
    if located.record.published and not re.match(r"\s*- ", place.source or ""):
        hint = "begin each entry in a line of its own, with two spaces and a hyphen"
        yield rule("A511").diagnostic("the list of published addresses is written in one line", place, hint)
