"""Checks redirects against the site: each target must exist, and no page or file may exist at an old address."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from itertools import accumulate

from generator.diagnostics import Diagnostic, did_you_mean_path, rule
from generator.model import Address, Records, site_address
from generator.permalinks.live_addresses import LiveAddresses
from generator.permalinks.redirects_of_drafts import addresses_to_come
from generator.permalinks.waiting_redirects import waiting_redirects


def check_redirect_ends(
    records: Records,
    live_addresses: LiveAddresses,
    site_url: str,
    automatic: Collection[Address] = (),
    today: date | None = None,
) -> Iterator[Diagnostic]:
    """Yield A507 for a missing target on this site, and A508 for an old address that exists and would be hidden.

    A redirect from another site may wait for its record: it gets no A507.
    `automatic` are the addresses that the generator redirects without an entry. Capital letters are ignored in A508,
    because the disks of some machines ignore them. With `today`, the pages of records that are not public on that day,
    which a preview has, hide nothing: `check_redirects_of_drafts` reports those.
    """
    located = records.redirects
    if located is None:
        return
    redirected = {*automatic, *(site_address(redirect.old, site_url) for redirect in located.record.redirects)}
    waiting = waiting_redirects(records, site_url)
    to_come = addresses_to_come(records, today) if today is not None else {}
    taken = {address.lower() for address in live_addresses.addresses} - to_come.keys()
    for n, redirect in enumerate(located.record.redirects):
        old, new = site_address(redirect.old, site_url), site_address(redirect.new, site_url)
        if old is not None and _is_taken(old.lower(), taken):
            message = f'"{redirect.old}" is redirected, but a page or file exists at this address'
            hint = "delete the entry, or give the page or file another address"
            yield rule("A508").diagnostic(message, located.raw.location_of("redirects", n, "old"), hint)
        is_missing = new is not None and new not in live_addresses.addresses and new not in redirected
        if new is not None and is_missing and redirect not in waiting:
            near = did_you_mean_path(new, live_addresses.addresses) or "write the address of a page that exists"
            message = f'"{redirect.old}" leads to "{redirect.new}", which does not exist'
            yield rule("A507").diagnostic(message, located.raw.location_of("redirects", n, "new"), near)


def _is_taken(old: Address, taken: set[Address]) -> bool:
    """Return True if a file is at the address, or at one of the folders that it needs."""
    folders = accumulate(old.removesuffix("/").split("/"), lambda path, name: f"{path}/{name}")
    return old in taken or any(folder in taken for folder in folders)
