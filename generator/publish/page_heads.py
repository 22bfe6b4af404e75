"""The heads of complete pages: titles that search results show whole, and the path to each page as structured data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape, unescape
from typing import Final
from urllib.parse import urljoin

from generator.languages import without_marks
from generator.model import Address
from generator.model.addresses import HOME

Trail = Sequence[tuple[str, str]]
"""Name and complete address of each step, from the home page to the page."""

PageData = Callable[[Address, Trail, Address | None], str]
"""Returns the structured data of a page as an HTML element, from its address, the path to it and the search page."""

MOST_LETTERS: Final = 64
"""Search engines cut off a longer title."""

_HEAD: Final = re.compile(r"<head(?:\s[^>]*)?>", re.IGNORECASE)
_CHARSET: Final = re.compile(r"(?<=<head>)\s*<meta charset=[^>]*>", re.IGNORECASE)
_TITLE: Final = re.compile(r"<title>([^<]*)</title>")
_BREADCRUMBS: Final = re.compile(r'<nav class="lib-breadcrumbs".*?</nav>', re.DOTALL)
_LINK: Final = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_JOINS: Final = " \u2013\u2014-|\u00b7:"
"""What a theme may write between the title of a page and the name of the site."""


def title_in(html: str) -> str:
    """Return the title of a page or of the beginning of one, as plain text; empty if it has none."""
    match = _TITLE.search(html)
    return " ".join(without_marks(unescape(match[1])).split()) if match is not None else ""


def short_titles(titles: Mapping[Address, str], site_name: str) -> Mapping[Address, str]:
    """Return the title of each page in at most `MOST_LETTERS` letters. No two are the same if none were before.

    A long title loses the name of the site. If it is still too long, it loses its last part, or its last words if
    little would be left.
    """
    used: set[str] = set()
    short: dict[Address, str] = {}
    for address in sorted(titles):
        choices = _choices(titles[address], site_name)
        fitting = (each for each in choices if len(each) <= MOST_LETTERS and each.casefold() not in used)
        short[address] = next(fitting, titles[address])
        used.add(short[address].casefold())
    return short


def _choices(title: str, site_name: str) -> Iterator[str]:
    yield title
    alone = _without(title, site_name)
    yield alone
    name, _, kind = alone.rpartition(": ")
    if len(name) >= MOST_LETTERS / 2:
        yield name
        yield f"{_cut(name, max(MOST_LETTERS - len(kind) - 2, 1))}: {kind}"
    for number in range(1, 1000):
        end = "" if number == 1 else f" ({number})"
        yield _cut(alone, MOST_LETTERS - len(end)) + end


def _without(title: str, site_name: str) -> str:
    if title == site_name:
        return title
    return title.removesuffix(site_name).rstrip(_JOINS) if title.endswith(site_name) else title


def _cut(text: str, most: int) -> str:
    """Return the first whole words of a text in at most `most` letters, with dots if something was cut off."""
    if len(text) <= most:
        return text
    words = text[: max(most - 1, 1)].rsplit(" ", 1)[0].rstrip(" ,;:(&-\u2013")
    return f"{words}…"


def trail_of(html: str, address: Address, site_url: str, site_name: str) -> Trail:
    """Return the path to a page: its breadcrumbs, and then the page itself.

    Without breadcrumbs, it is the home page and the page.
    """
    breadcrumbs = _BREADCRUMBS.search(html)
    own = site_url + address
    links = _LINK.findall(breadcrumbs[0]) if breadcrumbs is not None else []
    steps = [(_plain(label), urljoin(own, unescape(href)).partition("#")[0]) for href, label in links]
    name = _without(title_in(html), site_name)
    before = [step for step in steps if step[1] != own] or [(site_name, site_url + HOME)]
    return (*before, (name or site_name, own))


def _plain(html: str) -> str:
    return " ".join(without_marks(unescape(_TAG.sub("", html))).split())


def with_policy(html: str, policy: str) -> str:
    """Return a page that states its content security policy before anything that the policy is for."""
    element = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">'
    start = _CHARSET.search(html) or _HEAD.search(html)
    return f"{html[: start.end()]}\n    {element}{html[start.end() :]}" if start is not None else html


def with_head(html: str, title: str, data: str) -> str:
    """Return a page with a title and with more structured data at the end of its head."""
    if title and title != title_in(html):
        html = _TITLE.sub(lambda _: f"<title>{escape(title, quote=False)}</title>", html, count=1)
    return html.replace("</head>", f"{data}\n  </head>", 1) if data else html
