"""Suggests the likely new address of a missing one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

from generator.model import Address, PublishedAddress, Quarter, Records
from generator.model.addresses import parent_folder
from generator.permalinks.live_addresses import LiveAddresses, record_by_address

_NEAR: Final = 0.5
"""Minimum similarity of two ids, as difflib measures it, for one to be suggested as the new name of the other."""

_MAX_COMPARED: Final = 50_000
"""Maximum number of name pairs compared in one run, which takes some seconds. More suggestions would not be used."""


class RenameFinder:
    """Finds the likeliest new address among those that have not been published before."""

    def __init__(self, records: Records, published: Iterable[PublishedAddress], live_addresses: LiveAddresses) -> None:
        self._published = tuple(published)
        self._live_addresses = live_addresses
        self._record_of = record_by_address(records)
        self._to_compare = _MAX_COMPARED
        self._new = live_addresses.addresses - {entry.address for entry in self._published}

    def likeliest(self, gone: PublishedAddress) -> Address | None:
        """Return the likeliest new address; None if there is none.

        The record's documents are compared first, because they do not change with the id, and then the names. A list
        page that has no better match leads to the nearest page above it.
        """
        if gone.record is None:
            return self._find_by_name(gone.address) or self._above(gone.address)
        return self._by_documents(gone) or self._find_by_name(gone.address)

    def only_new_file(self, gone: PublishedAddress) -> Address | None:
        """Return the file that the record has newly in the folder of the missing one; None if there is none or several.

        This finds a document whose kind was changed, or a report that was replaced by another format.
        """
        new = [url for url in self._new if self._record_of.get(url) == gone.record and not url.endswith("/")]
        same_folder = [url for url in new if parent_folder(url) == parent_folder(gone.address)]
        return same_folder[0] if len(same_folder) == 1 else None

    def _by_documents(self, gone: PublishedAddress) -> Address | None:
        new_name = self._new_name(gone.record)
        if new_name is None or gone.record is None:
            return None
        candidates = [url for url in self._new if self._record_of.get(url) == new_name]
        old_id, new_id = gone.record.partition(":")[2], new_name.partition(":")[2]
        expected = gone.address.replace(old_id, new_id, 1)
        return expected if expected in candidates else None

    def _new_name(self, record: str | None) -> str | None:
        """Return the record that now has a document that `record` had."""
        hashes = [
            version.sha256
            for entry in self._published
            if record is not None and entry.record == record
            for version in entry.versions
        ]
        for sha256 in reversed(hashes):
            name = self._record_of.get(self._live_addresses.by_hash.get(sha256, "\0"))
            if name is not None and name != record:
                return name
        return None

    def _find_by_name(self, gone: Address) -> Address | None:
        """Return the nearest name in the folder of the address.

        A year or quarter is never the new name of another one.
        """
        name = _name(gone)
        ends = {_name(url): url for url in sorted(self._new) if parent_folder(url) == parent_folder(gone)}
        self._to_compare -= len(ends)
        if name.isdecimal() or Quarter.parse(name) is not None or self._to_compare < 0:
            return None
        near = difflib.get_close_matches(name, sorted(ends), n=1, cutoff=_NEAR)
        return ends[near[0]] if near else None

    def _above(self, gone: Address) -> Address | None:
        above = parent_folder(gone)
        while above and above not in self._live_addresses.addresses:
            above = parent_folder(above)
        return above or None


def _name(address: Address) -> str:
    return address.strip("/").rpartition("/")[2]
