"""Checks that every link in the built site leads to an existing file and anchor."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from generator.link_checker.html_links import LinkRole
from generator.link_checker.link_extraction import FileLinks, extract_links
from generator.link_checker.non_http_urls import invalid_url_reason
from generator.link_checker.url_resolver import LinkTargetKind, ResolvedUrl, Resolver
from generator.model import Address
from generator.model.addresses import NOT_FOUND, REDIRECTS_FOR_PAGES_HOSTS
from generator.system import parallel_map

_INDEX: Final = "index.html"
_PLACE: Final = re.compile(r"[A-Za-z0-9_-]+")
"""A fragment of plain letters on the same page, which needs no decoding."""


class LinkIssue(StrEnum):
    """The possible issues of an address."""

    MISSING = "missing"
    BESIDE = "beside"
    MOVED = "moved"
    PLACE = "place"
    FORM = "form"
    HTTP = "http"


_Verdict = tuple[bool, str | None, Address, str]
"""True if the address leads inside the site; its issue, or None; the page that it leads to there; and the fragment."""


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """One address in one file, with an issue."""

    fault: LinkIssue
    shown: Address
    """The page or file that has the link."""

    written: str
    address: Address
    """The address inside the site; empty if the link leads elsewhere."""

    fragment: str
    use: LinkRole


@dataclass(frozen=True, slots=True)
class LinkCheckResult:
    """The result of checking a whole site."""

    count: int
    """Number of addresses that were checked."""

    faulty: tuple[BrokenLink, ...]
    places: Mapping[Address, frozenset[str]]
    """The anchors of each page."""

    sent_on: Mapping[Address, Address]
    """Pages that redirect, and their targets: an address for one inside the site, a full URL for one elsewhere."""

    noindex: frozenset[Address]
    """Pages marked noindex, as those of withdrawn records are."""

    followed: frozenset[Address]
    """Pages and files that a reader can go to from another page."""

    reached: frozenset[Address]
    """Everything that any file of the site links to, loads or names."""


def address_of_file(name: str) -> Address:
    """Return the address at which a file of the site is served."""
    return name[: -len(_INDEX)] if name == _INDEX or name.endswith("/" + _INDEX) else name


def files_in(site: Path) -> tuple[str, ...]:
    """Return the path of every file in a folder, from that folder, in the order of names."""
    found = []
    for folder, _, names in os.walk(site):
        place = os.path.relpath(folder, site).replace(os.sep, "/")
        found += [name if place == "." else f"{place}/{name}" for name in names]
    return tuple(sorted(found))


def check_files(site: Path, names: Sequence[str], site_url: str, moves: Mapping[Address, str]) -> LinkCheckResult:
    """Check every address in the files of a folder. `moves` are addresses that are redirected without a file."""
    judging = _LinkChecker(site, frozenset(names), site_url, moves)
    # Sort by name, so that the result does not depend on which process did the work.
    seen = dict(sorted(parallel_map(judging.check_some, names).items()))
    resolver = Resolver(site_url)
    sent_on = {
        address_of_file(name): _there(resolver.resolve(address_of_file(name), each["on"]))
        for name, each in seen.items()
        if each["on"] is not None
    }
    places = {address_of_file(name): frozenset(each["places"]) for name, each in seen.items() if "places" in each}
    reached: set[Address] = set()
    followed: set[Address] = set()
    faulty: list[BrokenLink] = []
    for name, each in seen.items():
        shown = address_of_file(name)
        own: dict[Address, str] = each["linked"]
        reached.update(own)
        if each["on"] is None and name != NOT_FOUND:
            followed.update(to for to, written in own.items() if written[0] == LinkRole.FOLLOWED and to != shown)
        faulty += [
            BrokenLink(LinkIssue(fault), shown, written, to, fragment, LinkRole(use))
            for fault, written, to, fragment, use in each["faults"]
        ]
        faulty += [
            BrokenLink(LinkIssue.MOVED, shown, own[to][1:], to, "", LinkRole(own[to][0]))
            for to in sent_on.keys() & own
            if to != shown
        ]
        for to, fragment, written in each["anchors"]:
            if to in places and fragment not in places[to] and to not in sent_on:
                faulty.append(BrokenLink(LinkIssue.PLACE, shown, written, to, fragment, LinkRole.FOLLOWED))
    count = sum(each["count"] for each in seen.values())
    hidden = frozenset(address_of_file(name) for name, each in seen.items() if each["hidden"])
    return LinkCheckResult(count, tuple(faulty), places, sent_on, hidden, frozenset(followed), frozenset(reached))


class _LinkChecker:
    """Everything that the check of one file needs; two processes share the files."""

    def __init__(self, site: Path, files: Set[str], site_url: str, moves: Mapping[Address, str]) -> None:
        self._site, self._files, self._site_url, self._moves = site, files, site_url, moves
        self._resolver = Resolver(site_url)
        self._known: dict[tuple[Address, bool], dict[str, _Verdict]] = {}

    def check_some(self, names: Iterable[str]) -> dict[str, Any]:
        """Return the results as plain values by name, for the files that have addresses."""
        told = {}
        for name in names:
            looked = extract_links(name, (self._site / name).read_bytes, self._site_url)
            if looked is not None:
                told[name] = self._file(name, looked)
        return told

    def _file(self, name: str, looked: FileLinks) -> dict[str, Any]:
        # The "not found" page may be served at any address, so its links start at the root.
        own = address_of_file(name)
        base = "" if name in (NOT_FOUND, REDIRECTS_FOR_PAGES_HOSTS) else own
        linked: dict[Address, str] = {}
        anchors: list[tuple[Address, str, str]] = []
        faults: list[tuple[str, str, Address, str, str]] = []
        above = _folders_above(base)
        for written, use in looked.written:
            leads_inside, fault, address, fragment = self._verdict(base, above, written, use)
            if base != own and not address and written.startswith("#"):
                address = own
            if fault is not None:
                faults.append((fault, written, address, fragment, use.value))
            if leads_inside and fault in (None, LinkIssue.HTTP.value):
                if use is LinkRole.FOLLOWED or address not in linked:
                    linked[address] = use + written
                if fragment and fragment.lower() != "top":
                    anchors.append((address, fragment, written))
        told: dict[str, Any] = {
            "count": looked.count,
            "linked": linked,
            "anchors": anchors,
            "faults": faults,
            "on": looked.sends_on,
            "hidden": looked.noindex,
        }
        if name.endswith((".html", ".htm")):
            told["places"] = list(looked.places)
        return told

    def _verdict(self, base: Address, above: Sequence[Address], written: str, use: LinkRole) -> _Verdict:
        """Return the verdict on an address.

        The same text that climbs to the same folder is checked once for all pages.
        """
        if written[:1] == "#" and _PLACE.fullmatch(written, 1):
            return True, None, base, written[1:]
        steps = 0
        while written.startswith("../", 3 * steps):
            steps += 1
        if not 0 < steps < len(above):
            return self._judged(base, written, use)
        known = self._known.setdefault((above[steps], use is LinkRole.PICTURE), {})
        verdict = known.get(written)
        if verdict is None:
            verdict = known[written] = self._judged(base, written, use)
        return verdict

    def _judged(self, base: Address, written: str, use: LinkRole) -> _Verdict:
        to = self._resolver.resolve(base, written)
        fault = self._fault(to, written, use) if to.leads is not LinkTargetKind.ELSEWHERE else None
        inside = to.leads is LinkTargetKind.INSIDE
        return inside, fault.value if fault is not None else None, to.address if inside else "", to.fragment

    def _fault(self, to: ResolvedUrl, written: str, use: LinkRole) -> LinkIssue | None:
        if to.leads is LinkTargetKind.NOWHERE:
            return LinkIssue.FORM
        if to.leads is LinkTargetKind.APART:
            return LinkIssue.FORM if invalid_url_reason(to.address, use) is not None else None
        if to.leads is LinkTargetKind.BESIDE:
            return None if written.lower().startswith(("http:", "https:")) else LinkIssue.BESIDE
        address = to.address
        if address + _INDEX in self._files if not address or address[-1] == "/" else address in self._files:
            return LinkIssue.HTTP if to.is_plain_http else None
        if address in self._moves or f"{address}/{_INDEX}" in self._files:
            return LinkIssue.MOVED
        return LinkIssue.MISSING


def _folders_above(address: Address) -> list[Address]:
    """Return a page's own folder, the one above it, and so on to the root."""
    folders = [address[: address.rfind("/") + 1]]
    while folders[-1]:
        folders.append(folders[-1][: folders[-1].rfind("/", 0, -1) + 1])
    return folders


def _there(to: ResolvedUrl) -> Address:
    return to.address if to.leads in (LinkTargetKind.INSIDE, LinkTargetKind.ELSEWHERE) else ""


def moves_between(resolver: Resolver, moves: Mapping[str, str]) -> dict[Address, str]:
    """Return the old and new addresses as addresses of the site; those of other sites keep their full URL."""
    told = {}
    for old, new in moves.items():
        start, end = resolver.resolve("", old), resolver.resolve("", new)
        if start.leads is LinkTargetKind.INSIDE:
            told[start.address] = _there(end)
    return told
