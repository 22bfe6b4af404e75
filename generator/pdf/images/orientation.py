"""Reads the orientation in EXIF data, and writes EXIF data that contains nothing else (Exif 2.32, 4.6.4)."""

from __future__ import annotations

import struct
from typing import Final

_ORIENTATION: Final = 0x0112
_SHORT: Final = 3
_UPRIGHT: Final = 1
_KNOWN: Final = range(1, 9)
_JPEG_MARK: Final = b"Exif\0\0"


def orientation_of(exif: bytes) -> int:
    """Return the orientation that EXIF data gives, from 1 to 8; 1, which is upright, if it gives none.

    The data begins at its byte order, or at the mark that JPEG writes before it.
    """
    exif = exif.removeprefix(_JPEG_MARK)
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None:
        return _UPRIGHT
    try:
        (start,) = struct.unpack_from(order + "I", exif, 4)
        (count,) = struct.unpack_from(order + "H", exif, start)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(order + "HHIH", exif, start + 2 + 12 * number)
            if tag == _ORIENTATION and kind == _SHORT:
                return value if value in _KNOWN else _UPRIGHT
    except struct.error:
        pass
    return _UPRIGHT


def exif_with_orientation(orientation: int) -> bytes:
    """Return EXIF data with this orientation only; empty for 1, which needs no data."""
    if orientation == _UPRIGHT:
        return b""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, _SHORT, 1, orientation, 0, 0)
