"""Published addresses that are gone: each needs a redirect, or a notice that says what was withdrawn."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.ledger.renamed import Renamed
from generator.ledger.standing import Standing
from generator.model import Address, Availability, PublishedAddress, Records, inside
from generator.model.addresses import event_calendar

_MOST_TOLD: Final = 100
"""Addresses that are told one by one."""


def check_addresses(records: Records, standing: Standing, site_url: str, today: date) -> Iterator[Diagnostic]:
    """Yields A502, once an address, for each published one at which nothing is any more and that is not led on.

    A withdrawn record keeps its page, which says why its documents are gone; a document may be called withdrawn by
    its record as well.
    """
    located = records.published_urls
    if located is None:
        return
    kept = standing.addresses | {inside(each.old, site_url) for each in records.moves}
    gone = {
        each.address: n
        for n, each in reversed(list(enumerate(located.record.published)))
        if inside(each.address, site_url) not in kept and not _is_withdrawn(each, records)
    }
    renamed = Renamed(records, located.record.published, standing) if gone else None
    for address, n in sorted(gone.items(), key=lambda each: each[1])[:_MOST_TOLD]:
        assert renamed is not None
        likeliest = renamed.likeliest(located.record.published[n])
        place = located.raw.at("published", n, "address")
        yield rule("A502").found(f'"/{address}" was published and is gone', place, _hint(address, likeliest, today))
    if len(gone) > _MOST_TOLD:
        message = f"and {len(gone) - _MOST_TOLD:,} more published addresses are gone"
        hint = "has a folder been moved? mend the first ones, then build again"
        yield rule("A502").found(message, located.raw.at("published"), hint)


def _hint(address: Address, likeliest: Address | None, today: date) -> str:
    """What to paste stands last."""
    entry = f"- {{old: {_quoted(address)}, new: {_quoted(likeliest or '...')}, since: {today}}}"
    what = "" if address.endswith(("/", ".html")) else "a file is led on by the server alone, see docs/hosting.md; "
    return f'{what}bring it back, or add to content/redirects.yml, below "redirects:": {entry}'


def _quoted(address: Address) -> str:
    return json.dumps(address, ensure_ascii=False) if re.search(r"[^\w./-]", address) else address


def _is_withdrawn(entry: PublishedAddress, records: Records) -> bool:
    """True for a document, or an event's calendar file, that is not offered any more, and whose record says so."""
    for located in records.published:
        record = located.record
        if entry.record == f"{located.raw.kind}:{record.id}":
            withdrawn = [each.kind for each in record.documents if each.availability is Availability.WITHDRAWN]
            is_its_file = entry.address.startswith("documents/") or entry.address == event_calendar(record.id)
            return (record.is_withdrawn and is_its_file) or any(
                entry.address.startswith(f"documents/{record.id}-{kind}.") for kind in withdrawn
            )
    return False
