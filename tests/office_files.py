"""Whole Office files, films and recordings made for the tests, with everything that a program needs to open them.

The people and places in them are invented.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Final

from tests.files_with_more import photo, png_with_text
from tests.pdfs import AUTHOR

MAIN: Final = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_W: Final = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" {MAIN}'
_X: Final = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" {MAIN}'
_P: Final = (
    f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {MAIN} '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_OUTSIDE: Final = ' TargetMode="External"'
_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE: Final = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{}</dc:creator></cp:coreProperties>'
)


def relationships(**targets: str) -> str:
    """The relationships of a part: for each id, its kind and target, as `comments comments.xml`."""
    entries = "".join(
        f'<Relationship Id="{identity}" Type="{_TYPES}/{value.split()[0]}" Target="{value.split()[1]}"'
        f"{_OUTSIDE if len(value.split()) > 2 else ''}/>"
        for identity, value in targets.items()
    )
    return f'<Relationships xmlns="{_RELS}">{entries}</Relationships>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a ZIP."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def _package(main: str, kind: str, parts: Mapping[str, str | bytes], author: str) -> dict[str, str | bytes]:
    names = [main, *parts, "docProps/core.xml"]
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="application/xml"/>'
        for name in names
        if name.endswith(".xml") and "/_rels/" not in name
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>'
        f"{overrides}</Types>"
    )
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": relationships(a=f"officeDocument {main}", b="metadata/core-properties docProps/core.xml"),
        "docProps/core.xml": _CORE.format(author),
        **parts,
    }


def office_package(main: str, parts: Mapping[str, str | bytes]) -> bytes:
    """An Office file without an author, of these parts; `main` is the one that it begins with."""
    return zipped(_package(main, "", parts, ""))


def word(body: str = "", author: str = AUTHOR, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file with an author, a comment, a photo and the path of a template, and with more in its body."""
    text = (
        f"<w:document {_W}><w:body><w:p><w:commentRangeStart w:id='0'/><w:r><w:t>Rowan lived with an aunt.</w:t></w:r>"
        "<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r></w:p>"
        f"<w:p><w:r><w:t>The review found three points.</w:t></w:r></w:p>{body}</w:body></w:document>"
    )
    parts: dict[str, str | bytes] = {
        "word/document.xml": text,
        "word/comments.xml": f"<w:comments {_W}><w:comment w:id='0' w:author='{AUTHOR}'/></w:comments>",
        "word/settings.xml": f"<w:settings {_W}><w:attachedTemplate r:id='t'/></w:settings>",
        "word/_rels/document.xml.rels": relationships(
            c="comments comments.xml", s="settings settings.xml", i="image media/image1.jpg"
        ),
        "word/_rels/settings.xml.rels": relationships(t="attachedTemplate file:///C:/Users/quill/a.dotx External"),
        "word/media/image1.jpg": photo(),
    }
    return zipped(_package("word/document.xml", "word", {**parts, **(more or {})}, author))


def clean_word(text: str = "Nothing is hidden.") -> bytes:
    """A Word file in which nothing is hidden, with its words in one paragraph."""
    body = f"<w:document {_W}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    return zipped(_package("word/document.xml", "word", {"word/document.xml": body}, ""))


def workbook(second: str = "", row: str = "", comment: bool = True) -> bytes:
    """A workbook of two sheets with a comment on a cell; `second` and `row` are attributes of a sheet and a row."""
    rels = {"v": "vmlDrawing ../drawings/vmlDrawing1.vml", "c": "comments ../comments1.xml"} if comment else {}
    drawing = "<legacyDrawing r:id='v'/>" if comment else ""
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": (
            f"<workbook {_X}><sheets><sheet name='Costs' sheetId='1' r:id='a'/>"
            f"<sheet name='More' sheetId='2' r:id='b' {second}/></sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": relationships(
            a="worksheet worksheets/sheet1.xml",
            b="worksheet worksheets/sheet2.xml",
            s="sharedStrings sharedStrings.xml",
        ),
        "xl/sharedStrings.xml": f"<sst {_X}><si><t>Posts in the team</t></si><si><t>Kestrel notes</t></si></sst>",
        "xl/worksheets/sheet1.xml": (
            f"<worksheet {_X}><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>12</v></c></row>"
            f"</sheetData>{drawing}</worksheet>"
        ),
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(**rels),
        "xl/worksheets/sheet2.xml": (
            f"<worksheet {_X}><sheetData><row r='1' {row}><c r='A1' t='s'><v>1</v></c></row></sheetData></worksheet>"
        ),
    }
    if comment:
        parts["xl/comments1.xml"] = f"<comments {_X}><commentList><comment ref='A1'/></commentList></comments>"
        parts["xl/drawings/vmlDrawing1.vml"] = "<xml><x:ClientData ObjectType='Note'/></xml>"
    return zipped(_package("xl/workbook.xml", "xl", parts, AUTHOR))


