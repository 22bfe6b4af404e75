"""Why readers cannot see a text."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """Each value is the end of the phrase `a piece of text ...`."""

    COLOUR = "in the colour of its background"
    TINY = "too small to be seen"
    OUTSIDE = "outside its slide"
    FORMAT = "that its number format hides"
    UNUSED = "that no cell shows"
    COVERED = "under a shape"
    HIDDEN_ROW = "in a hidden row of a table"
    WEB_HIDDEN = "hidden in the web layout"

    def describe(self, count: int) -> str:
        """Return the end of the phrase for a number of pieces."""
        return self.value if count == 1 else self.value.replace("its", "their")
