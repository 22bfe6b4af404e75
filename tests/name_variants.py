"""Private names in disguise, in every corner of every kind of file, and beside each an innocent that looks like it.

Every person and place here is invented.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache, partial
from html import escape
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from PIL import Image, PngImagePlugin
from pypdf import PdfWriter
from pypdf.annotations import Text
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)

from tests import pdfs

TERMS: Final = """# Invented names, for the tests.
Tobias Quillfeather
nickname: Tobbo
14 September 2011
12 Elm Garth Road, Fellbeck
place: St Hild's Primary School
Zoë O'Brannigan-Smythe
TQ9 4XB
name: Grace
Marmaduke Alan Fenwick
Claire Hart
Theo Range
Mark Etting
Sam Hill
Will Young
Penny Farthing
Ben Radford
Rosa Mary
Xavier Ray
Mrs Ottoline Marrowby - grandmother
Zebedee Larkspur, 3 May 2012, tel. 01632 960 555
"""

PROSE: Final = (
    "Tobias Quillfeather", "TOBIAS QUILLFEATHER", "tobias quillfeather", "Tobias\nQuillfeather", "Quillfeather, Tobias",
    "T. Quillfeather", "T Quillfeather", "Quillfeather, T.", "Tobias Quillfeather's", "Tobias Quillfeather\u2019s",
    "the Tobias Quillfeathers", "Tobias J. Quillfeather", "To\u00adbias Quill\u00adfeather", "Tobias\u00a0Quillfeather",
    "T\u200bobias Qui\u200dllfeather", "Tobias Quill-\nfeather", "TobiasQuillfeather",
    "T o b i a s  Q u i l l f e a t h e r",
    "Tob\u00edas Quillfe\u00e4ther", "Tobias Qui\ufb02feather".replace("\ufb02", "ll"), "\uff34obias Quillfeather",
    "T\u043ebias Quillfeather", "Tobbo", "TOBBO'S", "14 September 2011", "14th of Sept. 2011", "September 14, 2011",
    "14/09/2011", "14.9.11", "2011-09-14", "fourteenth of September 2011", "Wed 14 Sep '11", "12 Elm Garth Road",
    "12, Elm Garth Rd., Fellbeck", "twelve Elm Garth Road", "St Hild's Primary School", "Saint Hilds primary school",
    "ST. HILD\u2019S PRIMARY SCHOOL", "Zoe O'Brannigan Smythe", "Zo\u00eb O\u2019Brannigan\u2011Smythe",
    "Z. O\u2019Brannigan-Smythe", "Smythe", "TQ94XB", "tq9 4xb", "told Grace to", "Grace was", "M. A. Fenwick",
    "Tobias James Quillfeather", "TOBIAS JAMES QUILLFEATHER", "tobias james quillfeather", "Tobias 'Toby' Quillfeather",
    "Tobias (Toby) Quillfeather", "Tobias James Lee Quillfeather", "Tobias J. P. Quillfeather",
    "TobiasJamesQuillfeather",
    "Tobias van der Quillfeather", "Tobias and Jane Quillfeather", "Tobias, Ben and Jane Quillfeather",
    "Tobias\u00a0O\u2019Neil\u00a0Quillfeather", "Tobias Smith-Quillfeather", "Claire Hart", "Hart, Claire", "C. Hart",
    "Claire Louise Hart", "Theo Range", "theo range", "Mark Etting", "MARK ETTING", "Sam Hill", "S. Hill", "Will Young",
    "Young, Will", "WILL YOUNG", "Penny Farthing", "B. Radford", "X. Ray", "Ottoline Marrowby", "O. Marrowby",
    "Zebedee Larkspur", "Larkspur, Zebedee Tom", "3rd May 2012", "01632 960555", "01632960555", "+44 1632 960 555",
    "+44 (0)1632 960555",
    "Elm Garth Road", "Elm Garth Rd.", "T.J. Quillfeather", "Quillfeather, Mr Tobias", "Tobias (Mr) Quillfeather",
    "Qui11feather, T0bias", "TOBIASQUILLFEATHERREPORT", "Tobias Quill\nfeather",
    "Marmaduke Fenwick", "Fenwick, Marmaduke Alan", "Marmaduke A. Fenwick", "\ufb01",
)  # fmt: skip
"""Each holds a term, or is taken out below."""

DISGUISES: Final = tuple(each for each in PROSE if each not in ("Smythe", "\ufb01"))

INNOCENTS: Final = (
    "Tobias Quillfeatherly", "Tobias Feather", "Quillfeather Lane", "Tobias the cat", "N. Quillfeather", "T. Quill",
    "Mr Quillfeather. Tobias", "a grace period", "grace periods", "days of grace", "gracefully", "disgrace",
    "15 September 2011", "14 September 2012", "14 October 2011", "September 2011", "pages 14, 9, 11", "14/10/2011",
    "2011-09-15", "114 September 2011", "12 Elm Road", "112 Elm Garth Road", "elm by Garth Road", "2 Elm Garth Road",
    "St Hild", "Hild's School", "a primary school", "TQ9 4XC", "TQ9", "Zoe Smythe", "Zoe Brannigan", "O'Brannigan",
    "Marmaduke", "Fenwick", "N. A. Fenwick", "Alan Fenwicks", "Tob", "Tobbogan", "hobbo", "Tobias, Quill and Feather",
    "a chart", "the chart", "CHART", "Charts", "an orange", "the orange", "marketing", "Marketing", "the hills",
    "Hills",
    "the young will be safer", "a will", "Bradford", "BRADFORD", "rosemary", "Rosemary", "an x-ray", "X-ray",
    "a penny", "pennyfarthings", "Tobias met Quillfeather", "Tobias Brown, Anna Quillfeather",
    "Tobias. Mr Quillfeather",
    "Tobias's friend Quillfeather", "a grandmother", "Ottoline", "Marrowby", "01632 960556", "01632 96055",
    "4 May 2012",
)  # fmt: skip

IDS: Final = (
    "tobias-quillfeather", "tobias_quillfeather", "TobiasQuillfeather", "tobiasquillfeather", "quillfeather-tobias",
    "t-quillfeather", "t.quillfeather", "tquillfeather", "Tobias Quillfeather", "tobias_quillfeather2",
    "notes-2011-09-14",
    "tobias-james-quillfeather", "claire-hart", "clairehart", "mark-etting", "will-young", "young-will",
    "ottoline-marrowby",
    "12-elm-garth-road", "tobbo", "st-hilds-primary-school", "zoe-obrannigan-smythe", "marmaduke-fenwick",
)  # fmt: skip
INNOCENT_IDS: Final = (
    "tobias-feather", "quillfeather-lane", "grace-period", "notes-2011-09-15", "12-elm-road", "tobboggan", "st-hild",
    "voice-of-the-child", "marmaduke", "fenwick-house", "zoe", "n-quillfeather", "elm-garth-road", "primary-school",
    "chart", "bar-chart", "chart2", "orange", "marketing", "hills", "bradford", "rosemary", "x-ray", "marrowby",
)  # fmt: skip

FEW: Final = ("Tobias Quillfeather", "TOBIAS\u00a0QUILLFEATHER", "14th September 2011", "Zo\u00eb O'Brannigan-Smythe")
INNOCENT_FEW: Final = ("Tobias Quillfeatherly", "TOBIAS FEATHER", "15th September 2011", "Zo\u00eb Smythe")
"""For carriers that take a while to make."""


@dataclass(frozen=True)
class Planted:
    """A file with one text in it."""

    carrier: str
    text: str
    name: str
    data: bytes


Carrier = Callable[[str], tuple[str, bytes]]


def _around(name: str, before: str, after: str, spell: Callable[[str], str] = lambda text: text) -> Carrier:
    return lambda text: (name, f"{before}{spell(text)}{after}".encode())


def _page(inside: str) -> str:
    return f"<!doctype html><html><head><title>A page</title></head><body><main>{inside}</main></body></html>"


def _in_page(before: str, after: str, spell: Callable[[str], str] = escape) -> Carrier:
    return lambda text: ("page.html", _page(f"{before}{spell(text)}{after}").encode())


def _with_tags(text: str) -> str:
    """A tag in the middle of each word, as half a word in bold has it."""
    words = [
        f"{escape(each[:2])}<b class='x'>{escape(each[2:4])}</b><!-- -->{escape(each[4:])}" for each in text.split(" ")
    ]
    return " ".join(words)


def _numbered(text: str) -> str:
    return "".join(f"&#{ord(each)};" if place % 2 else escape(each) for place, each in enumerate(text))


def _calendar(text: str) -> tuple[str, bytes]:
    line = "DESCRIPTION:We met and spoke about " + text.replace("\n", "\\n").replace(",", "\\,") + " and went on"
    folded = "\r\n ".join(line[place : place + 40] for place in range(0, len(line), 40))
    return "events.ics", f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{folded}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode()


def _mail(
    text: str, subject: str = "News", encoding: str = "quoted-printable", html: bool = False
) -> tuple[str, bytes]:
    mail = EmailMessage()
    mail["Subject"] = " ".join(subject.split())
    mail.set_content(f"We heard about {text} today.\n", cte=encoding)
    if html:
        mail.add_alternative(_page(f"<p>We heard about {_with_tags(text)}</p>"), subtype="html", cte=encoding)
    return "news.eml", mail.as_bytes()


def _dumped(text: str) -> str:
    return json.dumps(f"of {text} x")


def _in_spans(text: str) -> str:
    return escape(text).replace("a", "<tspan>a</tspan>")


TEXTS: Final[dict[str, Carrier]] = {
    "a page": _in_page("<p>We heard about ", " today.</p>"),
    "a page, across tags": _in_page("<p>About ", " today.</p>", _with_tags),
    "a page, by numbers": _in_page("<p>About ", " today.</p>", _numbered),
    "an alt text": _in_page("<img src='a.png' alt=", ">", lambda text: quoteattr(f"A drawing of {text} here")),
    "a comment of HTML": _in_page("<!-- ask ", " -->"),
    "JSON-LD": _in_page('<script type="application/ld+json">{"a": ', "}</script>", _dumped),
    "a description": _in_page("<meta name=description content=", ">", lambda text: quoteattr(f"What {text} said")),
    "a feed": _around("feed.xml", "<feed><entry><title>On ", " now</title></entry></feed>", escape),
    "HTML in a feed": _around("feed.xml", "<feed><content type='html'>&lt;p&gt;", " now&lt;/p&gt;</content></feed>",
                              lambda text: escape(_with_tags(text))),
    "CDATA in a feed": _around("feed.xml", "<feed><content><![CDATA[<p>", " now</p>]]></content></feed>", _with_tags),
    "an SVG": _around("plan.svg", "<svg><text>By ", " here</text></svg>", _in_spans),
    "a stylesheet": _around("look.css", "/* for ", " */ a { color: red }"),
    "a script": _around("run.js", "const who = ", ";", _dumped),
    "JSON": _around("data.json", '{"a": ', "}", _dumped),
    "CSV": _around("data.csv", "id,who\n1,", "\n"),
    "BibTeX": _around("cite.bib", "@report{a, title = {On ", " here}}"),
    "RIS": _around("cite.ris", "TY  - RPRT\nTI  - On ", " here\n"),
    "plain text": _around("notes.txt", "About ", " today."),
    "a calendar": _calendar,
    "an e-mail": _mail,
    "an e-mail in base64": lambda text: _mail(text, encoding="base64"),
    "HTML of an e-mail": lambda text: _mail(text, html=True),
    "base64 in a page": _in_page("<a href='data:text/plain;base64,", "'>x</a>",
                                 lambda text: base64.b64encode(f"about {text} x".encode()).decode()),
    "UTF-16": lambda text: ("notes.txt", f"About {text} today.".encode("utf-16")),
    "gzip": lambda text: ("index.pf_fragment", gzip.compress(b"pagefind_dcd" + _dumped(text).encode())),
}  # fmt: skip

NAMES: Final[dict[str, Carrier]] = {
    "a file's name": lambda text: (f"files/{text}.css", b"a { color: red }"),
    "a folder's name": lambda text: (f"{text}/look.css", b"a { color: red }"),
    "a class": _in_page("<p class='x ", " y'>A</p>"),
    "a link": _in_page("<a href='/files/", ".pdf'>A</a>", quote),
    "an id": _in_page("<h2 id='", "'>A</h2>"),
    "a property of CSS": _around("look.css", ".", " { color: red }", lambda text: text.replace(" ", "-")),
}


def _pdf_with(change: Callable[[PdfWriter, str], object]) -> Carrier:
    return lambda text: ("report.pdf", pdfs.changed(lambda writer: change(writer, text), _plain_pdf()))


@cache
def _plain_pdf() -> bytes:
    return pdfs.good(pages=1)


def _form_field(writer: PdfWriter, text: str) -> None:
    field = DictionaryObject({NameObject("/FT"): NameObject("/Tx"), NameObject("/V"): TextStringObject(f"of {text} x")})
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([writer._add_object(field)])})
    writer.root_object[NameObject("/AcroForm")] = form


def _page_label(writer: PdfWriter, text: str) -> None:
    label = DictionaryObject({NameObject("/P"): TextStringObject(f"{text} ")})
    labels = DictionaryObject({NameObject("/Nums"): ArrayObject([NumberObject(0), label])})
    writer.root_object[NameObject("/PageLabels")] = labels


def _xmp(writer: PdfWriter, text: str) -> None:
    stream = StreamObject()
    stream.set_data(f"<x><dc:creator>{escape(text)}</dc:creator></x>".encode())
    stream[NameObject("/Type")] = NameObject("/Metadata")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def _alternative(writer: PdfWriter, text: str) -> None:
    holder = writer.root_object["/StructTreeRoot"].get_object()
    assert isinstance(holder, DictionaryObject)
    holder[NameObject("/Alt")] = TextStringObject(f"A drawing by {text} here")


def _comment(writer: PdfWriter, text: str) -> None:
    writer.add_annotation(0, Text(rect=(0, 0, 10, 10), text=f"Is this {text} here?"))


def _link(writer: PdfWriter, text: str) -> None:
    writer.add_uri(0, f"https://www.tarnshire.example/{quote(text)}", RectangleObject((0, 0, 10, 10)))


def _picture(kind: str, text: str) -> bytes:
    picture, out = Image.new("RGB", (4, 4)), io.BytesIO()
    if kind == "JPEG comment":
        picture.save(out, "JPEG", comment=f"by {text} x".encode())
    elif kind == "PNG text":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", f"by {text} x", zip=True)
        picture.save(out, "PNG", pnginfo=info)
    elif kind == "PNG international text":
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", f"<x><dc:creator>{escape(text)}</dc:creator></x>", zip=True)
        picture.save(out, "PNG", pnginfo=info)
    else:
        exif = Image.Exif()
        exif[0x010E] = f"by {text} x".encode()
        exif[0x9C9D] = f"{text}\0".encode("utf-16-le")
        picture.save(out, kind, exif=exif)
    return out.getvalue()


def _named_picture(kind: str, text: str) -> tuple[str, bytes]:
    return f"picture.{kind[:4].strip().lower()}", _picture(kind, text)


def _office(inside: dict[str, str], name: str) -> tuple[str, bytes]:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry, text in inside.items():
            packed.writestr(entry, text)
    return name, out.getvalue()


def _runs(text: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t xml:space='preserve'>{escape(each)}</w:t></w:r>" for each in text) + "</w:p>"


def _typst_words(text: str) -> str:
    return text.replace("'", "\\'").replace("\u00a0", "~")


def _word(text: str) -> tuple[str, bytes]:
    return _office({"word/document.xml": f"<w:document>{_runs(f'of {text} x')}</w:document>"}, "a.docx")


def _attached(text: str) -> tuple[str, bytes]:
    mail = EmailMessage()
    mail.set_content("See below.")
    name, data = _word(text)
    mail.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return "pack.eml", mail.as_bytes()


SLOW: Final[dict[str, Carrier]] = {
    "text of a PDF": lambda text: ("report.pdf", pdfs.good(pages=1, body=f"About {_typst_words(text)} today")),
    "a property of a PDF": _pdf_with(lambda writer, text: writer.add_metadata({"/Author": f"by {text} x"})),
    "XMP of a PDF": _pdf_with(_xmp),
    "a comment in a PDF": _pdf_with(_comment),
    "a bookmark": _pdf_with(lambda writer, text: writer.add_outline_item(title=f"What {text} said", page_number=0)),
    "a file's name in a PDF": _pdf_with(lambda writer, text: writer.add_attachment(f"{text}.txt", b"nothing")),
    "a file in a PDF": _pdf_with(lambda writer, text: writer.add_attachment("a.txt", f"about {text} x".encode())),
    "a page's label": _pdf_with(_page_label),
    "a form field": _pdf_with(_form_field),
    "a text for a picture": _pdf_with(_alternative),
    "a link of a PDF": _pdf_with(_link),
    **{
        f"{kind} data": partial(_named_picture, kind)
        for kind in ("JPEG", "WEBP", "TIFF", "JPEG comment", "PNG text", "PNG international text")
    },
    "Word": _word,
    "a comment in Word": lambda text: _office({"word/comments.xml": _runs(f"of {text} x")}, "a.docx"),
    "properties of Word": lambda text: _office({"docProps/core.xml": f"<dc:title>{escape(text)}</dc:title>"}, "a.docx"),
    "Excel": lambda text: _office({"xl/sharedStrings.xml": f"<si><t>{escape(text)}</t></si>"}, "a.xlsx"),
    "a heading of an e-mail": lambda text: _mail("nothing", subject=f"About {text} today"),
    "a file of an e-mail": _attached,
}  # fmt: skip


def planted() -> Iterator[Planted]:
    """Every disguise in every carrier that it fits."""
    yield from _laid(TEXTS, DISGUISES)
    yield from _laid(NAMES, IDS)
    yield from _laid(SLOW, FEW)


def innocent() -> Iterator[Planted]:
    """Every innocent neighbour in the same carriers."""
    yield from _laid(TEXTS, INNOCENTS)
    yield from _laid(NAMES, INNOCENT_IDS)
    yield from _laid(SLOW, INNOCENT_FEW)


def _laid(carriers: dict[str, Carrier], texts: tuple[str, ...]) -> Iterator[Planted]:
    for carrier, lay in carriers.items():
        for place, text in enumerate(texts):
            name, data = lay(text)
            folder, _, last = name.rpartition("/")
            if carrier in ("a file's name", "a folder's name"):
                yield Planted(carrier, text, name, data)
            else:
                yield Planted(
                    carrier, text, f"{folder}{carrier.replace(' ', '-').replace(chr(39), '')}/{place}/{last}", data
                )
