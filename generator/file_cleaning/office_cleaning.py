"""Makes the copy of an Office file that readers get, and proves that it is clean and shows the same words."""

from __future__ import annotations

from collections.abc import Mapping

from generator.file_cleaning import microsoft_office, open_document
from generator.file_cleaning.office_contents import (
    LARGEST_OFFICE_FILE,
    findings_in_office_file,
    findings_in_parts,
    is_picture,
    is_xml,
)
from generator.file_cleaning.office_finding import OfficeFinding, Step
from generator.file_cleaning.office_text import visible_texts_of_parts
from generator.file_cleaning.pictures import clean_picture
from generator.file_cleaning.xml_editing import XmlError, XmlHandler, as_utf_8, parse_xml
from generator.file_cleaning.zip_parts import DamagedZipError, TooLargeError, read_parts, write_parts
from generator.pdf import looks_the_same

_MAIN_PARTS = ("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml")


class OfficeCleaningError(ValueError):
    """The file cannot be cleaned, or the copy cannot be proved; the text says why, and never quotes the file."""


def inspect_office_file(data: bytes, suffix: str) -> tuple[OfficeFinding, ...]:
    """Return what was found in an Office file. A finding without a step is not in the copy for readers.

    If all findings can be removed, a copy is made and proved; a failure is one more finding.
    """
    findings = findings_in_office_file(data, suffix)
    if any(finding.step for finding in findings):
        return findings
    try:
        clean_office_file(data)
    except OfficeCleaningError as error:
        return (*findings, OfficeFinding(f"contents that cannot be cleaned: {error}", Step.OTHER))
    return findings


def clean_office_file(data: bytes, *, compare_pictures: bool = False) -> bytes:
    """Return a copy without everything that can be removed. What has a step in its finding stays.

    The copy has been unpacked again: it has nothing that could be removed, all its parts are well-formed and complete,
    and its visible text is the same. If `compare_pictures` is True, its pictures look the same too. Raises an
    OfficeCleaningError.
    """
    try:
        parts = _unpacked(data)
        if microsoft_office.CONTENT_TYPES in parts:
            parts = microsoft_office.reachable_parts(parts)
        copy = write_parts(_cleaned(parts))
        _prove(parts, _unpacked(copy), compare_pictures=compare_pictures)
    except XmlError as error:
        raise OfficeCleaningError(f"a part of it cannot be read, because {error}") from None
    return copy


def _unpacked(data: bytes) -> dict[str, bytes]:
    if len(data) > LARGEST_OFFICE_FILE:
        raise OfficeCleaningError("it is too large")
    try:
        return read_parts(data)
    except (DamagedZipError, TooLargeError):
        raise OfficeCleaningError("it cannot be unpacked") from None


def _cleaned(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    if "content.xml" in parts and "mimetype" in parts:
        kept = open_document.without_hidden_parts(parts)
    elif microsoft_office.CONTENT_TYPES in parts and any(part in parts for part in _MAIN_PARTS):
        kept = microsoft_office.without_hidden_parts(parts)
    else:
        raise OfficeCleaningError("it is not a file of Word, Excel, PowerPoint or LibreOffice")
    return {name: (clean_picture(data) or data) if is_picture(name) else data for name, data in kept.items()}


def _prove(original: Mapping[str, bytes], copy: Mapping[str, bytes], *, compare_pictures: bool) -> None:
    for name, data in copy.items():
        if is_xml(name) and not name.endswith(".vml"):
            parse_xml(as_utf_8(data), XmlHandler())
    if any(not finding.step for finding in findings_in_parts(copy)):
        raise OfficeCleaningError("its copy still has some of it")
    if "content.xml" not in copy and set(microsoft_office.lost_references(copy)) - set(
        microsoft_office.lost_references(original)
    ):
        raise OfficeCleaningError("its copy would refer to parts that are gone")
    if visible_texts_of_parts(original) != visible_texts_of_parts(copy):
        raise OfficeCleaningError("its copy would have other words")
    if compare_pictures and any(
        data != original[name] and not data.lstrip().startswith(b"<") and not looks_the_same(original[name], data)
        for name, data in copy.items()
        if is_picture(name)
    ):
        raise OfficeCleaningError("a picture in its copy would look different")
