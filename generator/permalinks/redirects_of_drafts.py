"""Redirects from an address that a record will have: it cannot be public there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from generator.diagnostics import Diagnostic, RelatedLocation, Severity, rule
from generator.model import Address, Bulletin, Located, Records, site_address, title_of
from generator.permalinks.live_addresses import record_by_address

_RENAME: Final = "rename the record, or delete the redirect of this address"
_DELETE: Final = "delete the redirect of this address"


def check_redirects_of_drafts(records: Records, site_url: str, today: date) -> Iterator[Diagnostic]:
    """Yield A508, as a warning, for each record that is not public and has an address that redirects.

    It is at the record: nothing is wrong for readers until the record is public. Then `check_redirect_ends` yields an
    error.
    """
    located = records.redirects
    if located is None:
        return
    waiting = addresses_to_come(records, today)
    found = set()
    for n, redirect in enumerate(located.record.redirects):
        record = waiting.get((site_address(redirect.old, site_url) or "").lower())
        if record is None or record.raw.file in found:
            continue
        found.add(record.raw.file)
        is_bulletin = isinstance(record.record, Bulletin)
        title = record.record.title if is_bulletin else title_of(record.record)
        message = f'"{redirect.old}" redirects to "{redirect.new}", so "{title}" cannot be public at this address'
        there = RelatedLocation("it is redirected here", located.raw.location_of("redirects", n, "old"))
        hint = _DELETE if is_bulletin else _RENAME
        found_here = rule("A508").diagnostic(message, record.raw.location_of(), hint, (there,))
        yield replace(found_here, severity=Severity.WARNING)


def addresses_to_come(records: Records, today: date) -> Mapping[Address, Located[Any]]:
    """Return each record that is not public yet, by its addresses in small letters. A preview has their pages."""
    waiting = {
        f"{each.raw.kind}:{each.record.id}": each
        for each in (*records.cases_briefings_notices, *records.bulletins)
        if not each.record.is_public(today)
    }
    if not waiting:
        return {}
    return {address.lower(): waiting[name] for address, name in record_by_address(records).items() if name in waiting}
