"""The links of a page, and where each leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_ROOT: Final = "https://site.invalid/"
_ATTRIBUTES: Final = (("[href]", "href"), ("[src]", "src"), ("[poster]", "poster"))


@dataclass(frozen=True, slots=True)
class FoundLink:
    """One link as written in a page."""

    written: str
    text: str
    """What a reader sees; empty for a picture or a stylesheet."""


def links_of(page: LexborHTMLParser) -> Iterator[FoundLink]:
    """Every href, src, srcset and poster of a page, in no order that matters."""
    for selector, attribute in _ATTRIBUTES:
        for node in page.css(selector):
            written = node.attributes.get(attribute)
            if written is not None:
                yield FoundLink(written.strip(), node.text(strip=True) if node.tag == "a" else "")
    for node in page.css("[srcset]"):
        for candidate in (node.attributes.get("srcset") or "").split(","):
            if candidate.strip():
                yield FoundLink(candidate.split()[0], "")


def target(address: str, written: str, site_url: str) -> tuple[str, str] | None:
    """The address inside the site that a link leads to, and its anchor; None when it leads elsewhere."""
    if written.startswith(site_url):
        written = _ROOT + written[len(site_url) :]
    elif written.startswith("/") and not written.startswith("//"):
        path = urlsplit(site_url).path
        if not written.startswith(path):
            return "\0outside", ""
        written = urljoin(_ROOT, "./" + written[len(path) :])
    try:
        whole = urljoin(_ROOT + address, written)
        parts = urlsplit(whole)
    except ValueError:
        return "\0" + written, ""
    if f"{parts.scheme}://{parts.netloc}/" != _ROOT:
        return None
    return unquote(parts.path.lstrip("/")), unquote(parts.fragment)
