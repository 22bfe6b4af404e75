"""Checks that every link in the built site leads to an existing file and anchor."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from generator.link_checker.checked_file import BrokenLink, CheckedFile, FileChecker, LinkIssue
from generator.link_checker.html_links import LinkRole
from generator.link_checker.url_resolver import LinkTargetKind, ResolvedUrl, Resolver
from generator.model import Address
from generator.model.addresses import NOT_FOUND


@dataclass(frozen=True, slots=True)
class LinkCheckResult:
    """The result of checking a whole site."""

    link_count: int
    """Number of links; repeated ones count each time."""

    broken_links: tuple[BrokenLink, ...]
    anchors: Mapping[Address, frozenset[str]]
    """The anchors of each page."""

    redirects: Mapping[Address, Address]
    """Pages that redirect, and their targets: an address for one inside the site, a full URL for one elsewhere."""

    noindex: frozenset[Address]
    """Pages marked noindex, as those of withdrawn records are."""

    followed: frozenset[Address]
    """Pages and files that a reader can go to from another page."""

    referenced: frozenset[Address]
    """Everything that any file of the site links to, loads or names."""


def files_in(site: Path) -> tuple[str, ...]:
    """Return the path of every file in a folder, from that folder, in the order of names."""
    paths = []
    for folder, _, names in os.walk(site):
        prefix = os.path.relpath(folder, site).replace(os.sep, "/")
        paths += [name if prefix == "." else f"{prefix}/{name}" for name in names]
    return tuple(sorted(paths))


def check_files(site: Path, names: Sequence[str], site_url: str, redirects: Mapping[Address, str]) -> LinkCheckResult:
    """Check every link in the files of a folder. `redirects` are addresses that a server redirects without a file."""
    checker = FileChecker(site, frozenset(names), site_url, redirects)
    files = [file for name in names if (file := checker.check(name)) is not None]
    resolver = Resolver(site_url)
    redirect_pages = {
        file.address: redirect_target(resolver.resolve(file.address, file.redirect_url))
        for file in files
        if file.redirect_url is not None
    }
    anchors = {file.address: file.anchors for file in files if file.anchors is not None}
    return LinkCheckResult(
        link_count=sum(file.link_count for file in files),
        broken_links=tuple(link for file in files for link in _broken_links(file, redirect_pages.keys(), anchors)),
        anchors=anchors,
        redirects=redirect_pages,
        noindex=frozenset(file.address for file in files if file.noindex),
        followed=frozenset(_followed(files)),
        referenced=frozenset(target for file in files for target in file.internal_links),
    )


def _broken_links(
    file: CheckedFile, redirect_pages: Set[Address], anchors: Mapping[Address, frozenset[str]]
) -> Iterator[BrokenLink]:
    yield from file.broken_links
    for target in redirect_pages & file.internal_links.keys():
        if target != file.address:
            link = file.internal_links[target]
            yield BrokenLink(LinkIssue.REDIRECTED, file.address, link.url, target, "", link.role)
    for target, fragment, url in file.anchor_links:
        if target in anchors and fragment not in anchors[target] and target not in redirect_pages:
            yield BrokenLink(LinkIssue.ANCHOR, file.address, url, target, fragment, LinkRole.FOLLOWED)


def _followed(files: Iterable[CheckedFile]) -> Iterator[Address]:
    """Yield the targets of links that a reader can follow, except from the "not found" page and from redirects."""
    for file in files:
        if file.redirect_url is None and file.address != NOT_FOUND:
            for target, link in file.internal_links.items():
                if link.role is LinkRole.FOLLOWED and target != file.address:
                    yield target


def redirect_target(resolved: ResolvedUrl) -> Address:
    """Return the address of a redirect's target, or its full URL on another site; empty if it leads to no page."""
    return resolved.address if resolved.kind in (LinkTargetKind.INSIDE, LinkTargetKind.OTHER_HOST) else ""


def resolve_redirects(resolver: Resolver, redirects: Mapping[str, str]) -> dict[Address, str]:
    """Return the old and new addresses as addresses of the site; those of other sites keep their full URL."""
    resolved = {}
    for old, new in redirects.items():
        source, target = resolver.resolve("", old), resolver.resolve("", new)
        if source.kind is LinkTargetKind.INSIDE:
            resolved[source.address] = redirect_target(target)
    return resolved
