"""The clock. The commands and the hook read it once and pass the time to every stage."""

from __future__ import annotations

from datetime import UTC, datetime

from generator.model.london_time import LondonTime


def london_now() -> LondonTime:
    """Return the date and time in Europe/London, whatever time zone the machine has."""
    return LondonTime.at(datetime.now(UTC))
