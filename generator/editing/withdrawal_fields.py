"""A record that is withdrawn: its state, the day and the reason are written into its text. Nothing else is touched."""

from __future__ import annotations

from datetime import date
from typing import Final

from generator.editing.yaml_writer import quoted
from generator.model import RawRecord

_REPLACED: Final = ("status", "status_since", "status_reason", "publish_on")


def status_lines(reason: str, on: date) -> tuple[str, ...]:
    """The lines that say it, to be written by hand where a file cannot be changed by a program."""
    return ("status: withdrawn", f"status_since: {on.isoformat()}", f"status_reason: {quoted(reason)}")


def mark_withdrawn(raw: RawRecord, reason: str, on: date) -> str:
    """The text of a record as it stands once it is withdrawn. Every other line, and every comment, stays.

    Whoever writes it reads it back first: of a file that is written in an unusual way it may be no record.
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
    """A field's own line and those of its text that are further in, counted from 0; comments below it stay."""
    first = (raw.location_of(name, key=True).line or 1) - 1
    last = first
    while last + 1 < len(lines) and lines[last + 1].startswith((" ", "\t")):
        last += 1
    return set(range(first, last + 1))
