"""Checks that an SVG only shows a picture: it runs no script and fetches nothing from other places.

A page shows the logo as an image, and browsers run no scripts in images. But the file also has an address. A browser
that opens this address would run the scripts as part of this site.
"""

from __future__ import annotations

import math
import re
from typing import Final
from xml.parsers import expat

_MOST_BYTES: Final = 1_000_000
_SVG: Final = "http://www.w3.org/2000/svg"
_XHTML: Final = "http://www.w3.org/1999/xhtml"
_ENCODINGS: Final = frozenset({"utf-8", "utf-16", "us-ascii", "iso-8859-1", "latin1", "windows-1252"})
"""Encodings that every browser reads as this parser does."""

_RUNS: Final = frozenset(
    {"script", "foreignobject", "handler", "listener", "iframe", "object", "embed", "audio", "video"}
)
_ADDRESSES: Final = frozenset({"href", "src", "base", "data", "from", "to", "values", "by"})
"""Attributes that contain a URL, or through which an animation writes one."""

_INSIDE: Final = re.compile(r"#|data:image/(?:png|jpeg|webp|gif);base64,")
_FETCHES: Final = re.compile(
    r"@import|//|\\|image-set\(|src\(|url\(\s*[\"']?\s*(?!#|data:image/|[\"'#\s])", re.IGNORECASE
)
_SCRIPT_ADDRESS: Final = re.compile(r"(?:java|vb)script:|data:(?!image/(?:png|jpeg|webp|gif);)", re.IGNORECASE)
_LENGTH: Final = re.compile(r"\s*([0-9.]+(?:e[+-]?[0-9]+)?)\s*(?:px)?\s*", re.IGNORECASE)


class UnsafeSvg(Exception):  # noqa: N818 a fault of the file, not of ours
    """The forbidden content of the file, as text that follows its name."""


def svg_size(data: bytes) -> tuple[float, float]:
    """Return width and height in the SVG's units. Zero if it states none, or if it is not an SVG.

    Raises UnsafeSvg for forbidden content.
    """
    if len(data) > _MOST_BYTES:
        raise UnsafeSvg("is larger than 1 MB, too large to check")
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.XmlDeclHandler = lambda _version, encoding, _standalone: reader.declaration(encoding)
    parser.StartDoctypeDeclHandler = lambda *_: reader.refuse("has a DOCTYPE, which can expand without limit")
    parser.ProcessingInstructionHandler = lambda target, _: reader.refuse(f'has the instruction "{target}"')
    parser.StartElementHandler = reader.element
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):  # the last two are for an invalid encoding
        return 0, 0
    return reader.size


class _Reader:
    """A parser handler that checks each part of the file as it is read."""

    def __init__(self) -> None:
        self.size: tuple[float, float] = (0, 0)
        self._depth = 0
        self._style: list[str] | None = None

    def refuse(self, why: str) -> None:
        """Stop the parser. The rest of the file is not checked."""
        raise UnsafeSvg(why)

    def declaration(self, encoding: str | None) -> None:
        """Check the XML declaration. The parser accepts encodings that browsers do not know."""
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise UnsafeSvg(
                f'is saved in the encoding "{encoding[:40]}", which browsers may not read: save it as UTF-8'
            )

    def element(self, name: str, attributes: dict[str, str]) -> None:
        """Check an element and its attributes."""
        space, _, local = name.rpartition(" ")
        if local.lower() in _RUNS or space == _XHTML:
            raise UnsafeSvg(f'contains "{local}", which can run or fetch something')
        for key, value in attributes.items():
            _check_attribute(key.rpartition(" ")[2].lower(), value)
        if self._depth == 0 and (space, local) == (_SVG, "svg"):
            self.size = _size(attributes)
        if local == "style":
            self._style = []
        self._depth += 1

    def words(self, text: str) -> None:
        """Collect the text of a style sheet. Other text does not matter."""
        if self._style is not None:
            self._style.append(text)

    def end(self, name: str) -> None:
        """Check a style sheet at its end, when it is complete."""
        self._depth -= 1
        if self._style is not None and name.rpartition(" ")[2] == "style":
            _check_style("".join(self._style))
            self._style = None


def _check_attribute(name: str, value: str) -> None:
    if name.startswith("on"):
        raise UnsafeSvg(f'has the event "{name}", which runs something')
    if _SCRIPT_ADDRESS.search("".join(value.split())):
        raise UnsafeSvg(f'has a script in "{name}"')
    if name in ("href", "src", "base") and value.strip() and not _INSIDE.match(value.strip()):
        raise UnsafeSvg(f'links to or fetches "{value.strip()[:60]}"')
    if name == "attributename" and value.rpartition(":")[2].strip().lower() in (*_ADDRESSES, "style"):
        raise UnsafeSvg(f'changes "{value}", which can run or fetch something')
    if name == "style" or "(" in value:
        _check_style(value)


def _check_style(style: str) -> None:
    match = _FETCHES.search(style)
    if match is not None:
        raise UnsafeSvg(f'has a style that fetches something: "{match[0].strip()[:20]}"')


def _size(attributes: dict[str, str]) -> tuple[float, float]:
    """Return the size from width and height, or else from the viewBox."""
    size = [_length(attributes.get(name, "")) for name in ("width", "height")]
    if all(size):
        return size[0], size[1]
    box = [_length(number) for number in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())]
    return (box[2], box[3]) if len(box) == 4 else (0, 0)


def _length(text: str) -> float:
    """Return a length in pixels. Zero for one in other units, and for text that is not a length."""
    match = _LENGTH.fullmatch(text)
    try:
        length = float(match[1]) if match is not None else 0.0
    except ValueError:
        return 0.0
    return length if math.isfinite(length) else 0.0
