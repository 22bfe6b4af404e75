"""Checks the links of hand-written pages before anything is published."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Diagnostic, Location, did_you_mean_path, rule
from generator.link_checker.html_links import FoundLink, links_of, resolve_inside_site
from generator.markdown import links_in
from generator.model import Address, MarkdownPage, addresses

_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)

_NO_BRIEFINGS: Final = "this site has no briefings: remove the link"
_WHY_MISSING: Final = {
    addresses.EVENTS: "this site has no event with a known day; <!-- library:calendar --> on a separate line shows the "
    "link when there is one",
    addresses.BULLETINS_FEED: "this site has no bulletins: remove the link",
    addresses.BRIEFINGS_JSON: _NO_BRIEFINGS,
    addresses.BRIEFINGS_BIBTEX: _NO_BRIEFINGS,
    addresses.BRIEFINGS_RIS: _NO_BRIEFINGS,
}
"""The hint for a link to a file that some sites do not have."""


def check_handwritten_links(
    pages: Sequence[MarkdownPage], html_of: Mapping[Address, bytes], known: Set[Address], site_url: str
) -> Iterator[Diagnostic]:
    """Yield P604 for each broken link of a hand-written page, at the line of the Markdown file.

    `html_of` is the HTML of the pages by address, with empty slots; `known` are the addresses of all pages and files. A
    link that is not in the Markdown belongs to the theme, which the check of the whole site covers.
    """
    seen: Counter[tuple[Address, str]] = Counter()
    for page in pages:
        html = None if page.is_frame else html_of.get(page.address)
        if html is None:
            continue
        for link in _links_in(html):
            resolved = resolve_inside_site(page.address, link.url, site_url)
            if resolved is None or resolved[0] in known or resolved[0] + "index.html" in known:
                continue
            target = _markdown_target(page, link)
            if target is not None:
                hint = _WHY_MISSING.get(resolved[0])
                if f"{resolved[0]}/" in known and not resolved[1]:
                    hint = f'write "{target}/", with a slash at the end'
                if target.partition("#")[0].endswith(".md"):
                    hint = hint or did_you_mean_path(target, _relative_paths(page, pages))
                hint = hint or did_you_mean_path(resolved[0].strip("\0/"), _pages_or_files(resolved[0], known))
                hint = hint or "correct the address, or take the link out"
                place = _place_of_link(page, target, seen[page.address, target])
                seen[page.address, target] += 1
                yield rule("P604").diagnostic(f'the link "{target}" leads to no page', place, hint)


@lru_cache(maxsize=256)
def _links_in(html: bytes) -> tuple[FoundLink, ...]:
    """Return the links of a page. The result is cached, because a preview checks the same pages after each save."""
    return tuple(links_of(LexborHTMLParser(html)))


def _pages_or_files(target: Address, known: Set[Address]) -> Iterator[Address]:
    """Yield the addresses of pages for a link to a page, and those of files for a link to a file."""
    is_file = "." in target.strip("/").rpartition("/")[2].removesuffix(".md")
    return (address.strip("/") for address in known if address.endswith("/") != is_file)


def check_links_to_pages(pages: Sequence[MarkdownPage]) -> Iterator[Diagnostic]:
    """Yield P604 for each link of a hand-written page to a Markdown file that does not exist.

    For a site that cannot be built: `check_handwritten_links` needs its pages.
    """
    files = {page.source.file for page in pages if not page.is_frame}
    for page in pages:
        seen: Counter[str] = Counter()
        for target in links_in(_FRONT_MATTER.sub("", page.source.text)):
            path = unquote(target.partition("#")[0])
            if page.is_frame or ":" in path or path.startswith("/") or not path.endswith(".md"):
                continue
            place = _place_of_link(page, target, seen[target])
            seen[target] += 1
            if posixpath.normpath(posixpath.join(posixpath.dirname(page.source.file), path)) not in files:
                hint = did_you_mean_path(path, _relative_paths(page, pages))
                hint = hint or "correct the address, or take the link out"
                yield rule("P604").diagnostic(f'the link "{target}" leads to no page', place, hint)


def _place_of_link(page: MarkdownPage, target: str, number: int) -> Location:
    """Return the location of the target of the link with this number, 0-based, among the links to one target."""
    spellings = "|".join(map(re.escape, dict.fromkeys((target, unquote(target)))))
    places = [match.end(1) for match in re.finditer(rf"(\]\(<?)(?:{spellings})[)> ]", page.source.text)]
    if not places:
        return page.source.find(target, _first_line(page))
    return page.source.at_offset(places[min(number, len(places) - 1)])


def _relative_paths(page: MarkdownPage, pages: Iterable[MarkdownPage]) -> Iterator[str]:
    """Yield the path of each hand-written page, as a link in `page` would write it."""
    for other in pages:
        if not other.is_frame:
            yield posixpath.relpath(other.source.file, posixpath.dirname(page.source.file))


def _first_line(page: MarkdownPage) -> int:
    """Return the first line after the front matter, 1-based."""
    match = _FRONT_MATTER.match(page.source.text)
    return match[0].count("\n") + 1 if match else 1


def _markdown_target(page: MarkdownPage, link: FoundLink) -> str | None:
    """Return the link target as the Markdown writes it; None if the link is not in the Markdown."""
    for spelling in (link.url, f"<{unquote(link.url)}>"):
        if f"]({spelling}" in page.source.text:
            return spelling.strip("<>")
    if not link.text:
        return None
    words = r"\s+".join(re.escape(word) for word in link.text.split())
    match = re.search(rf"\[{words}\]\(([^)\s]+)", page.source.text)
    return match[1] if match else None
