"""Adds new addresses and versions at the end of the list of published addresses. Existing lines are never changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.model import Address, Records
from generator.model.addresses import FEED, MOVED_CSV, NOT_FOUND, is_later_page
from generator.permalinks.live_addresses import LiveAddresses, hash_of, original_by_address, record_by_address

LEDGER: Final = "content/published-urls.yml"
_HEAD: Final = (
    "# Every address that this library has ever published. Addresses are only added, never taken out:\n"
    "# one that is listed here and no longer exists needs a redirect or a notice of withdrawal.\n"
)
_PLAIN: Final = re.compile(r"[a-z][a-z0-9]*(?:[./_:-][a-z0-9]+)+/?|[a-z][a-z0-9-]+/")
"""Text that YAML reads as a string without quotes."""


@dataclass(frozen=True, slots=True)
class LedgerUpdate:
    """The list of published addresses with its new entries."""

    text: str
    addresses: int
    """Number of new addresses."""

    versions: int
    """Number of known documents that have new content."""


def add_new_entries(records: Records, live_addresses: LiveAddresses, today: date) -> LedgerUpdate:
    """Return the whole text of the list, with an entry added for each new address and for each new version."""
    located = records.published_urls
    published = located.record.published if located is not None else ()
    latest = {entry.address: version.sha256 for entry in published for version in entry.versions}
    known = {entry.address for entry in published}
    record_of, originals = record_by_address(records), original_by_address(records)
    lines, new = [], 0
    for address in sorted(filter(is_for_readers, live_addresses.addresses)):
        document = live_addresses.documents.get(address)
        digest = hash_of(document) if document is not None else None
        if address in known and (digest is None or latest.get(address) == digest):
            continue
        new += address not in known
        lines.append(_entry(address, record_of.get(address), digest, originals.get(address), today))
    text = located.raw.source.text if located is not None else f"{_HEAD}published:\n"
    if lines:
        text = _ready_for_entries(text, bool(published)) + "".join(
            f"{_indent(records)}- {{{line}}}\n" for line in lines
        )
    return LedgerUpdate(text, new, len(lines) - new)


def is_for_readers(address: Address) -> bool:
    """Return True for pages, documents, data, feeds and calendars; False for page assets and machine-only files.

    The later pages of lists are left out too: a list that shrinks has fewer pages, and that must not stop a build.
    """
    if address == "" or address.endswith("/"):
        return not is_later_page(address)
    if address.startswith("documents/"):
        return not address.startswith("documents/pictures/")
    if address.rpartition("/")[2] == FEED or address.endswith((".html", ".ics")):
        return address != NOT_FOUND
    return address.startswith("data/") and address != MOVED_CSV


def _entry(address: Address, record: str | None, digest: str | None, original: str | None, today: date) -> str:
    def fields() -> Iterator[str]:
        yield f"address: {_quote(address)}"
        yield f"since: {today.isoformat()}"
        if record is not None:
            yield f"record: {_quote(record)}"
        if digest is not None:
            of = f', original: "{original}"' if original else ""
            yield f'versions: [{{sha256: "{digest}", since: {today.isoformat()}{of}}}]'

    return ", ".join(fields())


def _quote(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _ready_for_entries(text: str, has_entries: bool) -> str:
    """Return the text, ready for more entries: an empty list is opened, and the last line ends with a line break."""
    if not has_entries:
        text = re.sub(r"^(published:)[ \t]*\[[ \t]*\]", r"\1", text, count=1, flags=re.MULTILINE)
        if not re.search(r"^published:", text, re.MULTILINE):
            text = f"{text.rstrip()}\npublished:" if text.strip() else f"{_HEAD}published:"
    return text if text.endswith("\n") else text + "\n"


def _indent(records: Records) -> str:
    """Return the indentation of the last entry."""
    located = records.published_urls
    if located is None or not located.record.published:
        return "  "
    line = located.raw.location_of("published", len(located.record.published) - 1).source or ""
    return line[: len(line) - len(line.lstrip())]
