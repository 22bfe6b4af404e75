"""Finds the links, headings, tables and pictures of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Final

from generator.diagnostics import one_line
from generator.markdown.commonmark import MAX_CACHED_TEXTS, html_of, html_with_places

_MAY_CONTAIN_LINK: Final = re.compile(r"\]\s*[(\[:]|<[a-z][a-z0-9+.-]*:|@", re.IGNORECASE)
_LINK: Final = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_HEADING: Final = re.compile(r'<h([1-6]) data-sourcepos="(\d+):(\d+)[^>]*>(.*?)</h\1>', re.DOTALL)
_TABLE_HEAD: Final = re.compile(r'<thead>\s*<tr data-sourcepos="(\d+):(\d+)[^>]*>(.*?)</tr>', re.DOTALL)
_PICTURE: Final = re.compile(r'<img src="([^"]*)" alt="([^"]*)"[^>]*/>(\{[^}\n]*\})?')
_TAG: Final = re.compile(r"<[^>]*>")
_DECORATION: Final = re.compile(r"[{ ]\.decoration[ }]")


@dataclass(frozen=True, slots=True)
class TextLink:
    """A link of a text."""

    says: str
    """Its words in one line, including the alternative text of a picture; empty if there are none."""

    destination: str
    """Empty for an address that no browser should follow."""

    has_picture: bool
    """True if it contains a picture that is not decoration."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its line and column in the text, both 1-based."""

    level: int
    says: str
    """Empty for a heading without words."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of a text."""

    source: str
    alternative: str
    """The alternative text; empty if there is none."""

    is_decoration: bool
    """True if marked as `![](line.svg){.decoration}`: it needs no alternative text."""


@lru_cache(MAX_CACHED_TEXTS)
def text_links(text: str) -> tuple[TextLink, ...]:
    """Return every link in reading order."""
    if not _MAY_CONTAIN_LINK.search(text):
        return ()
    links = _LINK.findall(html_of(text))
    return tuple(
        TextLink(_spoken_text(inside), unescape(href), _has_meaningful_picture(inside)) for href, inside in links
    )


@lru_cache(MAX_CACHED_TEXTS)
def links_in(text: str) -> tuple[str, ...]:
    """Return every link's destination, in reading order."""
    return tuple(text_link.destination for text_link in text_links(text))


@lru_cache(MAX_CACHED_TEXTS)
def headings(text: str) -> tuple[Heading, ...]:
    """Return every heading in reading order."""
    matches = _HEADING.findall(html_with_places(text))
    return tuple(
        Heading(int(level), _spoken_text(inside), int(line), int(column)) for level, line, column, inside in matches
    )


@lru_cache(MAX_CACHED_TEXTS)
def tables_without_headings(text: str) -> tuple[tuple[int, int], ...]:
    """Return line and column of each table whose first row is empty. Markdown uses the first row as headings."""
    matches = _TABLE_HEAD.findall(html_with_places(text))
    return tuple((int(line), int(column)) for line, column, inside in matches if not _spoken_text(inside))


@lru_cache(MAX_CACHED_TEXTS)
def pictures_in(text: str) -> tuple[Image, ...]:
    """Return every picture in reading order."""
    if "![" not in text:
        return ()
    return tuple(
        Image(unescape(source), unescape(alternative).strip(), bool(_DECORATION.search(attributes)))
        for source, alternative, attributes in _PICTURE.findall(html_with_places(text))
    )


def _has_meaningful_picture(html: str) -> bool:
    return any(not _DECORATION.search(attributes) for _, _, attributes in _PICTURE.findall(html))


def _spoken_text(html: str) -> str:
    """Return the words of a piece of HTML that a screen reader reads, in one line."""
    return one_line(unescape(_TAG.sub("", _PICTURE.sub(lambda image: image[2], html))))
