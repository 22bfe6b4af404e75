"""Inspects a PDF. This runs in a process with limits, so that a hostile file ends that process and not the build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject

from generator.model import PdfFacts, PdfLink
from generator.model.link_problems import public_address_behind
from generator.pdf.embedded_images import EmbeddedImages
from generator.pdf.hidden_text import PageText
from generator.pdf.objects import (
    COMMENTS,
    EXECUTABLE_ACTIONS,
    MEDIA_ANNOTATIONS,
    covers,
    dictionaries,
    get_nested,
    has_embedded_file,
    has_field_value,
    is_comment,
    is_hidden,
    is_signature,
    is_true,
    leads_into_a_disk,
    name_inside,
    one_line,
    page_annotations,
    root_of,
    text_inside,
)
from generator.pdf.xmp import properties_of

NAMES_IN_INFO: Final = ("/Author", "/Company", "/Manager", "/LastModifiedBy", "/LastSavedBy", "/Owner", "/Contributor")
NAMES_IN_XMP: Final = frozenset({
    "creator", "contributor", "author", "authors", "company", "manager", "lastmodifiedby", "lastsavedby", "owner",
    "authorsposition", "captionwriter",
})  # fmt: skip
_PREFIXES: Final = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
}
MAX_BYTES_BEFORE: Final = 1_024
"""Bytes before the header of a PDF that readers skip, such as an empty line or what a web server sent."""

_MAX_FIELD_DEPTH: Final = 12

_MAX_ITEMS: Final = 2_000
"""Number of links, bookmarks and the like that are kept of one file."""


class NeedsPassword(Exception):  # noqa: N818 the name says what is wrong with the file
    """The file asks for a password, so readers could not open it either."""


def open_pdf(path: Path) -> PdfReader:
    """Return a reader of a file. Raise NeedsPassword, or an error of pypdf if the file is damaged or not a PDF."""
    data = path.read_bytes()
    start = data.find(b"%PDF-", 0, MAX_BYTES_BEFORE)
    reader = PdfReader(BytesIO(data[max(start, 0) :]), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise NeedsPassword
    return reader


def inspect_pdf(reader: PdfReader, pages: Sequence[PageText]) -> PdfFacts:
    """Return the facts of one file. `pages` are the texts of its pages; empty if they are not needed."""
    root = root_of(reader)
    info = reader.metadata
    properties = info if isinstance(info, DictionaryObject) else None
    xmp = _xmp(root)
    facts = _FactCollector()
    for number, page in enumerate(reader.pages, 1):
        facts.add_page(number, page)
    for dictionary in dictionaries(root):
        facts.add_dictionary(dictionary)
    return PdfFacts(
        version=reader.pdf_header.removeprefix("%PDF-")[:3],
        pages=len(reader.pages),
        title=text_inside(properties, "/Title") or _xmp_title(xmp),
        language=text_inside(root, "/Lang"),
        shows_title=is_true(get_nested(root, "/ViewerPreferences", "/DisplayDocTitle")),
        is_tagged=is_true(get_nested(root, "/MarkInfo", "/Marked"))
        and get_nested(root, "/StructTreeRoot", "/K") is not None,
        is_encrypted=reader.is_encrypted,
        text_lengths=tuple(len(page.visible) for page in pages),
        outline=tuple(_outline(root)),
        links=tuple(facts.links[:_MAX_ITEMS]),
        comments=tuple(facts.comments[:_MAX_ITEMS]),
        stray_comments=facts.stray_comments,
        disk_links=tuple(facts.disk_links[:_MAX_ITEMS]),
        links_behind=tuple(facts.links_behind[:_MAX_ITEMS]),
        form_fields=facts.form_fields,
        embedded_files=tuple(dict.fromkeys(facts.files))[:_MAX_ITEMS],
        scripts=tuple(facts.scripts[:_MAX_ITEMS]),
        picture_properties=facts.pictures.properties,
        picture_pages=facts.pictures.pages,
        covering_marks=tuple(facts.covering[:_MAX_ITEMS]),
        signatures=facts.signatures,
        hidden_texts=tuple(text for page in pages for text in page.hidden)[:_MAX_ITEMS],
        hidden_values=tuple(facts.hidden_values[:_MAX_ITEMS]),
        names=(*_names_in_info(properties), *_names_in_xmp(xmp), *facts.pictures.names),
        producer=text_inside(properties, "/Producer"),
        fonts_not_embedded=tuple(sorted(set(facts.fonts))),
    )


class _FactCollector:
    """Collects the facts from the pages and objects of a file."""

    def __init__(self) -> None:
        self.links: list[PdfLink] = []
        self.comments: list[int] = []
        self.files: list[str] = []
        self.scripts: list[str] = []
        self.fonts: list[str] = []
        self.form_fields = 0
        self.pictures = EmbeddedImages()
        self.signatures = 0
        self.covering: list[int] = []
        self.hidden_values: list[int] = []
        self.disk_links: list[int] = []
        self.links_behind: list[PdfLink] = []
        self.stray_comments = 0
        self._on_pages: set[int] = set()
        self._fields_on_pages: set[int] = set()

    def add_page(self, number: int, page: DictionaryObject) -> None:
        """Collect the annotations and images of a page, 1-based."""
        self.pictures.add_page(number, page)
        for _, annotation in page_annotations(page):
            self._on_pages.add(id(annotation))
            kind = name_inside(annotation, "/Subtype")
            if covers(annotation):
                self.covering.append(number)
            if kind in COMMENTS and kind != "/Popup":
                self.comments.append(number)
            elif kind in MEDIA_ANNOTATIONS:
                self.scripts.append(kind[1:])
            elif kind == "/Widget":
                self._add_field(number, annotation)
            elif kind == "/Link":
                address = text_inside(annotation, "/A", "/URI")
                if leads_into_a_disk(get_nested(annotation, "/A")):
                    self.disk_links.append(number)
                    behind = public_address_behind(address)
                    if behind is not None:
                        self.links_behind.append(PdfLink(number, behind))
                elif address:
                    self.links.append(PdfLink(number, address))

    def _add_field(self, number: int, widget: DictionaryObject) -> None:
        """Collect the field of a widget, its place on a page. The value may be in the field above the widget."""
        holder: PdfObject | None = widget
        has_value = False
        for _ in range(_MAX_FIELD_DEPTH):
            if not isinstance(holder, DictionaryObject):
                break
            self._fields_on_pages.add(id(holder))
            has_value = has_value or has_field_value(holder)
            holder = get_nested(holder, "/Parent")
        if has_value and is_hidden(widget):
            self.hidden_values.append(number)

    def add_dictionary(self, entry: DictionaryObject) -> None:
        """Collect the facts that any dictionary of the file may contain."""
        action = name_inside(entry, "/S")
        if action in EXECUTABLE_ACTIONS and _is_action(entry):
            self.scripts.append(action[1:])
        if has_embedded_file(entry):
            self.files.append(text_inside(entry, "/UF") or text_inside(entry, "/F") or "a file without a name")
        if is_comment(entry) and id(entry) not in self._on_pages and name_inside(entry, "/Subtype") != "/Popup":
            self.stray_comments += 1
        self.pictures.add(entry)
        if is_signature(entry):
            self.signatures += 1
        if "/FT" in entry:
            self.form_fields += 1
            if id(entry) not in self._fields_on_pages and has_field_value(entry):
                self.hidden_values.append(0)
        if entry.get("/Type") == "/Font" and not _is_embedded(entry):
            self.fonts.append(text_inside(entry, "/BaseFont").lstrip("/") or "a font without a name")


def _is_action(entry: DictionaryObject) -> bool:
    """Return True for an action; False for an element of the structure tree whose tag is the name of an action."""
    return entry.get("/Type", "/Action") == "/Action" and "/P" not in entry


def _is_embedded(font: DictionaryObject) -> bool:
    """Return True if the file includes the shapes of a font, or if the font needs none: composite fonts and Type 3."""
    if font.get("/Subtype") in ("/Type0", "/Type3"):
        return True
    descriptor = get_nested(font, "/FontDescriptor")
    return isinstance(descriptor, DictionaryObject) and any(
        key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
    )


def _outline(root: DictionaryObject) -> Iterator[str]:
    """Yield the titles of the bookmarks, from top to bottom."""
    waiting = [get_nested(root, "/Outlines", "/First")]
    seen: set[int] = set()
    while waiting and len(seen) < _MAX_ITEMS:
        item = waiting.pop()
        if not isinstance(item, DictionaryObject) or id(item) in seen:
            continue
        seen.add(id(item))
        title = text_inside(item, "/Title")
        if title:
            yield title
        waiting += [get_nested(item, "/Next"), get_nested(item, "/First")]


def _xmp(root: DictionaryObject) -> Element | None:
    """Return the document's XMP properties; None if there are none or they cannot be parsed."""
    return properties_of(get_nested(root, "/Metadata"))


def _xmp_title(xmp: Element | None) -> str:
    title = xmp.find(".//{http://purl.org/dc/elements/1.1/}title") if xmp is not None else None
    return one_line("".join(title.itertext())) if title is not None else ""


def _names_in_info(properties: DictionaryObject | None) -> Iterator[str]:
    for key in NAMES_IN_INFO:
        if text_inside(properties, key):
            yield key[1:]


def _names_in_xmp(xmp: Element | None) -> Iterator[str]:
    """Yield the names of properties such as `dc:creator` that are not empty, written as an element or an attribute."""
    names: set[str] = set()
    for element in xmp.iter() if xmp is not None else ():
        for tag, texts in ((element.tag, element.itertext()), *element.attrib.items()):
            space, _, name = str(tag).removeprefix("{").rpartition("}")
            property_name = f"{_PREFIXES.get(space, 'xmp')}:{name}"
            if name.lower() in NAMES_IN_XMP and property_name not in names and any(text.strip() for text in texts):
                names.add(property_name)
    yield from sorted(names)
