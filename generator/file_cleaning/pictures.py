"""Makes the copy of a picture that readers get, and says what it would still contain."""

from __future__ import annotations

from generator.file_cleaning.svg import clean_svg
from generator.file_cleaning.xml_editing import XmlError
from generator.model.image_properties import PictureProperty
from generator.pdf import DamagedImageError, published_copy
from generator.pdf import properties_of_picture as properties_of


def clean_picture(data: bytes) -> bytes | None:
    """Return a copy without metadata, or None for a picture that cannot be cleaned.

    JPEG, PNG, JPEG 2000, WebP, GIF and SVG are cleaned, unless they are damaged.
    """
    try:
        if is_svg(data):
            return clean_svg(data)
        return published_copy(data)
    except (DamagedImageError, XmlError):
        return None


def properties_kept(data: bytes) -> tuple[PictureProperty, ...]:
    """Return the kinds of properties that the copy for readers would still have; empty if it can be published."""
    found = properties_of(data)
    if not found:
        return ()
    copy = clean_picture(data)
    return found if copy is None else properties_of(copy)


def is_svg(data: bytes) -> bool:
    """Return True for an SVG in plain text."""
    return b"<svg" in data[:5_000] and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
