"""Extracts the links of one built file, and the anchors that other links can lead to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from html import escape
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from generator.link_checker.html_links import LinkRole, links_of, meta_refresh_target
from generator.model.addresses import MOVED_CSV, REDIRECTS_FOR_PAGES_HOSTS, SEARCH_INDEX

UrlWithRole = tuple[str, LinkRole]
"""A URL as written, and its role."""


@dataclass(frozen=True, slots=True)
class FileLinks:
    """The links and anchors of one file."""

    links: tuple[UrlWithRole, ...]
    """Distinct links."""

    anchors: frozenset[str] = field(default=frozenset())
    """The ids and names that a `#` can lead to."""

    redirect_url: str | None = None
    """The target of a page that redirects, as written; None for an ordinary file."""

    noindex: bool = False
    """True for a page marked noindex, which needs no link to it."""

    count: int = 0
    """Number of links; repeated ones count each time."""


_NAMED_ANCHOR: Final = re.compile(rb"<a\s[^>]*\bname\b")
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_CSS_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_URL: Final = re.compile(
    r"""url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^"'()\s]+))\s*\)|@import\s+(?:"([^"\n]*)"|'([^'\n]*)')""", re.IGNORECASE
)
_MODULE: Final = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}/[^"'\n]+)["']""")
_FOLD: Final = re.compile(r"\r?\n[ \t]")
_PUNCTUATION: Final = ".,;:!?)'*"


def extract_links(name: str, read: Callable[[], bytes], site_url: str) -> FileLinks | None:
    """Return the links and anchors of a file of the site; None for a type of file that has no links.

    Files other than pages are searched for full URLs of this site.
    """
    if name.startswith(SEARCH_INDEX):
        return None
    reader = _READERS.get(name) or _READERS.get(name[name.rfind(".") :].lower())
    return reader(read(), site_url) if reader is not None else None


def _page(data: bytes, _: str) -> FileLinks:
    page, raw = LexborHTMLParser(data), data.lower()
    links = [(link.url, link.role) for link in links_of(page, raw)]
    anchors = {node.attrs.get("id") or "" for node in page.css("[id]")}
    if _NAMED_ANCHOR.search(raw):
        anchors.update(node.attrs.get("name") or "" for node in page.css("a[name]"))
    noindex = b"noindex" in raw and any(
        "noindex" in (node.attrs.get("content") or "").lower() for node in page.css("meta[name=robots]")
    )
    redirect_url = meta_refresh_target(page) if b"http-equiv" in raw else None
    return FileLinks(tuple(dict.fromkeys(links)), frozenset(anchors), redirect_url, noindex, len(links))


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")


def _without_anchors(urls: Iterator[UrlWithRole]) -> FileLinks:
    links = list(urls)
    return FileLinks(tuple(dict.fromkeys(links)), count=len(links))


def _stylesheet(data: bytes, _: str) -> FileLinks:
    matches = _CSS_URL.finditer(_CSS_COMMENT.sub("", _text(data)))
    return _without_anchors((next(filter(None, match.groups()), ""), LinkRole.IMAGE) for match in matches)


def _script(data: bytes, _: str) -> FileLinks:
    return _without_anchors((match[1], LinkRole.LOADED) for match in _MODULE.finditer(_text(data)))


def _feed(data: bytes, _: str) -> FileLinks:
    """Extract the URLs of Atom, RSS and site maps: links, full URLs, and links in the HTML of entries."""
    text = _CDATA.sub(lambda match: escape(match[1]), _text(data))
    feed = LexborHTMLParser(text)
    links = [(link.url, link.role) for link in links_of(feed)]
    for node in feed.css("content, summary, description"):
        inner = node.text()
        if "<" in inner:
            links += [(link.url, link.role) for link in links_of(LexborHTMLParser(inner))]
    for node in feed.css("loc, id, guid"):
        if node.text().strip().lower().startswith("http"):
            links.append((node.text().strip(), LinkRole.METADATA))
    return _without_anchors(iter(links))


def _data(data: bytes, site_url: str, folded: bool = False) -> FileLinks:
    text = _text(data)
    text = _FOLD.sub("", text) if folded else text.replace("\\/", "/")
    return _without_anchors((url, LinkRole.METADATA) for url in _site_urls(text, site_url))


def _site_urls(text: str, site_url: str) -> Iterator[str]:
    """Yield every http or https URL of this site's host in a text."""
    host = re.escape(site_url.split("://", 1)[1].split("/", 1)[0])
    for match in re.finditer(rf"https?://{host}(?![\w.-])[^\s\"<>\\{{}}|^`,]*", text, re.IGNORECASE):
        yield match[0].rstrip(_PUNCTUATION)


def _redirects_file(data: bytes, _: str) -> FileLinks:
    """Extract the new addresses of `_redirects`, the second word of each line."""
    return _without_anchors((url, LinkRole.METADATA) for url in redirects_of(data).values())


def redirects_of(data: bytes) -> dict[str, str]:
    """Return the old and new address of each line of `_redirects`, as written; lines with patterns are left out."""
    lines = (line.split() for line in _text(data).splitlines() if not line.lstrip().startswith("#"))
    return {line[0]: line[1] for line in lines if len(line) > 1 and "*" not in line[0]}


_READERS: Final[Mapping[str, Callable[[bytes, str], FileLinks]]] = {
    ".html": _page,
    ".htm": _page,
    ".svg": _page,
    ".css": _stylesheet,
    ".js": _script,
    ".mjs": _script,
    ".xml": _feed,
    ".json": _data,
    ".csv": _data,
    ".bib": _data,
    ".ris": _data,
    ".txt": _data,
    ".webmanifest": _data,
    ".ics": partial(_data, folded=True),
    REDIRECTS_FOR_PAGES_HOSTS: _redirects_file,
    MOVED_CSV: lambda _data, _site_url: FileLinks(()),
}
