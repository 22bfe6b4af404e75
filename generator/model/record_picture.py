"""A picture on the page of a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.model.addresses import Address
from generator.model.record_model import Line, RecordModel

SHOWN: Final = frozenset({".jpg", ".jpeg", ".png", ".webp"})
"""The endings of pictures that a record can show, in lower case."""


class RecordPicture(RecordModel):
    """A picture as its record describes it."""

    file: Line
    """The file in the record's folder; its public address is built from ids, never from this name."""

    alt: Line
    """What it shows, for people who cannot see it."""

    caption: Line | None = None
    """The words below it, as prose; None if there are none."""


@dataclass(frozen=True, slots=True)
class PublishedRecordPicture:
    """A picture in the form that readers see."""

    address: Address
    path: str
    """The path of the file: from the site's root, and later the path of the copy without hidden details."""

    width: int
    """In pixels, as `height` is."""

    height: int
    alt: str
    caption: str = ""
