"""Tagged PDFs with one fault of their tags each, for every clause of PDF/UA-1 that a reader notices.

Each starts from a file without a fault, which Typst makes. The people and places in them are invented.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from generator.model import TagIssueKind
from generator.pdf.objects import dictionaries
from tests import pdfs

Change = Callable[[PdfWriter], object]


@cache
def intact() -> bytes:
    """A file with headings, a list, contents, a table, a picture, a formula, a link and a footnote."""
    picture = io.BytesIO()
    Image.effect_noise((40, 40), 30).save(picture, "PNG")
    numbers = ", ".join(map(str, picture.getvalue()))
    return pdfs.good(
        body=f"""
== Where
- North
- South
#image(bytes(({numbers})), alt: "A chart of visits", width: 20%)
#math.equation(alt: "x squared", $ x^2 $)
=== When
Some more is invented#footnote[And this.].
#outline()
"""
    )


def tags(writer: PdfWriter, *kinds: str) -> Iterator[DictionaryObject]:
    """Yield the tags of these kinds, in the order of the tree."""
    tree = writer.root_object["/StructTreeRoot"]
    waiting: list[PdfObject | None] = [tree["/K"]]  # type: ignore[index]
    while waiting:
        raw = waiting.pop()
        entry: object = raw.get_object() if raw is not None else None
        if isinstance(entry, ArrayObject):
            waiting += reversed(list(list.__iter__(entry)))
        elif isinstance(entry, DictionaryObject) and "/S" in entry:
            if str(entry["/S"]) in kinds:
                yield entry
            if "/K" in entry:
                waiting.append(dict.get(entry, "/K"))


def _without(kind: str, *keys: str) -> Change:
    def change(writer: PdfWriter) -> None:
        tag = next(tags(writer, kind))
        for key in keys:
            tag.pop(NameObject(key), None)

    return change


def _renamed(old: str, new: str, every: bool = False) -> Change:
    def change(writer: PdfWriter) -> None:
        for tag in list(tags(writer, old))[: None if every else 1]:
            tag[NameObject("/S")] = NameObject(new)

    return change


def _all(*changes: Change) -> Change:
    def change(writer: PdfWriter) -> None:
        for each in changes:
            each(writer)

    return change


def _of_table(kind: str, **entries: PdfObject | None) -> Change:
    """Change attributes of the tables: of every tag of this kind."""

    def change(writer: PdfWriter) -> None:
        for tag in tags(writer, kind):
            for attributes in tag["/A"]:  # type: ignore[attr-defined]
                held = attributes.get_object()
                if held.get("/O") == "/Table":
                    for key, value in entries.items():
                        held.pop(NameObject(f"/{key}"), None)
                        if value is not None:
                            held[NameObject(f"/{key}")] = value

    return change


def _span(key: str) -> Change:
    def change(writer: PdfWriter) -> None:
        attributes = DictionaryObject({NameObject("/O"): NameObject("/Table"), NameObject(key): NumberObject(2)})
        next(tags(writer, "/TD"))[NameObject("/A")] = attributes

    return change


def _second(kind: str) -> Change:
    """Add a second, empty tag of a kind next to the first."""

    def change(writer: PdfWriter) -> None:
        first = next(tags(writer, kind))
        parent = first["/P"]
        assert isinstance(parent, DictionaryObject)
        more = DictionaryObject({NameObject("/S"): NameObject(kind), NameObject("/P"): dict.get(first, "/P")})
        children = parent["/K"]
        assert isinstance(children, ArrayObject)
        children.append(writer._add_object(more))

    return change


def _roles(**roles: str) -> Change:
    def change(writer: PdfWriter) -> None:
        mapped = DictionaryObject({NameObject(f"/{old}"): NameObject(f"/{new}") for old, new in roles.items()})
        writer.root_object["/StructTreeRoot"][NameObject("/RoleMap")] = mapped  # type: ignore[index]

    return change


def _drawn(operators: bytes) -> Change:
    """Add content to the first page."""

    def change(writer: PdfWriter) -> None:
        page = writer.pages[0]
        stream = DecodedStreamObject()
        stream.set_data(operators)
        held = dict.get(page, "/Contents")
        before = list(list.__iter__(held)) if isinstance(held, ArrayObject) else [held]
        page[NameObject("/Contents")] = ArrayObject([*before, writer._add_object(stream)])

    return change


def _text(before: bytes, after: bytes) -> Change:
    def change(writer: PdfWriter) -> None:
        font = next(iter(writer.pages[0]["/Resources"]["/Font"])).encode()  # type: ignore[index]
        _drawn(before + b" q BT " + font + b" 9 Tf 60 30 Td <00020003> Tj ET Q " + after)(writer)

    return change


def _untagged_link(writer: PdfWriter) -> None:
    for tag in tags(writer, "/Link"):
        kids = tag["/K"]
        assert isinstance(kids, ArrayObject)
        kids[:] = [kid for kid in list.__iter__(kids) if not isinstance(kid.get_object(), DictionaryObject)]


def _empty_link(writer: PdfWriter) -> None:
    for tag in tags(writer, "/Link"):
        kids = tag["/K"]
        assert isinstance(kids, ArrayObject)
        outside = [kid for kid in list.__iter__(kids) if isinstance(kid, NumberObject)]
        if outside:
            kids[:] = [kid for kid in list.__iter__(kids) if not isinstance(kid, NumberObject)]
            parent = tag["/P"]
            assert isinstance(parent, DictionaryObject)
            parent["/K"].extend(outside)  # type: ignore[attr-defined]
            return


def _field(writer: PdfWriter, name: str, tagged: bool) -> None:
    corners = ArrayObject(map(NumberObject, (60, 60, 160, 80)))
    field = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Widget"),
            NameObject("/FT"): NameObject("/Tx"),
            NameObject("/T"): TextStringObject("first"),
            NameObject("/F"): NumberObject(4),
            NameObject("/Rect"): corners,
        }
    )
    if name:
        field[NameObject("/TU")] = TextStringObject(name)
    added = writer._add_object(field)
    writer.pages[0]["/Annots"].append(added)  # type: ignore[attr-defined]
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject([added])})
    if tagged:
        page = writer.pages[0].indirect_reference
        assert page is not None
        document = next(tags(writer, "/Document"))
        reference = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/OBJR"),
                NameObject("/Obj"): added,
                NameObject("/Pg"): page,
            }
        )
        tag = DictionaryObject(
            {
                NameObject("/S"): NameObject("/Form"),
                NameObject("/P"): document.indirect_reference or document,
                NameObject("/K"): reference,
            }
        )
        document["/K"].append(writer._add_object(tag))  # type: ignore[attr-defined]


def _without_unicode(writer: PdfWriter) -> None:
    for each in list(dictionaries(writer.root_object)):
        each.pop(NameObject("/ToUnicode"), None)


def _suspects(writer: PdfWriter) -> None:
    writer.root_object["/MarkInfo"][NameObject("/Suspects")] = BooleanObject(True)  # type: ignore[index]


def _tabs(writer: PdfWriter) -> None:
    for page in writer.pages:
        page.pop(NameObject("/Tabs"), None)


_FIRST: Final = b"/P <</MCID 0>> BDC"

BROKEN: Final[dict[str, tuple[TagIssueKind, Change]]] = {
    "7.1 text outside the tags": (TagIssueKind.UNTAGGED, _text(b"", b"")),
    "7.1 a shape outside the tags": (TagIssueKind.UNTAGGED, _drawn(b"q 10 10 50 50 re f Q")),
    "7.1 content with an id that no tag has": (TagIssueKind.UNTAGGED, _text(b"/P <</MCID 999>> BDC", b"EMC")),
    "7.1 tagged content in a decoration": (
        TagIssueKind.ARTIFACT,
        _text(b"/Artifact BMC " + _FIRST, b"EMC EMC"),
    ),
    "7.1 a decoration in tagged content": (
        TagIssueKind.ARTIFACT,
        _text(_FIRST + b" /Artifact BMC", b"EMC EMC"),
    ),
    "7.1 uncertain tags": (TagIssueKind.SUSPECTS, _suspects),
    "7.1 a tag without a meaning": (TagIssueKind.UNKNOWN, _renamed("/P", "/Absatz")),
    "7.1 a tag whose meaning is itself": (
        TagIssueKind.UNKNOWN,
        _all(_roles(Absatz="Text", Text="Absatz"), _renamed("/P", "/Absatz")),
    ),
    "7.1 a usual tag with another meaning": (TagIssueKind.UNKNOWN, _roles(P="H1")),
    "7.2 a row outside a table": (TagIssueKind.TABLE_ORDER, _renamed("/THead", "/Sect")),
    "7.2 a cell outside a row": (TagIssueKind.TABLE_ORDER, _renamed("/TR", "/Div")),
    "7.2 a paragraph in a row": (TagIssueKind.TABLE_ORDER, _renamed("/TD", "/P")),
    "7.2 two heads of a table": (TagIssueKind.TABLE_ORDER, _second("/THead")),
    "7.2 a head without a body": (TagIssueKind.TABLE_ORDER, _renamed("/TBody", "/TFoot")),
    "7.2 a body that is a part": (TagIssueKind.TABLE_ORDER, _renamed("/TBody", "/Part")),
    "7.2 a caption in the middle": (TagIssueKind.TABLE_ORDER, _all(_second("/THead"), _renamed("/TBody", "/Caption"))),
    "7.2 rows of different lengths": (TagIssueKind.UNEVEN_TABLE, _span("/ColSpan")),
    "7.2 a cell that is too high": (TagIssueKind.UNEVEN_TABLE, _span("/RowSpan")),
    "7.2 an item outside a list": (TagIssueKind.LIST_ORDER, _renamed("/L", "/Sect")),
    "7.2 a paragraph in a list": (TagIssueKind.LIST_ORDER, _renamed("/LI", "/P")),
    "7.2 a paragraph in an item": (TagIssueKind.LIST_ORDER, _renamed("/LBody", "/P")),
    "7.2 an entry outside the contents": (TagIssueKind.CONTENTS_ORDER, _renamed("/TOC", "/Sect", every=True)),
    "7.2 a paragraph in the contents": (TagIssueKind.CONTENTS_ORDER, _renamed("/TOCI", "/P")),
    "7.3 a picture without a text alternative": (TagIssueKind.FIGURE, _without("/Figure", "/Alt")),
    "7.4.2 a level is skipped": (TagIssueKind.HEADING_LEVEL, _renamed("/H2", "/H3")),
    "7.4.2 the first heading is of level 2": (TagIssueKind.HEADING_LEVEL, _renamed("/H1", "/H2")),
    "7.4.4 headings with and without a level": (TagIssueKind.HEADING_KIND, _renamed("/H3", "/H")),
    "7.4.4 two headings without a level": (
        TagIssueKind.HEADING_KIND,
        _all(*(_renamed(f"/H{level}", "/H", every=True) for level in (1, 2, 3))),
    ),
    "7.5 no header cells": (TagIssueKind.NO_HEADER_CELLS, _renamed("/TH", "/TD", every=True)),
    "7.5 headers without a scope": (
        TagIssueKind.LOST_HEADER,
        _all(_of_table("/TH", Scope=None), _of_table("/TD", Headers=None)),
    ),
    "7.5 a header that does not exist": (
        TagIssueKind.LOST_HEADER,
        _all(_of_table("/TH", Scope=None), _of_table("/TD", Headers=ArrayObject([TextStringObject("nobody")]))),
    ),
    "7.7 a formula without a text alternative": (TagIssueKind.FORMULA, _without("/Formula", "/Alt")),
    "7.18.1 a field without a name": (TagIssueKind.NO_FIELD_NAME, lambda writer: _field(writer, "", tagged=True)),
    "7.18.3 no order for the tab key": (TagIssueKind.TAB_ORDER, _tabs),
    "7.18.4 a field outside the tags": (
        TagIssueKind.UNTAGGED_FIELD,
        lambda writer: _field(writer, "Name", tagged=False),
    ),
    "7.18.5 a link outside the tags": (TagIssueKind.UNTAGGED_LINK, _untagged_link),
    "7.18.5 a link tag with nothing in it": (TagIssueKind.EMPTY_LINK, _empty_link),
    "7.21.7 characters without Unicode": (TagIssueKind.NO_UNICODE, _without_unicode),
}
"""By the clause and the fault: what is found, and the change that makes it from the intact file."""

INTACT: Final[dict[str, Change]] = {
    "nothing is changed": lambda _: None,
    "a decoration outside the tags": _text(b"/Artifact BMC", b"EMC"),
    "a kind that the file explains": _all(_roles(Absatz="P"), _renamed("/P", "/Absatz")),
    "a kind that the file explains in two steps": _all(_roles(Absatz="Text", Text="P"), _renamed("/P", "/Absatz")),
    "a picture with a replacement text": lambda writer: next(tags(writer, "/Figure")).update(
        {
            NameObject("/Alt"): TextStringObject(""),
            NameObject("/ActualText"): TextStringObject("A chart"),
        }
    ),
    "headers without a scope whose cells name them": _of_table("/TH", Scope=None),
    "headers with a scope whose cells do not name them": _of_table("/TD", Headers=None),
    "a field with a name": lambda writer: _field(writer, "First name", tagged=True),
    "headings of one level": _all(_renamed("/H2", "/H1"), _renamed("/H3", "/H2")),
}
"""Changes after which nothing is wrong."""


def made(change: Change) -> bytes:
    """The intact file after a change."""
    return pdfs.changed(change, intact())


def broken(clause: str) -> bytes:
    """The intact file with this fault alone."""
    return made(BROKEN[clause][1])
