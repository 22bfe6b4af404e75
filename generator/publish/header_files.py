"""The headers of every response, in a file for each kind of server. docs/hosting.md says where to put each file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from generator.model import Address, GeneratedFile
from generator.model.addresses import (
    HEADERS_FOR_APACHE,
    HEADERS_FOR_NGINX,
    HEADERS_FOR_PAGES_HOSTS,
    NOT_FOUND,
    SEARCH_INDEX,
    THEMES,
)
from generator.publish.headers import CACHE_FOR_A_WEEK, CACHED_FOLDERS, REVALIDATE, STRICT_TRANSPORT, Header, type_of

WRITTEN: Final = "# Written by `library build`. The next build overwrites changes to this file."
_TEXTS: Final = (
    "application/atom+xml",
    "application/javascript",
    "application/json",
    "application/xml",
    "image/svg+xml",
    "text/css",
    "text/csv",
    "text/javascript",
    "text/plain",
    "text/xml",
)
"""Text types; all of these files are UTF-8."""


Types = Mapping[Address, str]


def server_files(headers: tuple[Header, ...], site_url: str, addresses: Iterable[Address]) -> tuple[GeneratedFile, ...]:
    """Return a file for Netlify and Cloudflare Pages, one for Apache and one for nginx, each with all of `headers`.

    Each also sets the types of those `addresses` that a server would not recognise automatically.
    """
    root = urlsplit(site_url).path
    always = (*headers, STRICT_TRANSPORT)
    writers = {
        HEADERS_FOR_PAGES_HOSTS: _for_pages_hosts,
        HEADERS_FOR_APACHE: _for_apache,
        HEADERS_FOR_NGINX: _for_nginx,
    }
    types = {
        address: kind
        for address, kind in ((address, type_of(address)) for address in sorted(addresses))
        if kind is not None
    }
    return tuple(GeneratedFile(name, partial(as_text, write(always, root, types))) for name, write in writers.items())


def as_text(lines: Iterable[str]) -> bytes:
    """Return lines as a server's file, below a comment which says that the file is generated."""
    return ("\n".join((WRITTEN, *lines)) + "\n").encode()


def _for_pages_hosts(always: tuple[Header, ...], root: str, types: Types) -> tuple[str, ...]:
    """Return the rules for Netlify and Cloudflare Pages.

    If two rules set one header for an address, these hosts join both values. So no rule sets how long pages are cached:
    both hosts send `public, max-age=0, must-revalidate` by default.
    """
    rules: list[tuple[str, tuple[Header, ...]]] = [(f"{root}*", always)]
    rules += [(f"{root}{folder}*", (("Cache-Control", CACHE_FOR_A_WEEK),)) for folder in CACHED_FOLDERS]
    # These hosts know the calendar type, and a rule for each event or for the feed of each theme would exceed their
    # limit. Feed readers accept the type that the hosts send for the feed of a theme.
    types_to_set = {
        address: kind
        for address, kind in types.items()
        if not address.endswith(".ics") and not address.startswith(THEMES)
    }
    rules += [(root + address, (("Content-Type", f"{kind}; charset=utf-8"),)) for address, kind in types_to_set.items()]
    return tuple(
        line for pattern, headers in rules for line in ("", pattern, *(f"  {name}: {value}" for name, value in headers))
    )


def _for_apache(always: tuple[Header, ...], root: str, types: Types) -> tuple[str, ...]:
    """Return the Apache rules, without a check for mod_headers: without it a server should fail, not omit headers."""

    def lines() -> Iterator[str]:
        yield "# Apache 2.4 with mod_headers. The configuration of the folder needs: AllowOverride FileInfo"
        yield ""
        yield f"ErrorDocument 404 {root}{NOT_FOUND}"
        yield from (f'Header always set {name} "{value}"' for name, value in always)
        yield f'Header always set Cache-Control "{REVALIDATE}"'
        yield rf'<FilesMatch "\.pf_({"|".join(_cached_folder_names())})$">'
        yield f'  Header always set Cache-Control "{CACHE_FOR_A_WEEK}"'
        yield "</FilesMatch>"
        yield ""
        yield "AddDefaultCharset utf-8"
        yield "AddCharset utf-8 .css .csv .ics .js .json .svg .txt .xml"
        yield "AddType image/webp .webp"
        yield "AddType text/calendar .ics"
        yield "AddType text/csv .csv"
        yield "AddType text/javascript .js"
        names = {address.rpartition("/")[2]: kind for address, kind in types.items() if not address.endswith(".ics")}
        for name, kind in names.items():
            yield f'<Files "{name}">'
            yield f'  ForceType "{kind}; charset=utf-8"'
            yield "</Files>"
        yield ""
        yield "<IfModule mod_deflate.c>"
        yield f"  AddOutputFilterByType DEFLATE text/html {' '.join(_TEXTS)}"
        yield "</IfModule>"

    return tuple(lines())


def _for_nginx(always: tuple[Header, ...], root: str, types: Types) -> tuple[str, ...]:
    """Return the nginx rules. A `location` inherits headers only if it adds none, so no `location` here adds any."""

    def lines() -> Iterator[str]:
        yield "# nginx: include this file in the server block of the site. A location block that adds a header"
        yield "# loses all of these headers and must repeat them."
        yield ""
        yield f"error_page 404 {root}{NOT_FOUND};"
        yield from (f'add_header {name} "{value}" always;' for name, value in always)
        yield f'set $library_cache "{REVALIDATE}";'
        kept = f"{re.escape(root + SEARCH_INDEX)}(?:{'|'.join(_cached_folder_names())})/"
        yield f'if ($uri ~ "^{kept}") {{'
        yield f'  set $library_cache "{CACHE_FOR_A_WEEK}";'
        yield "}"
        yield "add_header Cache-Control $library_cache always;"
        yield ""
        yield "charset utf-8;"
        yield f"charset_types {' '.join((*_TEXTS, 'text/calendar'))};"
        for address, kind in types.items():
            yield f"location = {root}{address} {{"
            yield "  types { }"
            yield f"  default_type {kind};"
            yield "}"

    return tuple(lines())


def _cached_folder_names() -> tuple[str, ...]:
    """Return the names of the folders, which are also the extensions of the files in them."""
    return tuple(folder.rstrip("/").rpartition("/")[2] for folder in CACHED_FOLDERS)
