"""What is known of one address on another site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LinkStatus(StrEnum):
    """What an address turned out to be."""

    GOOD = "good"
    GONE = "gone"
    MOVED = "moved"
    """For good: the server says the new address."""

    SOFT_404 = "soft-404"
    """A page that says "not found" as if all were well, or the home page in place of what was asked for."""

    CERTIFICATE = "certificate"
    LOGIN = "login"
    TROUBLE = "trouble"
    HTML_FOR_PDF = "html-for-pdf"
    PLAIN = "plain"
    """http, where https answers as well."""

    PRIVATE = "private"
    ROBOTS = "robots"
    """Its site asks programs to stay away."""

    LATE = "late"
    """It was not asked in time."""

    @property
    def is_bad(self) -> bool:
        """True for what one bad morning may explain and a week may not."""
        return self in (LinkStatus.GONE, LinkStatus.CERTIFICATE, LinkStatus.TROUBLE)

    @property
    def works(self) -> bool:
        """True where readers get what they were promised."""
        return self in (LinkStatus.GOOD, LinkStatus.MOVED, LinkStatus.PLAIN)


@dataclass(frozen=True, slots=True)
class LinkResult:
    """What an address turned out to be, in words."""

    kind: LinkStatus
    said: str = ""
    """The end of the sentence `the address ...`: `answers "404 Not Found"`."""

    leads_to: str = ""
    """The address to write in its place; empty where none is known."""

    reached: bool = True
    """False where no machine answered at all: then it may be this one that has no connection."""
