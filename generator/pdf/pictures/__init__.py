"""What the files of pictures say in EXIF, XMP, IPTC and other texts. Pure: bytes in, kinds of properties out."""

from generator.pdf.pictures.properties import properties_of_picture

__all__ = ["properties_of_picture"]
