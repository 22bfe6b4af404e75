"""One CommonMark reader for checking and for rendering, so that both see the same text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MAY_HOLD_LINK = re.compile(r"\]\s*[(\[:]|<[a-z]+:", re.IGNORECASE)
_MAY_HOLD_HTML = re.compile(r"<[a-zA-Z/!?]")
_HEADINGS_START_AT = 3
"""Prose stands below an h2 of its page."""


@cache
def _reader(html: bool) -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": html}).enable("table")


def _every(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.children:
            yield from _every(token.children)


def to_html(text: str, resolve: Callable[[str], str]) -> str:
    """Prose as HTML. `resolve` turns a link's destination into an address for the page at hand."""
    reader = _reader(False)
    tokens = reader.parse(text)
    for token in _every(tokens):
        if token.type == "link_open":
            token.attrs["href"] = resolve(str(token.attrs["href"]))
        elif token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1]) + _HEADINGS_START_AT - 1)}"
    return str(reader.renderer.render(tokens, reader.options, {}))


def inline(text: str, resolve: Callable[[str], str]) -> str:
    """Prose as HTML without the paragraph around it, where it is a single one: for items of a list."""
    html = to_html(text, resolve).strip()
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return html[3:-4]
    return html


def links_in(text: str) -> tuple[str, ...]:
    """Every link's destination, in reading order."""
    if not _MAY_HOLD_LINK.search(text):
        return ()
    tokens = _reader(False).parse(text)
    return tuple(str(each.attrs["href"]) for each in _every(tokens) if each.type == "link_open")


def html_in(text: str) -> tuple[str, ...]:
    """Every piece of HTML as written, in reading order; code spans and code blocks are not HTML."""
    if not _MAY_HOLD_HTML.search(text):
        return ()
    tokens = _reader(True).parse(text)
    return tuple(each.content.strip() for each in _every(tokens) if each.type in ("html_block", "html_inline"))


def plain(text: str) -> str:
    """Prose as plain text in one line, for descriptions and data."""
    words = (
        token.content if token.type in ("text", "code_inline", "code_block", "fence") else " "
        for token in _every(_reader(False).parse(text))
        if token.type != "inline"
    )
    return " ".join("".join(words).split())
