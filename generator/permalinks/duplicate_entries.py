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
    for n, entry in enumerate(located.record.published):
        versions = [version.sha256 for version in entry.versions]
        if entry.address in first and (not versions or versions == [latest.get(entry.address)]):
            message = f'"{entry.address}" is already in the list, and this entry adds nothing'
            place = located.raw.location_of("published", n, "address")
            there = (
                RelatedLocation(
                    "the first is here", located.raw.location_of("published", first[entry.address], "address")
                ),
            )
            yield rule("A503").diagnostic(message, place, "delete this entry: the first day counts", there)
        first.setdefault(entry.address, n)
        latest.update((entry.address, version) for version in versions)
    place = located.raw.location_of("published", 0)
    if located.record.published and not re.match(r"\s*- ", place.source or ""):
        hint = "begin each entry on a new line, with two spaces and a hyphen"
        yield rule("A511").diagnostic("the list of published addresses is written in one line", place, hint)
