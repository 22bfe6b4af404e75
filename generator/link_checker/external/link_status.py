"""Status and result of one URL on another site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LinkStatus(StrEnum):
    """The status of a URL."""

    GOOD = "good"
    GONE = "gone"
    MOVED = "moved"
    """Permanently redirected: the server gives the new URL."""

    SOFT_404 = "soft-404"
    """A page that says "not found" with a success status, or the home page in place of the requested page."""

    CERTIFICATE = "certificate"
    LOGIN = "login"
    TROUBLE = "trouble"
    HTML_FOR_PDF = "html-for-pdf"
    PLAIN = "plain"
    """http, although https answers as well."""

    PRIVATE = "private"
    ROBOTS = "robots"
    """The site's robots.txt asks programs to stay away."""

    LATE = "late"
    """It was not requested in time."""

    @property
    def is_bad(self) -> bool:
        """Return True for failures that may be temporary. They become errors after a week."""
        return self in (LinkStatus.GONE, LinkStatus.CERTIFICATE, LinkStatus.TROUBLE)

    @property
    def works(self) -> bool:
        """Return True if readers get what the link promises."""
        return self in (LinkStatus.GOOD, LinkStatus.MOVED, LinkStatus.PLAIN)


@dataclass(frozen=True, slots=True)
class LinkResult:
    """The status of a URL, with its explanation in words."""

    kind: LinkStatus
    said: str = ""
    """The end of the sentence `the address ...`: `answers "404 Not Found"`."""

    leads_to: str = ""
    """The URL to write in its place; empty if none is known."""

    reached: bool = True
    """False if no machine answered at all: this computer may have no connection."""
