"""The key that the address in the terminal has, so that no other user of the machine can read drafts.

Any user and any program of a machine can connect to a server on its loopback address. A browser shows the key once. It
then sends a cookie that scripts cannot read and that pages of other sites cannot use.
"""

from __future__ import annotations

import hmac
import secrets
from contextlib import suppress
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Final

from generator.system import site_state_folder, write_atomically

_LENGTH: Final = 32
_COOKIE_SECONDS: Final = 30 * 86_400
"""How long a browser keeps the cookie, so that a bookmark of a page works on the next day."""


def load_or_create_key(root: Path) -> str:
    """Return the key of a site for this user, made if there is none. Raises OSError if it cannot be kept.

    It stays the same, so that a page that is open works after a restart.
    """
    path = site_state_folder(root) / "key"
    with suppress(OSError):
        known = path.read_text(encoding="ascii")
        if len(known) >= _LENGTH:
            return known
    key = new_key()
    write_atomically(path, key.encode(), is_private=True)
    return key


def new_key() -> str:
    """Return a key that nobody can guess."""
    return secrets.token_urlsafe(_LENGTH)


def is_same_secret(one: str, other: str) -> bool:
    """Compare two secrets in a time that does not depend on them."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode())


@dataclass(frozen=True, slots=True)
class KeyCookie:
    """The cookie of one server. Browsers send cookies to all ports of a machine, so its name has the port."""

    key: str
    port: int

    @property
    def name(self) -> str:
        """The name of the cookie."""
        return f"library-{self.port}"

    @property
    def header(self) -> str:
        """The value of the header that sets the cookie."""
        return f"{self.name}={self.key}; Max-Age={_COOKIE_SECONDS}; HttpOnly; SameSite=Strict; Path=/"

    def is_in(self, header: str) -> bool:
        """Return True if the `Cookie` header of a request has the key."""
        try:
            cookie = SimpleCookie(header).get(self.name)
        except CookieError:
            return False
        return cookie is not None and is_same_secret(cookie.value, self.key)
