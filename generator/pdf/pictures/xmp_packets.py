"""XMP data in whatever file they are, and the metadata of an SVG, which are written in the same way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.parsers import expat

from generator.model.picture_properties import PictureProperty

_MOST_PACKETS: Final = 20
_LARGEST: Final = 4_000_000
_ENDS: Final = ((b"<x:xmpmeta", b"</x:xmpmeta>"), (b"<rdf:RDF", b"</rdf:RDF>"))

_OF_A_SCREENSHOT: Final = "Screenshot"
"""The comment that macOS writes into each picture of a screen."""

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
    """Each kind of property that the XMP packets of a file hold; some more than once."""
    for packet in _packets(data):
        yield from properties_in_packet(packet)


def properties_in_packet(packet: bytes) -> Iterator[PictureProperty]:
    """The same for one packet, or for a whole file of XML."""
    found: list[PictureProperty] = []
    reading = _Reading(found)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = reading.refuse
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.words
    try:
        parser.Parse(packet, True)
    except (expat.ExpatError, _Refused, ValueError):
        # What cannot be read may hold any of them. Their names are enough.
        found += [kind for name, kind in _BY_NAME.items() if len(name) > 8 and f":{name}".encode() in packet]
    yield from found


def _packets(data: bytes) -> Iterator[bytes]:
    for opening, closing in _ENDS:
        start, count = data.find(opening), 0
        while start >= 0 and count < _MOST_PACKETS:
            end = data.find(closing, start, start + _LARGEST)
            yield data[start : end + len(closing)] if end >= 0 else data[start : start + _LARGEST]
            start, count = data.find(opening, start + 1), count + 1
        if count:
            return


class _Refused(Exception):  # noqa: N818 it is what is wrong with a file
    """The file declares a document type, which can be made to grow without end."""


class _Reading:
    """Goes through the elements, and knows in which of them it is."""

    def __init__(self, found: list[PictureProperty]) -> None:
        self._found = found
        self._open: list[PictureProperty | None] = []

    def refuse(self, *_: object) -> None:
        """Stops at a document type."""
        raise _Refused

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A property is an element, or an attribute of one."""
        local = name.rpartition(" ")[2]
        outer = self._open[-1] if self._open else None
        self._open.append(_BY_NAME.get(local, outer))
        for key, value in attributes.items():
            kind = _BY_NAME.get(key.rpartition(" ")[2])
            if kind is not None and " " in key and value.strip():
                self._found.append(kind)

    def end(self, _name: str) -> None:
        """Leaves an element."""
        self._open.pop()

    def words(self, text: str) -> None:
        """A text counts for the property that it is in."""
        if self._open and self._open[-1] is not None and text.strip() not in ("", _OF_A_SCREENSHOT):
            self._found.append(self._open[-1])
