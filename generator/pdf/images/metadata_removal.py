"""Copies image files without their metadata: EXIF, XMP, IPTC, comments, thumbnails, and data after the image's end.

The compressed pixels are copied byte for byte, and so is the colour profile. Only the parts that a program needs to
show the image are kept; a part of an unknown kind is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

_JPEG: Final = b"\xff\xd8"
_JPEG_SCAN: Final = 0xDA
_JPEG_END: Final = 0xD9
_JPEG_COMMENT: Final = 0xFE
_JPEG_APPLICATION: Final = range(0xE0, 0xF0)
_JPEG_WITHOUT_LENGTH: Final = (0x01, *range(0xD0, 0xD8))
_JPEG_KEPT: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""The application segments that are needed to show the image: by marker, the beginning of their content."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset({
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD",
    b"pHYs", b"hIST", b"acTL", b"fcTL", b"fdAT",
})  # fmt: skip

_JP2: Final = b"\x00\x00\x00\x0cjP  \r\n\x87\n"
_JP2_CODE: Final = b"\xff\x4f\xff\x51"
_JP2_LEFT_OUT: Final = frozenset({b"xml ", b"uuid", b"uinf", b"jp2i"})
_JP2_COMMENT: Final = 0x64
_JP2_TILE: Final = 0x90

_WEBP_KEPT: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_WEBP_HAS_EXIF_OR_XMP: Final = 0b0000_1100

_GIF_LOOP: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


class DamagedImageError(ValueError):
    """The file ends early, or it is not an image of its kind."""


def without_metadata(data: bytes) -> bytes | None:
    """Return a copy of an image file without its metadata; None for a kind of file that is not supported.

    Supported are JPEG, PNG, JPEG 2000, WebP and GIF. Raises a DamagedImageError if the file cannot be followed to its
    end.
    """
    for starts, copy in _KINDS.items():
        if data.startswith(starts):
            try:
                return b"".join(copy(data))
            except IndexError as error:
                raise DamagedImageError from error
    return None


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield _JPEG
    place = 2
    while True:
        if data[place] != 0xFF:
            raise DamagedImageError
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
        elif marker == _JPEG_END:
            yield data[place : place + 2]
            return
        elif marker in _JPEG_WITHOUT_LENGTH:
            yield data[place : place + 2]
            place += 2
        else:
            end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
            if end > len(data) or end < place + 4:
                raise DamagedImageError
            if _is_needed(marker, data[place + 4 : end]):
                yield data[place:end]
            place = end
            if marker == _JPEG_SCAN:
                end = _end_of_scan(data, place)
                yield data[place:end]
                place = end


def _is_needed(marker: int, content: bytes) -> bool:
    if marker in _JPEG_KEPT:
        return content.startswith(_JPEG_KEPT[marker])
    return marker not in _JPEG_APPLICATION and marker != _JPEG_COMMENT


def _end_of_scan(data: bytes, place: int) -> int:
    """Return the place of the marker after compressed pixels. FF00 is the byte FF, and FFD0 to FFD7 belong to them."""
    while True:
        place = data.find(b"\xff", place)
        if place < 0:
            raise DamagedImageError
        if data[place + 1] != 0 and data[place + 1] not in range(0xD0, 0xD8):
            return place
        place += 2


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    place, kind = len(_PNG), b""
    while kind != b"IEND":
        kind, end = data[place + 4 : place + 8], place + 12 + int.from_bytes(data[place : place + 4], "big")
        if end > len(data):
            raise DamagedImageError
        if kind in _PNG_KEPT:
            yield data[place:end]
        place = end


def _jp2(data: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(data):
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        head = 8
        if size == 1:
            size, head = int.from_bytes(data[place + 8 : place + 16], "big"), 16
        end = len(data) if size == 0 else place + size
        if end > len(data) or end < place + head:
            raise DamagedImageError
        if kind == b"jp2c":
            content = b"".join(_jp2_code(data[place + head : end]))
            yield (len(content) + 8).to_bytes(4, "big") + kind + content
        elif kind not in _JP2_LEFT_OUT:
            yield data[place:end]
        place = end


def _jp2_code(data: bytes) -> Iterator[bytes]:
    """Yield a codestream without the comments in its main header (ISO 15444-1, annex A)."""
    yield data[:2]
    place = 2
    while data[place + 1] != _JP2_TILE:
        end = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if data[place] != 0xFF or end > len(data):
            raise DamagedImageError
        if data[place + 1] != _JP2_COMMENT:
            yield data[place:end]
        place = end
    yield data[place:]


def _webp(data: bytes) -> Iterator[bytes]:
    if data[8:12] != b"WEBP":
        raise DamagedImageError
    kept, place = [], 12
    file_end = 8 + int.from_bytes(data[4:8], "little")
    while place + 8 <= file_end:
        kind, size = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        end = place + 8 + size + size % 2
        if place + 8 + size > len(data):
            raise DamagedImageError
        if kind == b"VP8X":
            flags = data[place + 8] & ~_WEBP_HAS_EXIF_OR_XMP
            kept.append(data[place : place + 8] + bytes([flags]) + data[place + 9 : end])
        elif kind in _WEBP_KEPT:
            kept.append(data[place:end].ljust(end - place, b"\0"))
        place = end
    content = b"WEBP" + b"".join(kept)
    yield b"RIFF" + len(content).to_bytes(4, "little") + content


def _gif(data: bytes) -> Iterator[bytes]:
    place = 13 + _gif_colours(data[10])
    yield data[:place]
    while data[place] != 0x3B:
        start = place
        if data[place] == 0x21:
            kind = data[place + 1]
            end = _end_of_blocks(data, place + 2)
            is_loop = kind == 0xFF and data[place + 3 : place + 14] in _GIF_LOOP
            if kind == 0xF9 or is_loop:
                yield data[start:end]
        elif data[place] == 0x2C:
            end = _end_of_blocks(data, place + 10 + _gif_colours(data[place + 9]) + 1)
            yield data[start:end]
        else:
            raise DamagedImageError
        place = end
    yield b"\x3b"


def _gif_colours(flags: int) -> int:
    """Return the size of a colour table in bytes; 0 if there is none."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(data: bytes, place: int) -> int:
    while data[place]:
        place += 1 + data[place]
    return place + 1


_KINDS: Final[dict[bytes, Callable[[bytes], Iterator[bytes]]]] = {
    _JPEG: _jpeg,
    _PNG: _png,
    _JP2: _jp2,
    _JP2_CODE: _jp2_code,
    b"RIFF": _webp,
    b"GIF8": _gif,
}
