"""The HTTP headers of every response. The file for each kind of server is generated from this definition.

Pictures, documents and scripts keep their names when they change, so browsers revalidate them each time. If there is
nothing newer, the server answers in a few bytes. The pieces of the search index are named after their content and may
be cached. They are cached for only a week, so that withdrawn content also disappears from readers' devices.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.model.addresses import FEED, SEARCH_INDEX, Address

Header = tuple[str, str]
"""Name and value."""

STRICT_TRANSPORT: Final[Header] = ("Strict-Transport-Security", "max-age=31536000")
"""HTTPS only, for a year. Without `preload`, which cannot be undone, and without the domain's subdomains."""

REVALIDATE: Final = "no-cache"
CACHE_FOR_A_WEEK: Final = "public, max-age=604800, immutable"
CACHED_FOLDERS: Final[tuple[Address, ...]] = tuple(f"{SEARCH_INDEX}{folder}/" for folder in ("fragment", "index"))
"""Folders whose files are named after their content."""

_TYPES: Final = {FEED: "application/atom+xml", ".csv": "text/csv", ".ics": "text/calendar"}
"""Media types by the end of the file name."""


def type_of(address: Address) -> str | None:
    """Return the media type of a file if most servers do not guess it from the name; None for every other file."""
    return next((kind for end, kind in _TYPES.items() if address.endswith(end)), None)


_DENIED: Final = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
"""Browser features that no page of a library needs. Only names that browsers know, because they warn about others."""


def security_headers(script_hashes: Iterable[str], is_searchable: bool) -> tuple[Header, ...]:
    """Return the headers of every response, for every kind of server.

    `script_hashes` are the inline scripts that may run, `sha256-...`; all other inline scripts are blocked. Only the
    search needs WebAssembly.
    """
    return (
        ("Content-Security-Policy", _policy(script_hashes, is_searchable)),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", ", ".join(f"{feature}=()" for feature in _DENIED)),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    )


_NOT_IN_PAGES: Final = frozenset({"frame-ancestors"})
"""Directives that browsers ignore in a page, with a message in the console."""


def policy_in_pages(headers: Iterable[Header]) -> str:
    """Return the content security policy as pages state it themselves, for hosts that send no headers of a site."""
    policy = dict(headers)["Content-Security-Policy"]
    return "; ".join(each for each in policy.split("; ") if each.partition(" ")[0] not in _NOT_IN_PAGES)


def _policy(script_hashes: Iterable[str], is_searchable: bool) -> str:
    """Return the content security policy.

    `object-src` is for PDFs: Safari checks the policy of a PDF before showing it.
    """
    scripts = [
        "'self'",
        *(["'wasm-unsafe-eval'"] if is_searchable else []),
        *(f"'{script_hash}'" for script_hash in script_hashes),
    ]
    directives = (
        "default-src 'none'",
        f"script-src {' '.join(scripts)}",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
    return "; ".join(directives)
