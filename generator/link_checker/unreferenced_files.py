"""Reports files next to the records and pages that nothing uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import Address, Records
from generator.model.asset_kinds import is_published

_NOTES: Final = ("readme", "licence", "license", "copying", "notice", "ofl")
"""Beginnings of the names of files that are for people who open the folder."""

_WELL_KNOWN_FILES: Final = ("cname", "robots.txt", "humans.txt", "favicon.ico")
"""Files that web hosts, search engines and browsers look for next to the home page, although no page links to them."""

_SOURCE_SUFFIXES: Final = (".yml", ".yaml", ".md")


def find_unreferenced_files(
    names: Iterable[str], records: Records, pages: str, referenced: Set[Address]
) -> Iterator[Diagnostic]:
    """Yield L805 for each file that no record names, and for each file of the page folder that no page links to.

    `names` are paths from the site's root; `pages` is the folder of hand-written pages, whose files have the same path
    on the site. `referenced` is everything that the built site links to.
    """
    used = {file.path for file in records.files.values()}
    for name in names:
        base = name.rpartition("/")[2].lower()
        if base.endswith(_SOURCE_SUFFIXES) or base.startswith(_NOTES) or name in used:
            continue
        if name.startswith(f"{pages}/"):
            address = name.removeprefix(f"{pages}/")
            if address not in referenced and address.lower() not in _WELL_KNOWN_FILES and is_published(address):
                hint = "link to it from a page, or delete it, because readers could still find it"
                yield rule("L805").diagnostic("no page uses this file, and it is published", Location(name), hint)
        else:
            hint = "name it in the record, or delete it from the folder"
            yield rule("L805").diagnostic("no record uses this file", Location(name), hint)
