"""Finds the objects of a PDF by following every reference once, also if references form a loop."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from generator.model.link_problems import leads_where_readers_cannot_go

MAX_LINE: Final = 2_000
"""Number of characters of a title, an address and the like that are kept."""

_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")

MOST_OBJECTS: Final = 2_000_000
"""A file with more objects is not read to its end."""

COMMENTS: Final = frozenset({
    "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/Squiggly", "/StrikeOut", "/Caret", "/Stamp", "/Ink", "/Popup", "/FileAttachment", "/Redact", "/Projection",
})  # fmt: skip
"""Annotations for the people who work on a document (ISO 32000-2, table 171)."""

MEDIA_ANNOTATIONS: Final = frozenset({"/Sound", "/Movie", "/Screen", "/3D", "/RichMedia"})
"""Annotations that play sound, video or 3D."""

EXECUTABLE_ACTIONS: Final = frozenset({
    "/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/Sound", "/RichMediaExecute",
    "/GoTo3DView",
})  # fmt: skip
"""Actions that do more than open a page or a link (ISO 32000-2, table 201)."""

_FILE_ACTIONS: Final = frozenset({"/GoToR", "/GoToE"})
"""Actions that open another file (ISO 32000-2, table 201). Launch is among the executable ones."""

_DRIVE: Final = re.compile(r"[a-z]:/")
"""`C:/Users`, after backslashes are replaced."""

_FILLED: Final = frozenset({"/Square", "/Circle", "/Polygon"})
"""Annotations that can be filled with a colour (ISO 32000-2, tables 180 and 181)."""

_FLAG_HIDDEN: Final = 2
_FLAG_NO_VIEW: Final = 32

_RESOURCES: Final = frozenset({"/Font", "/XObject", "/ExtGState", "/Pattern", "/OCG", "/OCMD"})


class TooManyObjects(Exception):  # noqa: N818 the name says what is wrong with the file
    """The file has more objects than any document should."""


def dictionaries(start: PdfObject) -> Iterator[DictionaryObject]:
    """Yield every dictionary and stream that can be reached, each once. Broken references are skipped."""
    return (value for value, _ in _reachable(start) if isinstance(value, DictionaryObject))


def numbers_reached(start: PdfObject) -> set[int]:
    """Return the numbers of all objects that can be reached."""
    return {number for _, number in _reachable(start) if number is not None}


def _reachable(start: PdfObject) -> Iterator[tuple[PdfObject | None, int | None]]:
    """Yield every value that can be reached, each once, with its object number; None for a direct value."""
    waiting: list[PdfObject | None] = [start]
    seen: set[tuple[int, int]] = set()
    count = 0
    while waiting:
        value, number = waiting.pop(), None
        if isinstance(value, IndirectObject):
            if (value.idnum, value.generation) in seen:
                continue
            seen.add((value.idnum, value.generation))
            number = value.idnum
            value = value.get_object()
        count += 1
        if count > MOST_OBJECTS:
            raise TooManyObjects
        yield value, number
        if isinstance(value, DictionaryObject):
            waiting += dict.values(value)
        elif isinstance(value, ArrayObject):
            waiting += list.__iter__(value)


def root_of(reader: PdfReader) -> DictionaryObject:
    """Return the catalogue of a PDF, which leads to all its content."""
    return reader.root_object


def get_nested(holder: DictionaryObject | None, *keys: str) -> PdfObject | None:
    """Return the value at the end of a path of keys; None if a key is missing."""
    value: PdfObject | None = holder
    for key in keys:
        if not isinstance(value, DictionaryObject) or key not in value:
            return None
        value = value[key]
    return value


def is_resource(holder: DictionaryObject, key: str) -> bool:
    """Return True if a key names a font, an image or the like: a page may call a resource by the name of a property."""
    value = get_nested(holder, key)
    if isinstance(value, StreamObject):
        return "/Subtype" in value and name_inside(value, "/Type") != "/Metadata"
    return isinstance(value, DictionaryObject) and name_inside(value, "/Type") in _RESOURCES


def has_embedded_file(entry: DictionaryObject) -> bool:
    """Return True for an entry that includes the bytes of another file; False for one that only names a file."""
    return "/EF" in entry and not is_resource(entry, "/EF")


def covers(note: DictionaryObject) -> bool:
    """Return True for an annotation that can hide content: a redaction that was not applied, a filled box."""
    kind = name_inside(note, "/Subtype")
    colour = get_nested(note, "/IC")
    return kind == "/Redact" or (kind in _FILLED and isinstance(colour, ArrayObject) and len(colour) > 0)


def is_comment(entry: DictionaryObject) -> bool:
    """Return True for an annotation of the people who worked on a document, wherever the file refers to it."""
    return name_inside(entry, "/Subtype") in COMMENTS and isinstance(get_nested(entry, "/Rect"), ArrayObject)


def leads_into_a_disk(action: object) -> bool:
    """Return True for an action that no reader can follow or that names a colleague.

    It opens a file (on a disk, on a share, next to this one), leads into an office network or goes through a scanner
    of e-mails.
    """
    if not isinstance(action, DictionaryObject):
        return False
    if name_inside(action, "/S") in _FILE_ACTIONS:
        return True
    address = text_inside(action, "/URI")
    slashed = address.lower().replace("\\", "/")
    is_a_file = slashed.startswith(("file:", "//")) or _DRIVE.match(slashed) is not None
    return is_a_file or leads_where_readers_cannot_go(address)


def is_true(value: object) -> bool:
    """Return True for the value `true` of a file."""
    return isinstance(value, BooleanObject) and bool(value.value)


def is_hidden(note: DictionaryObject) -> bool:
    """Return True for an annotation that is not shown: by its flags (ISO 32000-2, table 167), or without a size."""
    flags: object = get_nested(note, "/F")
    corners = get_nested(note, "/Rect")
    has_size = (
        isinstance(corners, ArrayObject)
        and len(corners) == 4
        and all(abs(float(corners[end]) - float(corners[start])) >= 1 for start, end in ((0, 2), (1, 3)))
    )
    return not has_size or (isinstance(flags, int) and bool(flags & (_FLAG_HIDDEN | _FLAG_NO_VIEW)))


def has_field_value(field: DictionaryObject) -> bool:
    """Return True if a form field contains a text: what somebody typed, or what it is reset to."""
    return any(bool(text_inside(field, key)) and not name_inside(field, key) for key in ("/V", "/DV"))


def is_signature(entry: DictionaryObject) -> bool:
    """Return True for a signature or a time stamp; False for an empty signature field."""
    kind = name_inside(entry, "/Type")
    has_range = isinstance(get_nested(entry, "/ByteRange"), ArrayObject)
    return "/Contents" in entry and (kind in ("/Sig", "/DocTimeStamp") or (has_range and "/Filter" in entry))


def name_inside(holder: DictionaryObject, key: str) -> str:
    """Return a name such as `/Link`; empty if there is none or the value is not a name."""
    value = get_nested(holder, key)
    return str(value) if isinstance(value, NameObject) else ""


def text_inside(holder: DictionaryObject | None, *keys: str) -> str:
    """Return the text at the end of a path of keys, as one line; empty if there is none."""
    value: object = get_nested(holder, *keys)
    if isinstance(value, bytes):
        value = value.decode("latin-1")
    return one_line(str(value)) if isinstance(value, str) else ""


def one_line(text: str) -> str:
    """Return at most 2,000 characters of a text on one line, without control characters and lone surrogates."""
    valid_text = text[: 2 * MAX_LINE].encode("utf-8", "replace").decode()
    return " ".join(_CONTROLS.sub("", " ".join(valid_text.split())).split())[:MAX_LINE]


def lost_pages(start: PdfObject, pages: Iterable[DictionaryObject]) -> Iterator[DictionaryObject]:
    """Yield the pages that can be reached and are not among the pages of the document.

    Programs that delete pages leave them in the file if a form field, a bookmark or a tag still refers to them.
    """
    shown = {number for number in map(_number_of, pages) if number is not None}
    for entry in dictionaries(start):
        has_content = "/Contents" in entry and ("/MediaBox" in entry or "/Resources" in entry)
        is_page = name_inside(entry, "/Type") in ("/Page", "/Template") or (has_content and "/Subtype" not in entry)
        if is_page and len(entry) > 1 and _number_of(entry) not in shown:
            yield entry


def _number_of(entry: DictionaryObject) -> int | None:
    reference = entry.indirect_reference
    return reference.idnum if reference is not None else None


def page_annotations(page: DictionaryObject) -> Iterator[tuple[PdfObject, DictionaryObject]]:
    """Yield the annotations of a page, each as the page refers to it and as a dictionary. Other values are skipped."""
    annotations = get_nested(page, "/Annots")
    for reference in list.__iter__(annotations) if isinstance(annotations, ArrayObject) else ():
        annotation = reference.get_object()
        if isinstance(annotation, DictionaryObject):
            yield reference, annotation
