"""A redirect of `content/redirects.yml` in the form that server configuration needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urlsplit

from generator.model.addresses import Address
from generator.model.published_addresses import Redirect

_SAFE: Final = "/-._~!'()*+,;=:@&"
_SAFE_AFTER_PATH: Final = f"{_SAFE}%?#[]"
_PIECES: Final = re.compile(r"([^?#]*)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ServerRedirect:
    """One address that redirects."""

    host: str | None
    """The host in lower case; None for the host of this site."""

    path: str
    """The path from the root of its server, decoded: `/library/reviews/old-name/`."""

    page: Address | None
    """The address of the redirecting page on this site; None for a file and for another site."""

    to: str
    """The new address, percent-encoded: from the server's root if both addresses are on this site, else in full."""

    old_in_full: str
    new_in_full: str
    query: str = ""
    """What follows the `?`, percent-encoded: the redirect is only for this. Empty on this site, and for any query."""


def to_server_redirect(redirect: Redirect, site_url: str) -> ServerRedirect:
    """Convert a redirect entry. The entry must be valid: A510 reports invalid ones."""
    site = urlsplit(site_url)
    here, target = site_address(redirect.old, site_url), site_address(redirect.new, site_url)
    if here is not None:
        host, path = None, site.path + here
    else:
        parts = urlsplit(redirect.old)
        host, path = parts.netloc.lower(), unquote(parts.path) or "/"
        host = None if host == site.netloc.lower() else host
    page = here if here is not None and (here == "" or here.endswith(("/", ".html"))) else None
    tail = quote(_split(redirect.new)[1], safe=_SAFE_AFTER_PATH)
    new = site_url + quote(target, safe=_SAFE) + tail if target is not None else _encoded(redirect.new)
    to = new[new.index("/", new.index("//") + 2) :] if target is not None and host is None else new
    old_path = quote(path, safe=_SAFE)
    scheme = site.scheme if host is None else urlsplit(redirect.old).scheme
    query = quote(urlsplit(redirect.old).query, safe=_SAFE_AFTER_PATH) if host is not None else ""
    old = f"{scheme}://{host or site.netloc}{old_path}" + (f"?{query}" if query else "")
    return ServerRedirect(host, path, page, to, old, new, query)


def site_address(written: str, site_url: str) -> Address | None:
    """Return the address on this site, decoded, without query and fragment; None for an address on another site.

    `reviews/grace`, `reviews/grace/index.html` and the full address all become `reviews/grace/`.
    """
    if written.startswith(("http://", "https://")):
        site, parts = urlsplit(site_url), split_address(written)
        if parts is None or parts.netloc.lower() != site.netloc.lower() or not (parts.path + "/").startswith(site.path):
            return None
        path = parts.path[len(site.path) :]
    else:
        path = _split(written)[0]
    path = unquote(path)
    if path == "index.html" or path.endswith("/index.html"):
        path = path.removesuffix("index.html")
    last = path.rpartition("/")[2]
    return path + "/" if last and "." not in last else path


def split_address(written: str) -> SplitResult | None:
    """Split an address into its parts; return None if it is not a valid address."""
    try:
        return urlsplit(written)
    except ValueError:
        return None


def _split(written: str) -> tuple[str, str]:
    """Return the part before `?` or `#`, and the rest from there on."""
    match = _PIECES.fullmatch(written)
    assert match is not None
    return match[1], match[2]


def _encoded(address: str) -> str:
    """Percent-encode a full address, if it is not encoded yet. A dollar sign would be a variable to servers."""
    before, after = _split(address)
    return quote(before, safe=_SAFE + "%[]") + quote(after, safe=_SAFE_AFTER_PATH)
