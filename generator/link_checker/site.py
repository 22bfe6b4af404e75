"""Every link of a built site, in one pass over its files."""

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
    """What was looked at."""

    count: int = 0
    """Links, repeated ones counted each time."""

    reached: frozenset[Address] = frozenset()
    """Every page and file that something of the site leads to, loads or tells of."""


def check_site(
    site: Path, site_url: str, where: SourceLocator, moves: Mapping[str, str] | None = None
) -> WithDiagnostics[SiteLinks]:
    """Checks every address in the files of a folder: pages, stylesheets, scripts, feed, data, calendar.

    Yields L801 where no file answers, L802 where the page lacks the place, L803 where it takes a redirect, L804 for a
    page that no other leads to, L806 for what no browser can follow, L807 for this site asked by http. Links to other
    hosts are left to the check of those. `moves` are the redirects, old address to new, as written.
    """
    names = files_in(site)
    resolver = Resolver(site_url)
    by_host = site / REDIRECTS_FOR_PAGES_HOSTS
    written = {**(moves_of(by_host.read_bytes()) if by_host.is_file() else {}), **(moves or {})}
    old_to_new = moves_between(resolver, written)
    judged = check_files(site, names, site_url, old_to_new)
    known = tuple(address_of_file(each) for each in names if each != "index.html" and not each.startswith(SEARCH_INDEX))
    found = (*Findings(judged, known, old_to_new, where).all(), *_orphans(judged, where))
    return WithDiagnostics(SiteLinks(judged.count, judged.reached), found)


def _orphans(judged: LinkCheckResult, where: SourceLocator) -> Iterator[Diagnostic]:
    """Pages that somebody wrote and no other page leads to.

    A page of what was withdrawn waits for those who have its address; a list that is empty, for its first entry.
    """
    expected = judged.followed | judged.sent_on.keys() | judged.noindex | {"", NOT_FOUND}
    for address in sorted(judged.places.keys() - expected):
        place = where.origin(address)
        if place is not None:
            hint = "link to it from a page that readers come to, or take it out"
            yield rule("L804").diagnostic(f'no page links to "/{address}"', place, hint)
