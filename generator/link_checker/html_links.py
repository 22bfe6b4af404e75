"""Extracts the links of a page and resolves them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from generator.link_checker.url_resolver import LinkTargetKind, resolver_for


class LinkRole(StrEnum):
    """How a page uses an address."""

    FOLLOWED = "f"
    """The reader goes to the address: a link, a form, a page that redirects."""

    LOADED = "l"
    """The browser loads the address: a picture, a script, a stylesheet."""

    PICTURE = "p"
    """The browser loads the address as a picture, which may also be embedded as `data:`."""

    TOLD = "t"
    """The address is for programs: the page's own address, the feed, a source."""


class FoundLink(NamedTuple):
    """One link as written in a page."""

    written: str
    text: str
    """The visible text; empty for a picture or a stylesheet."""

    use: LinkRole


_LOADING: Final = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"})
_ATTRIBUTES: Final = (
    (b"src", "[src]", "src", LinkRole.PICTURE),
    (b"poster", "[poster]", "poster", LinkRole.PICTURE),
    (b"action", "[action]", "action", LinkRole.FOLLOWED),
    (b"formaction", "[formaction]", "formaction", LinkRole.FOLLOWED),
    (b"<object", "object[data]", "data", LinkRole.LOADED),
    (b"cite=", "[cite]", "cite", LinkRole.TOLD),
)
_SETS: Final = ((b"srcset", "[srcset]", "srcset"), (b"imagesrcset", "[imagesrcset]", "imagesrcset"))
_SENT_ON: Final = re.compile(r"[\s\d.;,]*url\s*=", re.IGNORECASE)
_ADDRESSES_TOLD: Final = frozenset({"og:url", "og:image", "twitter:image"})
_SCRIPTED: Final = frozenset({"script", "iframe", "embed"})


def links_of(page: LexborHTMLParser, raw: bytes | None = None) -> Iterator[FoundLink]:
    """Yield every address of a page, in no particular order.

    `raw` is the source of the page in lower case: elements that do not appear in it are not searched for. With `raw`,
    link texts are left out, because a whole site has a hundred thousand links.
    """
    for node in page.css("[href]"):
        written = node.attrs.get("href")
        if written is None:
            continue
        tag = node.tag
        if tag == "a":
            yield FoundLink(written.strip(), node.text(strip=True) if raw is None else "", LinkRole.FOLLOWED)
        else:
            yield FoundLink(written.strip(), "", _use_of_href(tag or "", node.attrs.get("rel") or ""))
    for word, selector, attribute, use in _ATTRIBUTES:
        for node in page.css(selector) if raw is None or word in raw else ():
            written = node.attrs.get(attribute)
            if written is not None:
                yield FoundLink(written.strip(), "", LinkRole.LOADED if node.tag in _SCRIPTED else use)
    for word, selector, attribute in _SETS:
        for node in page.css(selector) if raw is None or word in raw else ():
            for candidate in candidates(node.attrs.get(attribute) or ""):
                yield FoundLink(candidate, "", LinkRole.PICTURE)
    if raw is None or b"<meta" in raw:
        yield from _told(page)


def candidates(srcset: str) -> Iterator[str]:
    """Yield the addresses of a srcset. A comma may be part of an address; one at its end is a separator."""
    rest = srcset
    while rest := rest.lstrip(" \t\n\f\r,"):
        each, *more = rest.split(maxsplit=1)
        rest = more[0] if more else ""
        if not each.endswith(","):
            rest = rest.partition(",")[2]
        yield each.rstrip(",")


def meta_refresh_target(page: LexborHTMLParser) -> str | None:
    """Return the address that a page redirects its reader to; None for an ordinary page."""
    for node in page.css("meta[http-equiv]"):
        if (node.attrs.get("http-equiv") or "").strip().lower() == "refresh":
            return _sent_on(node.attrs.get("content") or "")
    return None


def _sent_on(content: str) -> str | None:
    match = _SENT_ON.match(content)
    return content[match.end() :].strip().strip("\"'").strip() if match is not None else None


def resolve_inside_site(address: str, written: str, site_url: str) -> tuple[str, str] | None:
    """Return the address inside the site that a link leads to, and its fragment; None if it leads elsewhere.

    An address that cannot exist begins with a NUL.
    """
    found = resolver_for(site_url).resolve(address, written)
    if found.leads is LinkTargetKind.INSIDE:
        return found.address, found.fragment
    if found.leads is LinkTargetKind.NOWHERE:
        return "\0" + written, ""
    if found.leads is LinkTargetKind.BESIDE and not written.lower().startswith(("http:", "https:", "//")):
        return "\0outside", ""
    return None


def _use_of_href(tag: str, rel: str) -> LinkRole:
    if tag == "area":
        return LinkRole.FOLLOWED
    if tag != "link":
        return LinkRole.PICTURE
    return LinkRole.LOADED if _LOADING.intersection(rel.lower().split()) else LinkRole.TOLD


def _told(page: LexborHTMLParser) -> Iterator[FoundLink]:
    for node in page.css("meta[content]"):
        attributes = node.attrs
        named = attributes.get("property") or attributes.get("name")
        if named in _ADDRESSES_TOLD:
            yield FoundLink((attributes.get("content") or "").strip(), "", LinkRole.TOLD)
        elif named is None and (attributes.get("http-equiv") or "").strip().lower() == "refresh":
            written = _sent_on(attributes.get("content") or "")
            if written is not None:
                yield FoundLink(written, "", LinkRole.FOLLOWED)
