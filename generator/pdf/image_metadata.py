"""Extracts the texts in an image file's metadata: EXIF, XMP, IPTC, PNG texts, GIF comments."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from io import BytesIO
from typing import Final

from PIL import ExifTags, Image, IptcImagePlugin

_IFDS: Final = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.Interop, ExifTags.IFD.IFD1)
_WIDE_TAGS: Final = range(0x9C9B, 0x9CA0)
"""Tags that Windows writes, in UTF-16."""

_USER_COMMENT: Final = 0x9286


def texts_of_image(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield each text with its place, `in the EXIF data`. Raise an error of Pillow if the data is not an image."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(data)) as picture:
            yield from _info(picture)
            yield from _exif(picture)
            for value in (IptcImagePlugin.getiptcinfo(picture) or {}).values():
                for item in value if isinstance(value, list) else [value]:
                    yield "in the IPTC data", _text(item)


def _info(picture: Image.Image) -> Iterator[tuple[str, str]]:
    if hasattr(picture, "text"):
        picture.load()
        for name, value in picture.text.items():
            yield "in a text of the picture's file", f"{name} . {value}"
    for name, value in picture.info.items():
        if name in ("exif", "icc_profile"):
            continue
        text = _text(value)
        yield "in the properties", f"{name} . {text}"
        if "<" in text:
            yield "in the properties", unescape(re.sub(r"<[^>]*>", " ", text))


def _exif(picture: Image.Image) -> Iterator[tuple[str, str]]:
    exif = picture.getexif()
    for tags in (dict(exif), *(dict(exif.get_ifd(ifd)) for ifd in _IFDS)):
        for tag, value in tags.items():
            wide = tag in _WIDE_TAGS
            yield "in the EXIF data", _text(value, wide, tag == _USER_COMMENT)


def _text(value: object, wide: bool = False, comment: bool = False) -> str:
    if isinstance(value, tuple) and value and all(isinstance(byte, int) and 0 <= byte < 256 for byte in value):
        value = bytes(value)
    if isinstance(value, bytes):
        if wide:
            return value.decode("utf-16-le", "replace").rstrip("\0")
        if comment:
            encoding, comment_bytes = value[:8], value[8:]
            return (_utf_16(comment_bytes) if encoding.startswith(b"UNICODE") else _utf_8(comment_bytes)).rstrip("\0")
        return _utf_8(value)
    text = str(value)
    if not text.isascii():
        # Pillow reads each byte as a letter of Latin-1, but many programs write UTF-8.
        with suppress(UnicodeError):
            return f"{text.encode('latin-1').decode('utf-8')} . {text}"
    return text


def _utf_8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _utf_16(data: bytes) -> str:
    """Return the text in the byte order in which more of its letters are Latin."""
    return max((data.decode(order, "replace") for order in ("utf-16-le", "utf-16-be")), key=_latin_letters)


def _latin_letters(text: str) -> int:
    return sum(letter.isalpha() and letter < "\u0250" for letter in text)
