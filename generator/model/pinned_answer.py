"""The page that the search shows first for certain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.raw_record import RawRecord
from generator.model.record_model import Line, RecordModel


class PinnedAnswer(RecordModel):
    """A page that the search shows first if a reader types one of some phrases."""

    words: tuple[Line, ...]
    """The phrases. One of them applies if the reader's words contain its words in a row, without "the" and the like.

    `my ... hit` applies to any words in the first person with a form of "hit". A phrase in quotation marks, `"press"`,
    applies if the reader types nothing else."""

    page: Line
    """The page: a file among the hand-written pages (`about/contact.md`), or a link by id (`theme:exploitation`)."""


def own_answers(raw: RawRecord, answers: Sequence[PinnedAnswer]) -> Iterator[tuple[int, PinnedAnswer]]:
    """Yield the answers of the site's own vocabulary with their numbers. Those of packs come first and are left out."""
    count = len((raw.own or raw).values.get("pinned_answers") or ())
    merged = [number for name, number in raw.own_numbers if name == "pinned_answers"]
    yield from list(enumerate(answers))[min(merged, default=max(0, len(answers) - count)) :]
