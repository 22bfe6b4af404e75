"""What cleaning took out of a PDF."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SanitiseCounts:
    """Counted, never named: what was taken out may be the very thing that nobody should read."""

    properties: int
    """Document properties, of both kinds that a PDF has."""

    comments: int
    files: int
    scripts: int
    """What would have run or started something."""

    pictures_properties: int
    """Properties of pictures and pages inside the file."""
