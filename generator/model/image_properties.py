"""Metadata in an image file that may reveal people and places."""

from __future__ import annotations

from enum import StrEnum


class PictureProperty(StrEnum):
    """A kind of metadata, in words for an editor. The value in the file is never shown.

    A caption is any text that describes the picture, and keywords. A thumbnail may show more than the picture, if
    the picture was cropped later.
    """

    PLACE = "a place"
    NAMES = "a name"
    SERIAL = "the number of a camera"
    CAPTION = "a caption"
    PREVIEW = "a small copy of itself"
    PATH = "a path on a computer"
