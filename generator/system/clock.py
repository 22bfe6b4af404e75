"""The clock. The commands and the hook ask it once; every stage is told."""

from __future__ import annotations

from datetime import UTC, datetime

from generator.model.london_time import LondonTime


def london_now() -> LondonTime:
    """The day and the time in Europe/London, whatever zone the machine is set to."""
    return LondonTime.at(datetime.now(UTC))
