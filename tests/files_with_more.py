"""Files made for the tests that hold more than they show: signed PDFs, photos with properties, Office files.

The people and places in them are invented; the place of the photos is in the sea.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from PIL import Image, PngImagePlugin
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from generator.pdf.objects import dictionaries
from tests import pdfs, tagged_pdfs
from tests.pdfs import AUTHOR, SECRET

STREET: Final = "Front door of 12 Elm Garth Road"
SERIAL: Final = "SN-4711-QUILL"
_ROOM: Final = 4096
"""Bytes that are kept free for a signature."""


def exif(*wanted: str) -> Image.Exif:
    """EXIF data with the properties of these names: `place`, `name`, `serial`, `caption`."""
    found = Image.Exif()
    # Pillow leaves data out that have only directories.
    found[0x0112] = 1
    if "name" in wanted:
        found[0x013B] = AUTHOR
    if "caption" in wanted:
        found[0x010E] = STREET
    if "serial" in wanted:
        found.get_ifd(0x8769)[0xA431] = SERIAL
    if "place" in wanted:
        found.get_ifd(0x8825).update({1: "N", 2: (52.0, 0.0, 0.0), 3: "W", 4: (20.0, 0.0, 0.0)})
    return found


def photo(kind: str = "JPEG", wanted: tuple[str, ...] = ("place", "name", "serial", "caption")) -> bytes:
    """A grey square with these properties. A TIFF is only the properties, which have its form."""
    if kind == "TIFF":
        return exif(*wanted).tobytes().removeprefix(b"Exif\0\0")
    out = io.BytesIO()
    Image.new("RGB", (24, 24), "grey").save(out, kind, exif=exif(*wanted))
    return out.getvalue()


def large_picture() -> bytes:
    """A PNG of more than two megabytes, in which no two pixels are alike."""
    out = io.BytesIO()
    Image.frombytes("RGB", (900, 900), random.Random(1).randbytes(900 * 900 * 3)).save(out, "PNG")
    return out.getvalue()


def png_with_text(key: str, value: str) -> bytes:
    """A PNG with one text."""
    out, texts = io.BytesIO(), PngImagePlugin.PngInfo()
    texts.add_text(key, value)
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=texts)
    return out.getvalue()


def xmp(inner: str) -> bytes:
    """An XMP packet with this inside its description."""
    spaces = (
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
    )
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {spaces}><rdf:Description rdf:about="">{inner}'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def jpeg_with_segment(marker: int, payload: bytes) -> bytes:
    """A JPEG with one more segment at its beginning."""
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "JPEG")
    segment = bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2, "big") + payload
    return out.getvalue()[:2] + segment + out.getvalue()[2:]


def iptc(number: int, text: str) -> bytes:
    """The payload of a segment with one data set of IPTC."""
    words = text.encode()
    block = bytes((0x1C, 2, number)) + len(words).to_bytes(2, "big") + words
    return b"Photoshop 3.0\x00" + b"8BIM\x04\x04\x00\x00" + len(block).to_bytes(4, "big") + block


def pdf_with_photo(picture: bytes | None = None) -> bytes:
    """A PDF without a fault, but for the photo on its first page."""
    numbers = ", ".join(map(str, picture or photo()))
    return pdfs.good(body=f'#image(bytes(({numbers})), width: 2cm, alt: "A grey square")')


def pdf_with_boxes(kind: str = "/Square") -> bytes:
    """A PDF in which an annotation covers some words."""

    def cover(writer: PdfWriter) -> None:
        colour = ArrayObject((FloatObject(0), FloatObject(0), FloatObject(0)))
        note = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject(kind),
                NameObject("/Rect"): ArrayObject(FloatObject(each) for each in (50, 550, 200, 650)),
                NameObject("/IC"): colour,
            }
        )
        writer.add_annotation(1, note)

    return pdfs.changed(cover)


def drawn(*operators: str, box: tuple[float, ...] = (), layer: bool = False) -> bytes:
    """A page of these drawing operators (ISO 32000-2, annex A); `F` is a font, `L` a layer that is off."""

    def draw(writer: PdfWriter) -> None:
        page = writer.pages[0]
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
        resources = {"/Font": {"/F": font}}
        stream = StreamObject()
        stream.set_data("\n".join(("/Artifact BMC", *operators, "EMC")).encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
        held = _plain(resources)
        page[NameObject("/Resources")] = held
        page.pop("/Annots", None)
        page[NameObject("/MediaBox")] = _plain([0, 0, 400, 600])
        page[NameObject("/CropBox")] = _plain(list(box) or [0, 0, 400, 600])
        if layer:
            off = writer._add_object(_plain({"/Type": "/OCG", "/Name": TextStringObject("Draft")}))
            held[NameObject("/Properties")] = DictionaryObject({NameObject("/L"): off})
            config = {"/D": {"/OFF": [off], "/Order": [off]}, "/OCGs": [off]}
            writer.root_object[NameObject("/OCProperties")] = _plain(config)

    return pdfs.changed(draw)


def _plain(value: Any) -> Any:
    """PDF values for Python's: a text that begins with / is a name."""
    if isinstance(value, dict):
        return DictionaryObject({NameObject(key): _plain(inner) for key, inner in value.items()})
    if isinstance(value, list):
        return ArrayObject(map(_plain, value))
    if isinstance(value, int | float) and not isinstance(value, PdfObject):
        return FloatObject(value)
    return NameObject(value) if isinstance(value, str) and not isinstance(value, PdfObject) else value


