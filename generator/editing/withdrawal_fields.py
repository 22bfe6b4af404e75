"""Writes the state, the day and the reason of a withdrawal into a record's text. Nothing else changes."""

from __future__ import annotations

from datetime import date
from typing import Final

from generator.editing.yaml_writer import quoted
from generator.model import RawRecord

_REPLACED: Final = ("status", "status_since", "status_reason", "publish_on")


def status_lines(reason: str, on: date) -> tuple[str, ...]:
    """Return the lines to write by hand if a program cannot change the file."""
    return ("status: withdrawn", f"status_since: {on.isoformat()}", f"status_reason: {quoted(reason)}")


def mark_withdrawn(raw: RawRecord, reason: str, on: date) -> str:
    """Return the text of a record, marked as withdrawn. All other lines and comments stay.

    The caller must parse the result before writing it: a file with an unusual format can become invalid.
    """
    lines = raw.source.text.rstrip("\n").split("\n")
    taken: set[int] = set()
    for name in _REPLACED:
        if name in raw.values:
            taken |= _lines_of(name, raw, lines)
    kept = [line for number, line in enumerate(lines) if number not in taken]
    place = min(taken, default=len(lines))
    return "\n".join((*kept[:place], *status_lines(reason, on), *kept[place:])) + "\n"


def _lines_of(name: str, raw: RawRecord, lines: list[str]) -> set[int]:
    """Return the line numbers of a field and of its deeper-indented text, from 0. Comments below it are excluded."""
    first = (raw.location_of(name, key=True).line or 1) - 1
    last = first
    while last + 1 < len(lines) and lines[last + 1].startswith((" ", "\t")):
        last += 1
    return set(range(first, last + 1))
