"""Checks the links of hand-written pages before anything is published."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Diagnostic, did_you_mean, rule
from generator.link_checker.html_links import FoundLink, links_of, resolve_inside_site
from generator.model import Address, MarkdownPage

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def check_handwritten_links(
    pages: Sequence[MarkdownPage], html_of: Mapping[Address, bytes], known: Set[Address], site_url: str
) -> Iterator[Diagnostic]:
    """Yield P604 at its Markdown line for each broken link of the text.

    `html_of` is the HTML of the pages by address, with empty slots; `known` is every address that answers. A link that
    is not in the Markdown is part of the theme and is left to the check of the whole site.
    """
    for page in pages:
        html = None if page.is_frame else html_of.get(page.address)
        if html is None:
            continue
        for link in links_of(LexborHTMLParser(html)):
            led_to = resolve_inside_site(page.address, link.written, site_url)
            if led_to is None or led_to[0] in known or led_to[0] + "index.html" in known:
                continue
            place = _in_markdown(page, link)
            if place is not None:
                near = did_you_mean(led_to[0].strip("\0/"), (each.strip("/") for each in known))
                if place.partition("#")[0].endswith(".md"):
                    near = did_you_mean(place, _files_beside(page, pages)) or near
                yield rule("P604").diagnostic(
                    f'the link "{place}" leads to no page', page.source.find(place, _start(page)), near
                )


def _files_beside(page: MarkdownPage, pages: Iterable[MarkdownPage]) -> Iterator[str]:
    """Yield every other hand-written page, as a link of this page would write it."""
    for each in pages:
        if not each.is_frame:
            yield posixpath.relpath(each.source.file, posixpath.dirname(page.source.file))


def _start(page: MarkdownPage) -> int:
    match = _FRONT_MATTER.match(page.source.text)
    return match[0].count("\n") + 1 if match else 1


def _in_markdown(page: MarkdownPage, link: FoundLink) -> str | None:
    """Return the link target as the Markdown writes it; None if the link is not in the Markdown."""
    if f"]({link.written}" in page.source.text:
        return link.written
    if not link.text:
        return None
    words = r"\s+".join(re.escape(word) for word in link.text.split())
    match = re.search(rf"\[{words}\]\(([^)\s]+)", page.source.text)
    return match[1] if match else None
