"""Leaves out of the parts of a LibreOffice file what its pages do not show (ISO 26300)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from generator.file_cleaning.xml_editing import edit_xml

_MANIFEST: Final = "META-INF/manifest.xml"
_LEFT_OUT: Final = re.compile(
    r"Thumbnails/.*|Configurations2/.*|layout-cache|META-INF/(?:documentsignatures|macrosignatures)\.xml"
)
_COMMENTS: Final = frozenset({"annotation", "annotation-end"})
_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_CONFIG_NAME: Final = "urn:oasis:names:tc:opendocument:xmlns:config:1.0 name"
_PATH: Final = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0 full-path"
_SETTINGS_OF_A_COMPUTER: Final = ("Print", "CurrentDatabase", "EmbeddedDatabase", "ModifyPassword", "UserName")
_EMPTY_META: Final = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta xmlns:office="%s" office:version="1.2">'
    b"<office:meta/></office:document-meta>"
) % _OFFICE.encode()


def without_hidden_parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a copy. Raises an XmlError."""
    kept = {name: data for name, data in parts.items() if not _LEFT_OUT.fullmatch(name)}
    return {name: _part(name, data, kept) for name, data in kept.items()}


def _part(name: str, data: bytes, kept: Mapping[str, bytes]) -> bytes:
    if name == "meta.xml":
        return _EMPTY_META
    if name == _MANIFEST:
        return edit_xml(data, lambda element, attributes: _is_lost(attributes.get(_PATH, ""), kept))
    if name == "settings.xml":
        return edit_xml(data, lambda element, attributes: _is_of_a_computer(attributes.get(_CONFIG_NAME, "")))
    if name in ("content.xml", "styles.xml"):
        return edit_xml(data, lambda element, attributes: element.startswith(_OFFICE) and _local(element) in _COMMENTS)
    return data


def _local(element: str) -> str:
    return element.rpartition(" ")[2]


def _is_of_a_computer(setting: str) -> bool:
    return setting.startswith(_SETTINGS_OF_A_COMPUTER)


def _is_lost(path: str, kept: Mapping[str, bytes]) -> bool:
    """Return True for an entry of a part that was left out."""
    if path in ("", "/"):
        return False
    if path.endswith("/"):
        return not any(name.startswith(path) for name in kept)
    return path not in kept
