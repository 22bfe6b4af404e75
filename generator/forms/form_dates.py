"""Dates as people type them, and as a form shows them."""

from __future__ import annotations

import re
from typing import Final

from generator.model import EventTime, PartialDate
from generator.model.partial_date import MONTH_NUMBERS

_IN_WORDS: Final = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th)?\s+)?([A-Za-z]{3,9})\.?,?\s+([0-9]{4})")
_IN_DIGITS: Final = re.compile(r"(?:([0-9]{1,2})\s?[./-]\s?)?([0-9]{1,2})\s?[./-]\s?([0-9]{4})")
_CLOCK: Final = re.compile(r"(?:,|\bat\b|\s)\s*([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*(am|pm)?$", re.IGNORECASE)


def parse_date(text: str) -> str | int:
    """Return a date as a record has it: `September 2022` gives `2022-09`. Another text stays as it is."""
    plain = " ".join(text.split())
    if plain.isdecimal() and len(plain) == 4:
        return int(plain)
    if match := _IN_WORDS.fullmatch(plain):
        month = MONTH_NUMBERS.get(match[2].lower())
        if month is not None:
            return _checked(match[3], month, match[1], plain)
    if match := _IN_DIGITS.fullmatch(plain):
        return _checked(match[3], int(match[2]), match[1], plain)
    return plain


def parse_moment(text: str) -> str | int:
    """Return a date with a clock time as a record has it: `14 December 2026 at 10am` gives `2026-12-14 10:00`."""
    plain = " ".join(text.split())
    match = _CLOCK.search(plain)
    # "14 December 2026" ends in digits too: a time has minutes, or "am" or "pm".
    if match is None or not (match[2] or match[3]):
        return parse_date(plain)
    day = parse_date(plain[: match.start()].rstrip(" ,"))
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "pm" else 0) if match[3] else int(match[1])
    return f"{day} {hour:02d}:{match[2] or '00'}"


def show_date(written: object) -> str:
    """Return a date in words: `September 2022`. A value that is not a date is shown as it is written."""
    try:
        return PartialDate.parse(written).label
    except ValueError:
        return str(written)


def show_moment(written: object) -> str:
    """Return a date with its clock time in words: `14 December 2026, 10:00`."""
    try:
        moment = EventTime.parse(written)
    except ValueError:
        return str(written)
    return moment.day.label if moment.clock is None else f"{moment.day.label}, {moment.clock:%H:%M}"


def _checked(year: str, month: int, day: str | None, text: str) -> str:
    iso = f"{year}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    try:
        return PartialDate.parse(iso).iso
    except ValueError:
        return text
