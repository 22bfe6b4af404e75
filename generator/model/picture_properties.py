"""What a picture's file can say about people and places, next to the picture itself."""

from __future__ import annotations

from enum import StrEnum


class PictureProperty(StrEnum):
    """A kind of thing, in words for an editor. What exactly the file says is never shown.

    A caption is any text that describes the picture, and keywords. A small copy may show more than the picture, if
    that was cropped later.
    """

    PLACE = "a place"
    NAMES = "a name"
    SERIAL = "the number of a camera"
    CAPTION = "a caption"
    PREVIEW = "a small copy of itself"
    PATH = "a path on a computer"
