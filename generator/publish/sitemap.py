"""What search engines read first: the list of pages, and the file that names it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from generator.model import Address, GeneratedFile
from generator.model.addresses import ROBOTS, SITEMAP


def sitemap(pages: Iterable[tuple[Address, str]], site_url: str) -> GeneratedFile:
    """Return the list of pages for search engines, from each address and day of its last change; empty if not known."""
    entries = "".join(
        f"  <url><loc>{escape(site_url + address)}</loc>{f'<lastmod>{modified}</lastmod>' if modified else ''}</url>\n"
        for address, modified in sorted(pages)
    )
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return GeneratedFile(SITEMAP, f"{head}{entries}</urlset>\n".encode)


def robots(site_url: str) -> GeneratedFile:
    """Return the file that tells search engines where the sitemap is."""
    return GeneratedFile(ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {site_url}{SITEMAP}\n".encode)
