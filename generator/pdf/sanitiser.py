"""Writes a copy of a PDF without names in properties, comments, embedded files and scripts.

pypdf writes the file twice. Objects that the first pass removes from the pages are still in the file. The second pass
copies only the objects that are still referenced.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
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

from generator.pdf.copy_verification import WORDS_OF_TAGS, is_tag_of_lost_page, verify
from generator.pdf.embedded_images import remove_metadata
from generator.pdf.inspection import open_pdf
from generator.pdf.objects import (
    COMMENTS,
    EXECUTABLE_ACTIONS,
    MEDIA_ANNOTATIONS,
    dictionaries,
    get_nested,
    has_embedded_file,
    is_comment,
    is_resource,
    is_signature,
    leads_into_a_disk,
    lost_pages,
    name_inside,
    numbers_reached,
    one_line,
    page_annotations,
)
from generator.pdf.sanitise_counts import SanitiseCounts
from generator.pdf.xmp import properties_as_xmp, properties_of
from generator.system import write_atomically

_KEYS_OF_CATALOGUE: Final = frozenset({
    "/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences",
    "/PageLayout", "/PageMode", "/Outlines", "/OpenAction", "/URI", "/AcroForm", "/Metadata", "/StructTreeRoot",
    "/MarkInfo", "/Lang", "/OutputIntents", "/OCProperties", "/Requirements", "/NeedsRendering", "/DPartRoot",
})  # fmt: skip
"""The keys that a copy keeps (ISO 32000-2, table 29). Programs add keys of their own, such as the name of a user."""

_KEYS_OF_PAGES: Final = frozenset({
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/BoxColorInfo",
    "/Contents", "/Rotate", "/Group", "/Dur", "/Trans", "/Annots", "/StructParents", "/ID", "/PZ", "/SeparationInfo",
    "/Tabs", "/TemplateInstantiated", "/PresSteps", "/UserUnit", "/VP", "/OutputIntents", "/DPart",
})  # fmt: skip
"""The same for pages (table 31)."""

_DOCUMENT_KEYS: Final = ("/AF", "/Collection", "/PieceInfo", "/AA", "/Perms", "/Threads", "/SpiderInfo", "/Legal")
_METADATA_KEYS: Final = ("/Metadata", "/PieceInfo", "/AF", "/LastModified", "/CreatorInfo", "/Thumb")
_ACTION_KEYS: Final = ("/AA", "/XFA")


def clean(source: Path, target: Path, title: str, language: str) -> SanitiseCounts:
    """Write the clean copy of a file, and return the counts of what was removed.

    The copy has this title and language and no other properties, and readers show its title. Its pages, text, tags,
    links, bookmarks and form fields are those of the original. If they are not, nothing is written and a
    `CopyDiffersError` is raised. Equal originals, titles and languages give equal bytes.
    """
    title, language = one_line(title), one_line(language)
    data = source.read_bytes()
    original = open_pdf(source)
    writer = PdfWriter(clone_from=original)
    sanitiser = _Sanitiser(writer)
    sanitiser.remove_document_metadata(len(original.metadata or {}))
    sanitiser.empty_lost_pages(writer)
    for page in writer.pages:
        sanitiser.remove_page_annotations(page)
    sanitiser.remove_stray_comments()
    sanitiser.remove_object_metadata()
    _set_title_and_language(writer, original, title, language)
    writer.metadata = None
    first_pass = BytesIO()
    writer.write(first_pass)
    seed = hashlib.sha256(data + title.encode() + language.encode()).digest()
    finished = _without_unreferenced_objects(first_pass, original.pdf_header, title, seed)
    verify(original, finished.getvalue(), source)
    write_atomically(target, finished.getvalue())
    return sanitiser.counts


def _without_unreferenced_objects(file: BytesIO, header: str, title: str, seed: bytes) -> BytesIO:
    """Return the file with only the objects that something refers to, and with this title and an id from the seed."""
    writer = PdfWriter(clone_from=PdfReader(file, strict=False))
    writer.pdf_header = header
    writer.metadata = {"/Title": title}
    writer._ID = ArrayObject((ByteStringObject(seed[:16]), ByteStringObject(seed[16:])))  # noqa: SLF001 an id that is not random
    # pypdf copies some objects twice, and refers to one of the two.
    starts = [each.indirect_reference for each in (writer.root_object, writer._info) if each is not None]  # noqa: SLF001
    kept = numbers_reached(ArrayObject(starts))
    for place, _ in enumerate(writer._objects):  # noqa: SLF001 pypdf's own way has other names in each version
        if place + 1 not in kept:
            writer._objects[place] = None  # noqa: SLF001
    written = BytesIO()
    writer.write(written)
    return written


class _Sanitiser:
    """Removes entries from a PDF, and counts them."""

    def __init__(self, writer: PdfWriter) -> None:
        self._root = writer.root_object
        self._counts = dict.fromkeys(SanitiseCounts.__slots__, 0)

    @property
    def counts(self) -> SanitiseCounts:
        """The number of removed entries of each kind."""
        return SanitiseCounts(**self._counts)

    def remove_document_metadata(self, properties: int) -> None:
        """Remove properties, embedded files, scripts that run when the document opens, and data of other programs.

        `properties` is the number of entries in the document information, which is not copied.
        """
        self._counts["properties"] = properties + ("/Metadata" in self._root) + ("/PieceInfo" in self._root)
        self._counts["files"] = sum(map(has_embedded_file, dictionaries(self._root)))
        for key in (*_DOCUMENT_KEYS, *(self._root.keys() - _KEYS_OF_CATALOGUE)):
            self._drop(self._root, key)
        names = get_nested(self._root, "/Names")
        if isinstance(names, DictionaryObject):
            self._drop(names, "/EmbeddedFiles")
            self._drop(names, "/JavaScript")
        if _is_executable_action(get_nested(self._root, "/OpenAction")):
            self._drop(self._root, "/OpenAction")

    def empty_lost_pages(self, writer: PdfWriter) -> None:
        """Remove everything from pages that are no longer in the document, and the words of their tags."""
        lost = list(lost_pages(self._root, writer.pages))
        if not lost:
            return
        pages = {page.indirect_reference.idnum for page in writer.pages if page.indirect_reference is not None}
        for element in list(dictionaries(get_nested(self._root, "/StructTreeRoot") or NullObject())):
            if is_tag_of_lost_page(element, pages):
                for key in WORDS_OF_TAGS:
                    self._drop(element, key)
        for page in lost:
            page.clear()

    def remove_page_annotations(self, page: DictionaryObject) -> None:
        """Remove comments, annotations that play sound, video or 3D, and keys of programs."""
        kept, removed = ArrayObject(), set()
        for reference, annotation in page_annotations(page):
            kind = name_inside(annotation, "/Subtype")
            if kind in COMMENTS or kind in MEDIA_ANNOTATIONS:
                self._counts["comments" if kind in COMMENTS else "scripts"] += kind != "/Popup"
                removed.add(_number(reference))
            else:
                kept.append(reference)
        if removed:
            page[NameObject("/Annots")] = kept
            self._remove_from_tags(removed)
        # The other keys are counted as what they are, later.
        for key in page.keys() - _KEYS_OF_PAGES - {*_METADATA_KEYS, *_ACTION_KEYS}:
            self._drop(page, key)

    def remove_stray_comments(self) -> None:
        """Remove comments that were deleted from the pages and to which the tags still refer."""
        for reference in self._references_in_tags():
            comment = reference["/Obj"]
            if isinstance(comment, DictionaryObject) and is_comment(comment):
                self._counts["comments"] += 1
                self._drop(reference, "/Obj")

    def remove_object_metadata(self) -> None:
        """Remove the properties of images and pages, actions of fields and links, and all other embedded files."""
        for dictionary in list(dictionaries(self._root)):
            self._counts["pictures_properties"] += remove_metadata(dictionary)
            if has_embedded_file(dictionary):
                self._drop(dictionary, "/EF")
            for key in _METADATA_KEYS:
                if key in dictionary and dictionary is not self._root and not is_resource(dictionary, key):
                    self._counts["pictures_properties"] += 1
                    self._drop(dictionary, key)
            for key in _ACTION_KEYS:
                if key in dictionary and not is_resource(dictionary, key):
                    self._drop(dictionary, key)
            for key in ("/A", "/Next"):
                following = get_nested(dictionary, key)
                if isinstance(following, ArrayObject):
                    self._drop_executable_actions(following)
                elif _is_unwanted_action(following):
                    self._counts["scripts"] += _is_executable_action(following)
                    self._drop(dictionary, key)
            value = get_nested(dictionary, "/V")
            if isinstance(value, DictionaryObject) and is_signature(value):
                self._drop(dictionary, "/V")
            if "/SigFlags" in dictionary:
                self._drop(dictionary, "/SigFlags")

    def _drop_executable_actions(self, actions: ArrayObject) -> None:
        """Remove executable actions from a list of actions."""
        kept = [action for action in list.__iter__(actions) if not _is_unwanted_action(action.get_object())]
        self._counts["scripts"] += len(actions) - len(kept)
        actions[:] = kept

    def _remove_from_tags(self, removed: set[tuple[int, int] | None]) -> None:
        """Remove references to these annotations from the tags, because a reference would keep them in the file."""
        for dictionary in self._references_in_tags():
            if _number(dictionary.raw_get("/Obj")) in removed:
                self._drop(dictionary, "/Obj")

    def _references_in_tags(self) -> Iterator[DictionaryObject]:
        """Yield each reference from the tags to an annotation."""
        for dictionary in list(dictionaries(get_nested(self._root, "/StructTreeRoot") or NullObject())):
            if dictionary.get("/Type") == "/OBJR" and "/Obj" in dictionary:
                yield dictionary

    def _drop(self, holder: DictionaryObject, key: str) -> None:
        if key in holder:
            if key in ("/JavaScript", "/OpenAction", "/AA", "/XFA"):
                self._counts["scripts"] += 1
            del holder[NameObject(key)]


def _is_executable_action(action: object) -> bool:
    return isinstance(action, DictionaryObject) and name_inside(action, "/S") in EXECUTABLE_ACTIONS


def _is_unwanted_action(action: object) -> bool:
    return _is_executable_action(action) or leads_into_a_disk(action)


def _number(reference: object) -> tuple[int, int] | None:
    return (reference.idnum, reference.generation) if isinstance(reference, IndirectObject) else None


def _set_title_and_language(writer: PdfWriter, original: PdfReader, title: str, language: str) -> None:
    """Write the title and the language to every place where PDF readers look for them."""
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(language)
    existing = get_nested(root, "/ViewerPreferences")
    preferences = existing if isinstance(existing, DictionaryObject) else DictionaryObject()
    preferences[NameObject("/DisplayDocTitle")] = BooleanObject(True)
    root[NameObject("/ViewerPreferences")] = preferences
    stream = StreamObject()
    stream.set_data(properties_as_xmp(properties_of(get_nested(original.root_object, "/Metadata")), title, language))
    stream[NameObject("/Type")] = NameObject("/Metadata")
    stream[NameObject("/Subtype")] = NameObject("/XML")
    root[NameObject("/Metadata")] = writer._add_object(stream)  # noqa: SLF001 pypdf's XMP writer keeps names
