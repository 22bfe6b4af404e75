"""One request and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

HTML: Final = ("text/html", "application/xhtml+xml")


class RequestFailure(StrEnum):
    """Why a request had no answer, or none that could be read."""

    UNKNOWN_HOST = "unknown-host"
    PRIVATE = "private"
    """The host lies inside somebody's own network: it was not asked."""

    CERTIFICATE = "certificate"
    SLOW = "slow"
    """It took longer than the patience allows, or did not end."""

    CLOSED = "closed"
    """The connection was refused, broken off, or spoke something that is not HTTP."""

    WRONG_LENGTH = "wrong-length"
    """Less came than the answer promised."""

    LATE = "late"
    """It was not asked: the time was over, or its server had asked to be left alone."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One request on the way that an address leads."""

    address: str
    status: int = 0
    """0 where there was no answer."""

    location: str = ""
    """Where a redirect leads, in full."""

    media_type: str = ""
    """`text/html`, in small letters."""

    words: str = ""
    """The title and the first heading of a page."""

    is_pdf: bool = False
    """True when its first bytes are a PDF's; looked at only where the address promises one."""

    fault: RequestFailure | None = None
    detail: str = ""
    """What the fault says of itself."""

    @property
    def promises_pdf(self) -> bool:
        """True where the address ends as that of a PDF."""
        return urlsplit(self.address).path.lower().endswith(".pdf")

    @property
    def is_page(self) -> bool:
        """True where HTML came."""
        return self.media_type in HTML


@dataclass(frozen=True, slots=True)
class UrlResult:
    """What LinkChecker found at one address."""

    address: str
    hops: tuple[Hop, ...]
    """Empty where nothing was asked: robots.txt keeps programs away, or the address is none."""

    is_valid: bool
    result: str
    """LinkChecker's own words."""
