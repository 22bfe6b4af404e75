"""Who wrote the text of a briefing: the partnership, or the people who keep this library."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from generator.languages import gettext as _
from generator.languages import message


class WrittenBy(StrEnum):
    """Who wrote a briefing, and the text on its page."""

    PARTNERSHIP = "partnership"
    """The partnership wrote it. The page has its text, or only its document."""

    LIBRARY = "library"
    """The library wrote all of it. The partnership has no briefing with this title."""

    LIBRARY_RETELLING = "library-retelling"
    """The partnership has a briefing with this title. The text on the page is the library's own."""

    @property
    def is_library_text(self) -> bool:
        """True if the text on the page is the library's, not the partnership's."""
        return self is not WrittenBy.PARTNERSHIP

    @property
    def short_label(self) -> str:
        """What follows the kind in a citation: `written for this library`. Empty for the partnership's own text."""
        return _(_SHORT_LABELS[self]) if self in _SHORT_LABELS else ""

    @property
    def label(self) -> str:
        """What follows the kind in lists, with whose words they are not. Empty for the partnership's own text."""
        return _(_LABELS[self]) if self in _LABELS else ""

    @property
    def sentence(self) -> str:
        """The label as a sentence."""
        return f"{self.label[0].upper()}{self.label[1:]}." if self.label else ""


_SHORT_LABELS: Final = {
    WrittenBy.LIBRARY: message("written for this library"),
    WrittenBy.LIBRARY_RETELLING: message("retold for this library"),
}
_LABELS: Final = {
    WrittenBy.LIBRARY: message("written for this library, not by the partnership"),
    WrittenBy.LIBRARY_RETELLING: message("retold for this library, not in the partnership's words"),
}
