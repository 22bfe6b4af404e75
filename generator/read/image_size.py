"""Reads the size of a picture from its first bytes, so that a page can reserve space while it loads."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

from generator.read.safe_svg import svg_size

_HEAD: Final = 32
_LARGEST: Final = 10_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"


class NotAnImageError(Exception):
    """The actual type of the file, as text that follows "is"."""


def picture_size(path: Path) -> tuple[int, int]:
    """Return width and height in pixels of an SVG, PNG or WebP file, recognised by its extension.

    Raises NotAnImageError for a file of another type, UnsafeSvg for an SVG that does more than show a picture, and an
    OSError if the file cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix == ".svg":
        width, height = svg_size(path.read_bytes())
    else:
        with path.open("rb") as file:
            head = file.read(_HEAD)
        try:
            width, height = _png_size(head) if suffix == ".png" else _webp_size(head)
        except struct.error:
            width, height = 0, 0
    if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
        raise NotAnImageError(f"not a picture in {suffix[1:].upper()} format, or its size is not known")
    return _in_pixels(width, height)


def _in_pixels(width: float, height: float) -> tuple[int, int]:
    """Return whole numbers in proportion to width and height: a drawing may use any unit."""
    scale = 1 if min(width, height) >= 16 or (width == round(width) and height == round(height)) else 100
    return max(1, round(width * scale)), max(1, round(height * scale))


def _png_size(head: bytes) -> tuple[int, int]:
    if head[:8] != _PNG or head[12:16] != b"IHDR":
        return 0, 0
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def _webp_size(head: bytes) -> tuple[int, int]:
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return 0, 0
    form = head[12:16]
    if form == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if form == b"VP8L" and head[20:21] == b"\x2f":
        (bits,) = struct.unpack("<I", head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0
