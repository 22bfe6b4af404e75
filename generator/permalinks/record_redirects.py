"""Automatic redirects: the address of a file that is no longer published redirects to its record's page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

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
    site_address,
)
from generator.model.vocabulary import NoticeSection, Vocabulary
from generator.permalinks.live_addresses import record_by_address
from generator.permalinks.waiting_redirects import waiting_redirects

AnyLocated = Located[Case] | Located[Briefing] | Located[Notice]

_EXPLAINED_ON_THE_PAGE = (
    Availability.ON_REQUEST,
    Availability.WITHDRAWN,
    Availability.ELSEWHERE,
    Availability.UNKNOWN,
    Availability.REMOVED,
)
"""Availability values of a document that was published. For the others the record's page says "not published"."""


@dataclass(frozen=True)
class RecordPages:
    """Finds the page that explains why an address of a record no longer exists."""

    records: Records
    today: date

    def find(self, address: Address, record: str | None = None) -> Address | None:
        """Return the page of an address's record, `case:grace`.

        Without `record`, the record that currently has the address is used. None if the record does not exist or is not
        public, if it still offers the address, or if its page does not say what happened to it. The page of the file
        with all sheets is the list of briefings.
        """
        if address == addresses.SHEET_ARCHIVE:
            return addresses.BRIEFINGS
        located = self.located(record or self._record_of.get(address, ""))
        if located is None or not located.record.is_public(self.today):
            return None
        page = address_of(located.record, self._vocabulary)
        return page if address != page and _is_explained(address, located.record) else None

    def located(self, record: str) -> AnyLocated | None:
        """Return the record with a name, `case:grace`; None if there is none."""
        return self._records_by_name.get(record)

    @cached_property
    def _records_by_name(self) -> Mapping[str, AnyLocated]:
        return {record.record.ref: record for record in self.records.cases_briefings_notices}

    @cached_property
    def _record_of(self) -> Mapping[Address, str]:
        return record_by_address(self.records)

    @property
    def _vocabulary(self) -> Vocabulary | None:
        return self.records.vocabulary.record if self.records.vocabulary is not None else None


def record_redirects(records: Records, library: Library, made: Collection[Address] = ()) -> tuple[Redirect, ...]:
    """Return a redirect to the record's page for each published file that the library does not have.

    The targets of the redirects in `content/redirects.yml` count as published. Addresses that are redirected in that
    file get no redirect, and neither do addresses that have a file or a page. `made` are files that a build will make.
    """
    pages = RecordPages(records, library.today)
    taken = {*made, *(address for address, _ in library.local_files)}
    taken |= {site_address(redirect_entry.old, library.site_url) or "" for redirect_entry in records.redirect_entries}
    taken |= {page.address for page in records.pages}
    taken |= {addresses.slides(briefing.id) for briefing in library.briefings if library.shows_as_slides(briefing)}
    redirects = {
        address: page
        for address, record in _published(records, library.site_url)
        if address not in taken and (page := pages.find(address, record)) is not None
    }
    return tuple(Redirect(old=old, new=new) for old, new in sorted(redirects.items()))


def with_record_redirects(library: Library, records: Records, made: Collection[Address] = ()) -> Library:
    """Return the library with its record redirects. A redirect to such a file leads directly to the page.

    Redirects that wait for their record are left out: they would name a draft.
    `made` are the addresses of files that are not in the library yet and that a build will make.
    """
    added = record_redirects(records, library, made)
    pages = {redirect.old: redirect.new for redirect in added}
    waiting = waiting_redirects(records, library.site_url, library.today)
    direct = (
        redirect.model_copy(update={"new": pages[new]})
        if (new := site_address(redirect.new, library.site_url) or "") in pages
        else redirect
        for redirect in library.redirects
        if redirect not in waiting
    )
    return replace(library, redirects=(*direct, *added))


def _published(records: Records, site_url: str) -> Iterator[tuple[Address, str | None]]:
    """Yield every address that readers may have, with its record if the list of published addresses names it."""
    for move in records.redirect_entries:
        yield site_address(move.new, site_url) or "", None
    if records.published_urls is not None:
        for entry in records.published_urls.record.published:
            yield site_address(entry.address, site_url) or "", entry.record


def _is_explained(address: Address, record: Case | Briefing | Notice) -> bool:
    """Return True if the record's page says what happened to a file, or offers the content in another form."""
    if isinstance(record, Notice) and address in {addresses.notice(record.id, shelf) for shelf in NoticeSection}:
        return True
    if address == addresses.event_calendar(record.id):
        return isinstance(record, Notice) and (record.is_withdrawn or not record.has_calendar)
    made = (addresses.sheet(record.id), addresses.poster(record.id), addresses.slides(record.id))
    if isinstance(record, Briefing) and address in made:
        return True
    if isinstance(record, Case) and address in recommendation_addresses(record):
        return record.is_withdrawn or record.status is Status.ARCHIVED
    if not address.startswith((f"documents/{record.id}-", f"{addresses.VERSIONS}{record.id}-")):
        return False
    if record.is_withdrawn or record.status is Status.ARCHIVED:
        return True
    offered = {url for document in record.documents for _, url in document.addresses(record.id)}
    return address not in offered and any(_explains(document, address, record.id) for document in record.documents)


def recommendation_addresses(case: Case) -> frozenset[Address]:
    """Return the addresses that the pages of a case's recommendations have, or had before it was archived."""
    return frozenset(addresses.recommendation(case.id, each.id) for each in case.recommendations)


def _explains(document: Document, address: Address, record_id: str) -> bool:
    """Return True if a document had its file at the address, unless its entry now says "not published"."""
    name = str(PurePosixPath(address).with_suffix(""))
    current = addresses.document(record_id, document.name, "pdf").removesuffix(".pdf")
    earlier = f"{addresses.VERSIONS}{record_id}-{document.name}-until-"
    is_its_file = name == current or name.startswith(earlier)
    return is_its_file and document.availability in (None, *_EXPLAINED_ON_THE_PAGE)
