"""Checks that readers of hand-written pages do not see signs of Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Diagnostic, rule_by_slug
from generator.markdown.leftover_signs import LeftoverSign, first_of_each, leftover_signs
from generator.model import Address, MarkdownPage, Source

_MAIN: Final = "main"
_TAG: Final = re.compile(r"<(/?)(article|aside|details|div|figure|section|table|td|th|p|blockquote|ul|ol|li)\b([^>]*)>")
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ITEM_IN_HTML: Final = re.compile(r"\n[ \t]*[-*+] +\w[^\n]*\n[ \t]*[-*+] +\w")


def check_raw_markdown(pages: Sequence[MarkdownPage], html_of: Mapping[Address, bytes]) -> Iterator[Diagnostic]:
    """Yield P678, P679 or P696 for each sign that readers see on a hand-written page, at its line of the Markdown.

    `html_of` is the HTML of the pages by address. A sign that is not in the Markdown is from a record.
    """
    for page in pages:
        html = None if page.is_frame else html_of.get(page.address)
        if html is not None:
            yield from _on_page(page.source, html)


@lru_cache(maxsize=256)
def _on_page(source: Source, html: bytes) -> tuple[Diagnostic, ...]:
    """Return the signs on a page. The result is cached, because a preview checks the same pages after each save."""
    main = LexborHTMLParser(html).css_first(_MAIN)
    return tuple(_find_signs(source, main.html or "")) if main is not None else ()


def _find_signs(source: Source, html: str) -> Iterator[Diagnostic]:
    text = source.text
    front_matter = _FRONT_MATTER.match(text)
    start = front_matter.end() if front_matter is not None else 0
    reported: set[int] = set()
    signs = list(leftover_signs(html))
    elements = _Elements(text, start)
    for sign in signs:
        element = elements.around_piece(sign.piece)
        if element is not None and element.start() not in reported and sign.slug == "markdown-shown-raw":
            reported.add(element.start())
            yield _inside_html(source, element, sign)
    for sign in first_of_each(signs):
        offset = text.find(sign.piece, start)
        is_in_html = sign.slug == "markdown-shown-raw" and elements.around_piece(sign.piece) is not None
        if offset >= 0 and not is_in_html:
            yield rule_by_slug(sign.slug).diagnostic(sign.message, source.at_offset(offset), sign.hint)
    for match in _ITEM_IN_HTML.finditer(text, start):
        element = elements.around(match.start() + 1)
        if element is not None and element.start() not in reported:
            reported.add(element.start())
            yield _inside_html(source, element, None)


def _inside_html(source: Source, element: re.Match[str], sign: LeftoverSign | None) -> Diagnostic:
    name = element[2]
    shown = f": {sign.piece[:40]}" if sign is not None else ""
    message = f"Markdown inside <{name}> is not read, so readers see its signs{shown}"
    hint = f'write <{name} markdown="1"{element[3].rstrip()}>; mkdocs.yml needs md_in_html under markdown_extensions'
    return rule_by_slug("markdown-shown-raw").diagnostic(message, source.at_offset(element.start()), hint)


class _Elements:
    """The elements of a page's HTML in which Markdown is not read, found once for all signs of the page."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._start = text, start
        self._ends: list[int] = []
        self._outer: list[re.Match[str] | None] = []
        self._by_piece: dict[str, re.Match[str] | None] = {}
        opened: list[re.Match[str]] = []
        for tag in _TAG.finditer(text, start):
            if not tag[1]:
                opened.append(tag)
            elif any(each[2] == tag[2] for each in opened):
                while opened.pop()[2] != tag[2]:
                    pass
            self._ends.append(tag.end())
            self._outer.append(next((each for each in opened if "markdown" not in each[3]), None))

    def around_piece(self, piece: str) -> re.Match[str] | None:
        """Return the element around the first place of a piece that is in one; None if there is none."""
        if piece not in self._by_piece:
            places = re.compile(re.escape(piece)).finditer(self._text, self._start)
            found = (self.around(place.start()) for place in places)
            self._by_piece[piece] = next(filter(None, found), None)
        return self._by_piece[piece]

    def around(self, offset: int) -> re.Match[str] | None:
        """Return the opening tag of the outermost element without `markdown` around the offset; None if there is none.

        An element that is never closed counts only up to the last closing tag of its name.
        """
        before = bisect_right(self._ends, offset)
        outer = self._outer[before - 1] if before else None
        return outer if outer is not None and self._text.rfind(f"</{outer[2]}") >= offset else None
