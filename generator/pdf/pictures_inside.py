"""The pictures inside a PDF that say where they were taken, by whom and the like. Runs in a process with limits."""

from __future__ import annotations

from typing import Final

from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject

from generator.model.picture_properties import PictureProperty
from generator.pdf.objects import inside, name_inside
from generator.pdf.pictures import properties_of_picture

_WITH_PROPERTIES: Final = ("/DCTDecode", "/DCT", "/JPXDecode")
"""Pictures that are stored as a whole file: JPEG and JPEG 2000. The others have only dots in them."""

_DEEPEST: Final = 12


class PicturesInside:
    """Collects what the pictures of one PDF say."""

    def __init__(self) -> None:
        self._found: set[PictureProperty] = set()
        self._pages: list[int] = []
        self._known: dict[int, bool] = {}
        self._has_metadata = False

    @property
    def properties(self) -> tuple[str, ...]:
        """Each kind of property that a picture has, once."""
        return tuple(str(each) for each in PictureProperty if each in self._found)

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages with such a picture, 1-based, in order."""
        return tuple(self._pages)

    @property
    def names(self) -> tuple[str, ...]:
        """What to add to the names of the properties: metadata that are attached to a picture, and not part of it."""
        return ("properties of a picture",) if self._has_metadata else ()

    def add_page(self, number: int, page: DictionaryObject) -> None:
        """Looks at the pictures that a page shows, also inside of drawings that it uses."""
        if self._has_such_picture(inside(page, "/Resources"), 0, set()):
            self._pages.append(number)

    def add(self, each: DictionaryObject) -> bool:
        """Looks at any dictionary; True for a picture with such properties. Each picture is looked at once."""
        if not isinstance(each, StreamObject) or name_inside(each, "/Subtype") != "/Image":
            return False
        if id(each) not in self._known:
            properties = _properties_of(each)
            self._known[id(each)] = bool(properties)
            self._found.update(properties)
            self._has_metadata = self._has_metadata or _has_metadata(each)
        return self._known[id(each)]

    def _has_such_picture(self, resources: PdfObject | None, depth: int, seen: set[int]) -> bool:
        shown = inside(resources, "/XObject") if isinstance(resources, DictionaryObject) else None
        if not isinstance(shown, DictionaryObject) or id(shown) in seen or depth > _DEEPEST:
            return False
        seen.add(id(shown))
        found = False
        for held in dict.values(shown):
            each = held.get_object()
            if isinstance(each, DictionaryObject):
                found = self.add(each) or found
                found = self._has_such_picture(inside(each, "/Resources"), depth + 1, seen) or found
        return found


def _properties_of(picture: StreamObject) -> tuple[PictureProperty, ...]:
    filters = inside(picture, "/Filter")
    last = filters[-1] if isinstance(filters, ArrayObject) and filters else filters
    if not isinstance(last, NameObject) or last not in _WITH_PROPERTIES:
        return ()
    is_only_one = not isinstance(filters, ArrayObject) or len(filters) == 1
    try:
        # pypdf gives these pictures as they are stored, once the filters around them are undone.
        data = bytes(picture._data) if is_only_one else bytes(picture.get_data())  # noqa: SLF001
    except (PyPdfError, ValueError, KeyError, TypeError, NotImplementedError):
        return ()
    return properties_of_picture(data)


def _has_metadata(picture: StreamObject) -> bool:
    metadata = inside(picture, "/Metadata")
    if not isinstance(metadata, StreamObject):
        return False
    try:
        return bool(properties_of_picture(metadata.get_data()))
    except (PyPdfError, ValueError, KeyError, TypeError, NotImplementedError):
        return False
