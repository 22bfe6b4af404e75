"""Finds hidden content in files of Word, Excel, PowerPoint or LibreOffice. None of that content is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from generator.file_cleaning.invisible_text import find_invisible_text
from generator.file_cleaning.office_finding import OfficeFinding, Step
from generator.file_cleaning.office_parts import in_open_document, in_word_excel_or_powerpoint
from generator.file_cleaning.pictures import properties_kept
from generator.file_cleaning.xml_editing import as_utf_8
from generator.file_cleaning.zip_parts import DamagedZipError, TooLargeError, read_parts
from generator.model.asset_kinds import PICTURES
from generator.pdf import properties_of_picture

LARGEST_OFFICE_FILE: Final = 200_000_000
TOO_MUCH: Final = OfficeFinding("more than can be checked", Step.OTHER)

_ZIP: Final = b"PK\x03\x04"
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FLAT_XML: Final = (".fodt", ".fods", ".fodp")

_RTF_PARTS: Final = (
    (rb"\\(?:author|operator|manager|company)\s+[^}\\\s]", "names in its properties"),
    (rb"\\\*\\(?:annotation|atnauthor)", "comments"),
    (rb"\\(?:revised|deleted)\b", "tracked changes"),
    (rb"\\v(?:\\|\s)", "hidden text"),
    (rb"\\objdata", "other files inside it"),
)


def findings_in_office_file(data: bytes, suffix: str) -> tuple[OfficeFinding, ...]:
    """Return what was found in the bytes of an Office file whose name ends in `suffix`, such as `.docx`.

    If the file could not be searched, or is of a kind that cannot be cleaned, a finding says why. Empty if nothing was
    found.
    """
    if len(data) > LARGEST_OFFICE_FILE:
        return (TOO_MUCH,)
    if data.startswith(_ZIP):
        try:
            return findings_in_parts(read_parts(data))
        except TooLargeError:
            return (TOO_MUCH,)
        except DamagedZipError:
            return (OfficeFinding("contents that cannot be checked: it is damaged or protected", Step.OTHER),)
    if data.startswith(_OLD):
        phrase = "contents that cannot be checked: its format is old, or it is protected"
        return (OfficeFinding(phrase, Step.OTHER),)
    if data.lstrip().startswith(b"{\\rtf"):
        found = (phrase for pattern, phrase in _RTF_PARTS if re.search(pattern, data))
        return tuple(OfficeFinding(phrase, Step.OTHER) for phrase in (*found, "a format that cannot be cleaned"))
    if suffix in _FLAT_XML:
        found = (each.phrase for each in in_open_document({"content.xml": data, "meta.xml": data}, ()))
        return tuple(OfficeFinding(phrase, Step.OTHER) for phrase in (*found, "a format that cannot be cleaned"))
    phrase = "contents that cannot be checked: it is damaged, or not what its name says"
    return (OfficeFinding(phrase, Step.OTHER),)


def findings_in_parts(parts: Mapping[str, bytes]) -> tuple[OfficeFinding, ...]:
    """Return what was found in the parts of an unpacked file."""
    return tuple(_in_parts(parts))


def _in_parts(parts: Mapping[str, bytes]) -> Iterator[OfficeFinding]:
    texts = {name: as_utf_8(data) for name, data in parts.items() if is_xml(name)}
    search = in_open_document if "content.xml" in texts else in_word_excel_or_powerpoint
    yield from search(texts, tuple(parts))
    yield from find_invisible_text(texts)
    pictures = [data for name, data in parts.items() if is_picture(name)]
    properties = {data: kinds for data in pictures if (kinds := properties_of_picture(data))}
    if properties:
        words = dict.fromkeys(str(kind) for found_kinds in properties.values() for kind in found_kinds)
        count = "a picture" if len(properties) == 1 else f"{len(properties)} pictures"
        is_kept = any(properties_kept(data) for data in properties)
        yield OfficeFinding(f"{count} with properties ({', '.join(words)})", Step.PICTURES if is_kept else "")


def is_xml(name: str) -> bool:
    """Return True for a part that is XML, by its name."""
    return name.endswith((".xml", ".rels", ".vml", ".rdf"))


def is_picture(name: str) -> bool:
    """Return True for a part that is a picture, by its name."""
    return PurePosixPath(name).suffix.lower() in PICTURES
