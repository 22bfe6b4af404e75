"""Leaves out of the parts of a Word, Excel or PowerPoint file what its pages do not show (ISO 29500)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Final

from generator.file_cleaning.xml_editing import XmlHandler, as_utf_8, edit_xml, parse_xml

CONTENT_TYPES: Final = "[Content_Types].xml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
_RELATIONSHIP: Final = f"{_PACKAGE}relationships Relationship"
_REFERENCES: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)

_LEFT_OUT: Final = re.compile(
    r"docProps/(?:custom\.xml|thumbnail\..*|meta.*)|customXml/.*|_xmlsignatures/.*"
    r"|word/(?:comments\w*|people)\.xml|word/glossary/.*"
    r"|ppt/(?:comments/.*|commentAuthors\.xml|authors\.xml|changesInfos/.*|revisionInfo\.xml)"
    r"|xl/(?:comments.*|threadedComments/.*|persons/.*|calcChain\.xml)"
    r"|(?:word|xl|ppt)/printerSettings/.*"
)
"""Parts that no page shows: properties of the organisation's own, comments, lists of people, settings of printers."""

_LEFT_OUT_ELEMENTS: Final = frozenset({
    "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "docVars", "attachedTemplate",
    "dataBinding", "fileSharing", "absPath", "commentRel", "mailMerge", "alias", "tag", "customWorkbookViews",
    "customSheetViews", "scenarios",
})  # fmt: skip
_LEFT_OUT_ATTRIBUTES: Final = frozenset({("cSld", "name"), ("definedName", "comment")})
_DRAWN: Final = frozenset({"docPr", "cNvPr"})
"""Elements of shapes and pictures. Their names are often those of files, and no page shows them."""

_SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension of PowerPoint with the names of the sections of a presentation."""

_OF_A_COMPUTER: Final = ("/attachedTemplate", "/mailMergeSource", "/mailMergeHeaderSource")
_NOTE: Final = re.compile(rb"""ObjectType\s*=\s*["']Note["']""")
_CONTROL: Final = re.compile(rb"""ObjectType\s*=\s*["'](?!Note["'])""")
_EMPTY_PROPERTIES: Final = {
    "docProps/core.xml": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="'
        b'http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    ),
    "docProps/app.xml": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="'
        b'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
    ),
}


_MAIN_PARTS: Final = ("ppt/presentation.xml", "xl/workbook.xml")
_LISTED: Final = ("ppt/slides/", "xl/worksheets/", "xl/chartsheets/")
"""Folders of slides and sheets. A program shows those that the main part lists."""


def reachable_parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts that a program opens: those that lead from one to the next, and the slides and sheets listed.

    All parts if the file does not say where to begin. Raises an XmlError.
    """
    if relationships_of("") not in parts:
        return dict(parts)
    reached: set[str] = {CONTENT_TYPES}
    waiting = [""]
    while waiting:
        name = waiting.pop()
        relationships = relationships_of(name)
        if name in reached or relationships not in parts:
            reached.add(name)
            continue
        reached |= {name, relationships}
        targets = targets_of(relationships, parts[relationships])
        listed = references_in(parts[name]) if name in _MAIN_PARTS else list(targets)
        waiting += [target for key, target in targets.items() if key in listed or not target.startswith(_LISTED)]
    return {name: data for name, data in parts.items() if name in reached or name.endswith(".vml")}


def without_hidden_parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a copy. Raises an XmlError."""
    drawings = _drawings_of_comments(parts)
    kept = {name: data for name, data in parts.items() if not _LEFT_OUT.fullmatch(name) and name not in drawings}
    relationships = {
        name: _relationships(name, data, kept)
        for name, data in kept.items()
        if name.endswith(".rels") and _source_of(name) in ("", *kept)
    }
    clean: dict[str, bytes] = {}
    for name, data in kept.items():
        if name in _EMPTY_PROPERTIES:
            clean[name] = _EMPTY_PROPERTIES[name]
        elif name == CONTENT_TYPES:
            clean[name] = _content_types(data, kept)
        elif name.endswith(".rels"):
            clean |= {name: relationships[name]} if name in relationships else {}
        elif name.endswith(".xml"):
            clean[name] = _part(data, frozenset(_ids_of(relationships_of(name), relationships)))
        else:
            clean[name] = data
    return clean


