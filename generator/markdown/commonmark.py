"""Converts CommonMark to HTML. Checks and pages use the same parser, so that both see the same text.

The parser is Comrak, with the rules of cmark, the reference implementation. It leaves out HTML and unsafe addresses.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from typing import Final

import comrak

from generator.markdown.language_marks import apply_language_marks

_MAY_CONTAIN_HTML: Final = re.compile(r"<[a-zA-Z/!?]")
_LINK: Final = re.compile(r'(?<=<a href=")([^"]*)(?=")')
_UNSAFE_LINK: Final = '<a href="">'
_WITHOUT_ADDRESS: Final = re.compile(rf"{_UNSAFE_LINK}(.*?)</a>", re.DOTALL)
_HTML_TAG: Final = re.compile(r"</?[a-zA-Z!?][^>\n]*>?")
_HEADING: Final = re.compile(r"(?<=<)(/?)h([1-6])(?=>)")
_CODE: Final = re.compile(r"^```.*?^```|(`+)[^`].*?\1", re.DOTALL | re.MULTILINE)
_PLACE_IN_LINE: Final = re.compile(r'(<(?:a|br|code|em|img|strong)) data-sourcepos="[^"]*"')
_LEFT_OUT: Final = "<!-- raw HTML omitted -->"
_HEADINGS_START_AT: Final = 3
"""Prose is below an h2 of its page."""

_EXTENSIONS: Final = comrak.ExtensionOptions()
_EXTENSIONS.table = True
_WITH_PLACES: Final = comrak.RenderOptions()
_WITH_PLACES.sourcepos = True

MAX_CACHED_TEXTS: Final = 4_096
"""Number of texts whose results are cached. More would need more memory than they save time."""


@lru_cache(MAX_CACHED_TEXTS)
def html_of(text: str) -> str:
    """Return the text as HTML for readers, with the links as they are written."""
    return apply_language_marks(plain_html_of(text))


def plain_html_of(text: str) -> str:
    """Return the text as HTML, with the marks of languages as they are written."""
    return comrak.render_markdown(text, extension_options=_EXTENSIONS)


def html_with_places(text: str) -> str:
    """Return the text as HTML in which each block has its place in the source: `data-sourcepos="3:1-3:9"`."""
    html = comrak.render_markdown(text, extension_options=_EXTENSIONS, render_options=_WITH_PLACES)
    return _PLACE_IN_LINE.sub(r"\1", html)


def to_html(text: str, resolve: Callable[[str], str]) -> str:
    """Return prose as HTML. `resolve` converts a link's destination to an address for the current page."""
    html = html_of(text)
    if _UNSAFE_LINK in html:
        # The preview of a draft has texts whose links were not checked.
        html = _WITHOUT_ADDRESS.sub(r"\1", html)
    if "<a " in html:
        html = _LINK.sub(lambda link: _attribute(resolve(unescape(link[1]))), html)
    if "<h" in html:
        html = _HEADING.sub(lambda tag: f"{tag[1]}h{min(6, int(tag[2]) + _HEADINGS_START_AT - 1)}", html)
    return html


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")


def inline(text: str, resolve: Callable[[str], str]) -> str:
    """Return prose as HTML. A single paragraph has no `<p>` around it, as an item of a list needs it."""
    html = to_html(text, resolve).strip()
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return html[3:-4]
    return html


@lru_cache(MAX_CACHED_TEXTS)
def raw_html_tags(text: str) -> tuple[str, ...]:
    """Return the tags of every piece of HTML as written, in reading order. Code is not HTML."""
    if not _MAY_CONTAIN_HTML.search(text):
        return ()
    count = html_of(text).count(_LEFT_OUT)
    return tuple(_HTML_TAG.findall(_CODE.sub("", text)))[:count]
