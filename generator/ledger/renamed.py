"""Where something that is gone has probably gone to."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

from generator.ledger.standing import Standing, records_behind
from generator.model import Address, PublishedAddress, Quarter, Records
from generator.model.addresses import folder

_NEAR: Final = 0.5
"""How alike two ids are at least, as difflib counts, for one to be taken for the other's new name."""

_MOST_COMPARED: Final = 50_000
"""Pairs of names, in one run: some seconds. Nobody pastes more than that would find."""


class Renamed:
    """Finds the likeliest new address among those that have not been published before."""

    def __init__(self, records: Records, published: Iterable[PublishedAddress], standing: Standing) -> None:
        self._published = tuple(published)
        self._standing = standing
        self._behind = records_behind(records)
        self._to_compare = _MOST_COMPARED
        self._new = standing.addresses - {each.address for each in self._published}

    def likeliest(self, gone: PublishedAddress) -> Address | None:
        """By the record's documents, which stay the same when an id changes; else by the names. None: nobody knows.

        A list that is no record's page leads to the nearest page above it, where there is no better.
        """
        if gone.record is None:
            return self._by_name(gone.address) or self._above(gone.address)
        return self._by_documents(gone) or self._by_name(gone.address)

    def only_new_file(self, gone: PublishedAddress) -> Address | None:
        """The file that the same record has had in the same folder only since then; None for none, or for several.

        A document whose kind was changed, or a report that was replaced by another format.
        """
        new = [each for each in self._new if self._behind.get(each) == gone.record and not each.endswith("/")]
        same_folder = [each for each in new if folder(each) == folder(gone.address)]
        return same_folder[0] if len(same_folder) == 1 else None

    def _by_documents(self, gone: PublishedAddress) -> Address | None:
        new_name = self._new_name(gone.record)
        if new_name is None or gone.record is None:
            return None
        mine = [each for each in self._new if self._behind.get(each) == new_name]
        old_id, new_id = gone.record.partition(":")[2], new_name.partition(":")[2]
        wanted = gone.address.replace(old_id, new_id, 1)
        return wanted if wanted in mine else None

    def _new_name(self, record: str | None) -> str | None:
        """The record that now has a document that this one had."""
        hashes = [
            version.sha256
            for each in self._published
            if record is not None and each.record == record
            for version in each.versions
        ]
        for each in reversed(hashes):
            name = self._behind.get(self._standing.by_hash.get(each, "\0"))
            if name is not None and name != record:
                return name
        return None

    def _by_name(self, gone: Address) -> Address | None:
        """The nearest name in the same folder. One year, or quarter, is not another's new name."""
        name = _name(gone)
        ends = {_name(each): each for each in sorted(self._new) if folder(each) == folder(gone)}
        self._to_compare -= len(ends)
        if name.isdecimal() or Quarter.parse(name) is not None or self._to_compare < 0:
            return None
        near = difflib.get_close_matches(name, sorted(ends), n=1, cutoff=_NEAR)
        return ends[near[0]] if near else None

    def _above(self, gone: Address) -> Address | None:
        above = folder(gone)
        while above and above not in self._standing.addresses:
            above = folder(above)
        return above or None


def _name(address: Address) -> str:
    return address.strip("/").rpartition("/")[2]
