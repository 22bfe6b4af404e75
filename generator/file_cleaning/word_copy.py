"""Makes a small copy of a Word file with only the printed text of its pages, for a program that reads Word files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

from generator.file_cleaning.microsoft_office import CONTENT_TYPES, relationships_of, targets_of
from generator.file_cleaning.word_styles import WordStyles, is_switched_on, local_name, value_of
from generator.file_cleaning.xml_editing import XmlError, XmlHandler, as_utf_8, parse_xml
from generator.file_cleaning.zip_parts import DamagedZipError, TooLargeError, read_parts, write_parts

_LARGEST_TEXT: Final = 15_000_000
_DEEPEST: Final = 150
_MOST_PARAGRAPHS: Final = 4_000
_MAIN: Final = "word/document.xml"
_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": _W,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": _R,
}
_CHANGES: Final = frozenset(
    {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange"}
)
_LEFT_OUT: Final = {
    "del": "deletion",
    "moveFrom": "deletion",
    "delText": "",
    "delInstrText": "",
    "commentRangeStart": "",
    "commentRangeEnd": "",
    "commentReference": "comment",
    "footnoteReference": "note",
    "endnoteReference": "note",
    "drawing": "picture",
    "pict": "picture",
    "object": "object",
    "AlternateContent": "picture",
    "altChunk": "object",
    "subDoc": "object",
    "rPrChange": "",
    "pPrChange": "",
    "annotation": "",
}
"""Elements that are not copied, with the word under which they are counted."""


class WordCopyError(ValueError):
    """The file cannot be read: `too large`, `protected`, `open document`, `another file` or `damaged`."""


@dataclass(slots=True)
class WordCopy:
    """A copy, and what it is without."""

    data: bytes = b""
    left_out: Counter[str] = field(default_factory=Counter)
    boxes: tuple[str, ...] = ()
    """The first words of each text box."""

    tracked_changes: int = 0
    was_cut: bool = False


def copy_of_word_file(data: bytes) -> WordCopy:
    """Return a copy with text, headings, lists, tables and links only, within limits. Raises a WordCopyError.

    The level of a heading is that of its style, of the style which that is based on, or of its outline.
    """
    parts = _unpacked(data)
    try:
        main = _main_part(parts)
        root = _tree(parts[main])
        styles = WordStyles(_tree(part) if (part := _related(parts, main, "styles")) else None)
        numbering = _related(parts, main, "numbering")
        if numbering:
            _tree(numbering)
        links = _links(parts, main)
    except XmlError:
        raise WordCopyError("damaged") from None
    copy = WordCopy()
    copy.tracked_changes = sum(local_name(each) in _CHANGES for each in root.iter())
    body = next((each for each in root if local_name(each) == "body"), None)
    if body is None:
        raise WordCopyError("damaged")
    _clean(body, styles, copy)
    _count_headers(parts, copy)
    files = {
        CONTENT_TYPES: _TYPES,
        "_rels/.rels": _RELATIONSHIPS.format(f'<Relationship Id="a" Type="{_R}/officeDocument" Target="{_MAIN}"/>'),
        _MAIN: ET.tostring(root, encoding="utf-8"),
        relationships_of(_MAIN): _RELATIONSHIPS.format(links),
        "word/styles.xml": styles.plain_styles(),
    }
    if numbering:
        files["word/numbering.xml"] = as_utf_8(numbering)
    copy.data = write_parts({name: each.encode() if isinstance(each, str) else each for name, each in files.items()})
    return copy


def _unpacked(data: bytes) -> dict[str, bytes]:
    try:
        parts = read_parts(data)
    except TooLargeError:
        raise WordCopyError("too large") from None
    except DamagedZipError as error:
        raise WordCopyError("protected" if "encrypted" in str(error) else "damaged") from None
    if "content.xml" in parts:
        raise WordCopyError("open document")
    return parts


def _main_part(parts: Mapping[str, bytes]) -> str:
    if "_rels/.rels" not in parts:
        raise WordCopyError("another file")
    targets = targets_of("_rels/.rels", parts["_rels/.rels"]).values()
    main = next((each for each in targets if each.startswith("word/") and each.endswith(".xml")), _MAIN)
    if main not in parts:
        raise WordCopyError("another file")
    return main


def _related(parts: Mapping[str, bytes], main: str, kind: str) -> bytes | None:
    """Return the part with the styles or the numbering."""
    name = relationships_of(main)
    targets = targets_of(name, parts[name]).values() if name in parts else ()
    found = next((each for each in targets if each.rpartition("/")[2].startswith(kind)), f"word/{kind}.xml")
    return parts.get(found)


class _Depth(XmlHandler):
    """Refuses elements that are nested so deeply that no program of Word wrote them."""

    def __init__(self) -> None:
        self._depth = 0

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise WordCopyError("damaged")

    def end(self, place: int, name: str) -> None:
        self._depth -= 1


def _tree(data: bytes) -> ET.Element:
    """Return a part as a tree. A part with a document type, and so with entities, is refused before."""
    source = as_utf_8(data)
    if len(source) > _LARGEST_TEXT:
        raise WordCopyError("too large")
    parse_xml(source, _Depth())
    for strict, usual in _STRICT.items():
        source = source.replace(strict.encode(), usual.encode())
    try:
        return ET.fromstring(source)  # noqa: S314 parse_xml has refused document types
    except ET.ParseError as error:
        raise XmlError(str(error)) from None


def _links(parts: Mapping[str, bytes], main: str) -> str:
    """Return the relationships of links to the web and of mail addresses."""
    name = relationships_of(main)
    if name not in parts:
        return ""
    found = []
    for each in _tree(parts[name]):
        target = each.get("Target", "")
        if each.get("TargetMode") == "External" and target.lower().startswith(("https://", "http://", "mailto:")):
            link = ET.Element("Relationship", {**each.attrib, "Type": f"{_R}/hyperlink"})
            found.append(ET.tostring(link, encoding="unicode"))
    return "".join(found)


def _clean(body: ET.Element, styles: WordStyles, copy: WordCopy) -> None:
    boxes: list[str] = []
    paragraphs = [each for each in body.iter() if local_name(each) == "p"]
    beyond = {id(each) for each in paragraphs[_MOST_PARAGRAPHS:]}
    copy.was_cut = bool(beyond)
    stack = [body]
    while stack:
        parent = stack.pop()
        for child in list(parent):
            name = local_name(child)
            if name == "del" and not len(child):
                continue  # The mark of a deleted paragraph or row, which mammoth knows.
            if name in _LEFT_OUT:
                _count(child, name, copy, boxes)
                parent.remove(child)
            elif name == "sdt" and _is_contents_or_placeholder(child):
                copy.left_out["contents"] += any(local_name(each) == "docPartGallery" for each in child.iter())
                parent.remove(child)
            elif name == "r" and styles.hides(child):
                copy.left_out["hidden"] += bool(_words(child))
                parent.remove(child)
            elif name == "p":
                if id(child) in beyond or styles.is_contents(child) or styles.hides(child):
                    copy.left_out["hidden"] += styles.hides(child) and bool(_words(child))
                    parent.remove(child)
                else:
                    styles.simplify(child)
                    stack.append(child)
            else:
                stack.append(child)
    copy.boxes = tuple(boxes)
    copy.left_out = +copy.left_out


def _count(element: ET.Element, name: str, copy: WordCopy, boxes: list[str]) -> None:
    """Count what is left out. A text box is a drawing with text in it."""
    what = _LEFT_OUT[name]
    texts = [_words(each) for each in _boxes_in(element)]
    if any(texts):
        copy.left_out["box"] += 1
        boxes.append(" ".join(next(filter(None, texts)).split()[:8]))
    elif what == "deletion":
        copy.left_out[what] += bool(_words(element, "delText") or _words(element))
    elif what:
        copy.left_out[what] += 1


def _boxes_in(element: ET.Element) -> Iterator[ET.Element]:
    # Word writes each text box twice: for today's programs, and in `Fallback` for old ones.
    for each in element.iter():
        if local_name(each) == "txbxContent":
            yield each
            return


def _words(element: ET.Element, name: str = "t") -> str:
    return " ".join("".join(each.text or "" for each in element.iter() if local_name(each) == name).split())


def _is_contents_or_placeholder(element: ET.Element) -> bool:
    """Return True for a table of contents, and for "Click or tap to enter text"."""
    properties = next((each for each in element if local_name(each) == "sdtPr"), None)
    if properties is None:
        return False
    return any(
        (local_name(each) == "docPartGallery" and value_of(each) == "Table of Contents")
        or (local_name(each) == "showingPlcHdr" and is_switched_on(each))
        for each in properties.iter()
    )


def _count_headers(parts: Mapping[str, bytes], copy: WordCopy) -> None:
    for name, data in parts.items():
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            try:
                copy.left_out["header"] += any(not each.isdigit() for each in _words(_tree(data)).split())
            except XmlError:
                continue
    copy.left_out = +copy.left_out


_RELATIONSHIPS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
