"""Reads EXIF data (Exif 2.32) in files of any type. Entries with an invalid offset are skipped."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from generator.model.image_properties import PictureProperty

_TIFF: Final = {b"II*\x00": "<", b"MM\x00*": ">"}
_MARKS: Final = (b"Exif\x00\x00", b"eXIf", b"EXIF", b"JpgTiffExif->JP2")
"""Bytes before the EXIF data: in JPEG and HEIC, in PNG, in WebP, in JPEG 2000."""

_MOST_MARKS: Final = 200
_EXIF_DIRECTORY: Final = 0x8769
_GPS_DIRECTORY: Final = 0x8825
_DIRECTORIES_AT_MOST: Final = 20

_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}

_GPS_TAGS: Final = frozenset({2, 4, 20, 22, 28})
"""Latitude and longitude of the image and of the destination, and the name of the area."""

_PREVIEW: Final = frozenset({0x0201, 0x0202})
_TAGS: Final = {
    0x013B: PictureProperty.NAMES,  # Artist
    0x8298: PictureProperty.NAMES,  # Copyright
    0xA430: PictureProperty.NAMES,  # CameraOwnerName
    0x9C9D: PictureProperty.NAMES,  # XPAuthor
    0xA431: PictureProperty.SERIAL,  # BodySerialNumber
    0xA435: PictureProperty.SERIAL,  # LensSerialNumber
    0xC62F: PictureProperty.SERIAL,  # CameraSerialNumber
    0xFDE9: PictureProperty.SERIAL,
    0x927C: PictureProperty.SERIAL,  # MakerNote, which includes the serial number of most cameras
    0x010E: PictureProperty.CAPTION,  # ImageDescription
    0x9286: PictureProperty.CAPTION,  # UserComment
    0x010D: PictureProperty.CAPTION,  # DocumentName
    0x9C9B: PictureProperty.CAPTION,  # XPTitle
    0x9C9C: PictureProperty.CAPTION,  # XPComment
    0x9C9E: PictureProperty.CAPTION,  # XPKeywords
    0x9C9F: PictureProperty.CAPTION,  # XPSubject
}
_USER_COMMENT: Final = 0x9286
_COMMENT_HEAD: Final = 8
"""The first bytes of a comment name its alphabet."""


def properties_in_exif(data: bytes) -> Iterator[PictureProperty]:
    """Yield each kind of property in the EXIF data of an image; some more than once."""
    for start in _starts(data):
        try:
            yield from _in_block(data[start:])
        except struct.error:
            continue


def _starts(data: bytes) -> Iterator[int]:
    """Yield the offsets where EXIF data may begin: 0 in a TIFF, after a mark in other files."""
    if data[:4] in _TIFF:
        yield 0
    for mark in _MARKS:
        place, count = data.find(mark), 0
        while place >= 0 and count < _MOST_MARKS:
            start = place + len(mark)
            # WebP and HEIC write a length or an offset between the mark and the data, or the mark of JPEG again.
            yield from (offset for offset in (start, start + 4, start + 10) if data[offset : offset + 4] in _TIFF)
            place, count = data.find(mark, start), count + 1


def _in_block(exif: bytes) -> Iterator[PictureProperty]:
    order = _TIFF[exif[:4]]
    (first,) = struct.unpack_from(order + "I", exif, 4)
    waiting, seen = [(first, False)], set[int]()
    while waiting and len(seen) < _DIRECTORIES_AT_MOST:
        place, is_gps = waiting.pop()
        if place in seen or not place:
            continue
        seen.add(place)
        try:
            for tag, value in _entries(exif, place, order):
                if tag in (_EXIF_DIRECTORY, _GPS_DIRECTORY):
                    waiting.append((struct.unpack(order + "I", value[:4])[0], tag == _GPS_DIRECTORY))
                elif is_gps and tag in _GPS_TAGS and value.strip(b"\0"):
                    yield PictureProperty.PLACE
                elif not is_gps and tag in _PREVIEW:
                    yield PictureProperty.PREVIEW
                elif not is_gps and tag in _TAGS and _says_something(tag, value):
                    yield _TAGS[tag]
            waiting.append((_next(exif, place, order), False))
        except struct.error:
            continue


def _entries(exif: bytes, place: int, order: str) -> Iterator[tuple[int, bytes]]:
    """Yield each entry of a directory: its tag, and the bytes of its value."""
    (count,) = struct.unpack_from(order + "H", exif, place)
    for number in range(count):
        at = place + 2 + 12 * number
        tag, kind, length, offset = struct.unpack_from(order + "HHII", exif, at)
        size = _SIZES.get(kind, 1) * length
        start = at + 8 if size <= 4 else offset
        yield tag, exif[start : start + size]


def _next(exif: bytes, place: int, order: str) -> int:
    (count,) = struct.unpack_from(order + "H", exif, place)
    (following,) = struct.unpack_from(order + "I", exif, place + 2 + 12 * count)
    return int(following)


def _says_something(tag: int, value: bytes) -> bool:
    if tag == _USER_COMMENT:
        value = value[_COMMENT_HEAD:]
    return value.strip(b"\0 \t\r\n") not in (b"", b"Screenshot")
