"""Finds and removes personal metadata in image files. Pure: it takes bytes and reads no files."""

from generator.pdf.images.metadata_removal import DamagedImageError, without_metadata
from generator.pdf.images.properties import properties_of_picture
from generator.pdf.images.published_copy import TooManyPixelsError, looks_the_same, published_copy, shown_size

__all__ = [
    "DamagedImageError",
    "TooManyPixelsError",
    "looks_the_same",
    "properties_of_picture",
    "published_copy",
    "shown_size",
    "without_metadata",
]
