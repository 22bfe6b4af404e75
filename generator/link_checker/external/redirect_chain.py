"""One request and its result."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

HTML: Final = ("text/html", "application/xhtml+xml")


class RequestFailure(StrEnum):
    """The reason why a request had no readable response."""

    UNKNOWN_HOST = "unknown-host"
    PRIVATE = "private"
    """The host is in a private network, so it was not requested."""

    CERTIFICATE = "certificate"
    SLOW = "slow"
    """It took longer than the timeout, or did not end."""

    CLOSED = "closed"
    """The connection was refused or broken off, or the server does not use HTTP."""

    WRONG_LENGTH = "wrong-length"
    """The body was shorter than announced."""

    LATE = "late"
    """It was not requested: the time was over, or its server had asked for a pause."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One request in the redirect chain of a URL."""

    address: str
    status: int = 0
    """0 if there was no response."""

    location: str = ""
    """Target of a redirect, as a full URL."""

    media_type: str = ""
    """The media type in lower case, `text/html`."""

    words: str = ""
    """The title and the first heading of a page."""

    is_pdf: bool = False
    """True if its first bytes are those of a PDF; checked only if the URL promises one."""

    sets_cookie: bool = False
    """True if the response asks the client to keep a cookie."""

    fault: RequestFailure | None = None
    detail: str = ""
    """The details of the failure."""

    @property
    def promises_pdf(self) -> bool:
        """Return True if the URL ends like that of a PDF."""
        return urlsplit(self.address).path.lower().endswith(".pdf")

    @property
    def is_page(self) -> bool:
        """Return True if the response is HTML."""
        return self.media_type in HTML


@dataclass(frozen=True, slots=True)
class UrlResult:
    """LinkChecker's result for one URL."""

    address: str
    hops: tuple[Hop, ...]
    """Empty if no request was made: robots.txt does not allow it, or the URL is invalid."""

    is_valid: bool
    result: str
    """LinkChecker's own message."""
