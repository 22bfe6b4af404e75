"""Whether a picture says where it was taken, as phones write it into each (Exif 2.32, GPS attributes)."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from generator.read.beside import files_beside
from generator.read.project import Project

_SUFFIXES: Final = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".avif", ".heic")
_TIFF: Final = {b"II*\x00": "<", b"MM\x00*": ">"}
_GPS: Final = 0x8825
_LATITUDE: Final = 2
_IN_XMP: Final = b"GPSLatitude"
_LARGEST: Final = 50_000_000
"""Bytes; a larger file is no picture for a page."""


def pictures_with_places(project: Project) -> tuple[str, ...]:
    """The pictures beside records and pages, and in the overrides, that tell where they were taken; from the root."""
    return tuple(name for name in _pictures(project) if _tells(project.root / name))


def _pictures(project: Project) -> Iterator[str]:
    yield from (each for each in files_beside(project) if each.lower().endswith(_SUFFIXES))
    overrides = project.overrides
    for path in sorted(overrides.rglob("*")) if overrides is not None and overrides.is_dir() else ():
        if path.suffix.lower() in _SUFFIXES:
            yield Path(os.path.relpath(path, project.root)).as_posix()


def _tells(path: Path) -> bool:
    try:
        status = path.stat()
        return status.st_size <= _LARGEST and _tells_as_it_stands(path, status.st_mtime_ns, status.st_size)
    except OSError:
        return False


@lru_cache(maxsize=4096)
def _tells_as_it_stands(path: Path, _time_ns: int, _size_bytes: int) -> bool:
    """A preview asks at each save, and pictures seldom change."""
    return tells_a_place(path.read_bytes())


def tells_a_place(data: bytes) -> bool:
    """True where the EXIF or XMP data of a picture hold a latitude."""
    return _IN_XMP in data or any(_has_latitude(data[start:]) for start in _exif_starts(data))


def _exif_starts(data: bytes) -> Iterator[int]:
    """Where EXIF data may begin: at once in a TIFF, behind a mark in a JPEG, a PNG, a WebP."""
    if data[:4] in _TIFF:
        yield 0
    for mark in (b"Exif\x00\x00", b"eXIf", b"EXIF"):
        place = data.find(mark)
        while place >= 0:
            start = place + len(mark)
            yield from (each for each in (start, start + 4) if data[each : each + 4] in _TIFF)
            place = data.find(mark, start)


def _has_latitude(exif: bytes) -> bool:
    order = _TIFF[exif[:4]]
    try:
        (first,) = struct.unpack_from(order + "I", exif, 4)
        places = [struct.unpack(order + "I", value)[0] for tag, value in _entries(exif, first, order) if tag == _GPS]
        return any(tag == _LATITUDE for place in places for tag, _ in _entries(exif, place, order))
    except struct.error:
        return False


def _entries(exif: bytes, place: int, order: str) -> Iterator[tuple[int, bytes]]:
    """Each entry of a directory: its tag, and the four bytes of its value or of the way there."""
    (count,) = struct.unpack_from(order + "H", exif, place)
    for number in range(count):
        tag, _, _, value = struct.unpack_from(order + "HHI4s", exif, place + 2 + 12 * number)
        yield tag, value
