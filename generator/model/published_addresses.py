"""What has been promised for good: addresses that lead on, addresses that were published, links looked at by hand."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from generator.model.partial_date import PartialDate
from generator.model.record_model import Line, RecordModel, Text, WebAddress

SiteAddress = Annotated[str, StringConstraints(pattern=r"^(?:[^/\s][^\s]*)?$", max_length=2000)]
"""From the site's root, without a leading slash, as in `generator/model/addresses.py`: `reviews/grace/`."""

MovedAddress = Annotated[str, StringConstraints(pattern=r"^(?:https?://)?[^/\s][^\s]*$", max_length=2000)]
"""The same, or an address in full on another site."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Redirect(RecordModel):
    """An address that leads on to another."""

    old: MovedAddress
    """Of this site, or in full: one of the partnership's old site, whose server is told in a file of its own."""

    new: MovedAddress
    """Of this site, or in full."""

    since: PartialDate | None = None
    """The day of the move; None where nobody has written it down."""


class Redirects(RecordModel):
    """`content/redirects.yml`."""

    redirects: tuple[Redirect, ...] = ()


class LinkException(RecordModel):
    """A link that a checker cannot see and somebody has opened by hand. Who that was is not written down."""

    address: WebAddress
    reason: Text
    """Why a checker cannot see it."""

    checked: PartialDate
    until: PartialDate
    """The last day for which the look by hand is enough."""


class LinkExceptions(RecordModel):
    """`content/link-exceptions.yml`."""

    exceptions: tuple[LinkException, ...] = ()


class DocumentVersion(RecordModel):
    """What stood at a document's address from a day on."""

    sha256: Sha256
    """Of the file that readers get."""

    since: PartialDate


class PublishedAddress(RecordModel):
    """An address that readers have been given."""

    address: SiteAddress
    since: PartialDate
    """Its first day."""

    record: Line | None = None
    """The record behind it, `case:grace`, as links in prose name it; None for a page that is no record's."""

    versions: tuple[DocumentVersion, ...] = ()
    """Of a document, oldest first; empty for a page."""


class PublishedUrls(RecordModel):
    """`content/published-urls.yml`: entries are added, never taken out."""

    published: tuple[PublishedAddress, ...] = ()
