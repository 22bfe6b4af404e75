"""PDFs made for the tests, by Typst and pypdf: one without a fault, and others with exactly one.

The people and places in them are invented.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import typst
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Highlight, Text
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

TITLE: Final = "Hazel: report"
SECRET: Final = "Ask Zebedee Quillfeather whether the street may stay"
"""Stands in what was left in a file, and never in what it shows."""

AUTHOR: Final = "Zebedee Quillfeather"


@cache
def good(title: str = TITLE, pages: int = 2, language: str = "en", body: str = "", last: str = "") -> bytes:
    """A tagged PDF/UA with a title and a language, a table, a link and bookmarks.

    `body` is Typst, on page one; `last` is the last thing that is said.
    """
    rest = "".join(
        f"\n#pagebreak()\n= Part {number}\nHazel is invented, and so is page {number}. {_words(number)}\n"
        for number in range(2, pages + 1)
    )
    return _typeset(
        f"""#set text(lang: "{language}", region: "GB")
= What happened
Hazel is invented. #link("https://www.example.org/help")[Help is here.]
#table(columns: 2, table.header([When], [What]), [Monday], [A visit], [Friday], [A call])
{body}
{rest}
{last}""",
        title,
    )


def _words(number: int) -> str:
    chosen = random.Random(number)
    words = ["larch", "beck", "fell", "gate", "lamp", "kettle", "north", "slate", "ferry", "moss"]
    return " ".join(chosen.choice(words) for _ in range(220)).capitalize() + "."


def _typeset(source: str, title: str, tags: bool = True) -> bytes:
    given = f'#set document(title: "{title}")\n' if title else ""
    made = typst.compile(
        (given + source).encode(),
        format="pdf",
        timestamp=0,
        pdf_tags=tags,
        pdf_standards=["ua-1"] if tags and title else [],
    )
    assert isinstance(made, bytes)
    return made


def changed(change: Callable[[PdfWriter], object], data: bytes | None = None) -> bytes:
    """A PDF after somebody has changed it with another program."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data or good())))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def untagged(title: str = TITLE) -> bytes:
    """A PDF without tags."""

    def untag(writer: PdfWriter) -> None:
        del writer.root_object[NameObject("/StructTreeRoot")], writer.root_object[NameObject("/MarkInfo")]

    return changed(untag, good(title))


def _untitled() -> bytes:
    def untitle(writer: PdfWriter) -> None:
        writer.metadata = None
        writer.root_object.pop(NameObject("/Metadata"), None)

    return changed(untitle)


def _without_language() -> bytes:
    return changed(lambda writer: writer.root_object.pop(NameObject("/Lang")))


def _scanned() -> bytes:
    """Two pictures of pages, tagged as figures."""
    picture = io.BytesIO()
    Image.effect_noise((120, 170), 40).save(picture, "PNG")
    numbers = ", ".join(map(str, picture.getvalue()))
    page = f'#image(bytes(({numbers})), alt: "A page of the report", width: 100%)'
    return _typeset(f'#set text(lang: "en", region: "GB")\n{page}\n#pagebreak()\n{page}', TITLE)


def partly_scanned(scanned: int = 2, written: int = 1) -> bytes:
    """Pages with text, then pictures of pages, tagged as figures."""
    picture = io.BytesIO()
    Image.effect_noise((120, 170), 40).save(picture, "PNG")
    numbers = ", ".join(map(str, picture.getvalue()))
    pages = ["Hazel is invented."] * written
    pages += [f'#image(bytes(({numbers})), alt: "A page of the report", width: 100%)'] * scanned
    body = "\n#pagebreak()\n".join(pages)
    return _typeset(f'#set text(lang: "en", region: "GB")\n{body}', TITLE)


def _protected() -> bytes:
    return changed(
        lambda writer: writer.encrypt(user_password="", owner_password="an owner's secret", algorithm="AES-256")
    )


def locked() -> bytes:
    """One that asks every reader for a password."""
    return changed(lambda writer: writer.encrypt(user_password="a reader's secret", algorithm="AES-256"))


def _commented() -> bytes:
    def comment(writer: PdfWriter) -> None:
        writer.add_annotation(0, Text(text=SECRET, rect=(50, 550, 200, 650), title_bar=AUTHOR))
        writer.add_annotation(1, FreeText(text=SECRET, rect=(400, 20, 550, 60)))
        quads = ArrayObject(FloatObject(each) for each in (50, 700, 150, 700, 50, 680, 150, 680))
        writer.add_annotation(1, Highlight(rect=(50, 680, 150, 700), quad_points=quads, title_bar=AUTHOR))

    return changed(comment)


