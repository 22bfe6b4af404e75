"""Checks settings of the engine in mkdocs.yml that the library depends on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model.raw_record import RawRecord

_URLS: Final = "use_directory_urls"
_FILE: Final = "mkdocs.yml"


def check_engine_settings(settings: RawRecord, placeholder_url: str, is_to_do: bool) -> Iterator[Diagnostic]:
    """Yield S050 for addresses that end in `.html`, and S051 for a site without an address.

    `is_to_do` is True if a comment in the settings already says that something is still to do.
    """
    values = settings.values
    if _URLS in values and values[_URLS] is not True:
        message = f"{_URLS} must be true: every address of the library ends in a slash"
        yield rule("S050").diagnostic(message, settings.location_of(_URLS), "delete this line")
    written = values.get("site_url")
    is_placeholder = isinstance(written, str) and written.rstrip("/") == placeholder_url.rstrip("/")
    if written is None or written == "" or (is_placeholder and not is_to_do):
        place = settings.location_of("site_url") if "site_url" in values else Location(_FILE)
        message = f"the site has no address, so its feeds and e-mails lead to {placeholder_url}"
        hint = "write the public address of the site, such as site_url: https://learning.example.org/"
        yield rule("S051").diagnostic(message, place, hint)
