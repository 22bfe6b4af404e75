"""One CommonMark reader for checking and for rendering, so that both see the same text.

cmark, the reference implementation, does the reading; it leaves out HTML and unsafe addresses by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from typing import Final

import cmarkgfm
from cmarkgfm.cmark import Options

_MAY_HOLD_HTML: Final = re.compile(r"<[a-zA-Z/!?]")
_LINK: Final = re.compile(r'(?<=<a href=")([^"]*)(?=")')
_OPENING: Final = re.compile(r"</?[a-zA-Z!?][^>\n]*>?")
_HEADING: Final = re.compile(r"(?<=<)(/?)h([1-6])(?=>)")
_CODE: Final = re.compile(r"^```.*?^```|(`+)[^`].*?\1", re.DOTALL | re.MULTILINE)
_LEFT_OUT: Final = "<!-- raw HTML omitted -->"
_HEADINGS_START_AT: Final = 3
"""Prose stands below an h2 of its page."""


TEXTS_AT_MOST: Final = 65_536
"""Number of texts that are kept in memory: more than a thousand cases have."""


@lru_cache(TEXTS_AT_MOST)
def html_of(text: str) -> str:
    """The text as HTML for readers, with the links as they are written.

    The result is cached, because cmarkgfm never frees the tree that it parses: a second call with the same text would
    lose the same memory again.
    """
    html: str = cmarkgfm.markdown_to_html_with_extensions(text, extensions=["table"])
    return html


def html_with_places(text: str) -> str:
    """The same, and each block with the place of its source: `data-sourcepos="3:1-3:9"`."""
    html: str = cmarkgfm.markdown_to_html_with_extensions(
        text, options=Options.CMARK_OPT_SOURCEPOS, extensions=["table"]
    )
    return html


def to_html(text: str, resolve: Callable[[str], str]) -> str:
    """Prose as HTML. `resolve` turns a link's destination into an address for the page at hand."""
    html = html_of(text)
    if "<a " in html:
        html = _LINK.sub(lambda link: _attribute(resolve(unescape(link[1]))), html)
    if "<h" in html:
        html = _HEADING.sub(lambda tag: f"{tag[1]}h{min(6, int(tag[2]) + _HEADINGS_START_AT - 1)}", html)
    return html


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def inline(text: str, resolve: Callable[[str], str]) -> str:
    """Prose as HTML without the paragraph around it, where it is a single one: for items of a list."""
    html = to_html(text, resolve).strip()
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return html[3:-4]
    return html


@lru_cache(TEXTS_AT_MOST)
def html_in(text: str) -> tuple[str, ...]:
    """The tags of every piece of HTML as written, in reading order; code is not HTML."""
    if not _MAY_HOLD_HTML.search(text):
        return ()
    count = html_of(text).count(_LEFT_OUT)
    return tuple(_OPENING.findall(_CODE.sub("", text)))[:count]