def slides(shown: str = "", notes: str = "") -> bytes:
    """Two slides; `shown` is an attribute of the second, `notes` are the speaker's notes for it."""

    def slide(words: str, attribute: str = "") -> str:
        return f"<p:sld {_P} {attribute}><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:sld>"

    parts: dict[str, str | bytes] = {
        "ppt/presentation.xml": (
            f"<p:presentation {_P}><p:sldIdLst><p:sldId id='256' r:id='a'/><p:sldId id='257' r:id='b'/></p:sldIdLst>"
            "</p:presentation>"
        ),
        "ppt/_rels/presentation.xml.rels": relationships(a="slide slides/slide1.xml", b="slide slides/slide2.xml"),
        "ppt/slides/slide1.xml": slide("Learning from Rowan"),
        "ppt/slides/slide2.xml": slide("Kestrel plan", shown),
        "ppt/printerSettings/printerSettings1.bin": f"PRINTER OF {AUTHOR}",
    }
    if notes:
        parts["ppt/notesSlides/notesSlide1.xml"] = f"<p:notes {_P}><a:p><a:r><a:t>{notes}</a:t></a:r></a:p></p:notes>"
    return zipped(_package("ppt/presentation.xml", "ppt", parts, AUTHOR))


_ODF: Final = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "meta": "meta", "style": "style",
        "config": "config", "manifest": "manifest", "presentation": "presentation",
    }.items()
)  # fmt: skip


def open_text(body: str = "", styles: str = "") -> bytes:
    """A text of LibreOffice with an author, a comment, the name of a printer, a small picture of it and a photo."""
    content = (
        f"<office:document-content {_ODF} xmlns:xlink='http://www.w3.org/1999/xlink' "
        f"xmlns:dc='http://purl.org/dc/elements/1.1/'><office:automatic-styles>{styles}</office:automatic-styles>"
        "<office:body><office:text><text:p>Rowan lived with an aunt."
        f"<office:annotation><dc:creator>{AUTHOR}</dc:creator><text:p>Quillfeather said so</text:p></office:annotation>"
        f"<draw:image xlink:href='Pictures/a.jpg'/></text:p>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    meta = (
        f"<office:document-meta {_ODF}><office:meta><meta:initial-creator>{AUTHOR}</meta:initial-creator></office:meta>"
        "</office:document-meta>"
    )
    settings = (
        f"<office:document-settings {_ODF}><office:settings><config:config-item config:name='PrinterName'>"
        f"{AUTHOR}</config:config-item></office:settings></office:document-settings>"
    )
    names = ("content.xml", "meta.xml", "settings.xml", "Thumbnails/thumbnail.png", "Pictures/a.jpg")
    entries = "".join(f"<manifest:file-entry manifest:full-path='{name}'/>" for name in ("/", *names))
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "meta.xml": meta,
            "settings.xml": settings,
            "Thumbnails/thumbnail.png": photo("PNG", ()),
            "Pictures/a.jpg": photo(),
            "META-INF/manifest.xml": f"<manifest:manifest {_ODF}>{entries}</manifest:manifest>",
        }
    )


def atom(kind: bytes, content: bytes = b"") -> bytes:
    """An atom of an MP4."""
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def film(handler: bytes = b"vide", place: bool = True) -> bytes:
    """A film without pictures, with the place and the author in its metadata; `handler` is the kind of its track."""
    track = atom(b"trak", atom(b"mdia", atom(b"hdlr", bytes(8) + handler + bytes(12))))
    metadata = atom(b"udta", atom(b"\xa9xyz", b"\0\x12\x15\xc7+52.0000-020.0000/") + atom(b"auth", AUTHOR.encode()))
    moov = atom(b"moov", track + (metadata if place else b""))
    return atom(b"ftyp", b"isom\0\0\0\0") + moov + atom(b"mdat", b"frames of the film")


def sound() -> bytes:
    """A recording with an artist in tags before and after the sound."""
    frame = b"TPE1" + len(AUTHOR).to_bytes(4, "big") + b"\0\0" + AUTHOR.encode()
    head = b"ID3\x03\0\0" + bytes((0, 0, len(frame) >> 7, len(frame) & 0x7F)) + frame
    return head + SOUND + b"TAG" + AUTHOR.encode().ljust(125, b"\0")


SOUND: Final = b"\xff\xfb\x90\x00" + bytes(64) + b"sound"


def damaged_png() -> bytes:
    """A PNG with an author, whose picture cannot be decoded."""
    data = png_with_text("Author", AUTHOR)
    place = data.index(b"IDAT") + 8
    return data[:place] + bytes(8) + data[place + 8 :]


MADE: Final[dict[str, Callable[[], bytes]]] = {
    "cleaned-office-file": word,
    "recording-properties": lambda: b"OggS" + AUTHOR.encode(),
    "cleaned-recording": film,
    "copy-not-proved": damaged_png,
    "clean-word": clean_word,
}
"""By the slug of the rule that it breaks, a file that breaks this one alone; and a Word file without a fault."""