_SEEN: Final = "BT /F 12 Tf 40 400 Td (Rowan lived in a house by the river.) Tj ET"
_NAME: Final = f"({AUTHOR}) Tj ET"

HIDDEN: Final[dict[str, Callable[[], bytes]]] = {
    "below a black box": lambda: drawn(_SEEN, f"BT /F 12 Tf 40 300 Td {_NAME}", "0 g 35 295 200 16 re f"),
    "below a white box": lambda: drawn(_SEEN, f"BT /F 12 Tf 40 300 Td {_NAME}", "1 g 35 295 200 16 re f"),
    "in white": lambda: drawn(_SEEN, f"1 g BT /F 12 Tf 40 300 Td {_NAME}"),
    "in nearly white": lambda: drawn(_SEEN, f"0.98 g BT /F 12 Tf 40 300 Td {_NAME}"),
    "set as invisible": lambda: drawn(_SEEN, f"BT 3 Tr /F 12 Tf 40 300 Td {_NAME}"),
    "too small": lambda: drawn(_SEEN, f"BT /F 0.05 Tf 40 300 Td {_NAME}"),
    "drawn in less than a point": lambda: drawn(_SEEN, f"BT /F 0.4 Tf 40 300 Td {_NAME}"),
    "in a small font": lambda: drawn(_SEEN, f"BT /F 1 Tf 40 300 Td {_NAME}"),
    "scaled down": lambda: drawn(_SEEN, f"q 0.02 0 0 0.02 0 0 cm BT /F 40 Tf 2000 15000 Td {_NAME} Q"),
    "off the page": lambda: drawn(_SEEN, f"BT /F 12 Tf 40 -80 Td {_NAME}"),
    "cropped away": lambda: drawn(_SEEN, f"BT /F 12 Tf 40 100 Td {_NAME}", box=(0, 200, 400, 600)),
    "clipped away": lambda: drawn(_SEEN, f"q 0 0 10 10 re W n BT /F 12 Tf 40 300 Td {_NAME} Q"),
    "in a layer that is off": lambda: drawn(_SEEN, f"/OC /L BDC BT /F 12 Tf 40 300 Td {_NAME} EMC", layer=True),
}
"""By how it is hidden, a page with a text that everybody can read and a name that nobody sees."""


def pdf_with_hidden_field() -> bytes:
    """A form with a field that is not shown and that holds a name."""

    def add_field(writer: PdfWriter) -> None:
        field = {"/Type": "/Annot", "/Subtype": "/Widget", "/FT": "/Tx", "/Rect": [50, 100, 250, 120]}
        widget = DictionaryObject(_plain(field))
        widget[NameObject("/F")] = NumberObject(2)
        widget[NameObject("/T")] = TextStringObject("reviewer")
        widget[NameObject("/V")] = TextStringObject(AUTHOR)
        reference = writer._add_object(widget)
        writer.pages[0][NameObject("/Annots")] = ArrayObject((reference,))
        writer.root_object[NameObject("/AcroForm")] = _plain({"/Fields": [reference]})

    return pdfs.changed(add_field)


def pdf_with_link(action: dict[str, Any]) -> bytes:
    """A page with a link of this action."""

    def add_link(writer: PdfWriter) -> None:
        link = {"/Type": "/Annot", "/Subtype": "/Link", "/Rect": [50, 50, 150, 70], "/A": action}
        added = writer.add_annotation(1, _plain(link))
        writer.pages[1][NameObject("/Tabs")] = NameObject("/S")
        tag = next(each for each in dictionaries(writer.root_object) if each.get("/S") == "/Link" and "/K" in each)
        reference = {"/Type": "/OBJR", "/Obj": added.indirect_reference, "/Pg": writer.pages[1].indirect_reference}
        tag["/K"].append(_plain(reference))  # type: ignore[attr-defined]

    return pdfs.changed(add_link)


def pdf_with_addresses(*addresses: str) -> bytes:
    """Two pages, with a link to each address on the first one."""

    def add_links(writer: PdfWriter) -> None:
        for number, address in enumerate(addresses):
            action = {"/S": "/URI", "/URI": TextStringObject(address)}
            place = [50, 20 * number, 150, 20 * number + 15]
            writer.add_annotation(0, _plain({"/Type": "/Annot", "/Subtype": "/Link", "/Rect": place, "/A": action}))

    return pdfs.changed(add_links, pdfs.good(pages=2))