def _with_files() -> bytes:
    return changed(lambda writer: writer.add_attachment("minutes.txt", (SECRET + "\n").encode() * 40))


def _with_scripts() -> bytes:
    def script(writer: PdfWriter) -> None:
        alert = _action("/JavaScript", "/JS", f"app.alert('{SECRET}');")
        names = ArrayObject((TextStringObject("greeting"), writer._add_object(alert)))
        tree = DictionaryObject({NameObject("/JavaScript"): DictionaryObject({NameObject("/Names"): names})})
        writer.root_object[NameObject("/Names")] = writer._add_object(tree)
        notes = writer.pages[0]["/Annots"]
        assert isinstance(notes, ArrayObject)
        link = notes[0].get_object()
        assert isinstance(link, DictionaryObject)
        link[NameObject("/A")] = writer._add_object(_action("/Launch", "/F", "a.exe"))

    return changed(script)


def _action(kind: str, key: str, value: str) -> DictionaryObject:
    return DictionaryObject({NameObject("/S"): NameObject(kind), NameObject(key): TextStringObject(value)})


def _with_a_hidden_script() -> bytes:
    """A script where no program puts one: cleaning does not know the place, and the proof finds it."""

    def hide(writer: PdfWriter) -> None:
        notes = writer.pages[0]["/Annots"]
        assert isinstance(notes, ArrayObject)
        link = notes[0].get_object()
        assert isinstance(link, DictionaryObject)
        link[NameObject("/PA")] = _action("/JavaScript", "/JS", SECRET)

    return changed(hide)


def _with_names() -> bytes:
    return changed(lambda writer: writer.add_metadata({"/Author": AUTHOR, "/Company": "Quillfeather & Daughters"}))


def _with_dead_link() -> bytes:
    return good(body='#link("https://ashdale.example/reviews/nobody/")[The review of nobody]')


def _large() -> bytes:
    def fill(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream.set_data(random.Random(1).randbytes(10_500_000))
        writer.root_object[NameObject("/Ballast")] = writer._add_object(stream)

    return changed(fill)


def word_file() -> bytes:
    """The beginning of a Word file: a zip with the parts that tell."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return held.getvalue()


FAULTY: Final[dict[str, Callable[[], bytes]]] = {
    "untagged-pdf": untagged,
    "untitled-pdf": _untitled,
    "pdf-without-language": _without_language,
    "scanned-pdf": _scanned,
    "protected-pdf": _protected,
    "comments-left-in": _commented,
    "files-inside": _with_files,
    "scripts-inside": _with_scripts,
    "names-in-properties": _with_names,
    "another-title": lambda: good("Microsoft Word - Dokument1 (2)"),
    "another-type": word_file,
    "large-file": _large,
    "dead-link-in-pdf": _with_dead_link,
    "cannot-be-cleaned": _with_a_hidden_script,
}
"""By the slug of the rule that it breaks, a file that breaks this one alone."""


def shown(path: Path) -> bytes:
    """What a file shows and says of itself: the text of its pages, its properties, where its links lead."""
    reader = PdfReader(path)
    texts = [page.extract_text() for page in reader.pages]
    xmp = reader.root_object.get("/Metadata")
    links = [str(note.get_object()) for page in reader.pages for note in page.get("/Annots", ())]
    return "\n".join([*texts, str(reader.metadata), *links]).encode() + (
        xmp.get_object().get_data() if xmp is not None else b""
    )


def decompressed(data: bytes) -> bytes:
    """Every stream and every text of a file, whether anything leads to it or not, for a search of its bytes."""
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        reader.decrypt("")
    parts = [data]
    numbers = {number for held in reader.xref.values() for number in held} | reader.xref_objStm.keys()
    for number in sorted(numbers):
        found = reader.get_object(number)
        waiting = [found]
        while waiting:
            each = waiting.pop()
            if isinstance(each, StreamObject):
                parts.append(each.get_data())
            if isinstance(each, DictionaryObject):
                waiting += dict.values(each)
            elif isinstance(each, ArrayObject):
                waiting += list.__iter__(each)
            elif isinstance(each, TextStringObject | ByteStringObject):
                parts.append(each.encode() if isinstance(each, str) else bytes(each))
    return b"\n".join(parts)
