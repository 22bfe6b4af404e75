"""An id that stands twice in one list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields V311 at the second place."""
    for each in records.prose_records:
        for name in ("briefings", "themes", "harms", "audience", "about", "order", "pinned", "left_out"):
            listed = getattr(each.record, name, ())
            if len(set(listed)) == len(listed):
                continue
            seen: set[str] = set()
            for index, identity in enumerate(listed):
                if identity in seen:
                    yield rule("V311").diagnostic(
                        f'"{identity}" is listed twice', each.raw.location_of(name, index), "take one of the two out"
                    )
                seen.add(identity)
