"""Every address of every file, judged: is there a file that answers, and the place on it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from generator.check.addresses import Destination, Leads, Resolver
from generator.check.forms import fault_of
from generator.check.links import Use
from generator.check.looking import Looked, look
from generator.machine import with_two_hands
from generator.model import Address
from generator.model.addresses import NOT_FOUND, REDIRECTS_FOR_PAGES_HOSTS

_INDEX: Final = "index.html"


class Fault(StrEnum):
    """What can be wrong with an address."""

    MISSING = "missing"
    BESIDE = "beside"
    MOVED = "moved"
    PLACE = "place"
    FORM = "form"
    HTTP = "http"


@dataclass(frozen=True, slots=True)
class Faulty:
    """One address, in one file, with which something is wrong."""

    fault: Fault
    shown: Address
    """The page or file that holds it."""

    written: str
    address: Address
    """Where it leads inside the site; empty where it does not."""

    fragment: str
    use: Use


@dataclass(frozen=True, slots=True)
class Judged:
    """A whole site, looked through."""

    count: int
    """Addresses that were looked at."""

    faulty: tuple[Faulty, ...]
    places: Mapping[Address, frozenset[str]]
    """Of each page, the names that a `#` can lead to."""

    sent_on: Mapping[Address, Address]
    """Pages that send their reader on, and where to: inside the site by its address, elsewhere in full."""

    not_to_be_found: frozenset[Address]
    """Pages that ask search engines to leave them out, as those of withdrawn records do."""

    followed: frozenset[Address]
    """Pages and files that a reader can go to from another page."""

    reached: frozenset[Address]
    """All that any file of the site leads to, loads or tells of."""


def address_of_file(name: str) -> Address:
    """The address that a file of the site answers to."""
    return name[: -len(_INDEX)] if name == _INDEX or name.endswith("/" + _INDEX) else name


def files_in(site: Path) -> tuple[str, ...]:
    """Every file of a folder, by its name from there, in the order of names."""
    found = []
    for folder, _, names in os.walk(site):
        place = os.path.relpath(folder, site).replace(os.sep, "/")
        found += [name if place == "." else f"{place}/{name}" for name in names]
    return tuple(sorted(found))


def judge(site: Path, names: Sequence[str], site_url: str, moves: Mapping[Address, str]) -> Judged:
    """Judges every address of a folder's files. `moves` are addresses that lead on without a file of their own."""
    judging = _Judging(site, frozenset(names), site_url, moves)
    # In the order of names, whoever looked at which: what is found does not depend on it.
    seen = dict(sorted(with_two_hands(judging.part, names).items()))
    resolver = Resolver(site_url)
    sent_on = {
        address_of_file(name): _there(resolver.resolve(address_of_file(name), each["on"]))
        for name, each in seen.items()
        if each["on"] is not None
    }
    places = {address_of_file(name): frozenset(each["places"]) for name, each in seen.items() if "places" in each}
    reached: set[Address] = set()
    followed: set[Address] = set()
    faulty: list[Faulty] = []
    for name, each in seen.items():
        shown = address_of_file(name)
        own: dict[Address, str] = each["linked"]
        reached.update(own)
        if each["on"] is None and name != NOT_FOUND:
            followed.update(to for to, written in own.items() if written[0] == Use.FOLLOWED and to != shown)
        faulty += [
            Faulty(Fault(fault), shown, written, to, fragment, Use(use))
            for fault, written, to, fragment, use in each["faults"]
        ]
        faulty += [
            Faulty(Fault.MOVED, shown, own[to][1:], to, "", Use(own[to][0]))
            for to in sent_on.keys() & own
            if to != shown
        ]
        for to, fragment, written in each["anchors"]:
            if to in places and fragment not in places[to] and to not in sent_on:
                faulty.append(Faulty(Fault.PLACE, shown, written, to, fragment, Use.FOLLOWED))
    count = sum(each["count"] for each in seen.values())
    hidden = frozenset(address_of_file(name) for name, each in seen.items() if each["hidden"])
    return Judged(count, tuple(faulty), places, sent_on, hidden, frozenset(followed), frozenset(reached))


class _Judging:
    """What is needed to judge one file alone; two processes share the files."""

    def __init__(self, site: Path, files: Set[str], site_url: str, moves: Mapping[Address, str]) -> None:
        self._site, self._files, self._site_url, self._moves = site, files, site_url, moves
        self._resolver = Resolver(site_url)

    def part(self, names: Iterable[str]) -> dict[str, Any]:
        """Plain values by name, for files that hold addresses."""
        told = {}
        for name in names:
            looked = look(name, (self._site / name).read_bytes, self._site_url)
            if looked is not None:
                told[name] = self._file(name, looked)
        return told

    def _file(self, name: str, looked: Looked) -> dict[str, Any]:
        # What is not found may be served at any address; its own links start at the root.
        own = address_of_file(name)
        base = "" if name in (NOT_FOUND, REDIRECTS_FOR_PAGES_HOSTS) else own
        linked: dict[Address, str] = {}
        anchors: list[tuple[Address, str, str]] = []
        faults: list[tuple[str, str, Address, str, str]] = []
        for written, use in looked.written:
            to = self._resolver.resolve(base, written)
            if to.leads is Leads.ELSEWHERE:
                continue
            if base != own and to.address == "" and written.startswith("#"):
                to = Destination(Leads.INSIDE, own, to.fragment)
            fault = self._fault(to, written, use)
            if fault is not None:
                faults.append((fault.value, written, to.address if to.leads is Leads.INSIDE else "", to.fragment, use))
            if to.leads is Leads.INSIDE and fault in (None, Fault.HTTP):
                if use == Use.FOLLOWED or to.address not in linked:
                    linked[to.address] = use + written
                if to.fragment and to.fragment.lower() != "top":
                    anchors.append((to.address, to.fragment, written))
        told: dict[str, Any] = {
            "count": looked.count,
            "linked": linked,
            "anchors": anchors,
            "faults": faults,
            "on": looked.sends_on,
            "hidden": looked.asks_not_to_be_found,
        }
        if name.endswith((".html", ".htm")):
            told["places"] = list(looked.places)
        return told

    def _fault(self, to: Destination, written: str, use: str) -> Fault | None:
        if to.leads is Leads.NOWHERE:
            return Fault.FORM
        if to.leads is Leads.APART:
            return Fault.FORM if fault_of(to.address, Use(use)) is not None else None
        if to.leads is Leads.BESIDE:
            return None if written.lower().startswith(("http:", "https:")) else Fault.BESIDE
        address = to.address
        if address + _INDEX in self._files if not address or address[-1] == "/" else address in self._files:
            return Fault.HTTP if to.is_plain_http else None
        if address in self._moves or f"{address}/{_INDEX}" in self._files:
            return Fault.MOVED
        return Fault.MISSING


def _there(to: Destination) -> Address:
    return to.address if to.leads in (Leads.INSIDE, Leads.ELSEWHERE) else ""


def moves_between(resolver: Resolver, moves: Mapping[str, str]) -> dict[Address, str]:
    """Old and new addresses as written, as addresses of the site; those of other sites keep their whole address."""
    told = {}
    for old, new in moves.items():
        start, end = resolver.resolve("", old), resolver.resolve("", new)
        if start.leads is Leads.INSIDE:
            told[start.address] = _there(end)
    return told
