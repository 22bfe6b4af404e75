"""Finds the images of a PDF whose metadata says where they were taken, by whom and the like."""

from __future__ import annotations

from typing import Final

from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject

from generator.model.image_properties import PictureProperty
from generator.pdf.images import DamagedImageError, properties_of_picture, without_metadata
from generator.pdf.objects import get_nested, name_inside

_FILE_FILTERS: Final = ("/DCTDecode", "/DCT", "/JPXDecode")
"""Filters of images that are stored as a whole file, JPEG or JPEG 2000. All others store only pixels."""

_MAX_DEPTH: Final = 12


class EmbeddedImages:
    """Collects the metadata of the images in one PDF."""

    def __init__(self) -> None:
        self._properties: set[PictureProperty] = set()
        self._pages: list[int] = []
        self._known: dict[int, bool] = {}
        self._has_metadata = False

    @property
    def properties(self) -> tuple[str, ...]:
        """Each kind of property that an image has, once."""
        return tuple(str(kind) for kind in PictureProperty if kind in self._properties)

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages with such an image, 1-based, in order."""
        return tuple(self._pages)

    @property
    def names(self) -> tuple[str, ...]:
        """A name to add to those of the document properties if metadata is attached to an image."""
        return ("properties of a picture",) if self._has_metadata else ()

    def add_page(self, number: int, page: DictionaryObject) -> None:
        """Inspect the images that a page shows, also inside form XObjects that it uses."""
        if self._has_image_with_properties(get_nested(page, "/Resources"), 0, set()):
            self._pages.append(number)

    def add(self, candidate: DictionaryObject) -> bool:
        """Inspect any dictionary. Return True for an image with such properties. Each image is inspected once."""
        if not isinstance(candidate, StreamObject) or name_inside(candidate, "/Subtype") != "/Image":
            return False
        if id(candidate) not in self._known:
            properties = _properties_of(candidate)
            self._known[id(candidate)] = bool(properties)
            self._properties.update(properties)
            self._has_metadata = self._has_metadata or _has_metadata(candidate)
        return self._known[id(candidate)]

    def _has_image_with_properties(self, resources: PdfObject | None, depth: int, seen: set[int]) -> bool:
        xobjects = get_nested(resources, "/XObject") if isinstance(resources, DictionaryObject) else None
        if not isinstance(xobjects, DictionaryObject) or id(xobjects) in seen or depth > _MAX_DEPTH:
            return False
        seen.add(id(xobjects))
        has_properties = False
        for reference in dict.values(xobjects):
            xobject = reference.get_object()
            if isinstance(xobject, DictionaryObject):
                inner_resources = get_nested(xobject, "/Resources")
                has_properties = self.add(xobject) or has_properties
                has_properties = self._has_image_with_properties(inner_resources, depth + 1, seen) or has_properties
        return has_properties


def remove_metadata(candidate: DictionaryObject) -> bool:
    """Remove the metadata from any dictionary that is an image stored as a file. Return True if it was changed.

    A file that cannot be followed to its end is not changed.
    """
    if not isinstance(candidate, StreamObject) or name_inside(candidate, "/Subtype") != "/Image":
        return False
    data = _image_file(candidate)
    try:
        clean = without_metadata(data) if data is not None else None
    except DamagedImageError:
        return False
    if data is None or clean is None or clean == data:
        return False
    filters = get_nested(candidate, "/Filter")
    if isinstance(filters, ArrayObject):
        candidate[NameObject("/Filter")] = filters[-1]
        parameters = get_nested(candidate, "/DecodeParms")
        if isinstance(parameters, ArrayObject) and len(parameters) == len(filters):
            candidate[NameObject("/DecodeParms")] = parameters[-1]
    candidate._data = clean  # noqa: SLF001 pypdf cannot set the data of an encoded stream
    return True


def _properties_of(image: StreamObject) -> tuple[PictureProperty, ...]:
    data = _image_file(image)
    return properties_of_picture(data) if data is not None else ()


def _image_file(image: StreamObject) -> bytes | None:
    """Return the file that an image is stored as; None if only its pixels are stored, or if it cannot be read."""
    filters = get_nested(image, "/Filter")
    last = filters[-1] if isinstance(filters, ArrayObject) and filters else filters
    if not isinstance(last, NameObject) or last not in _FILE_FILTERS:
        return None
    is_only_one = not isinstance(filters, ArrayObject) or len(filters) == 1
    try:
        # With other filters around it, pypdf returns the image file after those filters are undone.
        return bytes(image._data) if is_only_one else bytes(image.get_data())  # noqa: SLF001
    except (PyPdfError, ValueError, KeyError, TypeError, NotImplementedError):
        return None


def _has_metadata(image: StreamObject) -> bool:
    metadata = get_nested(image, "/Metadata")
    if not isinstance(metadata, StreamObject):
        return False
    try:
        return bool(properties_of_picture(metadata.get_data()))
    except (PyPdfError, ValueError, KeyError, TypeError, NotImplementedError):
        return False
