"""Finds hidden content in files of Word, Excel, PowerPoint or LibreOffice. None of that content is quoted."""

from __future__ import annotations

import re
import zipfile
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final

from generator.model.asset_kinds import PICTURES
from generator.pdf import properties_of_picture
from generator.read.office_parts import in_open_document, in_word_excel_or_powerpoint

_LARGEST_FILE: Final = 200_000_000
_LARGEST_PART: Final = 20_000_000
_LARGEST_TOTAL: Final = 150_000_000
_MOST_PARTS: Final = 5_000

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


def hidden_in_office_file(path: Path) -> tuple[str, ...]:
    """Return what was found, each as a phrase such as `3 comments`.

    If the file could not be searched, a phrase says why. Empty if nothing was found. Raises an OSError if the file
    cannot be read.
    """
    if path.stat().st_size > _LARGEST_FILE:
        return ("more than can be checked",)
    data = path.read_bytes()
    if data.startswith(_ZIP):
        return _in_zip(data)
    if data.startswith(_OLD):
        return ("contents that cannot be checked: its format is old, or it is protected",)
    if data.lstrip().startswith(b"{\\rtf"):
        return tuple(said for pattern, said in _RTF_PARTS if re.search(pattern, data))
    if path.suffix.lower() in _FLAT_XML:
        return tuple(in_open_document({"content.xml": data, "meta.xml": data}, ()))
    return ("contents that cannot be checked: it is damaged, or not what its name says",)


def _in_zip(data: bytes) -> tuple[str, ...]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            names = [part.filename for part in packed.infolist() if not part.is_dir()]
            if len(names) > _MOST_PARTS:
                return ("more parts than can be checked",)
            return tuple(_in_parts(names, _Parts(packed)))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        if isinstance(error, _TooLargeError):
            return ("more than can be checked",)
        return ("contents that cannot be checked: it is damaged or protected",)


class _TooLargeError(ValueError):
    """The unpacked file is larger than any file that is likely to be published."""


class _Parts:
    """Unpacks parts of a file, never beyond the limits, even if the file states smaller sizes."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._left = _LARGEST_TOTAL

    def read(self, name: str) -> bytes:
        with self._packed.open(name) as part:
            data = part.read(min(_LARGEST_PART, self._left) + 1)
        self._left -= len(data)
        if len(data) > _LARGEST_PART or self._left < 0:
            raise _TooLargeError
        return data


def _in_parts(names: list[str], parts: _Parts) -> Iterator[str]:
    texts = {name: _as_utf_8(parts.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    look: Callable[[dict[str, bytes], tuple[str, ...]], Iterator[str]] = (
        in_open_document if "content.xml" in texts else in_word_excel_or_powerpoint
    )
    yield from look(texts, tuple(names))
    pictures = [parts.read(name) for name in names if PurePosixPath(name).suffix.lower() in PICTURES]
    properties = [kinds for kinds in map(properties_of_picture, pictures) if kinds]
    if properties:
        kinds = dict.fromkeys(str(kind) for found_kinds in properties for kind in found_kinds)
        count = "a picture" if len(properties) == 1 else f"{len(properties)} pictures"
        yield f"{count} with properties ({', '.join(kinds)})"


def _as_utf_8(part: bytes) -> bytes:
    if part.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return part.decode("utf-16", "replace").encode("utf-8", "replace")
    return part
