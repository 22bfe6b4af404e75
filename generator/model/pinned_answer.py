"""The page that the search shows first for certain words."""

from __future__ import annotations

from generator.model.record_model import Line, RecordModel


class PinnedAnswer(RecordModel):
    """A page that the search shows first if a reader types one of some phrases."""

    words: tuple[Line, ...]
    """The phrases. One of them applies if the reader's words contain its words in a row, without "the" and the like."""

    page: Line
    """The page: a file among the hand-written pages (`about/contact.md`), or a link by id (`theme:exploitation`)."""
