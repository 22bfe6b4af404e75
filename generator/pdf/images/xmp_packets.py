"""Reads XMP data in files of any type, and the metadata of an SVG, which has the same form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

from generator.model.image_properties import PictureProperty

_MOST_PACKETS: Final = 20
_LARGEST: Final = 4_000_000
_ENDS: Final = ((b"<x:xmpmeta", b"</x:xmpmeta>"), (b"<rdf:RDF", b"</rdf:RDF>"))

_SCREENSHOT_COMMENT: Final = "Screenshot"
"""The comment that macOS writes into every screenshot."""

_BY_NAME: Final = {
    **dict.fromkeys(
        (
            "GPSLatitude", "GPSLongitude", "GPSDestLatitude", "GPSDestLongitude", "GPSAreaInformation", "City",
            "Location", "Sublocation", "LocationCreated", "LocationShown",
        ),
        PictureProperty.PLACE,
    ),
    **dict.fromkeys(
        (
            "creator", "contributor", "publisher", "rights", "rightsHolder", "Artist", "Copyright", "Owner",
            "OwnerName", "CameraOwnerName", "AuthorsPosition", "CaptionWriter", "Credit", "PersonInImage", "Name",
            "CreatorContactInfo", "CiEmailWork", "CiTelWork", "Author", "PersonDisplayName",
        ),
        PictureProperty.NAMES,
    ),
    **dict.fromkeys(
        ("SerialNumber", "BodySerialNumber", "LensSerialNumber", "CameraSerialNumber"), PictureProperty.SERIAL
    ),
    **dict.fromkeys(
        (
            "description", "title", "subject", "Headline", "Instructions", "UserComment", "ImageDescription", "Title",
            "hierarchicalSubject", "LastKeywordIPTC", "TransmissionReference", "Keywords", "XPKeywords",
        ),
        PictureProperty.CAPTION,
    ),
    **dict.fromkeys(("FilePath", "filePath", "absref", "docbase"), PictureProperty.PATH),
}  # fmt: skip
"""By the name of an element or attribute, without its namespace."""


def properties_in_xmp(data: bytes) -> Iterator[PictureProperty]:
    """Yield each kind of property in the XMP packets of a file; some more than once."""
    for packet in _packets(data):
        yield from properties_in_packet(packet)


def properties_in_packet(packet: bytes) -> Iterator[PictureProperty]:
    """Yield each kind of property in one packet, or in a whole XML file; some more than once."""
    properties: list[PictureProperty] = []
    handler = _PropertyHandler(properties)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = handler.refuse_doctype
    parser.StartElementHandler = handler.start
    parser.EndElementHandler = handler.end
    parser.CharacterDataHandler = handler.words
    try:
        parser.Parse(packet, True)
    except (expat.ExpatError, _Refused, ValueError):
        # A packet that cannot be parsed may have any of them, so the name of a property is enough.
        properties += [kind for name, kind in _BY_NAME.items() if len(name) > 8 and f":{name}".encode() in packet]
    yield from properties


def _packets(data: bytes) -> Iterator[bytes]:
    for opening, closing in _ENDS:
        start, count = data.find(opening), 0
        while start >= 0 and count < _MOST_PACKETS:
            end = data.find(closing, start, start + _LARGEST)
            yield data[start : end + len(closing)] if end >= 0 else data[start : start + _LARGEST]
            start, count = data.find(opening, start + 1), count + 1
        if count:
            return


class _Refused(Exception):  # noqa: N818 the name says what happened
    """The file declares a document type, whose entities could expand without end."""


class _PropertyHandler:
    """Handles the elements of a packet, and keeps the stack of open ones."""

    def __init__(self, properties: list[PictureProperty]) -> None:
        self._properties = properties
        self._open: list[PictureProperty | None] = []

    def refuse_doctype(self, *_: object) -> None:
        """Stop at a document type."""
        raise _Refused

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Enter an element. A property is an element or an attribute."""
        local = name.rpartition(" ")[2]
        outer = self._open[-1] if self._open else None
        self._open.append(_BY_NAME.get(local, outer))
        for key, value in attributes.items():
            kind = _BY_NAME.get(key.rpartition(" ")[2])
            if kind is not None and " " in key and value.strip():
                self._properties.append(kind)

    def end(self, _name: str) -> None:
        """Leave an element."""
        self._open.pop()

    def words(self, text: str) -> None:
        """Count a text for the property that contains it."""
        if self._open and self._open[-1] is not None and text.strip() not in ("", _SCREENSHOT_COMMENT):
            self._properties.append(self._open[-1])
