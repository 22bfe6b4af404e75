"""The pictures on the page of a record."""

from __future__ import annotations

from generator.model import Briefing, Case, Library, Notice


def picture_views(record: Case | Briefing | Notice, library: Library) -> list[dict[str, object]]:
    """Return the pictures of a record, in its order."""
    kind, _, identity = record.ref.partition(":")
    return [
        {
            "address": picture.address,
            "width": picture.width,
            "height": picture.height,
            "alt": picture.alt,
            "caption": picture.caption,
        }
        for picture in library.pictures_of.get((kind, identity), ())
    ]
