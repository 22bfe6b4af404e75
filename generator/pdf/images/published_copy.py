"""Makes the copy of an image file that readers get: without metadata, and turned as the original is shown."""

from __future__ import annotations

import zlib
from typing import Final

from generator.pdf.images.metadata_removal import DamagedImageError, without_metadata
from generator.pdf.images.orientation import exif_with_orientation, orientation_of

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_HEADER_END: Final = 33
"""The end of the first chunk of a PNG, which describes the image."""

_JPEG_MARK: Final = b"Exif\0\0"
_WEBP_HAS_EXIF: Final = 0b0000_1000
_MOST_PIXELS: Final = 178_000_000
"""The largest image that is decoded. Pillow refuses images a little above it."""


class TooManyPixelsError(Exception):
    """The image has more pixels than are decoded. Its text gives width and height."""


def published_copy(data: bytes) -> bytes | None:
    """Return a copy of an image file without metadata other than its orientation; None for an unsupported kind.

    Supported are JPEG, PNG, JPEG 2000, WebP and GIF. Raises a DamagedImageError if the file ends early.
    """
    copy = without_metadata(data)
    if copy is None:
        return None
    if data.startswith(b"\xff\xd8"):
        exif = exif_with_orientation(orientation_of(_after(data, _JPEG_MARK)))
        return _jpeg_with(copy, exif) if exif else copy
    if data.startswith(_PNG):
        exif = exif_with_orientation(orientation_of(_after(data, b"eXIf")))
        return _png_with(copy, exif) if exif else copy
    if data.startswith(b"RIFF"):
        exif = exif_with_orientation(orientation_of(_after(data, b"EXIF")[4:]))
        return _webp_with(copy, exif) if exif else copy
    return copy


def shown_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of an image in pixels, turned as a viewer shows it; None if it cannot be decoded.

    Raises a TooManyPixelsError for an image that is too large to be decoded.
    """
    from io import BytesIO

    from PIL import Image, ImageOps

    _turn_off_size_warning()
    try:
        with Image.open(BytesIO(data)) as image:
            if image.size[0] * image.size[1] > _MOST_PIXELS:
                raise TooManyPixelsError("{:,} by {:,} pixels".format(*image.size))
            image.load()
            width, height = ImageOps.exif_transpose(image).size
            return width, height
    except (OSError, ValueError, SyntaxError):
        return None


def looks_the_same(original: bytes, copy: bytes) -> bool:
    """Return True if both image files have the same pixels, as a viewer shows them: turned, each frame of several.

    False too if one of them cannot be decoded or is too large to be compared.
    """
    from io import BytesIO

    from PIL import Image, ImageChops, ImageOps, ImageSequence

    _turn_off_size_warning()
    try:
        with Image.open(BytesIO(original)) as first, Image.open(BytesIO(copy)) as second:
            frames = getattr(second, "n_frames", 1)
            is_jpeg = original.startswith(b"\xff\xd8")  # further pictures in a JPEG are previews, or for both eyes
            if not is_jpeg and getattr(first, "n_frames", 1) != frames:
                return False
            if first.size != second.size or first.size[0] * first.size[1] * frames > _MOST_PIXELS:
                return False
            for one, other in zip(ImageSequence.Iterator(first), ImageSequence.Iterator(second), strict=False):
                shown, kept = ImageOps.exif_transpose(one), ImageOps.exif_transpose(other)
                if shown.mode != kept.mode or shown.size != kept.size:
                    return False
                if ImageChops.difference(shown.convert("RGBA"), kept.convert("RGBA")).getbbox(alpha_only=False):
                    return False
    except (OSError, ValueError, SyntaxError):
        return False
    return True


def _turn_off_size_warning() -> None:
    """Stop Pillow from warning of large images: this module has a limit of its own, and checks it before decoding."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None


def _after(data: bytes, mark: bytes) -> bytes:
    """Return the beginning of the data after a mark; empty if the file does not have the mark."""
    place = data.find(mark)
    return data[place + len(mark) :][:70_000] if place >= 0 else b""


def _jpeg_with(copy: bytes, exif: bytes) -> bytes:
    content = _JPEG_MARK + exif
    place = 2
    if copy[2:4] == b"\xff\xe0":
        place += 2 + int.from_bytes(copy[4:6], "big")
    return copy[:place] + b"\xff\xe1" + (len(content) + 2).to_bytes(2, "big") + content + copy[place:]


def _png_with(copy: bytes, exif: bytes) -> bytes:
    chunk = b"eXIf" + exif
    whole = len(exif).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    return copy[:_PNG_HEADER_END] + whole + copy[_PNG_HEADER_END:]


def _webp_with(copy: bytes, exif: bytes) -> bytes:
    if copy[12:16] != b"VP8X":
        raise DamagedImageError
    chunk = b"EXIF" + len(exif).to_bytes(4, "little") + exif + b"\0" * (len(exif) % 2)
    content = copy[8:20] + bytes([copy[20] | _WEBP_HAS_EXIF]) + copy[21:] + chunk
    return b"RIFF" + len(content).to_bytes(4, "little") + content
