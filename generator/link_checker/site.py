"""Checks every link of a built site, in one pass over its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, WithDiagnostics, rule
from generator.link_checker.broken_links import LinkCheckResult, address_of_file, check_files, files_in, moves_between
from generator.link_checker.link_diagnostics import Findings
from generator.link_checker.link_extraction import moves_of
from generator.link_checker.source_locations import SourceLocator
from generator.link_checker.url_resolver import Resolver
from generator.model import Address
from generator.model.addresses import NOT_FOUND, REDIRECTS_FOR_PAGES_HOSTS, SEARCH_INDEX


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """The links of a site."""

    count: int = 0
    """Number of links; repeated ones count each time."""

    reached: frozenset[Address] = frozenset()
    """Every page and file that a file of the site links to, loads or names."""


def check_site(
    site: Path, site_url: str, where: SourceLocator, moves: Mapping[str, str] | None = None
) -> WithDiagnostics[SiteLinks]:
    """Check every link in the files of a folder: pages, stylesheets, scripts, feed, data, calendar.

    Yields L801 if no file answers, L802 if the page has no such anchor, L803 for a link through a redirect, L804 for a
    page that no other page links to, L806 for an address that no browser can follow, L807 for an http link to this
    site. Links to other hosts are checked separately. `moves` are the redirects, old address to new, as written.
    """
    names = files_in(site)
    resolver = Resolver(site_url)
    by_host = site / REDIRECTS_FOR_PAGES_HOSTS
    written = {**(moves_of(by_host.read_bytes()) if by_host.is_file() else {}), **(moves or {})}
    old_to_new = moves_between(resolver, written)
    judged = check_files(site, names, site_url, old_to_new)
    known = tuple(address_of_file(name) for name in names if name != "index.html" and not name.startswith(SEARCH_INDEX))
    found = (*Findings(judged, known, old_to_new, where).all(), *_orphans(judged, where))
    return WithDiagnostics(SiteLinks(judged.count, judged.reached), found)


def _orphans(judged: LinkCheckResult, where: SourceLocator) -> Iterator[Diagnostic]:
    """Yield L804 for each page that has a source file and that no other page links to.

    Pages of withdrawn records are for readers who have the address. Empty lists wait for their first entry.
    """
    expected = judged.followed | judged.sent_on.keys() | judged.noindex | {"", NOT_FOUND}
    for address in sorted(judged.places.keys() - expected):
        place = where.origin(address)
        if place is not None:
            hint = "link to it from a page that readers come to, or take it out"
            yield rule("L804").diagnostic(f'no page links to "/{address}"', place, hint)
