"""What a server should say with each answer: one definition, from which the file of every server is written.

Pictures, papers and scripts keep their names when they change, so they are asked for again each time; a server that
knows nothing newer answers in a few bytes. The pieces of the search index are named by what they hold and may be kept.
They are kept for a week and not for ever: what has been withdrawn should go from readers' devices too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.model.addresses import FEED, SEARCH_INDEX, Address

Header = tuple[str, str]
"""Name and value."""

STRICT_TRANSPORT: Final[Header] = ("Strict-Transport-Security", "max-age=31536000")
"""For a year, only over HTTPS. Without `preload`, which cannot be taken back, and without other names of the domain."""

REVALIDATE: Final = "no-cache"
KEEP: Final = "public, max-age=604800, immutable"
KEPT: Final[tuple[Address, ...]] = tuple(f"{SEARCH_INDEX}{each}/" for each in ("filter", "fragment", "index"))
"""Folders whose files are named by what they hold."""

_TYPES: Final = {FEED: "application/atom+xml", ".csv": "text/csv", ".ics": "text/calendar"}
"""By the end of the name."""


def type_of(address: Address) -> str | None:
    """The type of a file, where most servers do not guess it from the name; None for every other."""
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
"""What no page of a library needs; only names that browsers know, for they complain of others."""


def security_headers(script_hashes: Iterable[str], is_searchable: bool) -> tuple[Header, ...]:
    """What goes with every answer, whoever serves it.

    `script_hashes` name the inline scripts that may run, `sha256-...`; everything else inline is refused. The search
    alone brings WebAssembly.
    """
    return (
        ("Content-Security-Policy", _policy(script_hashes, is_searchable)),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", ", ".join(f"{each}=()" for each in _DENIED)),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    )


def _policy(script_hashes: Iterable[str], is_searchable: bool) -> str:
    """`object-src` is there for PDFs: Safari asks the policy of a PDF itself whether it may be shown."""
    scripts = ["'self'", *(["'wasm-unsafe-eval'"] if is_searchable else []), *(f"'{each}'" for each in script_hashes)]
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
