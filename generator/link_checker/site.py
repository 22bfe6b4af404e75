"""Checks every link of a built site, in one pass over its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic, WithDiagnostics, rule
from generator.link_checker.broken_links import LinkCheckResult, check_files, files_in, resolve_redirects
from generator.link_checker.checked_file import INDEX_FILE, address_of_file
from generator.link_checker.link_diagnostics import LinkDiagnostics
from generator.link_checker.link_extraction import redirects_of
from generator.link_checker.source_locations import SourceLocator
from generator.link_checker.url_resolver import Resolver
from generator.model import Address
from generator.model.addresses import NOT_FOUND, REDIRECTS_FOR_PAGES_HOSTS, SEARCH_INDEX


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """The links of a site."""

    count: int = 0
    """Number of links; repeated ones count each time."""

    referenced: frozenset[Address] = frozenset()
    """Every page and file that a file of the site links to, loads or names."""

    addresses: frozenset[Address] = frozenset()
    """The addresses of all pages and files, and those that redirect."""

    anchors: Mapping[Address, Set[str]] = field(default_factory=dict)
    """The anchors of each page that does not redirect."""


def check_site(
    site: Path, site_url: str, sources: SourceLocator, redirects: Mapping[str, str] | None = None
) -> WithDiagnostics[SiteLinks]:
    """Check every link in the files of a folder: pages, stylesheets, scripts, feed, data, calendar.

    The diagnostics are L801 for a link to a missing file, L802 for a missing anchor, L803 for a redirected link, L804
    for a page that no other page links to, L806 for a URL that no browser can follow and L807 for an http link to this
    site. Links to other hosts are checked separately. `redirects` are old addresses and new ones, as written.
    """
    names = files_in(site)
    redirects_file = site / REDIRECTS_FOR_PAGES_HOSTS
    file_redirects = redirects_of(redirects_file.read_bytes()) if redirects_file.is_file() else {}
    resolved_redirects = resolve_redirects(Resolver(site_url), {**file_redirects, **(redirects or {})})
    result = check_files(site, names, site_url, resolved_redirects)
    addresses = tuple(
        address_of_file(name) for name in names if name != INDEX_FILE and not name.startswith(SEARCH_INDEX)
    )
    diagnostics = (
        *LinkDiagnostics(result, addresses, resolved_redirects, sources).all(),
        *_orphan_pages(result, sources),
    )
    anchors = {address: found for address, found in result.anchors.items() if address not in result.redirects}
    known = frozenset(("", *addresses, *resolved_redirects))
    return WithDiagnostics(SiteLinks(result.link_count, result.referenced, known, anchors), diagnostics)


def _orphan_pages(result: LinkCheckResult, sources: SourceLocator) -> Iterator[Diagnostic]:
    """Yield L804 for each page that has a source file and that no other page links to.

    Pages of withdrawn records are left out, because only readers who have the address should find them. So are pages
    without a source file, such as an empty list.
    """
    linked = result.followed | result.redirects.keys() | result.noindex | {"", NOT_FOUND}
    for address in sorted(result.anchors.keys() - linked):
        location = sources.origin(address)
        if location is not None:
            hint = "link to it from a page that readers visit, or delete it"
            yield rule("L804").diagnostic(f'no page links to "/{address}"', location, hint)
