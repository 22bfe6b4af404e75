"""Checks the public address of the site, `site_url` in mkdocs.yml."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from generator.diagnostics import Diagnostic, Location, rule

_ODD_CHARACTER: Final = re.compile(r"""[\s\x00-\x1f\x7f<>"'\\^`{|}]|%(?![0-9A-Fa-f]{2})""")
_HOST: Final = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.?|\[[0-9A-Fa-f:.]+\]")
_EXAMPLE: Final = "https://learning.example.org/"
_HINT: Final = f"write the public address of the site, such as site_url: {_EXAMPLE}"
_SCHEMES: Final = ("http", "https")


def fault_of_site_url(value: object, place: Location) -> tuple[Diagnostic, ...]:
    """Return S014 for an address that cannot be used in pages, feeds and redirects.

    Empty if the address is valid or left out.
    """
    if value is None or value == "":
        return ()
    if not isinstance(value, str):
        return (rule("S014").diagnostic("site_url is not text", place, _HINT),)
    problem = problem_of_site_url(value)
    if not problem:
        return ()
    display_url = value
    if "@" in value:  # a password must not appear in the log of a build
        display_url, place = "site_url", replace(place, source=None)
    return (rule("S014").diagnostic(f"{display_url} cannot be the address of the site: {problem}", place, _HINT),)


def problem_of_site_url(url: str) -> str:
    """Return the fault of an address, as the end of a sentence. Empty if there is none."""
    odd = _ODD_CHARACTER.search(url)
    if odd is not None:
        return "it contains a space" if odd[0].isspace() else f'"{odd[0]}" cannot be part of an address'
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "its host or its port is not valid; a port is a number up to 65535"
    if parts.scheme not in _SCHEMES:
        return "it does not begin with https:// or http://"
    if "@" in parts.netloc:
        return "its user name or password would be published on every page"
    if "?" in url:
        return "it contains a question mark, and the address of each page is added at the end"
    if "#" in url:
        return 'it contains a "#", and the address of each page is added at the end'
    host = parts.netloc.removesuffix(f":{port}") if port is not None else parts.netloc
    return "" if port != 0 and _is_host(host.removesuffix(":")) else f'"{parts.netloc}" is not a valid host name'


def _is_host(host: str) -> bool:
    if _HOST.fullmatch(host) is None:
        return False
    try:
        return host.startswith("[") or bool(host.encode("idna"))
    except UnicodeError:
        return False
