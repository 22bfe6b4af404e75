"""Reports unused files next to the records and pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import Address, Records
from generator.model.asset_kinds import is_published

_TELLS_OF_OTHERS: Final = ("readme", "licence", "license", "copying", "notice", "ofl")
"""Names of files that are for people who look into the folder."""

_FOR_HOSTS_AND_ROBOTS: Final = ("cname", "robots.txt", "humans.txt", "favicon.ico")
"""Files next to the home page that web hosts, search engines and browsers look for, and that no page links to."""

_RECORDS: Final = (".yml", ".yaml", ".md")


def find_unreferenced_files(
    names: Iterable[str], records: Records, pages: str, reached: Set[Address]
) -> Iterator[Diagnostic]:
    """Yield L805 for each file that no record names, and for each file of the page folder that no page links to.

    `names` are paths from the site's root; `pages` is the folder of hand-written pages, whose files have the same path
    on the site. `reached` is everything that the built site links to.
    """
    used = {file.path for file in records.files.values()}
    for name in names:
        base = name.rpartition("/")[2].lower()
        if base.endswith(_RECORDS) or base.startswith(_TELLS_OF_OTHERS) or name in used:
            continue
        if name.startswith(f"{pages}/"):
            place = name.removeprefix(f"{pages}/")
            if place not in reached and place.lower() not in _FOR_HOSTS_AND_ROBOTS and is_published(place):
                hint = "link to it from a page, or take it out: readers could still find it"
                yield rule("L805").diagnostic("no page uses this file, and it is published", Location(name), hint)
        else:
            hint = "name it in its record, or take it out of the folder"
            yield rule("L805").diagnostic("no record uses this file", Location(name), hint)
