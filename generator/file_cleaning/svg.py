"""Makes the copy of an SVG that readers get: without metadata, comments and the data of drawing programs."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final

from generator.file_cleaning.xml_editing import XmlError, XmlHandler, as_utf_8, edit_xml, parse_xml
from generator.pdf import DamagedImageError, published_copy

_SVG: Final = "http://www.w3.org/2000/svg"
_SHOWN: Final = frozenset({
    _SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1998/Math/MathML",
})  # fmt: skip
"""The namespaces whose elements and attributes a browser shows. All others are of drawing programs."""

_PICTURE: Final = re.compile(rb"(data:image/(?:png|jpe?g|gif|webp);base64,)([A-Za-z0-9+/=\s]{40,})")


def clean_svg(data: bytes) -> bytes:
    """Return the copy. Raises an XmlError if the file cannot be parsed, or if a picture in it cannot be cleaned."""
    copy = _PICTURE.sub(_cleaned, edit_xml(data, _is_unseen, _is_unseen_attribute))
    if _shown(as_utf_8(data)) != _shown(copy):
        raise XmlError("the copy has other shapes or words")
    return copy


def _is_unseen(name: str, _attributes: dict[str, str]) -> bool:
    space, _, local = name.rpartition(" ")
    return space not in ("", *_SHOWN) or (space in ("", _SVG) and local == "metadata")


def _is_unseen_attribute(_element: str, name: str, _value: str) -> bool:
    space = name.rpartition(" ")[0]
    return bool(space) and space not in _SHOWN


def _cleaned(picture: re.Match[bytes]) -> bytes:
    try:
        inside = base64.b64decode(b"".join(picture[2].split()), validate=True)
        copy = published_copy(inside)
    except (binascii.Error, ValueError, DamagedImageError):
        raise XmlError("a picture in it is damaged") from None
    if copy is None:
        raise XmlError("a picture in it cannot be cleaned")
    return picture[1] + base64.b64encode(copy)


def _shown(source: bytes) -> list[object]:
    shown = _Shown()
    parse_xml(source, shown)
    return shown.found


class _Shown(XmlHandler):
    """Collects what a browser shows: elements, attributes except embedded pictures, and words."""

    def __init__(self) -> None:
        self.found: list[object] = []
        self._depth = 0

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        if self._depth or _is_unseen(name, {}):
            self._depth += 1
            return
        attributes = zip(pairs[::2], pairs[1::2], strict=True)
        self.found.append((
            name,
            [
                (key, "" if value.startswith("data:image/") else value)
                for key, value in attributes
                if not _is_unseen_attribute(name, key, value)
            ],
        ))  # fmt: skip

    def end(self, place: int, name: str) -> None:
        if self._depth:
            self._depth -= 1

    def text(self, text: str) -> None:
        if not self._depth and text.strip():
            self.found.append(text.strip())