def signed_pdf() -> bytes:
    """A PDF that is signed with a certificate, in the way of PDF 1.7: it names the signer twice."""

    def add_field(writer: PdfWriter) -> None:
        signature = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Sig"),
                NameObject("/Filter"): NameObject("/Adobe.PPKLite"),
                NameObject("/SubFilter"): NameObject("/adbe.pkcs7.detached"),
                NameObject("/Name"): TextStringObject(AUTHOR),
                NameObject("/ByteRange"): ArrayObject(NumberObject(each) for each in (0, 10**9, 10**9, 10**9)),
                NameObject("/Contents"): ByteStringObject(b"\xaa" * _ROOM),
            }
        )
        field = DictionaryObject(
            {
                NameObject("/FT"): NameObject("/Sig"),
                NameObject("/T"): TextStringObject("Signature1"),
                NameObject("/V"): writer._add_object(signature),
            }
        )
        form = DictionaryObject({NameObject("/Fields"): ArrayObject((writer._add_object(field),))})
        form[NameObject("/SigFlags")] = NumberObject(3)
        writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)

    unsigned = pdfs.changed(add_field)
    start = unsigned.index(b"<" + b"aa" * _ROOM)
    end = start + 2 * _ROOM + 2
    ranges = f"0 {start} {end} {len(unsigned) - end} ]"
    place = unsigned.index(b"/ByteRange [ ") + len(b"/ByteRange [ ")
    old = unsigned[place : unsigned.index(b"]", place) + 1]
    whole = unsigned.replace(old, ranges.encode().ljust(len(old)))
    signature = _signature(whole[:start] + whole[end:])
    return whole[: start + 1] + signature.hex().encode().ljust(2 * _ROOM, b"0") + whole[end - 1 :]


def _signature(data: bytes) -> bytes:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, AUTHOR)])
    day = datetime(2026, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(day)
        .not_valid_after(day + timedelta(days=365))
        .sign(key, hashes.SHA256())
    )
    builder = pkcs7.PKCS7SignatureBuilder().set_data(data).add_signer(certificate, key, hashes.SHA256())
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    return builder.sign(serialization.Encoding.DER, options)


def packed(**parts: str | bytes) -> bytes:
    """An Office file of these parts; `__` in a name stands for a slash, `_dot_` for a dot."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {key.replace("__", "/").replace("_dot_", "."): text for key, text in parts.items()}.items():
            archive.writestr(name, text)
    return held.getvalue()


def word_file() -> bytes:
    """A Word file with its author, a comment, a tracked deletion, hidden text and a photo."""
    text = (
        f'<w:document><w:p><w:del w:author="{AUTHOR}"><w:delText>{STREET}</w:delText></w:del></w:p>'
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{SECRET}</w:t></w:r></w:p></w:document>"
    )
    return packed(
        **{"[Content_Types].xml": "<Types/>"},
        docProps__core_dot_xml=f"<cp:coreProperties><dc:creator>{AUTHOR}</dc:creator></cp:coreProperties>",
        word__document_dot_xml=text,
        word__comments_dot_xml=f'<w:comments><w:comment w:id="0">{SECRET}</w:comment></w:comments>',
        word__media__image1_dot_jpg=photo(),
    )


MADE: Final[dict[str, Callable[[], bytes]]] = {
    "picture-properties-in-pdf": pdf_with_photo,
    "signed-pdf": signed_pdf,
    "office-file": word_file,
    "picture-properties": lambda: photo("TIFF", ("name", "serial", "caption")),
    "picture-with-a-place": lambda: photo("TIFF", ("place",)),
    "cleaned-picture": lambda: photo(wanted=("name", "serial", "caption")),
    "unchecked-file": lambda: packed(notes_dot_txt=SECRET),
    "text-file": lambda: b"An invented report.\n",
    "uncleaned-pdf": pdfs.FAULTY["comments-left-in"],
    "covering-marks": pdf_with_boxes,
    "hidden-text": HIDDEN["below a black box"],
    "hidden-values": pdf_with_hidden_field,
    "links-to-a-disk": lambda: pdf_with_link({"/S": "/URI", "/URI": TextStringObject("file:///C:/Quillfeather.docx")}),
    "language-not-in-record": lambda: pdfs.good(language="pl"),
    "pictures-without-text": lambda: tagged_pdfs.broken("7.3 a picture without a text alternative"),
    "headings-in-pdf": lambda: tagged_pdfs.broken("7.4.2 a level is skipped"),
    "tables-in-pdf": lambda: tagged_pdfs.broken("7.5 no header cells"),
    "untagged-content": lambda: tagged_pdfs.broken("7.1 text outside the tags"),
    "text-without-unicode": lambda: tagged_pdfs.broken("7.21.7 characters without Unicode"),
    "partly-scanned-pdf": pdfs.partly_scanned,
    "tags-in-disorder": lambda: tagged_pdfs.broken("7.18.3 no order for the tab key"),
    "clean-photo": lambda: photo(wanted=()),
    "large-picture": large_picture,
}
"""By the slug of the rule that it breaks, a file that breaks this one alone; and a photo without a fault."""
