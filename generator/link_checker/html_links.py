"""Extracts the links of a page and resolves them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from generator.link_checker.url_resolver import LinkTargetKind, resolver_for


class LinkRole(StrEnum):
    """How a page uses a URL."""

    FOLLOWED = "followed"
    """The reader goes to it: a link, a form, a page that redirects."""

    LOADED = "loaded"
    """The browser loads it: a script, a stylesheet."""

    IMAGE = "image"
    """The browser loads it as an image, which may also be embedded as `data:`."""

    METADATA = "metadata"
    """It is for programs: the page's own URL, the feed, a source."""


class FoundLink(NamedTuple):
    """One link in a page."""

    url: str
    """The URL as url, without spaces around it."""

    text: str
    """The visible text; empty for an image or a stylesheet."""

    role: LinkRole


_LOADED_RELS: Final = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "apple-touch-icon"})
_ATTRIBUTES: Final = (
    (b"src", "[src]", "src", LinkRole.IMAGE),
    (b"poster", "[poster]", "poster", LinkRole.IMAGE),
    (b"action", "[action]", "action", LinkRole.FOLLOWED),
    (b"formaction", "[formaction]", "formaction", LinkRole.FOLLOWED),
    (b"<object", "object[data]", "data", LinkRole.LOADED),
    (b"cite=", "[cite]", "cite", LinkRole.METADATA),
)
_SRCSETS: Final = ((b"srcset", "[srcset]", "srcset"), (b"imagesrcset", "[imagesrcset]", "imagesrcset"))
_REFRESH_URL: Final = re.compile(r"[\s\d.;,]*url\s*=", re.IGNORECASE)
_URL_PROPERTIES: Final = frozenset({"og:url", "og:image", "twitter:image"})
_LOADED_TAGS: Final = frozenset({"script", "iframe", "embed"})


def links_of(page: LexborHTMLParser, raw: bytes | None = None) -> Iterator[FoundLink]:
    """Yield every link of a page, in no particular order.

    `raw` is the source of the page in lower case. It makes the search faster: elements that it does not contain are not
    searched for, and link texts are left out.
    """
    for node in page.css("[href]"):
        url = node.attrs.get("href")
        if url is None:
            continue
        tag = node.tag
        if tag == "a":
            yield FoundLink(url.strip(), node.text(strip=True) if raw is None else "", LinkRole.FOLLOWED)
        else:
            yield FoundLink(url.strip(), "", _role_of_href(tag or "", node.attrs.get("rel") or ""))
    for word, selector, attribute, role in _ATTRIBUTES:
        for node in page.css(selector) if raw is None or word in raw else ():
            url = node.attrs.get(attribute)
            if url is not None:
                yield FoundLink(url.strip(), "", LinkRole.LOADED if node.tag in _LOADED_TAGS else role)
    for word, selector, attribute in _SRCSETS:
        for node in page.css(selector) if raw is None or word in raw else ():
            for image_url in srcset_urls(node.attrs.get(attribute) or ""):
                yield FoundLink(image_url, "", LinkRole.IMAGE)
    if raw is None or b"<meta" in raw:
        yield from _meta_links(page)


def srcset_urls(srcset: str) -> Iterator[str]:
    """Yield the URLs of a srcset. A comma may be part of a URL; at the end of a URL it is a separator."""
    rest = srcset
    while rest := rest.lstrip(" \t\n\f\r,"):
        url, *more = rest.split(maxsplit=1)
        rest = more[0] if more else ""
        if not url.endswith(","):
            rest = rest.partition(",")[2]
        yield url.rstrip(",")


def meta_refresh_target(page: LexborHTMLParser) -> str | None:
    """Return the URL that a page redirects its reader to; None for an ordinary page."""
    for node in page.css("meta[http-equiv]"):
        if (node.attrs.get("http-equiv") or "").strip().lower() == "refresh":
            return _refresh_url(node.attrs.get("content") or "")
    return None


def _refresh_url(content: str) -> str | None:
    match = _REFRESH_URL.match(content)
    return content[match.end() :].strip().strip("\"'").strip() if match is not None else None


def resolve_inside_site(address: str, url: str, site_url: str) -> tuple[str, str] | None:
    """Return the address inside the site that a link leads to, and its fragment; None if it leads elsewhere.

    The address of an invalid link begins with a NUL, so that it is never found among the pages.
    """
    resolved = resolver_for(site_url).resolve(address, url)
    if resolved.kind is LinkTargetKind.INSIDE:
        return resolved.address, resolved.fragment
    if resolved.kind is LinkTargetKind.INVALID:
        return "\0" + url, ""
    if resolved.kind is LinkTargetKind.OUTSIDE and not url.lower().startswith(("http:", "https:", "//")):
        return "\0outside", ""
    return None


def _role_of_href(tag: str, rel: str) -> LinkRole:
    if tag == "area":
        return LinkRole.FOLLOWED
    if tag != "link":
        return LinkRole.IMAGE
    return LinkRole.LOADED if _LOADED_RELS.intersection(rel.lower().split()) else LinkRole.METADATA


def _meta_links(page: LexborHTMLParser) -> Iterator[FoundLink]:
    for node in page.css("meta[content]"):
        attributes = node.attrs
        named = attributes.get("property") or attributes.get("name")
        if named in _URL_PROPERTIES:
            yield FoundLink((attributes.get("content") or "").strip(), "", LinkRole.METADATA)
        elif named is None and (attributes.get("http-equiv") or "").strip().lower() == "refresh":
            url = _refresh_url(attributes.get("content") or "")
            if url is not None:
                yield FoundLink(url, "", LinkRole.FOLLOWED)
