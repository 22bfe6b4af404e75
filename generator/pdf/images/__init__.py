"""Finds personal metadata in image files. Pure: it takes bytes and returns kinds of properties."""

from generator.pdf.images.properties import properties_of_picture

__all__ = ["properties_of_picture"]
