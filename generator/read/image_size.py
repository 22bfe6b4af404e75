"""How large a picture is, from its first bytes: a page keeps its place until it has come."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

from generator.read.safe_svg import svg_size

_HEAD: Final = 32
_LARGEST: Final = 10_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"


class NotAnImageError(Exception):
    """What the file is instead, as it stands after "is"."""


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height of a SVG, PNG or WebP file, by its name's ending, in pixels.

    NoPicture for a file that is something else; UnsafeSvg for a SVG that does more than show; an OSError when it
    cannot be read.
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
        raise NotAnImageError(f"no {suffix[1:].upper()} picture of a size that can be told")
    return _in_pixels(width, height)


def _in_pixels(width: float, height: float) -> tuple[int, int]:
    """Whole numbers in the same proportion: a drawing may be measured in anything."""
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
