"""Redirects held against the site: each leads to something, and from where nothing else is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import accumulate

from generator.diagnostics import Diagnostic, did_you_mean, rule
from generator.ledger.standing import Standing
from generator.model import Address, Records, inside


def check_redirect_ends(
    records: Records, standing: Standing, site_url: str, automatic: Collection[Address] = ()
) -> Iterator[Diagnostic]:
    """Yields A507 for an address of this site that leads to nothing, A508 for one that exists and would be hidden.

    `automatic` are the addresses that the generator redirects without an entry. Capital letters make no difference to
    what would be hidden, as on the disks of some machines.
    """
    located = records.redirects
    if located is None:
        return
    redirected = {*automatic, *(inside(each.old, site_url) for each in located.record.redirects)}
    taken = {each.lower() for each in standing.addresses}
    for n, each in enumerate(located.record.redirects):
        old, new = inside(each.old, site_url), inside(each.new, site_url)
        if old is not None and _is_taken(old.lower(), taken):
            message = f'"{each.old}" is led on, and there is something at this address'
            hint = "take the entry out, or give what is there another address"
            yield rule("A508").found(message, located.raw.at("redirects", n, "old"), hint)
        if new is not None and new not in standing.addresses and new not in redirected:
            near = did_you_mean(new, standing.addresses) or "write the address of a page that exists"
            message = f'"{each.old}" leads to "{each.new}", and there is nothing'
            yield rule("A507").found(message, located.raw.at("redirects", n, "new"), near)


def _is_taken(old: Address, taken: set[Address]) -> bool:
    """True where something stands at the address, or a file where one of its folders would have to be."""
    above = accumulate(old.removesuffix("/").split("/"), lambda path, name: f"{path}/{name}")
    return old in taken or any(each in taken for each in above)
