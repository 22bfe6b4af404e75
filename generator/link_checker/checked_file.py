"""Checks each link of one built file against the names of the site's files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from generator.link_checker.html_links import LinkRole
from generator.link_checker.link_extraction import FileLinks, extract_links
from generator.link_checker.non_http_urls import invalid_url_reason
from generator.link_checker.url_resolver import LinkTargetKind, ResolvedUrl, Resolver
from generator.model import Address
from generator.model.addresses import NOT_FOUND, REDIRECTS_FOR_PAGES_HOSTS

INDEX_FILE: Final = "index.html"
_PAGES: Final = (".html", ".htm")
_PLAIN_FRAGMENT: Final = re.compile(r"[A-Za-z0-9_-]+")
"""A fragment of plain letters on the same page, which needs no decoding."""


class LinkIssue(StrEnum):
    """The possible problems of a link."""

    MISSING = "missing"
    OUTSIDE = "outside"
    """It leads to a page of the same host, outside the folder that the site is published in."""

    REDIRECTED = "redirected"
    ANCHOR = "anchor"
    """The page has no such anchor."""

    INVALID = "invalid"
    HTTP = "http"
    """It requests the site by http, although the site answers by https."""


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """One link with a problem, in one file."""

    issue: LinkIssue
    page: Address
    """The page or file that has the link."""

    url: str
    """The URL as written."""

    target: Address
    """The address inside the site; empty if the link leads elsewhere."""

    fragment: str
    role: LinkRole


class InternalLink(NamedTuple):
    """A link to an existing page or file of the site."""

    url: str
    role: LinkRole


class AnchorLink(NamedTuple):
    """A link to an anchor of a page."""

    target: Address
    fragment: str
    url: str


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """The links of one file of the site. Anchors and redirects of other pages have not been checked yet."""

    address: Address
    link_count: int
    """Number of links; repeated ones count each time."""

    internal_links: Mapping[Address, InternalLink]
    """One link for each target inside the site: the last one that a reader can follow, or else the first one."""

    anchor_links: tuple[AnchorLink, ...]
    broken_links: tuple[BrokenLink, ...]
    redirect_url: str | None
    """The target of a page that redirects, as written; None for an ordinary file."""

    noindex: bool
    anchors: frozenset[str] | None
    """The anchors of a page; None for a file that is not a page."""


class _Verdict(NamedTuple):
    is_internal: bool
    issue: LinkIssue | None
    target: Address
    """The page that the link leads to inside the site; empty if it leads elsewhere."""

    fragment: str


class FileChecker:
    """Checks the files of one site, and remembers the verdict on each link that many pages have."""

    def __init__(self, site: Path, files: Set[str], site_url: str, redirects: Mapping[Address, str]) -> None:
        """`files` are the paths of all files in `site`; `redirects` are addresses that a server redirects."""
        self._site, self._files, self._site_url, self._redirects = site, files, site_url, redirects
        self._resolver = Resolver(site_url)
        self._known_verdicts: dict[tuple[Address, bool], dict[str, _Verdict]] = {}

    def check(self, name: str) -> CheckedFile | None:
        """Read and check one file; return None if this type of file has no links."""
        links = extract_links(name, (self._site / name).read_bytes, self._site_url)
        return self._check_links(name, links) if links is not None else None

    def _check_links(self, name: str, file: FileLinks) -> CheckedFile:
        page = address_of_file(name)
        # The "not found" page may be served at any address, so its links start at the root.
        base = "" if name in (NOT_FOUND, REDIRECTS_FOR_PAGES_HOSTS) else page
        internal_links: dict[Address, InternalLink] = {}
        anchor_links: list[AnchorLink] = []
        broken_links: list[BrokenLink] = []
        folders = _folders_above(base)
        for url, role in file.links:
            is_internal, issue, target, fragment = self._verdict(base, folders, url, role)
            if base != page and not target and url.startswith("#"):
                target = page
            if issue is not None:
                broken_links.append(BrokenLink(issue, page, url, target, fragment, role))
            if is_internal and issue in (None, LinkIssue.HTTP):
                if role is LinkRole.FOLLOWED or target not in internal_links:
                    internal_links[target] = InternalLink(url, role)
                if fragment and fragment.lower() != "top":
                    anchor_links.append(AnchorLink(target, fragment, url))
        return CheckedFile(
            address=page,
            link_count=file.count,
            internal_links=internal_links,
            anchor_links=tuple(anchor_links),
            broken_links=tuple(broken_links),
            redirect_url=file.redirect_url,
            noindex=file.noindex,
            anchors=file.anchors if name.endswith(_PAGES) else None,
        )

    def _verdict(self, base: Address, folders: Sequence[Address], url: str, role: LinkRole) -> _Verdict:
        """Return the verdict on a URL. One that climbs to the same folder is checked once for all pages."""
        if url[:1] == "#" and _PLAIN_FRAGMENT.fullmatch(url, 1):
            return _Verdict(True, None, base, url[1:])
        steps = 0
        while url.startswith("../", 3 * steps):
            steps += 1
        if not 0 < steps < len(folders):
            return self._check_url(base, url, role)
        verdicts = self._known_verdicts.setdefault((folders[steps], role is LinkRole.IMAGE), {})
        verdict = verdicts.get(url)
        if verdict is None:
            verdict = verdicts[url] = self._check_url(base, url, role)
        return verdict

    def _check_url(self, base: Address, url: str, role: LinkRole) -> _Verdict:
        resolved = self._resolver.resolve(base, url)
        is_internal = resolved.kind is LinkTargetKind.INSIDE
        issue = self._issue(resolved, url, role) if resolved.kind is not LinkTargetKind.OTHER_HOST else None
        return _Verdict(is_internal, issue, resolved.address if is_internal else "", resolved.fragment)

    def _issue(self, resolved: ResolvedUrl, url: str, role: LinkRole) -> LinkIssue | None:
        if resolved.kind is LinkTargetKind.INVALID:
            return LinkIssue.INVALID
        if resolved.kind is LinkTargetKind.NOT_WEB:
            return LinkIssue.INVALID if invalid_url_reason(resolved.address, role) is not None else None
        if resolved.kind is LinkTargetKind.OUTSIDE:
            return None if url.lower().startswith(("http:", "https:")) else LinkIssue.OUTSIDE
        address = resolved.address
        if address + INDEX_FILE in self._files if not address or address[-1] == "/" else address in self._files:
            return LinkIssue.HTTP if resolved.is_plain_http else None
        if address in self._redirects or f"{address}/{INDEX_FILE}" in self._files:
            return LinkIssue.REDIRECTED
        return LinkIssue.MISSING


def address_of_file(name: str) -> Address:
    """Return the address at which a file of the site is served."""
    return name[: -len(INDEX_FILE)] if name == INDEX_FILE or name.endswith("/" + INDEX_FILE) else name


def _folders_above(address: Address) -> list[Address]:
    """Return a page's own folder, the one above it, and so on to the root."""
    folders = [address[: address.rfind("/") + 1]]
    while folders[-1]:
        folders.append(folders[-1][: folders[-1].rfind("/", 0, -1) + 1])
    return folders
