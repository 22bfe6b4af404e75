"""Finds ids that a new record cannot have, because its address redirects readers to another page."""

from __future__ import annotations

from generator.model import Records, site_address
from generator.model.vocabulary import NoticeSection


def redirected_ids(records: Records, kind: str, site_url: str) -> frozenset[str]:
    """Return the ids of a kind whose page redirects to another, as after a record was renamed.

    The section of a new notice is not known yet, so an id counts if its page in any section redirects.
    """
    sections = tuple(each.value for each in NoticeSection)
    starts = {"case": ("reviews/",), "briefing": ("briefings/",), "notice": tuple(f"{each}/" for each in sections)}
    old = {address for each in records.redirect_entries if (address := site_address(each.old, site_url)) is not None}
    found = {
        each.removeprefix(start).rstrip("/") for start in starts.get(kind, ()) for each in old if each.startswith(start)
    }
    return frozenset(each for each in found if each and "/" not in each)
