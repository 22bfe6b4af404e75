"""The moment at which a scheduled record becomes public is one that comes, and comes once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.diagnostics import Diagnostic, rule
from generator.model import Records
from generator.model.event_time import clock_said


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields T720 for a time that the clocks skip in spring, T721 for one that comes twice in autumn."""
    for each in records.published:
        when = each.record.publish_on
        if when is None or when.clock is None or when.moment is None:
            continue
        said, place = f"{clock_said(when.clock)} on {when.day.label}", each.raw.at("publish_on")
        later = f"{when.day.iso} {when.moment + timedelta(hours=1):%H:%M}"
        if when.is_skipped:
            message = f"there is no {said}: the clocks go forward over it"
            yield rule("T720").found(message, place, f"write {later}, if that is what it means")
        elif when.comes_twice:
            message = f"{said} comes twice: the clocks go back over it; the record becomes public at the first"
            yield rule("T721").found(message, place, f"write an earlier time, or {later}")
