"""What a PDF says of itself. Runs in a process with limits: what is hostile ends that process, not the build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element

from pypdf import PdfReader
from pypdf.generic import BooleanObject, DictionaryObject

from generator.model import PdfFacts, PdfLink
from generator.pdf.embedded_images import PicturesInside
from generator.pdf.objects import (
    COMMENTS,
    EXECUTABLE_ACTIONS,
    MEDIA_ANNOTATIONS,
    covers,
    dictionaries,
    get_nested,
    holds_a_file,
    is_signature,
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
_MOST_LISTED: Final = 2_000
"""Links, bookmarks and the like of one file that are kept."""


class NeedsPassword(Exception):  # noqa: N818 it is named for what it says
    """Readers could not open it either."""


def open_pdf(path: Path) -> PdfReader:
    """A reader of a file. NeedsPassword when it asks for one; an error of pypdf's when it is no PDF or damaged."""
    reader = PdfReader(path, strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise NeedsPassword
    return reader


def inspect_pdf(reader: PdfReader, text_lengths: Iterable[int]) -> PdfFacts:
    """The facts of one file. `text_lengths` are the characters of each page's text."""
    root = root_of(reader)
    info = reader.metadata
    properties = info if isinstance(info, DictionaryObject) else None
    xmp = _xmp(root)
    found = _FactCollector()
    for number, page in enumerate(reader.pages, 1):
        found.page(number, page)
    for dictionary in dictionaries(root):
        found.thing(dictionary)
    return PdfFacts(
        version=reader.pdf_header.removeprefix("%PDF-")[:3],
        pages=len(reader.pages),
        title=text_inside(properties, "/Title") or _xmp_title(xmp),
        language=text_inside(root, "/Lang"),
        shows_title=_is_true(get_nested(root, "/ViewerPreferences", "/DisplayDocTitle")),
        is_tagged=_is_true(get_nested(root, "/MarkInfo", "/Marked"))
        and get_nested(root, "/StructTreeRoot", "/K") is not None,
        is_encrypted=reader.is_encrypted,
        text_lengths=tuple(text_lengths),
        outline=tuple(_outline(root)),
        links=tuple(found.links[:_MOST_LISTED]),
        comments=tuple(found.comments[:_MOST_LISTED]),
        form_fields=found.form_fields,
        embedded_files=tuple(dict.fromkeys(found.files))[:_MOST_LISTED],
        scripts=tuple(found.scripts[:_MOST_LISTED]),
        picture_properties=found.pictures.properties,
        picture_pages=found.pictures.pages,
        covering_marks=tuple(found.covering[:_MOST_LISTED]),
        signatures=found.signatures,
        names=(*_names_in_info(properties), *_names_in_xmp(xmp), *found.pictures.names),
        producer=text_inside(properties, "/Producer"),
        fonts_not_embedded=tuple(sorted(set(found.fonts))),
    )


class _FactCollector:
    """What turns up while the pages and the objects of a file are gone through."""

    def __init__(self) -> None:
        self.links: list[PdfLink] = []
        self.comments: list[int] = []
        self.files: list[str] = []
        self.scripts: list[str] = []
        self.fonts: list[str] = []
        self.form_fields = 0
        self.pictures = PicturesInside()
        self.signatures = 0
        self.covering: list[int] = []

    def page(self, number: int, page: DictionaryObject) -> None:
        """Looks at the annotations of a page, and at its pictures."""
        self.pictures.add_page(number, page)
        for _, each in page_annotations(page):
            kind = name_inside(each, "/Subtype")
            if covers(each):
                self.covering.append(number)
            if kind in COMMENTS and kind != "/Popup":
                self.comments.append(number)
            elif kind in MEDIA_ANNOTATIONS:
                self.scripts.append(kind[1:])
            elif kind == "/Link":
                address = text_inside(each, "/A", "/URI")
                if address:
                    self.links.append(PdfLink(number, address))

    def thing(self, each: DictionaryObject) -> None:
        """Looks at any dictionary of the file."""
        action = name_inside(each, "/S")
        if action in EXECUTABLE_ACTIONS and _is_action(each):
            self.scripts.append(action[1:])
        if holds_a_file(each):
            self.files.append(text_inside(each, "/UF") or text_inside(each, "/F") or "a file without a name")
        self.pictures.add(each)
        if is_signature(each):
            self.signatures += 1
        if "/FT" in each:
            self.form_fields += 1
        if each.get("/Type") == "/Font" and not _is_embedded(each):
            self.fonts.append(text_inside(each, "/BaseFont").lstrip("/") or "a font without a name")


def _is_action(each: DictionaryObject) -> bool:
    """An action, and not an element of the structure that happens to have one of these names."""
    return each.get("/Type", "/Action") == "/Action" and "/P" not in each


def _is_embedded(font: DictionaryObject) -> bool:
    """True when the file brings the font's shapes; what is built of other fonts or drawn needs none of its own."""
    if font.get("/Subtype") in ("/Type0", "/Type3"):
        return True
    descriptor = get_nested(font, "/FontDescriptor")
    return isinstance(descriptor, DictionaryObject) and any(
        each in descriptor for each in ("/FontFile", "/FontFile2", "/FontFile3")
    )


def _is_true(value: object) -> bool:
    return isinstance(value, BooleanObject) and bool(value.value)


def _outline(root: DictionaryObject) -> Iterator[str]:
    """The titles of the bookmarks, from top to bottom."""
    waiting = [get_nested(root, "/Outlines", "/First")]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_LISTED:
        item = waiting.pop()
        if not isinstance(item, DictionaryObject) or id(item) in seen:
            continue
        seen.add(id(item))
        title = text_inside(item, "/Title")
        if title:
            yield title
        waiting += [get_nested(item, "/Next"), get_nested(item, "/First")]


def _xmp(root: DictionaryObject) -> Element | None:
    """The document's XMP properties; None where there are none or nobody can read them."""
    return properties_of(get_nested(root, "/Metadata"))


def _xmp_title(xmp: Element | None) -> str:
    found = xmp.find(".//{http://purl.org/dc/elements/1.1/}title") if xmp is not None else None
    return one_line("".join(found.itertext())) if found is not None else ""


def _names_in_info(properties: DictionaryObject | None) -> Iterator[str]:
    for key in NAMES_IN_INFO:
        if text_inside(properties, key):
            yield key[1:]


def _names_in_xmp(xmp: Element | None) -> Iterator[str]:
    """`dc:creator` and the like, written as an element or as an attribute."""
    told: set[str] = set()
    for each in xmp.iter() if xmp is not None else ():
        for tag, written in ((each.tag, each.itertext()), *each.attrib.items()):
            space, _, name = str(tag).removeprefix("{").rpartition("}")
            property_name = f"{_PREFIXES.get(space, 'xmp')}:{name}"
            if name.lower() in NAMES_IN_XMP and property_name not in told and any(text.strip() for text in written):
                told.add(property_name)
    yield from sorted(told)
