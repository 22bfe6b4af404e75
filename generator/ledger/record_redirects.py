"""Redirects that the generator works out itself: a file that is no longer published leads to its record's page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from generator.ledger.standing import records_behind
from generator.model import (
    Address,
    Availability,
    Briefing,
    Case,
    Document,
    Library,
    Located,
    Notice,
    Records,
    Redirect,
    Status,
    address_of,
    addresses,
    inside,
)
from generator.model.vocabulary import Shelf, Vocabulary

AnyLocated = Located[Case] | Located[Briefing] | Located[Notice]

_SAID_ON_THE_PAGE = (Availability.ON_REQUEST, Availability.WITHDRAWN)
"""What a record may say of a document that was published. The page says "not published" of the others."""


@dataclass(frozen=True)
class RecordPages:
    """Finds the page that explains why an address of a record is no longer there."""

    records: Records
    today: date

    def find(self, address: Address, record: str | None = None) -> Address | None:
        """The page of an address's record, `case:grace`.

        Without `record`, the record that the address belongs to today. None where the record does not exist or is not
        public, where it still offers the address, and where its page does not say what became of it.
        """
        located = self.located(record or self._behind.get(address, ""))
        if located is None or not located.record.is_public(self.today):
            return None
        page = address_of(located.record, self._vocabulary)
        return page if address != page and _is_explained(address, located.record) else None

    def located(self, record: str) -> AnyLocated | None:
        """The record of a name, `case:grace`; None where there is none."""
        return self._by_name.get(record)

    @cached_property
    def _by_name(self) -> Mapping[str, AnyLocated]:
        return {each.record.name_in_records: each for each in self.records.published}

    @cached_property
    def _behind(self) -> Mapping[Address, str]:
        return records_behind(self.records)

    @property
    def _vocabulary(self) -> Vocabulary | None:
        return self.records.vocabulary.record if self.records.vocabulary is not None else None


def record_redirects(records: Records, library: Library) -> tuple[Redirect, ...]:
    """A redirect to the record's page for each published file that the library does not have.

    The targets of the redirects in `content/redirects.yml` count as published. An address that is redirected in that
    file, and one at which there is a file or a page, gets none.
    """
    pages = RecordPages(records, library.today)
    taken = {address for address, _ in library.local_files}
    taken |= {inside(each.old, library.site_url) or "" for each in records.moves}
    taken |= {each.address for each in records.pages}
    found = {
        address: page
        for address, record in _published(records, library.site_url)
        if address not in taken and (page := pages.find(address, record)) is not None
    }
    return tuple(Redirect(old=old, new=new) for old, new in sorted(found.items()))


def with_record_redirects(library: Library, records: Records) -> Library:
    """The library with these redirects as well. A redirect to such a file leads to the page at once."""
    added = record_redirects(records, library)
    pages = {each.old: each.new for each in added}
    written = (
        each.model_copy(update={"new": pages[new]})
        if (new := inside(each.new, library.site_url) or "") in pages
        else each
        for each in library.redirects
    )
    return replace(library, redirects=(*written, *added))


def _published(records: Records, site_url: str) -> Iterator[tuple[Address, str | None]]:
    """Every address that readers may hold, with its record as far as the list of published addresses names it."""
    for move in records.moves:
        yield inside(move.new, site_url) or "", None
    if records.published_urls is not None:
        for each in records.published_urls.record.published:
            yield inside(each.address, site_url) or "", each.record


def _is_explained(address: Address, record: Case | Briefing | Notice) -> bool:
    """True where the record's page says what became of a file, or offers the same in another form."""
    if isinstance(record, Notice) and address in {addresses.notice(record.id, shelf) for shelf in Shelf}:
        return True
    if address == addresses.event_calendar(record.id):
        return isinstance(record, Notice) and (record.is_withdrawn or not record.has_calendar)
    if isinstance(record, Briefing) and address in (addresses.sheet(record.id), addresses.poster(record.id)):
        return True
    if not address.startswith((f"documents/{record.id}-", f"{addresses.VERSIONS}{record.id}-")):
        return False
    if record.is_withdrawn or record.status is Status.ARCHIVED:
        return True
    offered = {each for document in record.documents for _, each in document.addresses(record.id)}
    return address not in offered and any(_explains(each, address, record.id) for each in record.documents)


def _explains(document: Document, address: Address, record_id: str) -> bool:
    """True where a document had its file at the address, unless its entry now says "not published"."""
    name = str(PurePosixPath(address).with_suffix(""))
    current = addresses.document(record_id, document.kind, "pdf").removesuffix(".pdf")
    earlier = f"{addresses.VERSIONS}{record_id}-{document.kind}-until-"
    is_its_file = name == current or name.startswith(earlier)
    return is_its_file and document.availability in (None, *_SAID_ON_THE_PAGE)
