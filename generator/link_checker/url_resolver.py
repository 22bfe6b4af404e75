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
_HTTP: Final = ("http://", "https://")
_DIRECTIVE: Final = ":~:"
"""Starts a text directive, which is not part of the fragment's name."""

_WEB_PROTOCOLS: Final = frozenset({"http:", "https:"})


class LinkTargetKind(StrEnum):
    """The kind of target that a URL has, from the site's point of view."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    """The site's own host, outside the folder that the site is published in."""

    OTHER_HOST = "other-host"
    NOT_WEB = "not-web"
    """Not a web address: `mailto:`, `tel:`, `javascript:`."""

    INVALID = "invalid"
    """No browser can parse it."""


@dataclass(frozen=True, slots=True)
class ResolvedUrl:
    """The target of one address."""

    kind: LinkTargetKind
    address: Address = ""
    """For a target inside the site, its decoded path, as files are named; for any other, the full URL."""

    fragment: str = ""
    """The fragment, decoded; empty if the link leads to the whole page."""

    is_plain_http: bool = False
    """True for an http link to the site's own host if the site uses https."""


class Resolver:
    """Resolves the URLs that the pages of one site contain."""

    def __init__(self, site_url: str) -> None:
        """`site_url` is the public root with a slash at its end. Raises ValueError if no browser can parse it."""
        root = ada_url.URL(site_url)
        self._root, self._host, self._path = root.href, root.host, root.pathname
        self._is_https = root.protocol == "https:"
        self._resolve_cached = lru_cache(maxsize=65_536)(self._resolve)
        self._inside = lru_cache(maxsize=65_536)(_inside)

    def resolve(self, address: Address, url: str) -> ResolvedUrl:
        """Return the target of a URL in the page at `address`.

        Most links climb some folders and name a path of plain letters. They are joined here, with the same result as by
        the standard, and one result is created for each target.
        """
        plain = _PLAIN.fullmatch(url)
        if plain is not None:
            climb, path, fragment = plain.groups()
            steps = len(climb) // 3
            if steps <= address.count("/"):
                if not steps and not path:
                    return self._inside(address, fragment) if fragment else self._resolve(address, url)
                return self._inside(_folder_above(address, steps) + path, fragment)
        url = url.strip(_BLANK)
        if url.startswith(_HTTP):
            return self._resolve_cached("", url)
        if not url or url[0] in "#?" or ":" in url:
            # The base includes the page, not only its folder, because `https:` without a path is the page.
            return self._resolve(address, url)
        return self._resolve_cached(address[: address.rfind("/") + 1], url)

    def _resolve(self, address: Address, relative_url: str) -> ResolvedUrl:
        try:
            url = ada_url.URL(relative_url, self._root + _quote(address))
        except ValueError:
            return ResolvedUrl(LinkTargetKind.INVALID)
        if url.protocol not in _WEB_PROTOCOLS:
            return ResolvedUrl(LinkTargetKind.NOT_WEB, url.href)
        if url.host != self._host:
            return ResolvedUrl(LinkTargetKind.OTHER_HOST, url.href)
        plain = self._is_https and url.protocol == "http:"
        path = url.pathname
        if not path.startswith(self._path):
            # The folder without its slash is also the site's home page.
            if path + "/" != self._path:
                return ResolvedUrl(LinkTargetKind.OUTSIDE, url.href, is_plain_http=plain)
            path = self._path
        fragment = unquote(url.hash[1:].partition(_DIRECTIVE)[0])
        return ResolvedUrl(LinkTargetKind.INSIDE, decode_path(path[len(self._path) :]), fragment, plain)


def decode_path(path: str) -> Address:
    """Return a path as files are named. `%2F` stays as it is, because it does not separate folders."""
    return unquote(re.sub("%2f", "%252F", path, flags=re.IGNORECASE)) if "%" in path else path


def _quote(address: Address) -> str:
    """Return an address as the path of a URL. The characters %, ? and # are percent-encoded."""
    return address.replace("%", "%25").replace("?", "%3F").replace("#", "%23")


def _folder_above(address: Address, steps: int) -> Address:
    """Return the folder `steps` above a page's own folder: `reviews/` is one step above `reviews/grace/`."""
    end = len(address)
    for _ in range(steps + 1):
        end = address.rfind("/", 0, end)
    return address[: end + 1]


def _inside(address: Address, fragment: str | None) -> ResolvedUrl:
    return ResolvedUrl(LinkTargetKind.INSIDE, address, fragment or "")


@lru_cache(maxsize=4)
def resolver_for(site_url: str) -> Resolver:
    """Return the resolver of a site. The last four are kept."""
    return Resolver(site_url)
