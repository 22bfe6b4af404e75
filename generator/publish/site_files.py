"""Every file of the site, in the order in which a build puts them in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path

from generator.model.addresses import SEARCH_ENTRY, output_file
from generator.publish.pour import PlannedSite
from generator.system import fingerprint_files

Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file that is about to be written."""

    name: str
    """Its path in the site."""

    fingerprint: Make
    """Changes with what the file is made from; costs less than making it."""

    make: Make


def site_files(planned_site: PlannedSite) -> list[SiteFile]:
    """Every file of the site. A file comes after those that it leads to, as far as the kinds of files tell.

    Styles, pictures, documents and the parts of the search index come first, then the pages, then feeds, lists and the
    site map. The entry file of the search index comes last: until then, the search finds what it found before.
    """
    assets = list(_assets(planned_site))
    pages = (SiteFile(output_file(each.address), each.fingerprint, each.html) for each in planned_site.pages)
    files = [*(each for each in assets if each.name != SEARCH_ENTRY), *pages, *_plain_files(planned_site)]
    return [*files, *(each for each in assets if each.name == SEARCH_ENTRY)]


def files_of(planned_site: PlannedSite) -> Iterator[tuple[str, Make]]:
    """Every file of the site that is about to be written, by its name in the site, made when it is asked for."""
    return ((each.name, each.make) for each in site_files(planned_site))


def _assets(planned_site: PlannedSite) -> Iterator[SiteFile]:
    for asset in planned_site.assets:
        path, known = Path(asset.path), asset.fingerprint
        yield SiteFile(
            asset.address,
            partial(fingerprint_files, (path,)) if known is None else partial(bytes, known),
            path.read_bytes,
        )


def _plain_files(planned_site: PlannedSite) -> Iterator[SiteFile]:
    for file in planned_site.files:
        make = cache(file.make)
        yield SiteFile(output_file(file.address), partial(_hash, make), make)


def _hash(make: Make) -> bytes:
    return blake2b(make(), digest_size=16).digest()
