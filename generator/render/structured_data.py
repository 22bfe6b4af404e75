"""Structured data that search engines read on every page: the site with its search, and the path to the page."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from generator.model import Address, Library, addresses

Trail = Sequence[tuple[str, str]]
"""The path to a page: name and complete address of each step, from the home page to the page."""

PageData = Callable[[Address, Trail, Address | None], str]
"""Returns the JSON-LD of a page, from its address, the path to it, and the address of the search page, if any."""


def page_data(library: Library, address: Address, trail: Trail, search: Address | None) -> str:
    """Return the script element with the JSON-LD that does not depend on a record; empty for the page of errors."""
    if address == addresses.NOT_FOUND:
        return ""
    return script_element(_website(library, search) if address == addresses.HOME else _breadcrumbs(trail))


def script_element(data: dict[str, object]) -> str:
    """Return JSON-LD in its element. Nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False)
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/ld+json">{safe}</script>'


def _website(library: Library, search: Address | None) -> dict[str, object]:
    partnership = library.partnership
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": partnership.library_name,
        "url": library.site_url,
        "description": partnership.description,
        "inLanguage": partnership.language,
        "publisher": {"@type": "Organization", "name": partnership.publisher},
    }
    if search is not None:
        data["potentialAction"] = {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{library.site_url}{search}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        }
    return data


def _breadcrumbs(trail: Trail) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(trail, 1)
        ],
    }
