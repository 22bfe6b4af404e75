"""Makes the diagnostics of a site's broken links: one for each place that an editor can correct."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.diagnostics import Diagnostic, Location, RelatedLocation, did_you_mean_path, rule
from generator.link_checker.broken_links import LinkCheckResult
from generator.link_checker.checked_file import BrokenLink, LinkIssue
from generator.link_checker.non_http_urls import invalid_url_reason
from generator.link_checker.source_locations import SourceLocator
from generator.model import Address

_MAX_PAGES: Final = 3
"""Number of pages that are named; the others are counted."""

_MAX_SUGGESTIONS: Final = 200
"""Number of diagnostics with a suggestion. Each suggestion compares the addresses of all pages."""


class LinkDiagnostics:
    """Turns broken links into diagnostics."""

    def __init__(
        self,
        result: LinkCheckResult,
        addresses: Sequence[Address],
        redirects: Mapping[Address, str],
        sources: SourceLocator,
    ) -> None:
        """`addresses` are those of all pages and files; `redirects` are old addresses with their targets."""
        self._result, self._addresses, self._redirects, self._sources = result, addresses, redirects, sources
        self._suggestions_left = _MAX_SUGGESTIONS

    def all(self) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each issue and each place where it is written."""
        groups: dict[tuple[str, ...], list[BrokenLink]] = defaultdict(list)
        for link in self._result.broken_links:
            target = link.url if link.issue in (LinkIssue.INVALID, LinkIssue.OUTSIDE) else link.target
            groups[link.issue, target, link.fragment if link.issue is LinkIssue.ANCHOR else ""].append(link)
        for group in groups.values():
            for location, links in self._by_location(group):
                yield self._diagnostic(links, location)

    def _by_location(self, group: Sequence[BrokenLink]) -> Iterator[tuple[Location, list[BrokenLink]]]:
        """Yield the broken links of a group by the place where they are written, or by a fallback place."""
        by_location: dict[Location, list[BrokenLink]] = defaultdict(list)
        not_located = []
        for link in group:
            location = self._sources.on_its_page(link)
            if location is None:
                not_located.append(link)
            else:
                by_location[location].append(link)
        if not_located:
            by_location[self._fallback(not_located, by_location)] += not_located
        yield from by_location.items()

    def _fallback(self, links: Sequence[BrokenLink], group_locations: Iterable[Location]) -> Location:
        """Return the place to report for links that the sources of their pages do not contain.

        The theme or the generator has written them. Links on most pages of the site come from the theme.
        """
        is_on_most_pages = len(links) * 2 > len(self._result.anchors)
        if is_on_most_pages:
            return self._sources.in_theme(links[0]) or _page_location(links[0].page)
        if links[0].page.endswith((".css", ".js", ".mjs")):
            return self._sources.in_files(links[0]) or _page_location(links[0].page)
        return next(iter(group_locations), None) or self._sources.anywhere(links[0]) or self._origin(links)

    def _origin(self, links: Sequence[BrokenLink]) -> Location:
        """Return the file of the page that is missing, or of a page that has the link, preferably a record's."""
        targets = [links[0].target] if links[0].issue is LinkIssue.MISSING else []
        record_pages = [link.page for link in links if self._sources.is_record_page(link.page)]
        for address in (*targets, *record_pages, *(link.page for link in links)):
            location = self._sources.origin(address)
            if location is not None:
                return location
        return _page_location(links[0].page)

    def _diagnostic(self, links: Sequence[BrokenLink], location: Location) -> Diagnostic:
        first = links[0]
        link = f'the link "{first.url}"'
        match first.issue:
            case LinkIssue.MISSING:
                hint = self._suggestion(first.target, self._addresses) or "correct the address, or take the link out"
                diagnostic = rule("L801").diagnostic(f"{link} leads to no page or file", location, hint)
            case LinkIssue.OUTSIDE:
                hint = "write an address that does not begin with a slash"
                message = f"{link} leads out of the folder that this site is published in"
                diagnostic = rule("L801").diagnostic(message, location, hint)
            case LinkIssue.ANCHOR:
                known = self._result.anchors.get(first.target, frozenset())
                hint = self._suggestion(first.fragment, known) or "delete the # and what follows it"
                message = f'{link} leads to an anchor "#{first.fragment}" that its page does not have'
                diagnostic = rule("L802").diagnostic(message, location, hint)
            case LinkIssue.REDIRECTED:
                hint = f'write "{self._new_url(first)}"'
                diagnostic = rule("L803").diagnostic(f"{link} leads to an address that redirects", location, hint)
            case LinkIssue.INVALID:
                reason, hint = invalid_url_reason(first.url, first.role) or (
                    "is not an address that a browser understands",
                    "copy the address from the browser's address bar",
                )
                diagnostic = rule("L806").diagnostic(f"{link} {reason}", location, hint)
            case LinkIssue.HTTP:
                hint = f'write "https{first.url[4:]}"'
                message = f"{link} requests this site by http, but the site answers by https"
                diagnostic = rule("L807").diagnostic(message, location, hint)
        pages = list(dict.fromkeys(broken_link.page for broken_link in links))
        page_count = sum(page in self._result.anchors for page in pages)
        return replace(diagnostic, related=_related_pages(pages), pages=page_count)

    def _new_url(self, link: BrokenLink) -> str:
        """Return the new address of a redirected one; the address with a slash at its end if there is no redirect."""
        new = self._result.redirects.get(link.target) or self._redirects.get(link.target)
        new = link.target + "/" if new is None else new
        is_full_url = link.url.lower().startswith(("http:", "https:")) and "://" not in new
        return self._sources.site_url + new if is_full_url else new

    def _suggestion(self, word: str, known: Iterable[str]) -> str | None:
        if self._suggestions_left <= 0:
            return None
        self._suggestions_left -= 1
        return did_you_mean_path(word, known)


def _related_pages(pages: Sequence[Address]) -> tuple[RelatedLocation, ...]:
    related = [RelatedLocation("shown on", _page_location(page)) for page in pages[:_MAX_PAGES]]
    more = len(pages) - _MAX_PAGES
    if more > 0:
        message = f"and on {more:,} more pages, such as" if more > 1 else "shown on"
        related.append(RelatedLocation(message, _page_location(pages[_MAX_PAGES])))
    return tuple(related)


def _page_location(address: Address) -> Location:
    return Location(f"/{address}")
