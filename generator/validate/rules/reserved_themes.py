"""Themes whose page would stand where the library has one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records, addresses

_OWN = {
    addresses.THEMES_BY_YEAR: "the page of all themes by year",
    addresses.theme("harm"): "the folder of the pages on harms",
}


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields V313."""
    if records.vocabulary is None:
        return
    for index, theme in enumerate(records.vocabulary.record.themes):
        own = _OWN.get(addresses.theme(theme.id))
        if own is not None:
            message = f'no theme can have the id "{theme.id}": /{addresses.theme(theme.id)} is {own}'
            yield rule("V313").diagnostic(
                message, records.vocabulary.raw.location_of("themes", index, "id"), "choose another id"
            )
