"""Documents as pages show them: the link, what the file is, and how to get a document that is not here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from generator.languages import gettext as _
from generator.languages.tags import language_name
from generator.model import Availability, Partnership, PublishedDocument, PublishedUpdate
from generator.model.ways_to_read import is_on_own_website


class DocumentView(TypedDict):
    """A document as a page shows it."""

    label: str
    detail: str
    address: str
    is_local: bool
    availability: str
    reason: str
    publisher: str
    """`Anytown Safeguarding's website`, for a document that is there; empty for every other document."""

    publisher_address: str
    """The home page of that website; empty if it is not known."""

    since: str
    """Since when a removed document is not published, in words; empty for every other document."""

    anchor: str
    """The anchor for links to a document with a date of its own; empty for every other document."""

    published: str
    """When the document was published, in words; empty if its record gives no separate date."""

    published_iso: str
    language: str
    """The language tag, for a document that is not in the site's language; empty for every other document."""

    own_language_name: str
    """The name of that language in the language: `polski`; empty if it is not known."""

    picture: PictureView | None
    """A small picture of the first page; None if there is none."""

    is_accessible: bool
    """False for a document of this site that does not meet the accessibility rules."""

    updates: list[UpdateView]
    """Newest first."""


class UpdateView(TypedDict):
    """A change to a document."""

    anchor: str
    date: str
    iso: str
    text: str
    earlier: str
    """The address of the version before this change; empty if that version is not offered."""

    earlier_label: str
    earlier_detail: str


class PictureView(TypedDict):
    """A picture with its size in CSS pixels."""

    address: str
    width: int
    height: int


def document_views(documents: Iterable[PublishedDocument], partnership: Partnership) -> list[DocumentView]:
    """Return views of documents, in the order of their record."""
    return [
        {
            "label": document.label,
            "detail": _unbroken(document.detail),
            "address": document.address or "",
            "is_local": document.is_local,
            "availability": str(document.availability) if document.availability is not None else "",
            "reason": document.reason or "",
            "publisher": _website(document, partnership),
            "publisher_address": (partnership.website or "") if document.publisher == partnership.name else "",
            "since": document.since.label if document.since is not None else "",
            "anchor": document.anchor if document.published is not None else "",
            "published": document.published.label if document.published is not None else "",
            "published_iso": document.published.iso if document.published is not None else "",
            "language": document.language if document.is_in_another_language else "",
            "own_language_name": _own_name(document.language) if document.is_in_another_language else "",
            "picture": picture_view(document),
            "is_accessible": not document.shortfalls,
            "updates": [_update(update) for update in newest_updates(document)],
        }
        for document in documents
    ]


def _website(document: PublishedDocument, partnership: Partnership) -> str:
    """Return whose website has a document: `Anytown Safeguarding's website`; empty if nothing says whose it is."""
    if document.publisher is not None:
        return possessive_website(document.publisher)
    is_own = not document.is_local and is_on_own_website(document.address, partnership)
    return possessive_website(partnership.name) if is_own else ""


def newest_updates(document: PublishedDocument) -> list[PublishedUpdate]:
    """Return the changes to a document, newest first."""
    return sorted(document.updates, key=lambda each: each.date.first_day, reverse=True)


def _update(update: PublishedUpdate) -> UpdateView:
    earlier = update.earlier
    return {
        "anchor": update.anchor,
        "date": update.date.label,
        "iso": update.date.iso,
        "text": update.text,
        "earlier": (earlier.address or "") if earlier is not None else "",
        "earlier_label": earlier.label if earlier is not None else "",
        "earlier_detail": _unbroken(earlier.detail) if earlier is not None else "",
    }


def _unbroken(detail: str) -> str:
    """Put non-breaking spaces between numbers and units, to keep each pair on one line: `PDF, 34 pages, 1.2 MB`."""
    return ", ".join(each.replace(" ", "\N{NO-BREAK SPACE}") for each in detail.split(", "))


def picture_view(document: PublishedDocument) -> PictureView | None:
    """Return the picture of a document's first page; None if there is none."""
    picture = document.picture
    if picture is None:
        return None
    return {"address": picture.address, "width": picture.width, "height": picture.height}


def possessive_website(publisher: str) -> str:
    """Return `Anytown Safeguarding's website`, or `Anytown Safeguarding Partners' website`."""
    publisher = publisher.rstrip(".")
    if publisher.endswith("s"):
        return _("{publisher}' website").format(publisher=publisher)
    return _("{publisher}'s website").format(publisher=publisher)


def how_to_get(document: PublishedDocument | None, what: str) -> str:
    """Return how to get a document, as a sentence such as "You can ask for the report."; empty if nobody can get it.

    `what` is the name of the document, such as `report`.
    """
    if document is None:
        return ""
    if document.publisher is not None:
        return _("The {document} is on {website}.").format(
            document=what, website=possessive_website(document.publisher)
        )
    if document.address is not None:
        return _("You can read the {document}.").format(document=what)
    if document.availability is Availability.ON_REQUEST:
        return _("You can ask for the {document}.").format(document=what)
    if document.availability is Availability.UNKNOWN:
        return _("We do not know whether the {document} is online.").format(document=what)
    return ""


def _own_name(tag: str) -> str:
    name = language_name(tag, tag)
    return name if name != tag else ""
