"""The addresses that currently exist, and the record of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Final

from generator.model import Address, Library, Records, address_of, addresses

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
        files = {
            version.address: Path(version.path)
            for documents in library.documents_of.values()
            for document in documents
            for version in document.with_earlier
            if version.address is not None and version.path is not None and not version.is_sheet
        }
        return cls(frozenset(known), files)

    @classmethod
    def of_folder(cls, site: Path) -> LiveAddresses:
        """Return the addresses of a built site."""
        paths = (path for path in site.rglob("*") if path.is_file())
        files = {_address(path.relative_to(site).as_posix()): path for path in paths}
        documents = {
            address: path for address, path in files.items() if f"{PurePosixPath(address).parent}/" in _DOCUMENTS
        }
        return cls(frozenset(files), documents)

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
    """Return `case:grace` by the address of each page, file and recommendation of a record, public or not."""
    words = records.vocabulary.record if records.vocabulary is not None else None
    record_of: dict[Address, str] = {}
    for located in records.cases_briefings_notices:
        record, name = located.record, f"{located.raw.kind}:{located.record.id}"
        record_of[address_of(record, words)] = name
        for document in record.documents:
            record_of |= {address: name for _, address in document.addresses(record.id)}
    for bulletin in records.bulletins:
        record_of[addresses.bulletin(bulletin.record.id)] = f"bulletin:{bulletin.record.id}"
    record_of |= {
        addresses.event_calendar(notice.record.id): f"notice:{notice.record.id}" for notice in records.notices
    }
    for case in records.cases:
        for each in case.record.recommendations:
            record_of[addresses.recommendation(case.record.id, each.id)] = f"case:{case.record.id}"
    for briefing in records.briefings:
        name = f"briefing:{briefing.record.id}"
        record_of[addresses.sheet(briefing.record.id)] = name
        record_of[addresses.slides(briefing.record.id)] = name
        if briefing.record.series.poster:
            record_of[addresses.poster(briefing.record.id)] = name
    return record_of


def original_by_address(records: Records) -> Mapping[Address, str]:
    """Return the SHA-256 of the file in the record's folder, by the address of each PDF or Office file of a record."""
    return {
        address: facts.sha256
        for located in records.cases_briefings_notices
        for document in located.record.documents
        for (_, name), (_, address) in zip(document.files, document.addresses(located.record.id), strict=True)
        if (facts := records.files.get((located.raw.file, name))) is not None and facts.sha256
    }


def _address(name: str) -> Address:
    return name.removesuffix("index.html") if name == "index.html" or name.endswith("/index.html") else name
