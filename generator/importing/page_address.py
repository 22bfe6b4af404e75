"""Makes a whole web address of what a person typed as the address of a page."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_HOST: Final = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*(?::\d{1,5})?(?=[/?#]|$)")
_FILE: Final = re.compile(r"[^/]*\.(?:html?|mhtml|php|aspx?|pdf|docx?|csv|txt)", re.IGNORECASE)
_NEVER_IN_ADDRESS: Final = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f]")


def whole_address(typed: str) -> str:
    """Return a web address that begins with http:// or https://; empty if the text is no web address.

    `www.example.org/reviews` gets https:// in front, because it begins with the name of a host. The name of a file,
    `reviews.html`, is no web address.
    """
    address = typed.strip().removeprefix("//")
    if _NEVER_IN_ADDRESS.search(address):
        return ""
    if _HOST.match(address) and not _FILE.fullmatch(address):
        return f"https://{address}"
    try:
        parts = urlsplit(address)
        return address if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""
