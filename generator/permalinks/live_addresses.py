"""The addresses that currently exist, and the record of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from generator.model import Address, Library, Records, Series, address_of, addresses

_DOCUMENTS: Final = ("documents/", addresses.VERSIONS)


@dataclass(frozen=True)
class LiveAddresses:
    """Every address that exists on the site, without redirected ones."""

    addresses: frozenset[Address]
    documents: Mapping[Address, Path]
    """Path of the file that readers get at a document's address."""

    @classmethod
    def of_library(cls, library: Library, known: Iterable[Address]) -> LiveAddresses:
        """Return the addresses of a site that will be written; `known` is every address that it will have."""
        documents = {
            each.address: Path(each.path)
            for listed in library.documents_of.values()
            for document in listed
            for each in document.with_earlier
            if each.address is not None and each.path is not None and not each.is_sheet
        }
        return cls(frozenset(known), documents)

    @classmethod
    def of_folder(cls, site: Path) -> LiveAddresses:
        """Return the addresses of a built site."""
        names = {each.relative_to(site).as_posix(): each for each in site.rglob("*") if each.is_file()}
        found = {_address(name): path for name, path in names.items()}
        documents = {
            address: path for address, path in found.items() if f"{PurePosixPath(address).parent}/" in _DOCUMENTS
        }
        return cls(frozenset(found), documents)

    @cached_property
    def by_hash(self) -> Mapping[str, Address]:
        """The address of each document, by the SHA-256 of the file that readers get.

        The files are read on first use.
        """
        return {hash_of(path): address for address, path in self.documents.items()}


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    return sha256(path.read_bytes()).hexdigest()


def record_by_address(records: Records) -> Mapping[Address, str]:
    """Return `case:grace` by the address of each page, document, sheet and calendar of a record, public or not."""
    words = records.vocabulary.record if records.vocabulary is not None else None
    behind: dict[Address, str] = {}
    for located in records.cases_briefings_notices:
        record, name = located.record, f"{located.raw.kind}:{located.record.id}"
        behind[address_of(record, words)] = name
        for document in record.documents:
            behind |= {address: name for _, address in document.addresses(record.id)}
    for bulletin in records.bulletins:
        behind[addresses.bulletin(bulletin.record.id)] = f"bulletin:{bulletin.record.id}"
    behind |= {addresses.event_calendar(notice.record.id): f"notice:{notice.record.id}" for notice in records.notices}
    for briefing in records.briefings:
        name = f"briefing:{briefing.record.id}"
        behind[addresses.sheet(briefing.record.id)] = name
        if briefing.record.series is Series.LESSONS_LEARNED:
            behind[addresses.poster(briefing.record.id)] = name
    return behind


def _address(name: str) -> Address:
    return name.removesuffix("index.html") if name == "index.html" or name.endswith("/index.html") else name
