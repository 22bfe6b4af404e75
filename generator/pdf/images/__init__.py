"""Finds and removes personal metadata in image files. Pure: it takes bytes and reads no files."""

from generator.pdf.images.metadata_removal import DamagedImageError, without_metadata
from generator.pdf.images.properties import properties_of_picture

__all__ = ["DamagedImageError", "properties_of_picture", "without_metadata"]