def lost_references(parts: Mapping[str, bytes]) -> list[str]:
    """Return the parts that refer to a relationship or a part that the file does not have."""
    lost = []
    for name, data in parts.items():
        if name.endswith(".rels"):
            if any(target not in parts for target in targets_of(name, data).values()):
                lost.append(name)
        elif name.endswith(".xml") and name != CONTENT_TYPES:
            known = set(_ids_of(relationships_of(name), parts))
            if any(value not in known for value in references_in(data)):
                lost.append(name)
    return lost


def _part(data: bytes, known: frozenset[str]) -> bytes:
    """Return a part without what is hidden, and without references to relationships that are not in `known`."""

    def is_lost(key: str, value: str) -> bool:
        return key.rpartition(" ")[0] in _REFERENCES and bool(value) and value not in known

    def drop(element: str, attributes: dict[str, str]) -> bool:
        local = element.rpartition(" ")[2]
        if local == "legacyDrawing":
            return any(is_lost(key, value) for key, value in attributes.items())
        return local in _LEFT_OUT_ELEMENTS or (local == "ext" and attributes.get("uri") == _SECTIONS)

    return edit_xml(
        data,
        drop,
        lambda element, key, value: is_lost(key, value) or (element.rpartition(" ")[2], key) in _LEFT_OUT_ATTRIBUTES,
        lambda element, key, value: key == "name" and element.rpartition(" ")[2] in _DRAWN and bool(value),
    )


def _drawings_of_comments(parts: Mapping[str, bytes]) -> frozenset[str]:
    """Return the drawings of a workbook that only show comments."""
    vml = ((name, data) for name, data in parts.items() if name.startswith("xl/") and name.endswith(".vml"))
    return frozenset(name for name, data in vml if _NOTE.search(data) and not _CONTROL.search(data))


def _content_types(data: bytes, kept: Mapping[str, bytes]) -> bytes:
    def drop(element: str, attributes: dict[str, str]) -> bool:
        return element.endswith(" Override") and attributes.get("PartName", "").lstrip("/") not in kept

    return edit_xml(data, drop)


def _relationships(name: str, data: bytes, kept: Mapping[str, bytes]) -> bytes:
    def drop(element: str, attributes: dict[str, str]) -> bool:
        if element != _RELATIONSHIP:
            return False
        if attributes.get("TargetMode") == "External":
            return attributes.get("Type", "").endswith(_OF_A_COMPUTER)
        return _resolve(name, attributes.get("Target", "")) not in kept

    return edit_xml(data, drop)


def relationships_of(name: str) -> str:
    """Return the name of the part with the relationships of another part."""
    folder, _, base = name.rpartition("/")
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _source_of(name: str) -> str:
    """Return the part that a file of relationships belongs to; empty for those of the whole package."""
    folder, _, base = name.rpartition("/_rels/") if "/_rels/" in name else ("", "", name.removeprefix("_rels/"))
    return posixpath.join(folder, base.removesuffix(".rels"))


def _resolve(name: str, target: str) -> str:
    folder = posixpath.dirname(_source_of(name))
    path = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(path.partition("#")[0]).lstrip("/")


def targets_of(name: str, data: bytes) -> dict[str, str]:
    """Return the part that each relationship inside the file leads to, by its id."""
    found = _Relationships()
    parse_xml(as_utf_8(data), found)
    return {
        each.get("Id", ""): _resolve(name, each.get("Target", ""))
        for each in found.found
        if each.get("TargetMode") != "External" and not each.get("Target", "").startswith("#")
    }


def _ids_of(name: str, parts: Mapping[str, bytes]) -> list[str]:
    if name not in parts:
        return []
    found = _Relationships()
    parse_xml(as_utf_8(parts[name]), found)
    return [each.get("Id", "") for each in found.found]


def references_in(data: bytes) -> list[str]:
    """Return the ids of relationships that a part refers to, in its order. Raises an XmlError."""
    found = _References()
    parse_xml(as_utf_8(data), found)
    return found.found


class _Relationships(XmlHandler):
    """Collects the attributes of each relationship."""

    def __init__(self) -> None:
        self.found: list[dict[str, str]] = []

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        if name == _RELATIONSHIP:
            self.found.append(dict(zip(pairs[::2], pairs[1::2], strict=True)))


class _References(XmlHandler):
    """Collects the ids of relationships that a part refers to."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        self.found += [
            value
            for key, value in zip(pairs[::2], pairs[1::2], strict=True)
            if key.rpartition(" ")[0] in _REFERENCES and value
        ]
