"""The moment at which a scheduled record becomes public is one that comes, and comes once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields T720 for a time that the clocks skip in spring, T721 for one that comes twice in autumn."""
    for each in records.cases_briefings_notices:
        when = each.record.publish_on
        if when is None:
            continue
        place = each.raw.location_of("publish_on")
        if when.is_skipped:
            message = f"there is no {when.in_words}: the clocks go forward over it"
            yield rule("T720").diagnostic(
                message, place, f"write {when.unambiguous_alternative}, if that is what it means"
            )
        elif when.comes_twice:
            message = f"{when.in_words} comes twice: the clocks go back over it; the record becomes public at the first"
            yield rule("T721").diagnostic(message, place, f"write an earlier time, or {when.unambiguous_alternative}")
