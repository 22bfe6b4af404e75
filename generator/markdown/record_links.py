"""Links to records by id: `briefing:early-help`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from generator.model import Library, addresses

KINDS: Final = ("case", "briefing", "theme", "harm", "notice", "bulletin", "type", "page", "site", "document")


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A link by id, as written: `[early help](briefing:early-help#signs)`."""

    kind: str
    """One of `KINDS`."""

    id: str
    anchor: str = ""
    """The anchor with its `#`; empty if the link names a whole page."""

    def address(self, shelf: str = "news") -> addresses.Address:
        """Return its target from the site's root. `shelf` is the shelf of a notice."""
        address_function = {
            "case": addresses.review,
            "briefing": addresses.briefing,
            "theme": addresses.theme,
            "harm": addresses.harm,
            "type": addresses.review_type,
            "bulletin": addresses.bulletin,
        }.get(self.kind)
        if address_function is not None:
            return address_function(self.id) + self.anchor
        if self.kind == "notice":
            return addresses.notice(self.id, shelf) + self.anchor
        if self.kind == "page":
            return (self.id.strip("/") + "/" if self.id.strip("/") else "") + self.anchor
        return self.id.lstrip("/") + self.anchor


def record_link(destination: str) -> RecordLink | None:
    """Return the record that a link's destination names; None for an ordinary address."""
    kind, colon, rest = destination.partition(":")
    if not colon or kind not in KINDS:
        return None
    identity, hash_sign, anchor = rest.partition("#")
    return RecordLink(kind, identity, hash_sign + anchor)


def page_link(page: str) -> RecordLink | None:
    """Return the link to a page named by its file, `about/contact.md`, or by an id; None for anything else."""
    if page.endswith(".md"):
        parts = page.removesuffix(".md").strip("/").split("/")
        return RecordLink("page", "/".join(parts[:-1] if parts[-1] == "index" else parts))
    return record_link(page)


def resolve_record_link(link: RecordLink, library: Library) -> addresses.Address:
    """Return the target of a link by id in a library, from the site's root."""
    if link.kind == "document":
        return _document(link, library)
    if link.kind != "notice":
        return link.address()
    kinds = library.vocabulary.notice_kind
    shelf = next((kinds[notice.kind].shelf for notice in library.notices if notice.id == link.id), None)
    return link.address(shelf or "news")


def _document(link: RecordLink, library: Library) -> addresses.Address:
    """Return the file of a document, or the page of its record if this site does not publish the file."""
    for (kind, record_id), documents in library.documents_of.items():
        for document in documents:
            if document.anchor == link.id and document.is_local and document.address is not None:
                return document.address + link.anchor
            if document.anchor == link.id:
                return resolve_record_link(RecordLink(kind, record_id), library)
    return link.id


def record_link_resolver(library: Library) -> Callable[[str], str]:
    """Return a function that turns a link by id into an absolute address. It returns any other link unchanged."""

    def resolve(destination: str) -> str:
        link = record_link(destination)
        return destination if link is None else library.site_url + resolve_record_link(link, library)

    return resolve
