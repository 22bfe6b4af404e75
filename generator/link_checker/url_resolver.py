"""Resolves addresses by the rules that browsers follow (the WHATWG URL standard)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

import ada_url

from generator.model import Address

_BLANK: Final = "".join(map(chr, range(33)))
"""Characters that browsers strip from both ends: spaces and control characters."""

_PLAIN: Final = re.compile(
    r"((?:\.\./)*)((?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*)?)(?:#([A-Za-z0-9_-]*))?"
)
_IN_FULL: Final = ("http://", "https://")
_DIRECTIVE: Final = ":~:"
"""Starts a text directive, which is not part of the fragment's name."""

_PLACED: Final = frozenset({"http:", "https:"})


class LinkTargetKind(StrEnum):
    """Where an address leads, from the site's point of view."""

    INSIDE = "inside"
    BESIDE = "beside"
    """The site's own host, outside the folder that the site is published in."""

    ELSEWHERE = "elsewhere"
    """Another host."""

    APART = "apart"
    """Not a web address: `mailto:`, `tel:`, `javascript:`."""

    NOWHERE = "nowhere"
    """Not a valid address: no browser can parse it."""


@dataclass(frozen=True, slots=True)
class ResolvedUrl:
    """The target of one address."""

    leads: LinkTargetKind
    address: Address = ""
    """Inside the site: decoded, as files are named. Elsewhere: the full URL that a browser would request."""

    fragment: str = ""
    """The fragment, decoded; empty if the link leads to the whole page."""

    is_plain_http: bool = False
    """True for an http link to the site's own host, which answers by https."""


class Resolver:
    """Resolves the addresses of one site."""

    def __init__(self, site_url: str) -> None:
        """`site_url` is the public root with a slash at its end. Raises ValueError if no browser can parse it."""
        root = ada_url.URL(site_url)
        self._root, self._host, self._path = root.href, root.host, root.pathname
        self._is_https = root.protocol == "https:"
        self._from = lru_cache(maxsize=65_536)(self._resolve)
        self._within = lru_cache(maxsize=65_536)(_inside)

    def resolve(self, address: Address, written: str) -> ResolvedUrl:
        """Return the target of an address that is written in the page at `address`.

        Most links climb some folders and name a path of plain letters. Those are joined here, as the standard would,
        and the result for each target is created once.
        """
        plain = _PLAIN.fullmatch(written)
        if plain is not None:
            climb, path, place = plain.groups()
            steps = len(climb) // 3
            if steps <= address.count("/"):
                if not steps and not path:
                    return self._within(address, place) if place else self._resolve(address, written)
                return self._within(_climbed(address, steps) + path, place)
        written = written.strip(_BLANK)
        if written.startswith(_IN_FULL):
            return self._from("", written)
        if not written or written[0] in "#?" or ":" in written:
            # Include the page, not only its folder, in the base: `https:` alone is the page.
            return self._resolve(address, written)
        return self._from(address[: address.rfind("/") + 1], written)

    def _resolve(self, address: Address, written: str) -> ResolvedUrl:
        try:
            url = ada_url.URL(written, self._root + _quoted(address))
        except ValueError:
            return ResolvedUrl(LinkTargetKind.NOWHERE)
        if url.protocol not in _PLACED:
            return ResolvedUrl(LinkTargetKind.APART, url.href)
        if url.host != self._host:
            return ResolvedUrl(LinkTargetKind.ELSEWHERE, url.href)
        plain = self._is_https and url.protocol == "http:"
        path = url.pathname
        if not path.startswith(self._path):
            # The folder without its slash is also the site's home page.
            if path + "/" != self._path:
                return ResolvedUrl(LinkTargetKind.BESIDE, url.href, is_plain_http=plain)
            path = self._path
        fragment = unquote(url.hash[1:].partition(_DIRECTIVE)[0])
        return ResolvedUrl(LinkTargetKind.INSIDE, decoded(path[len(self._path) :]), fragment, plain)


def decoded(path: str) -> Address:
    """Return a path as files are named. A slash that is written `%2F` stays so: it does not separate folders."""
    return unquote(re.sub("%2f", "%252F", path, flags=re.IGNORECASE)) if "%" in path else path


def _quoted(address: Address) -> str:
    """Return an address as the path of a URL: characters that would end it, or be decoded, are percent-encoded."""
    return address.replace("%", "%25").replace("?", "%3F").replace("#", "%23")


def _climbed(address: Address, steps: int) -> Address:
    """Return the folder that many steps above a page's own: `reviews/` one step above `reviews/grace/`."""
    end = len(address)
    for _ in range(steps + 1):
        end = address.rfind("/", 0, end)
    return address[: end + 1]


def _inside(address: Address, fragment: str | None) -> ResolvedUrl:
    return ResolvedUrl(LinkTargetKind.INSIDE, address, fragment or "")


@lru_cache(maxsize=4)
def resolver_for(site_url: str) -> Resolver:
    """Return the resolver of a site."""
    return Resolver(site_url)
