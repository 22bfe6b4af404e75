"""What a file from the old site is: a document that readers can open, or something else with the same address."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import one_line
from generator.pdf import PdfError, PdfSandbox
from generator.read.file_signatures import type_of_bytes

_HEAD: Final = 64 * 1024
_OLD_OFFICE: Final = ("doc", "ppt", "xls")
_BY_MEDIA_TYPE: Final = {
    "application/msword": "doc",
    "application/vnd.ms-powerpoint": "ppt",
    "application/vnd.ms-excel": "xls",
}
_INSIDE_ZIP: Final = (("word/", "docx"), ("ppt/", "pptx"), ("xl/", "xlsx"))
_OPEN_DOCUMENT: Final = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_HTML: Final = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


class FileFault(StrEnum):
    """Why a file is not a document for readers."""

    EMPTY = "empty"
    WEB_PAGE = "web page"
    LOGIN = "login page"
    LOCKED = "locked"
    """It asks for a password."""

    DAMAGED = "damaged"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class FileInspection:
    """What a file is."""

    suffix: str = ""
    """The ending for its name, by its content: `pdf`. Empty if it is not a document for readers."""

    fault: FileFault | None = None
    detail: str = ""
    """The end of the sentence `the file ...`."""


def inspect_file(path: Path, address: str, media_type: str, pdfs: PdfSandbox) -> FileInspection:
    """Return what a fetched file is. Its content decides; its address and media type only tell old Office files apart.

    Raises OSError if the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip(b"\0 \t\r\n"):
        return FileInspection("", FileFault.EMPTY, "is empty")
    if b"%PDF-" in head[:1024]:
        return _inspect_pdf(path, pdfs)
    if _HTML.match(head):
        return _inspect_page(head)
    if head.startswith(b"PK\x03\x04"):
        return _inspect_zip(path)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        suffix = PurePosixPath(urlsplit(address).path).suffix.lower().lstrip(".")
        suffix = suffix if suffix in _OLD_OFFICE else _BY_MEDIA_TYPE.get(media_type, "")
        return (
            FileInspection(suffix)
            if suffix
            else FileInspection("", FileFault.TYPE, "is an old Office file of an unknown kind")
        )
    for suffix in ("png", "jpg"):
        if type_of_bytes(head, "") and not type_of_bytes(head, suffix):
            return FileInspection(suffix)
    if media_type in ("text/html", "application/xhtml+xml"):
        return _inspect_page(head)
    return FileInspection("", FileFault.TYPE, f"is {type_of_bytes(head, '') or 'of a kind that readers cannot open'}")


def _inspect_pdf(path: Path, pdfs: PdfSandbox) -> FileInspection:
    try:
        pdfs.look(path, path.with_suffix(".texts"))
    except PdfError as error:
        if "password" in str(error):
            return FileInspection("", FileFault.LOCKED, "asks for a password")
        return FileInspection("", FileFault.DAMAGED, f"is a PDF that cannot be opened: {error}")
    finally:
        path.with_suffix(".texts").unlink(missing_ok=True)
    return FileInspection("pdf")


def _inspect_page(head: bytes) -> FileInspection:
    page = LexborHTMLParser(head)
    found = (page.css_first("title"), page.css_first("h1"))
    title = next(filter(None, (one_line(node.text(strip=True)) for node in found if node is not None)), "")
    named = f' with the title "{title[:80]}"' if title else ""
    if page.css_first('input[type="password"]') is not None:
        return FileInspection("", FileFault.LOGIN, f"is a page{named} that asks for a password")
    return FileInspection("", FileFault.WEB_PAGE, f"is a web page{named}")


def _inspect_zip(path: Path) -> FileInspection:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            for start, suffix in _INSIDE_ZIP:
                if "[Content_Types].xml" in names and any(each.startswith(start) for each in names):
                    has_macros = any(each.lower().endswith("vbaproject.bin") for each in names)
                    found = FileInspection("", FileFault.TYPE, "contains macros, which are programs")
                    return found if has_macros else FileInspection(suffix)
            if names[:1] == ["mimetype"] and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype").decode("ascii", "replace").rpartition("opendocument.")[2].strip()
                if kind in _OPEN_DOCUMENT:
                    return FileInspection(_OPEN_DOCUMENT[kind])
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return FileInspection("", FileFault.DAMAGED, "is an Office or zip file that cannot be opened")
    return FileInspection("", FileFault.TYPE, "is a zip file")
