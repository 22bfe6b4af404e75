"""Published addresses that are missing: each needs a redirect, or a record whose page says what happened to it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import Address, PublishedAddress, Records, address_of, addresses, site_address
from generator.permalinks.live_addresses import LiveAddresses
from generator.permalinks.record_redirects import AnyLocated, RecordPages
from generator.permalinks.rename_suggestions import RenameFinder

_MAX_REPORTED: Final = 100
"""Number of addresses that are reported separately."""


def check_missing_addresses(
    records: Records, live_addresses: LiveAddresses, site_url: str, today: date
) -> Iterator[Diagnostic]:
    """Yield A502, once for each published address that does not exist and is not redirected.

    A file of a record that is archived or withdrawn is redirected to the record's page; so is every other file if the
    page says what happened to it (`RecordPages`).
    """
    located = records.published_urls
    if located is None:
        return
    kept = live_addresses.addresses | {
        site_address(redirect_entry.old, site_url) for redirect_entry in records.redirect_entries
    }
    pages = RecordPages(records, today)
    missing = {
        entry.address: n
        for n, entry in reversed(list(enumerate(located.record.published)))
        if (address := site_address(entry.address, site_url) or "") not in kept
        and not _is_explained(address, entry, pages, live_addresses)
    }
    hints = _Hints(records, live_addresses, pages, today) if missing else None
    for address, n in sorted(missing.items(), key=lambda item: item[1])[:_MAX_REPORTED]:
        assert hints is not None
        place = located.raw.location_of("published", n, "address")
        hint = hints.hint(located.record.published[n])
        yield rule("A502").diagnostic(f'"/{address}" was published and is gone', place, hint)
    if len(missing) > _MAX_REPORTED:
        message = f"and {len(missing) - _MAX_REPORTED:,} more published addresses are gone"
        hint = "has a folder been moved? correct the first ones, then build again"
        yield rule("A502").diagnostic(message, located.raw.location_of("published"), hint)


def _is_explained(address: Address, entry: PublishedAddress, pages: RecordPages, live_addresses: LiveAddresses) -> bool:
    """Return True if the page of the entry's record says what happened to the address.

    If the page of a withdrawn record is missing, that is reported for the page, and not for each of its files again.
    """
    page = pages.find(address, entry.record)
    located = pages.located(entry.record or "")
    is_withdrawn = located is not None and located.record.is_withdrawn
    return page is not None and (is_withdrawn or page in live_addresses.addresses)


class _Hints:
    """Hints that an editor can type so that a published address leads somewhere again."""

    def __init__(self, records: Records, live_addresses: LiveAddresses, pages: RecordPages, today: date) -> None:
        published = records.published_urls.record.published if records.published_urls is not None else ()
        self._records = records
        self._renamed = RenameFinder(records, published, live_addresses)
        self._pages = pages
        self._today = today

    def hint(self, gone: PublishedAddress) -> str:
        """Return a hint of one line. The text to paste is at its end."""
        located = self._pages.located(gone.record or "")
        if located is None:
            return self._draft_bulletin(gone) or self._redirect(gone.address, self._renamed.likeliest(gone))
        if not located.record.is_public(self._today):
            return _not_public(located)
        new = self._renamed.only_new_file(gone)
        if new is None and (written := self._document(gone.address, located)) is not None:
            return written
        words = self._records.vocabulary
        page = address_of(located.record, words.record if words is not None else None)
        return self._redirect(gone.address, new or page)

    def _redirect(self, address: Address, new: Address | None) -> str:
        entry = f"- {{old: {_quote(address)}, new: {_quote(new or '...')}, since: {self._today}}}"
        is_page = address.endswith(("/", ".html"))
        what = "" if is_page else "only the web server can redirect a file, see library docs hosting; "
        return f'{what}bring it back, or add to content/redirects.yml, below "redirects:": {entry}'

    def _document(self, address: Address, located: AnyLocated) -> str | None:
        """Return the text to add to the record of a document; None for an address that matches no kind of document."""
        name = _document_name(address, located.record.id)
        words = self._records.vocabulary
        kind, identity = _kind_and_id(name, words.record.document_kind if words is not None else ())
        if kind is None:
            return None
        documents = located.record.documents
        same = next(
            (document.availability for document in documents if document.name == name and document.availability), None
        )
        if same is not None:
            return (
                f'it was published: in {located.raw.file}, in place of "availability: {same}" of the {name}, write: '
                "availability: withdrawn"
            )
        begin = 'below "documents:"' if documents else 'add "documents:" and below it'
        return (
            f"bring it back, or let the page say that readers can ask for it: in {located.raw.file}, {begin}, "
            f"write: - {{kind: {kind}{f', id: {identity}' if identity else ''}, availability: on-request}}"
        )

    def _draft_bulletin(self, gone: PublishedAddress) -> str | None:
        """Return the hint for a bulletin that became a draft again; None if there is no such bulletin."""
        for bulletin in self._records.bulletins:
            if gone.record == f"bulletin:{bulletin.record.id}" and not bulletin.record.is_public(self._today):
                return (
                    f'it was published: in {bulletin.raw.file}, in place of "status: draft", write: status: published'
                )
        return None


def _not_public(located: AnyLocated) -> str:
    """Return the hint for a record that was published and is now a draft, or scheduled for a later day, again."""
    record = located.record
    also = ', remove "publish_on"' if record.publish_on is not None else ""
    return (
        f"it was published, and its page has to stay: in {located.raw.file}{also}, and in place of "
        f'"status: {record.status}" write: status: archived'
    )


def _kind_and_id(name: str | None, kinds: Iterable[str]) -> tuple[str | None, str]:
    """Return the kind and the id of a document's name: `report-part-2` has `report` and `part-2`.

    The id is empty for a document without one. The kind is None if no known kind is in the name.
    """
    known = [kind for kind in kinds if name is not None and f"{name}-".startswith(f"{kind}-")]
    kind = max(known, key=len, default=None)
    return kind, (name or "")[len(kind) + 1 :] if kind is not None else ""


def _document_name(address: Address, record_id: str) -> str | None:
    """Return the name in the address of a record's document: `full-report-part-2`; None for any other address."""
    for folder in ("documents/", addresses.VERSIONS):
        if address.startswith(f"{folder}{record_id}-"):
            name = address.removeprefix(f"{folder}{record_id}-").rpartition(".")[0]
            return name.partition("-until-")[0] if folder == addresses.VERSIONS else name
    return None


def _quote(address: Address) -> str:
    return json.dumps(address, ensure_ascii=False) if re.search(r"[^\w./-]", address) else address
