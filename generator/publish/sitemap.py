"""What search engines read first: the list of pages, and the file that names it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Final

from generator.model import Address, GeneratedFile
from generator.model.addresses import ROBOTS, SITEMAP

_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(pages: Sequence[tuple[Address, Callable[[], str]]], site_url: str) -> GeneratedFile:
    """Return the list of pages for search engines.

    `pages` has the address of each, and a function that returns the day of its last change; empty if it is not known.
    """

    def entry(address: Address, modified: str) -> str:
        changed = f"<lastmod>{modified}</lastmod>" if modified else ""
        return f"  <url><loc>{escape(site_url + address)}</loc>{changed}</url>\n"

    def make() -> bytes:
        entries = sorted((address, modified()) for address, modified in pages)
        return f"{_HEAD}{''.join(entry(*each) for each in entries)}</urlset>\n".encode()

    return GeneratedFile(SITEMAP, make)


def robots(site_url: str) -> GeneratedFile:
    """Return the file that tells search engines where the sitemap is."""
    return GeneratedFile(ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {site_url}{SITEMAP}\n".encode)
