"""Addresses that must keep working: redirects, published addresses, and links that were checked by hand."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from generator.model.partial_date import PartialDate
from generator.model.record_model import Line, RecordModel, Text, WebAddress

SiteAddress = Annotated[str, StringConstraints(pattern=r"^(?:[^/\s][^\s]*)?$", max_length=2000)]
"""An address from the site's root, without a leading slash, as in `generator/model/addresses.py`: `reviews/grace/`."""

MovedAddress = Annotated[str, StringConstraints(pattern=r"^(?:https?://)?[^/\s][^\s]*$", max_length=2000)]
"""An address from the site's root, or a full address on another site."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Redirect(RecordModel):
    """An address that redirects to another."""

    old: MovedAddress
    """On this site, or a full address on the partnership's old site, whose server gets a separate file of redirects."""

    new: MovedAddress
    """On this site, or a full address."""

    since: PartialDate | None = None
    """The day of the move; None if it was not recorded."""


class Redirects(RecordModel):
    """`content/redirects.yml`."""

    redirects: tuple[Redirect, ...] = ()


class LinkException(RecordModel):
    """A link that a checker cannot check and that a person has opened by hand. That person is not recorded."""

    address: WebAddress
    reason: Text
    """Why the checker cannot check it."""

    checked: PartialDate
    until: PartialDate
    """The last day for which the check by hand is valid."""


class LinkExceptions(RecordModel):
    """`content/link-exceptions.yml`."""

    exceptions: tuple[LinkException, ...] = ()


class DocumentVersion(RecordModel):
    """A version of a document at its address, from a day on."""

    sha256: Sha256
    """The hash of the file that readers get."""

    since: PartialDate
    original: Sha256 | None = None
    """The hash of the file in the record's folder that the version was made from; None if it was not recorded."""


class PublishedAddress(RecordModel):
    """A published address."""

    address: SiteAddress
    since: PartialDate
    """The first day on which it was published."""

    record: Line | None = None
    """The record of the page, `case:grace`, as links in prose write it; None for a page that is not a record's."""

    versions: tuple[DocumentVersion, ...] = ()
    """The versions of a document, oldest first; empty for a page."""


class PublishedUrls(RecordModel):
    """`content/published-urls.yml`. Entries are added, never removed."""

    published: tuple[PublishedAddress, ...] = ()
