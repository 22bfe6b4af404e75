"""The addresses that move with a record that gets another id, and the redirects from the old ones. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from datetime import date

from generator.commands.record_values import text_with_values, values_of
from generator.editing import quoted
from generator.model import (
    Address,
    Briefing,
    Case,
    Notice,
    Vocabulary,
    address_of,
    addresses,
    site_address,
)

_FIELDS = ("old", "new", "since")


def moved_addresses(
    old: Case | Briefing | Notice, new: Case | Briefing | Notice, words: Vocabulary | None
) -> dict[Address, Address]:
    """Return every address of a record to the one that it has with another id."""
    moves = {address_of(old, words): address_of(new, words)}
    for document in old.documents:
        before, after = document.addresses(old.id), document.addresses(new.id)
        moves |= {mine: theirs for (_, mine), (_, theirs) in zip(before, after, strict=True)}
    if isinstance(old, Case):
        for each in old.recommendations:
            moves[addresses.recommendation(old.id, each.id)] = addresses.recommendation(new.id, each.id)
    if isinstance(old, Briefing):
        for address in (addresses.sheet, addresses.poster, addresses.slides):
            moves[address(old.id)] = address(new.id)
    if isinstance(old, Notice):
        moves[addresses.event_calendar(old.id)] = addresses.event_calendar(new.id)
    return moves


def change_redirects(
    text: str, moves: Mapping[Address, Address], added: Mapping[Address, Address], site_url: str, today: date
) -> str | None:
    """Return the text of the redirects after a move; None if its format does not allow the change.

    A redirect that starts where the record is now is removed, and one that leads to the record leads to its new
    address.
    """
    values = values_of(text)
    if values is None:
        return None
    taken = set(moves.values())
    redirects = []
    for entry in deepcopy(values.get("redirects") or []):
        if site_address(entry["old"], site_url) in taken:
            continue
        entry["new"] = moves.get(site_address(entry["new"], site_url) or "", entry["new"])
        redirects.append(entry)
    redirects += [{"old": old, "new": new, "since": today.isoformat()} for old, new in added.items()]
    return text_with_values(text, {**values, "redirects": redirects}, lambda path: _FIELDS if path else tuple(values))


def redirect_line(old: Address, new: Address, today: date) -> str:
    """Return a redirect as an item of a list in YAML, without the hyphen."""
    return f"{{old: {_written(old)}, new: {_written(new)}, since: {today.isoformat()}}}"


def _written(address: Address) -> str:
    return address if re.fullmatch(r"[\w./-]+", address) else quoted(address)
