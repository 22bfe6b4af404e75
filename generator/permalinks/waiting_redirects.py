"""Redirects from another site to a record that is not public yet: they wait until it is published."""

from __future__ import annotations

from datetime import date

from generator.model import Records, Redirect, Status, site_address
from generator.permalinks.live_addresses import record_by_address

_TO_COME = (Status.DRAFT, Status.SCHEDULED)


def waiting_redirects(records: Records, site_url: str, today: date | None = None) -> frozenset[Redirect]:
    """Return the redirects from another site whose target belongs to a draft or to a scheduled record.

    With `today`, a record that is public on that day is left out.
    """
    entries = [each for each in records.redirect_entries if site_address(each.old, site_url) is None]
    to_come = {
        each.record.ref
        for each in (records.cases_briefings_notices if entries else ())
        if each.record.status in _TO_COME and (today is None or not each.record.is_public(today))
    }
    known = record_by_address(records) if to_come else {}
    return frozenset(each for each in entries if known.get(site_address(each.new, site_url) or "") in to_come)
