"""Checks that readers can use each contact of the partnership."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, RelatedLocation, rule
from generator.model import Records


def check_contacts(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V340 for a contact that readers cannot reach, and R206 for a second one with the same id in its list."""
    if records.partnership is None:
        return
    at = records.partnership.raw.location_of
    for name in ("contacts", "helplines"):
        first: dict[str, int] = {}
        for index, contact in enumerate(getattr(records.partnership.record, name)):
            if not any((contact.phone, contact.sms, contact.web_chat, contact.url)):
                hint = 'add the number, phone: 01632 960101, or the address of its page, url: "https://..."'
                yield rule("V340").diagnostic(
                    f'"{contact.label}" has no phone number or address', at(name, index), hint
                )
            if contact.id in first:
                yield rule("R206").diagnostic(
                    f'a second entry of {name} has the id "{contact.id}"',
                    at(name, index, "id"),
                    "give this one another id, or delete it",
                    (RelatedLocation("the first is here", at(name, first[contact.id], "id")),),
                )
            first.setdefault(contact.id, index)
