"""What the files of pictures say in EXIF, XMP, IPTC and texts of their own. Pure: bytes in, kinds of properties out."""

from generator.pdf.pictures.properties import properties_of_picture

__all__ = ["properties_of_picture"]
