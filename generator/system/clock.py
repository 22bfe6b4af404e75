"""The clock. The commands and the hook ask it once; every stage is told."""

from __future__ import annotations

from datetime import UTC, datetime

from generator.model.london_time import Now


def london_now() -> Now:
    """The day and the time in Europe/London, whatever zone the machine is set to."""
    return Now.at(datetime.now(UTC))
