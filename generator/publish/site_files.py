"""Every file of the site, in the order in which a build writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path

from generator.model.addresses import SEARCH_ENTRY, output_file
from generator.publish.frame_filling import PlannedSite
from generator.system import fingerprint_files

Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file to be written."""

    name: str
    """The path in the site."""

    fingerprint: Make
    """Returns a hash of the inputs of the file, which costs less than making the file."""

    make: Make


def site_files(planned_site: PlannedSite) -> list[SiteFile]:
    """Return every file of the site. Kinds of files are ordered so that files come after those that they link to.

    Styles, pictures, documents and the parts of the search index come first, then the pages, then feeds, lists and the
    sitemap. The entry file of the search index comes last. Until it is replaced, the search uses the earlier index.
    """
    assets = list(_assets(planned_site))
    pages = (SiteFile(output_file(page.address), page.fingerprint, page.html) for page in planned_site.pages)
    files = [*(asset for asset in assets if asset.name != SEARCH_ENTRY), *pages, *_plain_files(planned_site)]
    return [*files, *(asset for asset in assets if asset.name == SEARCH_ENTRY)]


def files_of(planned_site: PlannedSite) -> Iterator[tuple[str, Make]]:
    """Yield every file of the site by its path in the site, with a function that makes its content."""
    return ((site_file.name, site_file.make) for site_file in site_files(planned_site))


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
