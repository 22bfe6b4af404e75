"""Converts a whole Markdown document to HTML: its headings get the anchors that they have on GitHub."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

from generator.markdown.commonmark import plain_html_of

_HEADING: Final = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_LINK: Final = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_NOT_IN_ANCHORS: Final = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown document as HTML."""

    title: str
    """The text of its first heading; empty if it has none."""

    html: str
    """The body as HTML, with its headings."""


def document_html(text: str, resolve: Callable[[str], str | None]) -> Document:
    """Return a document as HTML.

    `resolve` converts a link's destination to an address; None leaves only the text of the link.
    """
    html = plain_html_of(text)
    titles = [_plain(heading[2]) for heading in _HEADING.finditer(html)]
    html = _HEADING.sub(lambda heading: _with_anchor(heading[1], heading[2]), html)
    html = _LINK.sub(lambda link: _resolved(link, resolve), html)
    # Wide tables and examples are scrolled by keyboard too.
    html = html.replace("<pre>", '<pre tabindex="0">')
    html = (
        html.replace("<th></th>", "<td></td>")
        .replace("<table>", '<div class="scroll" tabindex="0"><table>')
        .replace("</table>", "</table></div>")
    )
    return Document(titles[0] if titles else "", html)


def _with_anchor(level: str, inner: str) -> str:
    anchor = _NOT_IN_ANCHORS.sub("", _plain(inner).lower()).replace(" ", "-")
    return f'<h{level} id="{escape(anchor)}">{inner}</h{level}>'


def _resolved(link: re.Match[str], resolve: Callable[[str], str | None]) -> str:
    address = resolve(unescape(link[1]))
    return link[2] if address is None else f'<a href="{escape(address)}">{link[2]}</a>'


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))
