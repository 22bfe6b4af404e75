"""Copies an XML file without some of its elements and attributes. All other bytes are copied unchanged."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable
from typing import Final
from xml.parsers import expat

_TAG: Final = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE: Final = re.compile(rb"""\s+([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')""")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")

DropElement = Callable[[str, dict[str, str]], bool]
"""Returns True for an element to leave out, with everything in it. Names are written `namespace local`."""

DropAttribute = Callable[[str, str, str], bool]
"""Returns True for an attribute to leave out or empty, by the name of its element, its own name and its value."""


class XmlError(ValueError):
    """The file is not well-formed, is not in UTF-8, or declares a document type."""


def as_utf_8(data: bytes) -> bytes:
    """Return an XML file in UTF-8 without a byte order mark, if it was in UTF-16 or had a mark."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _DECLARATION.sub("", data.decode("utf-16", "replace")).encode("utf-8", "replace")
    return data.removeprefix(BOM_UTF8)


def edit_xml(
    data: bytes,
    drop: DropElement = lambda name, attributes: False,
    drop_attribute: DropAttribute = lambda element, name, value: False,
    empty_attribute: DropAttribute = lambda element, name, value: False,
) -> bytes:
    """Return a copy without the elements and attributes that the functions return True for, and without comments.

    Attributes for which `empty_attribute` returns True stay, and are empty.

    Raises an XmlError.
    """
    source = as_utf_8(data)
    editor = _Editor(source, drop, drop_attribute, empty_attribute)
    parse_xml(source, editor)
    return editor.result()


def parse_xml(source: bytes, handler: XmlHandler) -> None:
    """Parse an XML file in UTF-8. Raises an XmlError."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.XmlDeclHandler = _check_encoding
    parser.StartElementHandler = lambda name, pairs: handler.start(parser.CurrentByteIndex, name, pairs)
    parser.EndElementHandler = lambda name: handler.end(parser.CurrentByteIndex, name)
    parser.CharacterDataHandler = handler.text
    parser.CommentHandler = lambda _: handler.comment(parser.CurrentByteIndex)
    try:
        parser.Parse(source, True)
    except expat.ExpatError as error:
        raise XmlError(f"it is not well-formed XML ({expat.ErrorString(error.code)})") from None


class XmlHandler:
    """Handles the events of a parser. `place` is the offset of the event in bytes."""

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        """Enter an element; `pairs` has the names and values of its attributes in turn."""

    def end(self, place: int, name: str) -> None:
        """Leave an element."""

    def text(self, text: str) -> None:
        """Read text."""

    def comment(self, place: int) -> None:
        """Read a comment."""


class _Editor(XmlHandler):
    """Collects the byte ranges to leave out."""

    def __init__(
        self, source: bytes, drop: DropElement, drop_attribute: DropAttribute, empty_attribute: DropAttribute
    ) -> None:
        self._source = source
        self._drop = drop
        self._drop_attribute = drop_attribute
        self._empty_attribute = empty_attribute
        self._cuts: list[tuple[int, int]] = []
        self._depth = 0
        self._start = 0

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        if self._depth:
            self._depth += 1
        elif self._drop(name, dict(zip(pairs[::2], pairs[1::2], strict=True))):
            self._depth, self._start = 1, place
        elif pairs:
            self._cut_attributes(place, name, pairs)

    def end(self, place: int, name: str) -> None:
        if self._depth:
            self._depth -= 1
            if self._depth == 0:
                first = self._end_of_tag(self._start)
                # Of an empty element, expat reports the end of its tag.
                is_empty = self._source[first - 2 : first] == b"/>"
                self._cuts.append((self._start, first if is_empty else self._end_of_tag(place)))

    def comment(self, place: int) -> None:
        if not self._depth:
            self._cuts.append((place, self._source.index(b"-->", place) + 3))

    def result(self) -> bytes:
        kept, place = [], 0
        for start, end in self._cuts:
            kept.append(self._source[place:start])
            place = end
        return b"".join((*kept, self._source[place:]))

    def _end_of_tag(self, place: int) -> int:
        tag = _TAG.match(self._source, place)
        if tag is None:
            raise XmlError("a tag does not end")
        return tag.end()

    def _cut_attributes(self, place: int, name: str, pairs: list[str]) -> None:
        given = list(zip(pairs[::2], pairs[1::2], strict=True))
        unwanted = [self._drop_attribute(name, *pair) for pair in given]
        emptied = [self._empty_attribute(name, *pair) for pair in given]
        if not any(unwanted) and not any(emptied):
            return
        written = [
            attribute
            for attribute in _ATTRIBUTE.finditer(self._source, place, self._end_of_tag(place))
            if attribute[1] != b"xmlns" and not attribute[1].startswith(b"xmlns:")
        ]
        if len(written) != len(unwanted):
            raise XmlError("the attributes of a tag cannot be distinguished")
        for attribute, is_unwanted, is_emptied in zip(written, unwanted, emptied, strict=True):
            if is_unwanted:
                self._cuts.append(attribute.span())
            elif is_emptied:
                self._cuts.append((attribute.start(2) + 1, attribute.end(2) - 1))


def _refuse(*_: object) -> None:
    raise XmlError("it declares a document type")


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in ("utf-8", "utf8", "us-ascii", "ascii"):
        raise XmlError("it is not in UTF-8")
