"""Finds metadata about people and places in image files: EXIF, XMP, IPTC, comments, PNG texts, SVG metadata."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from typing import Final

from generator.model.image_properties import PictureProperty
from generator.pdf.images.exif import properties_in_exif
from generator.pdf.images.xmp_packets import properties_in_xmp

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8"
_LARGEST_TEXT: Final = 4_000_000
_MOST_PIECES: Final = 10_000

_IPTC: Final = {
    90: PictureProperty.PLACE, 92: PictureProperty.PLACE, 26: PictureProperty.PLACE, 27: PictureProperty.PLACE,
    80: PictureProperty.NAMES, 85: PictureProperty.NAMES, 110: PictureProperty.NAMES, 115: PictureProperty.NAMES,
    116: PictureProperty.NAMES, 118: PictureProperty.NAMES, 122: PictureProperty.NAMES,
    5: PictureProperty.CAPTION, 25: PictureProperty.CAPTION, 40: PictureProperty.CAPTION, 103: PictureProperty.CAPTION,
    105: PictureProperty.CAPTION, 120: PictureProperty.CAPTION,
}  # fmt: skip
"""By the number of a data set in record 2 (IPTC-IIM 4.2)."""

_PNG_NAMES: Final = frozenset({"author", "copyright", "artist", "creator", "owner"})
_PNG_HARMLESS: Final = re.compile(
    r"software|creation time|modify.?date|date:.*|png:.*|exif:(?:color|exif|pixel).*|icc:.*|jpeg:.*|signature|"
    r"thumb::.*|gamma|resolution|version|dpi|xml:com\.adobe\.xmp|raw profile type .*",
    re.IGNORECASE,
)
_SOFTWARE: Final = re.compile(
    rb"^\s*(?:CREATOR: gd-jpeg|Lavc|LEAD |Created with |Intel\(R\)|Handmade Software|Optimized|Compressed|"
    rb"File written by Adobe|AppleMark|Processed By eBay|Software: |xr:d:|ImageMagick)",
    re.IGNORECASE,
)
_SVG_PATH: Final = re.compile(rb"""(?:export-filename|absref|docbase|docname)\s*=\s*["'][^"'<>\\/]{0,300}[\\/]""")
_INSIDE_SVG: Final = re.compile(rb"data:image/[a-z+]+;base64,([A-Za-z0-9+/=\s]{40,})")


def properties_of_picture(data: bytes) -> tuple[PictureProperty, ...]:
    """Return each kind of property that a file has, once, in the order of the enumeration; empty for a clean file.

    Of a damaged file, the readable part counts. The values of the properties are not returned.
    """
    properties = set(_properties(data, depth=0))
    return tuple(kind for kind in PictureProperty if kind in properties)


def _properties(data: bytes, depth: int) -> Iterator[PictureProperty]:
    yield from properties_in_exif(data)
    yield from properties_in_xmp(data)
    yield from _in_photoshop(data)
    if data.startswith(_PNG):
        yield from _in_png(data, depth)
    elif data.startswith(_JPEG):
        yield from _in_jpeg_comments(data)
    elif data.startswith(b"GIF8"):
        yield from _in_gif_comments(data)
    elif b"<svg" in data[:5_000]:
        yield from _in_svg(data, depth)


def _in_photoshop(data: bytes) -> Iterator[PictureProperty]:
    """Search the IPTC data that JPEG and TIFF include as a Photoshop resource."""
    mark = b"8BIM\x04\x04"
    place, count = data.find(mark), 0
    while place >= 0 and count < _MOST_PIECES:
        name = data[place + 6] if place + 6 < len(data) else 0
        start = place + 6 + (1 + name) + (1 + name) % 2
        size = int.from_bytes(data[start : start + 4], "big")
        yield from _in_iptc(data[start + 4 : start + 4 + min(size, _LARGEST_TEXT)])
        place, count = data.find(mark, place + 1), count + 1


def _in_iptc(block: bytes) -> Iterator[PictureProperty]:
    place = 0
    while place + 5 <= len(block) and block[place] == 0x1C:
        record, number = block[place + 1], block[place + 2]
        size = int.from_bytes(block[place + 3 : place + 5], "big")
        if record == 2 and number in _IPTC and block[place + 5 : place + 5 + size].strip(b"\0 "):
            yield _IPTC[number]
        place += 5 + size


def _in_jpeg_comments(data: bytes) -> Iterator[PictureProperty]:
    place, count = 2, 0
    while place + 4 <= len(data) and data[place] == 0xFF and count < _MOST_PIECES:
        kind, size = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if kind == 0xDA:
            return
        if kind == 0xFE and _says_something(data[place + 4 : place + 2 + size]):
            yield PictureProperty.CAPTION
        place, count = place + 2 + max(size, 2), count + 1


def _in_gif_comments(data: bytes) -> Iterator[PictureProperty]:
    place, count = data.find(b"\x21\xfe"), 0
    while place >= 0 and count < _MOST_PIECES:
        size = data[place + 2] if place + 2 < len(data) else 0
        words = data[place + 3 : place + 3 + size]
        # These two bytes can also be a part of the image data, so only printable text counts as a comment.
        if size > 3 and words.isascii() and words.decode("latin-1").isprintable() and _says_something(words):
            yield PictureProperty.CAPTION
        place, count = data.find(b"\x21\xfe", place + 2), count + 1


def _in_png(data: bytes, depth: int) -> Iterator[PictureProperty]:
    place, count = len(_PNG), 0
    while place + 8 <= len(data) and count < _MOST_PIECES:
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield from _in_png_text(kind, data[place + 8 : place + 8 + size], depth)
        place, count = place + 12 + size, count + 1


def _in_png_text(kind: bytes, chunk: bytes, depth: int) -> Iterator[PictureProperty]:
    key, _, rest = chunk.partition(b"\0")
    name = key.decode("latin-1").strip().lower()
    text = _png_words(kind, rest)
    if not text.strip(b"\0 \r\n\t"):
        return
    if name.startswith("raw profile type"):
        yield from _in_raw_profile(text)
    elif name == "xml:com.adobe.xmp":
        yield from properties_in_xmp(text)
    elif name in _PNG_NAMES:
        yield PictureProperty.NAMES
    elif "gps" in name:
        yield PictureProperty.PLACE
    elif not _PNG_HARMLESS.fullmatch(name) and _says_something(text):
        yield PictureProperty.CAPTION
    if depth == 0 and text.startswith((_PNG, _JPEG)):
        yield from _properties(text, depth + 1)


def _png_words(kind: bytes, rest: bytes) -> bytes:
    if kind == b"tEXt":
        return rest
    if kind == b"zTXt":
        return _inflated(rest[1:])
    is_packed, rest = rest[:1] == b"\x01", rest[2:]
    words = rest.split(b"\0", 2)[-1]
    return _inflated(words) if is_packed else words


def _in_raw_profile(text: bytes) -> Iterator[PictureProperty]:
    """Search EXIF, IPTC or XMP data as ImageMagick writes it: a name, a length, and hexadecimal digits."""
    lines = text.strip().split(b"\n", 2)
    try:
        profile = bytes.fromhex(re.sub(rb"\s", b"", lines[-1]).decode("ascii"))
    except ValueError:
        return
    yield from properties_in_exif(profile)
    yield from properties_in_xmp(profile)
    yield from _in_photoshop(profile)


def _in_svg(data: bytes, depth: int) -> Iterator[PictureProperty]:
    if _SVG_PATH.search(data):
        yield PictureProperty.PATH
    for written in _INSIDE_SVG.findall(data)[:100] if depth == 0 else ():
        try:
            yield from _properties(base64.b64decode(b"".join(written.split())), depth + 1)
        except (binascii.Error, ValueError):
            continue


def _inflated(data: bytes) -> bytes:
    """Return the beginning of the decompressed data; empty if it cannot be decompressed."""
    try:
        return zlib.decompressobj().decompress(data, _LARGEST_TEXT)
    except zlib.error:
        return b""


def _says_something(text: bytes) -> bool:
    return bool(text.strip(b"\0 \r\n\t")) and not _SOFTWARE.match(text)
