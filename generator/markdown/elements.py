"""What a text holds beside its words: links with what they say, headings, tables, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Final

from generator.diagnostics import one_line
from generator.markdown.commonmark import TEXTS_AT_MOST, html_of, html_with_places

_MAY_HOLD_LINK: Final = re.compile(r"\]\s*[(\[:]|<[a-z][a-z0-9+.-]*:|@", re.IGNORECASE)
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
    """Its words in one line, a picture's alternative text among them; empty when there are none."""

    destination: str
    """Empty for one that no browser should follow."""

    has_picture: bool
    """True where a picture stands in it that is more than decoration."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and where it stands: line and column of the text, both 1-based."""

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
    """What is read in its place; empty when there is nothing."""

    is_decoration: bool
    """Marked as `![](line.svg){.decoration}`: it says nothing, and nothing is to be read in its place."""


@lru_cache(TEXTS_AT_MOST)
def text_links(text: str) -> tuple[TextLink, ...]:
    """Every link in reading order."""
    if not _MAY_HOLD_LINK.search(text):
        return ()
    found = _LINK.findall(html_of(text))
    return tuple(TextLink(_said(inside), unescape(href), _shows_something(inside)) for href, inside in found)


@lru_cache(TEXTS_AT_MOST)
def links_in(text: str) -> tuple[str, ...]:
    """Every link's destination, in reading order."""
    return tuple(text_link.destination for text_link in text_links(text))


@lru_cache(TEXTS_AT_MOST)
def headings(text: str) -> tuple[Heading, ...]:
    """Every heading in reading order."""
    found = _HEADING.findall(html_with_places(text))
    return tuple(Heading(int(level), _said(inside), int(line), int(column)) for level, line, column, inside in found)


@lru_cache(TEXTS_AT_MOST)
def tables_without_headings(text: str) -> tuple[tuple[int, int], ...]:
    """Line and column of each table whose first row, which Markdown takes for its headings, is empty."""
    found = _TABLE_HEAD.findall(html_with_places(text))
    return tuple((int(line), int(column)) for line, column, inside in found if not _said(inside))


@lru_cache(TEXTS_AT_MOST)
def pictures_in(text: str) -> tuple[Image, ...]:
    """Every picture in reading order."""
    if "![" not in text:
        return ()
    return tuple(
        Image(unescape(source), unescape(alternative).strip(), bool(_DECORATION.search(attributes)))
        for source, alternative, attributes in _PICTURE.findall(html_with_places(text))
    )


def _shows_something(html: str) -> bool:
    return any(not _DECORATION.search(attributes) for _, _, attributes in _PICTURE.findall(html))


def _said(html: str) -> str:
    """What is read out of a piece of HTML, in one line."""
    return one_line(unescape(_TAG.sub("", _PICTURE.sub(lambda image: image[2], html))))
