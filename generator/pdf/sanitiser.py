"""A copy of a PDF without what no reader should get: names in properties, comments, files inside, scripts.

pypdf writes the file twice: what the first pass takes out of the pages is still in the file until a second one copies
only what is reached.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    StreamObject,
    TextStringObject,
)

from generator.pdf.copy_verification import verify
from generator.pdf.inspection import open_pdf
from generator.pdf.objects import (
    COMMENTS,
    EXECUTABLE_ACTIONS,
    MEDIA_ANNOTATIONS,
    dictionaries,
    get_nested,
    holds_a_file,
    is_resource,
    name_inside,
    one_line,
    page_annotations,
)
from generator.pdf.xmp import properties_as_xmp, properties_of
from generator.system import write_atomically

_OF_THE_DOCUMENT: Final = ("/AF", "/Collection", "/PieceInfo", "/AA", "/Perms", "/Threads", "/SpiderInfo", "/Legal")
_OF_ANY_OBJECT: Final = ("/Metadata", "/PieceInfo", "/AF", "/LastModified", "/CreatorInfo")
_OF_ANY_ACTOR: Final = ("/AA", "/XFA")


def clean(source: Path, target: Path, title: str, language: str) -> SanitiseCounts:
    """Writes the clean copy of a file whole; gives what was taken out.

    The copy has this title and language and nothing else in its properties, and shows its title. Its pages, text,
    tags, links, bookmarks and form fields are those of the original: where they are not, nothing is written and a
    `CopyDiffersError` says so. The same original, title and language give the same bytes.
    """
    title, language = one_line(title), one_line(language)
    data = source.read_bytes()
    original = open_pdf(source)
    writer = PdfWriter(clone_from=original)
    taken = _Sanitiser(writer)
    taken.remove_document_metadata(len(original.metadata or {}))
    for page in writer.pages:
        taken.remove_page_annotations(page)
    taken.remove_object_metadata()
    _say_what_it_is(writer, original, title, language)
    writer.metadata = None
    first = BytesIO()
    writer.write(first)
    second = PdfWriter(clone_from=PdfReader(first, strict=False))
    second.pdf_header = original.pdf_header
    second.metadata = {"/Title": title}
    seed = hashlib.sha256(data + title.encode() + language.encode()).digest()
    second._ID = ArrayObject((ByteStringObject(seed[:16]), ByteStringObject(seed[16:])))  # noqa: SLF001 the same each time
    finished = BytesIO()
    second.write(finished)
    verify(original, finished.getvalue(), source)
    write_atomically(target, finished.getvalue())
    return taken.counted


class _Sanitiser:
    """Takes out, and counts."""

    def __init__(self, writer: PdfWriter) -> None:
        self._root = writer.root_object
        self._counts = dict.fromkeys(SanitiseCounts.__slots__, 0)

    @property
    def counted(self) -> SanitiseCounts:
        """How much of each kind."""
        return SanitiseCounts(**self._counts)

    def remove_document_metadata(self, properties: int) -> None:
        """Properties, files, scripts that start with the document, what programs left for themselves."""
        self._counts["properties"] = properties + ("/Metadata" in self._root) + ("/PieceInfo" in self._root)
        self._counts["files"] = sum(map(holds_a_file, dictionaries(self._root)))
        for key in _OF_THE_DOCUMENT:
            self._drop(self._root, key)
        names = get_nested(self._root, "/Names")
        if isinstance(names, DictionaryObject):
            self._drop(names, "/EmbeddedFiles")
            self._drop(names, "/JavaScript")
        if _is_executable_action(get_nested(self._root, "/OpenAction")):
            self._drop(self._root, "/OpenAction")

    def remove_page_annotations(self, page: DictionaryObject) -> None:
        """Comments, and whatever would play."""
        kept, gone = ArrayObject(), set()
        for held, each in page_annotations(page):
            kind = name_inside(each, "/Subtype")
            if kind in COMMENTS or kind in MEDIA_ANNOTATIONS:
                self._counts["comments" if kind in COMMENTS else "scripts"] += kind != "/Popup"
                gone.add(_number(held))
            else:
                kept.append(held)
        if gone:
            page[NameObject("/Annots")] = kept
            self._forget_in_the_structure(gone)

    def remove_object_metadata(self) -> None:
        """Properties of pictures and pages, actions of fields and links, files that are named anywhere."""
        for dictionary in list(dictionaries(self._root)):
            if holds_a_file(dictionary):
                self._drop(dictionary, "/EF")
            for key in _OF_ANY_OBJECT:
                if key in dictionary and dictionary is not self._root and not is_resource(dictionary, key):
                    self._counts["pictures_properties"] += 1
                    self._drop(dictionary, key)
            for key in _OF_ANY_ACTOR:
                if key in dictionary and not is_resource(dictionary, key):
                    self._drop(dictionary, key)
            for key in ("/A", "/Next"):
                following = get_nested(dictionary, key)
                if isinstance(following, ArrayObject):
                    self._drop_executable_actions(following)
                elif _is_executable_action(following):
                    self._counts["scripts"] += 1
                    self._drop(dictionary, key)

    def _drop_executable_actions(self, actions: ArrayObject) -> None:
        """Takes what starts something out of actions that follow each other."""
        kept = [each for each in list.__iter__(actions) if not _is_executable_action(each.get_object())]
        self._counts["scripts"] += len(actions) - len(kept)
        actions[:] = kept

    def _forget_in_the_structure(self, gone: set[tuple[int, int] | None]) -> None:
        """Takes the comments out of the tags as well: their elements would keep them in the file."""
        for dictionary in list(dictionaries(get_nested(self._root, "/StructTreeRoot") or NullObject())):
            if (
                dictionary.get("/Type") == "/OBJR"
                and _number(dictionary.raw_get("/Obj") if "/Obj" in dictionary else None) in gone
            ):
                self._drop(dictionary, "/Obj")

    def _drop(self, holder: DictionaryObject, key: str) -> None:
        if key in holder:
            if key in ("/JavaScript", "/OpenAction", "/AA", "/XFA"):
                self._counts["scripts"] += 1
            del holder[NameObject(key)]


def _is_executable_action(action: object) -> bool:
    return isinstance(action, DictionaryObject) and name_inside(action, "/S") in EXECUTABLE_ACTIONS


def _number(reference: object) -> tuple[int, int] | None:
    return (reference.idnum, reference.generation) if isinstance(reference, IndirectObject) else None


def _say_what_it_is(writer: PdfWriter, original: PdfReader, title: str, language: str) -> None:
    """The title and the language, where every reader looks for them."""
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(language)
    shown = get_nested(root, "/ViewerPreferences")
    preferences = shown if isinstance(shown, DictionaryObject) else DictionaryObject()
    preferences[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    root[NameObject("/ViewerPreferences")] = preferences
    stream = StreamObject()
    stream.set_data(properties_as_xmp(properties_of(get_nested(original.root_object, "/Metadata")), title, language))
    stream[NameObject("/Type")] = NameObject("/Metadata")
    stream[NameObject("/Subtype")] = NameObject("/XML")
    root[NameObject("/Metadata")] = writer._add_object(stream)  # noqa: SLF001 pypdf's own xmp writer leaves names in


@dataclass(frozen=True, slots=True)
class SanitiseCounts:
    """Counted, never named: what was taken out may be the very thing that nobody should read."""

    properties: int
    """Document properties, of both kinds that a PDF has."""

    comments: int
    files: int
    scripts: int
    """What would have run or started something."""

    pictures_properties: int
    """Properties of pictures and pages inside the file."""
