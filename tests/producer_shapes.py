"""PDFs in the shapes that real programs give them, each with a secret where such a program leaves one.

The people and places in them are invented.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Final

from pypdf import PdfReader, PdfWriter

from tests import files_with_more, pdfs
from tests.pdfs_by_hand import PAGES, by_hand, changed_later, in_packs, page, root, stream, written, xmp

WORDS: Final = "Hazel is here"
SECRET: Final = "Zebedee Quillfeather"

_TEXT: Final = f"BT /F 12 Tf 20 200 Td ({WORDS}) Tj ET"
_HIDDEN: Final = f"BT /F 12 Tf 20 100 Td ({SECRET}) Tj ET"
_FONT: Final = "/Resources << /Font << /F 5 0 R >> >>"
_BOX: Final = "/Rect [20 20 60 60]"


def _page(box: str = "/MediaBox [0 0 200 300]", more: str = "", contents: str = "4 0 R", resources: str = _FONT) -> str:
    return f"<< /Type /Page /Parent 2 0 R {box} /Contents {contents} {resources} {more} >>"


def _drawn(operators: str, **changed: str | bytes) -> bytes:
    objects = {int(name.removeprefix("o")): body for name, body in changed.items()}
    return by_hand({4: stream(operators.encode()), **objects})


def _annotated(annotation: str, **more: str | bytes) -> bytes:
    return _drawn(_TEXT, o3=page("/Annots [6 0 R]"), o6=f"<< /Type /Annot {_BOX} {annotation} >>", **more)


def _encrypted(algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(by_hand())))
    writer.metadata = {"/Author": SECRET}
    writer.encrypt(user_password="", owner_password="an owner's secret", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _linearized() -> bytes:
    """A file whose first object says that it is linearized, as for the web, with the hints that nothing refers to."""
    first = "<< /Linearized 1 /L 2000 /H [600 50] /O 3 /E 1200 /N 1 /T 1900 >>"
    return by_hand({8: first, 9: stream(SECRET.encode(), "/S 36")})


def _lost_page(more: str, **objects: str | bytes) -> bytes:
    """A page that was deleted. Something still refers to it: a bookmark, a field, a tag."""
    lost: dict[str, str | bytes] = {"o7": _page(contents="8 0 R"), "o8": stream(_HIDDEN.encode())}
    return _drawn(_TEXT, o1=root(more), **lost, **objects)


_TYPE_3: Final = (
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 72"
    " /LastChar 72 /Widths [1000] /Encoding << /Type /Encoding /Differences [72 /square] >>"
    " /CharProcs << /square 9 0 R >> /ToUnicode 10 0 R /Resources << >> >>"
)
_TO_UNICODE: Final = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def"
    b" 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <48> <0048> endbfchar endcmap end end"
)
_FORM: Final = (
    "/Type /XObject /Subtype /Form /BBox [0 0 200 300] /Resources << /Font << /F 5 0 R >> /XObject << /X 9 0 R >> >>"
)
_INLINE: Final = "q 50 0 0 50 20 20 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\xff\xff\x00 EI Q"
_LAYERS: Final = "/OCProperties << /OCGs [6 0 R] /D << /{} [6 0 R] /Order [6 0 R] >> >>"
_IN_LAYER: Final = "/Resources << /Font << /F 5 0 R >> /Properties << /L 6 0 R >> >>"
_EMBEDDED: Final[dict[str, str | bytes]] = {
    "o7": f"<< /Type /Filespec /F (notes.txt) /UF (notes.txt) /Desc ({SECRET}) /EF << /F 8 0 R >> >>",
    "o8": stream(SECRET.encode(), "/Type /EmbeddedFile"),
}

SHAPES: Final[dict[str, Callable[[], bytes]]] = {
    "properties with an author": lambda: by_hand({6: f"<< /Author ({SECRET}) /Title (Plan) >>"}, "/Info 6 0 R"),
    "properties in XMP": lambda: by_hand(
        {
            1: root("/Metadata 6 0 R"),
            6: stream(xmp(f"<dc:creator>{SECRET}</dc:creator>"), "/Type /Metadata /Subtype /XML"),
        }
    ),
    "objects in streams": in_packs,
    "words that a later version replaced": lambda: changed_later(_drawn(_HIDDEN), {4: stream(_TEXT.encode())}),
    "a comment that a later version removed": lambda: changed_later(
        _annotated(f"/Subtype /Text /Contents ({SECRET})"), {3: page("")}
    ),
    "linearized": _linearized,
    "encrypted, RC4 40": lambda: _encrypted("RC4-40"),
    "encrypted, RC4 128": lambda: _encrypted("RC4-128"),
    "encrypted, AES 128": lambda: _encrypted("AES-128"),
    "encrypted, AES 256": lambda: _encrypted("AES-256"),
    "words in a form": lambda: _drawn(
        "/X Do",
        o3=_page(resources="/Resources << /XObject << /X 6 0 R >> >>"),
        o6=stream(_TEXT.encode(), _FORM),
        o9=stream(b"", _FORM),
    ),
    "a form in a form with data of a program": lambda: _drawn(
        "/X Do",
        o3=_page(resources="/Resources << /XObject << /X 6 0 R >> >>"),
        o6=stream(b"/X Do", f"{_FORM} /PieceInfo << /App << /Private ({SECRET}) >> >>"),
        o9=stream(
            _TEXT.encode(), f"/Type /XObject /Subtype /Form /BBox [0 0 200 300] {_FONT} /LastModified ({SECRET})"
        ),
    ),
    "turned by 90": lambda: _drawn(_TEXT, o3=page("/Rotate 90")),
    "turned by 180": lambda: _drawn(_TEXT, o3=page("/Rotate 180")),
    "turned by 270": lambda: _drawn(_TEXT, o3=page("/Rotate 270")),
    "cropped": lambda: _drawn(_TEXT, o3=page("/CropBox [0 150 200 300]")),
    "cropped, with words outside": lambda: _drawn(f"{_TEXT} {_HIDDEN}", o3=page("/CropBox [0 150 200 300]")),
    "a box that begins below zero": lambda: _drawn(_TEXT, o3=_page("/MediaBox [-50 -50 150 250]")),
    "large units": lambda: _drawn(_TEXT, o3=page("/UserUnit 2")),
    "a box inherited from the page tree": lambda: _drawn(
        _TEXT, o2="<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 300] >>", o3=_page(box="")
    ),
    "a page tree of several levels": lambda: _drawn(
        _TEXT,
        o2="<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
        o6="<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 >>",
        o3=_page().replace("/Parent 2", "/Parent 6"),
    ),
    "content in pieces": lambda: _drawn(
        "BT /F 12 Tf 20 200 Td", o3=_page(contents="[4 0 R 6 0 R]"), o6=stream(f"({WORDS}) Tj ET".encode())
    ),
    "a layer that is on": lambda: _drawn(
        f"/OC /L BDC {_TEXT} EMC",
        o1=root(_LAYERS.format("ON")),
        o3=_page(resources=_IN_LAYER),
        o6="<< /Type /OCG /Name (Text) >>",
    ),
    "a layer that is off": lambda: _drawn(
        f"{_TEXT} /OC /L BDC {_HIDDEN} EMC",
        o1=root(_LAYERS.format("OFF")),
        o3=_page(resources=_IN_LAYER),
        o6="<< /Type /OCG /Name (Draft) >>",
    ),
    "a note": lambda: _annotated(f"/Subtype /Text /T ({SECRET}) /Contents ({SECRET})"),
    "a text box": lambda: _annotated(
        f"/Subtype /FreeText /Contents ({SECRET}) /DA (/F 8 Tf) /AP << /N 7 0 R >>",
        o7=stream(_HIDDEN.encode(), _FORM),
        o9=stream(b"", _FORM),
    ),
    "a highlight with its window": lambda: _annotated(
        f"/Subtype /Highlight /QuadPoints [20 60 60 60 20 20 60 20] /Contents ({SECRET}) /Popup 7 0 R",
        o7=f"<< /Type /Annot /Subtype /Popup {_BOX} /Parent 6 0 R >>",
    ),
    "a stamp": lambda: _annotated(f"/Subtype /Stamp /Name /Draft /T ({SECRET})"),
    "a file on a page": lambda: _annotated("/Subtype /FileAttachment /FS 7 0 R", **_EMBEDDED),
    "files inside": lambda: _drawn(_TEXT, o1=root("/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>"), **_EMBEDDED),
    "a portfolio": lambda: _drawn(
        _TEXT,
        o1=root(f"/Collection << /D ({SECRET}) >> /Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>"),
        **_EMBEDDED,
    ),
    "a link to a web page": lambda: _annotated("/Subtype /Link /A << /S /URI /URI (https://www.example.org/) >>"),
    "a link to another file": lambda: _annotated(f"/Subtype /Link /A << /S /GoToR /F (../{SECRET}/plan.pdf) >>"),
    "a script at its start": lambda: by_hand({1: root(f"/OpenAction << /S /JavaScript /JS (say\\('{SECRET}'\\)) >>")}),
    "scripts by name": lambda: by_hand(
        {1: root("/Names << /JavaScript << /Names [(a) 6 0 R] >> >>"), 6: f"<< /S /JavaScript /JS ({SECRET}) >>"}
    ),
    "a form to fill in": lambda: _annotated(
        "/Subtype /Widget /FT /Tx /T (town) /V (Fellbeck)", o1=root("/AcroForm << /Fields [6 0 R] >>")
    ),
    "a form with a hidden field": lambda: _annotated(
        f"/Subtype /Widget /F 2 /FT /Tx /T (by) /V ({SECRET})", o1=root("/AcroForm << /Fields [6 0 R] >>")
    ),
    "a form of XFA": lambda: by_hand(
        {1: root("/AcroForm << /Fields [] /XFA [(datasets) 6 0 R] >>"), 6: stream(f"<name>{SECRET}</name>".encode())}
    ),
    "a signature": lambda: _annotated(
        "/Subtype /Widget /FT /Sig /T (Signature1) /V 7 0 R",
        o1=root("/AcroForm << /Fields [6 0 R] /SigFlags 3 >> /Perms << /DocMDP 7 0 R >>"),
        o7=f"<< /Type /Sig /Filter /Adobe.PPKLite /Name ({SECRET}) /Contents <00> /ByteRange [0 0 0 0] >>",
    ),
    "a Type 3 font": lambda: _drawn(
        f"{_TEXT} BT /T 12 Tf 20 150 Td (H) Tj ET",
        o3=_page(resources="/Resources << /Font << /F 5 0 R /T 6 0 R >> >>"),
        o6=_TYPE_3,
        o9=stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f"),
        o10=stream(_TO_UNICODE),
    ),
    "fonts and tags of Typst": lambda: pdfs.good(body=WORDS),
    "an image in the content": lambda: by_hand({4: stream(f"{_TEXT} {_INLINE}".encode("latin-1"))}),
    "a photo with its place": files_with_more.pdf_with_photo,
    "a small picture of the page": lambda: _drawn(
        _TEXT,
        o3=page("/Thumb 6 0 R"),
        o6=stream(SECRET.encode(), "/Width 20 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"),
    ),
    "data of the program that made it": lambda: by_hand(
        {1: root(f"/PieceInfo << /App << /LastModified (D:2026) /Private ({SECRET}) >> >>")}
    ),
    "bookmarks and labels": lambda: by_hand(
        {
            1: root("/Outlines 6 0 R /PageLabels << /Nums [0 << /S /r >>] >>"),
            6: "<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>",
            7: "<< /Title (Part 1) /Parent 6 0 R /Dest [3 0 R /Fit] >>",
        }
    ),
    "an object to which nothing refers": lambda: by_hand({9: f"<< /Note ({SECRET}) >>"}),
    "bytes before its start": lambda: b"HTTP/1.1 200 OK\r\n\r\n" + by_hand(),
    "version 2.0": lambda: by_hand(header="2.0"),
    "a deleted page with a bookmark": lambda: _lost_page(
        "/Outlines 6 0 R",
        o6="<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>",
        o9="<< /Title (Part 2) /Parent 6 0 R /Dest [7 0 R /Fit] >>",
    ),
    "a deleted page with a field": lambda: _lost_page(
        "/AcroForm << /Fields [9 0 R] >>", o9=f"<< /Type /Annot /Subtype /Widget /FT /Btn /T (ok) {_BOX} /P 7 0 R >>"
    ),
    "a deleted page with tags": lambda: _lost_page(
        "/MarkInfo << /Marked true >> /StructTreeRoot 9 0 R",
        o9="<< /Type /StructTreeRoot /K [10 0 R] >>",
        o10=f"<< /Type /StructElem /S /Figure /P 9 0 R /Pg 7 0 R /K 0 /Alt ({SECRET}) /ActualText ({SECRET}) >>",
    ),
    "a page kept as a template": lambda: _lost_page("/Names << /Templates << /Names [(a) 7 0 R] >> >>"),
    "keys of a program": lambda: _drawn(
        _TEXT, o1=root(f"/MyProgram << /User ({SECRET}) >>"), o3=page(f"/MyProgram_SavedBy ({SECRET})")
    ),
    "old objects in a second table": lambda: written(
        {**PAGES, 4: stream(_TEXT.encode())}, before=_drawn(_HIDDEN), previous=0
    ),
}
"""Each by its name. Those in which the secret is text of a page are reported, and a copy need not be without it."""
