"""Finds hidden parts of an Office file by the names that ISO 29500 and OpenDocument give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

_Texts = dict[str, bytes]
"""The XML parts of a file, by name."""

_CHANGES: Final = (
    rb"ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|[rpt]PrChange|(?:sect|tbl|tblGrid|tc|tr)PrChange"
    rb"|numberingChange"
)
"""Word elements that record tracked changes and their authors."""

_OFF: Final = rb"(?:0|false|off)"
_TEXT_OF_SLIDE: Final = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)<")
_LOCAL_PATH: Final = re.compile(rb"""Target\s*=\s*["'](?:file:|[A-Za-z]:[\\/]|\\\\)""")


def in_word_excel_or_powerpoint(texts: _Texts, names: tuple[str, ...]) -> Iterator[str]:
    """Yield each finding in a Microsoft Office file, as a phrase such as `3 comments`."""
    yield from _names_in_properties(texts, rb"creator|lastModifiedBy|Manager|Company")
    if any(text == "docProps/custom.xml" and b"<property" in texts[text] for text in texts):
        yield "properties of the organisation's own"
    yield from _describe_count(
        texts, r"(comments?|threadedComments?)[^/]*/?[^/]*\.xml$", rb"comment|cm|threadedComment", "comment"
    )
    yield from _in_word(texts)
    yield from _in_powerpoint(texts)
    yield from _in_excel(texts, names)
    yield from _other_files(names, r"(^|/)(embeddings|activeX|ole)/", "other file")
    if any(name.endswith(("vbaProject.bin", "macrosheets/sheet1.xml")) for name in names):
        yield "macros"
    if any(_LOCAL_PATH.search(texts[text]) for text in texts if text.endswith(".rels")):
        yield "paths on somebody's computer"


def in_open_document(texts: _Texts, names: tuple[str, ...]) -> Iterator[str]:
    """Yield each finding in a LibreOffice file, as a phrase such as `3 comments`."""
    meta = {"meta.xml": texts.get("meta.xml", b"")}
    yield from _names_in_properties(meta, rb"initial-creator|creator|printed-by")
    if b"<meta:user-defined" in meta["meta.xml"]:
        yield "properties of the organisation's own"
    pages = [texts[name] for name in ("content.xml", "styles.xml") if name in texts]
    yield from _say(_count(pages, rb"<text:changed-region\b"), "tracked change")
    yield from _say(_count(pages, rb"<office:annotation\s"), "comment")
    hidden = rb"""<text:hidden-(?:text|paragraph)\b|text:display=["']none["']"""
    yield from _say(_count(pages, hidden), "piece of hidden text", "pieces of hidden text")
    yield from _say(_count(pages, rb"""presentation:visibility=["']hidden["']"""), "hidden slide")
    hidden_cells = rb"""table:display=["']false["']|table:visibility=["'](?:collapse|filter)["']"""
    yield from _say(_count(pages, hidden_cells), "hidden sheet, row or column", "hidden sheets, rows or columns")
    yield from _say(_count_of_notes(pages), "page of speaker notes", "pages of speaker notes")
    yield from _other_files(names, r"^(Object|ObjectReplacements|Versions)[^/]*/", "other file")
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        yield "macros"


def _in_word(texts: _Texts) -> Iterator[str]:
    pages = [data for name, data in texts.items() if name.startswith("word/")]
    yield from _say(_count(pages, rb"<(?:\w+:)?(?:%s)\s" % _CHANGES), "tracked change")
    text = [data for name, data in texts.items() if name.startswith("word/") and not name.endswith("styles.xml")]
    hidden = rb"""<(?:\w+:)?vanish(?:\s*/?>|\s+(?:\w+:)?val\s*=\s*["'](?!%s["']))""" % _OFF
    yield from _say(_count(text, hidden), "piece of hidden text", "pieces of hidden text")
    if b"<w15:person" in texts.get("word/people.xml", b""):
        yield "a list of the people who edited it"
    yield from _say(_count(pages, rb"<(?:\w+:)?docVar\s"), "hidden variable")


def _in_powerpoint(texts: _Texts) -> Iterator[str]:
    notes = [data for name, data in texts.items() if re.match(r"ppt/notesSlides/[^/]+\.xml$", name)]
    spoken = sum(
        any(not text.strip().isdigit() and text.strip() for text in _TEXT_OF_SLIDE.findall(note)) for note in notes
    )
    yield from _say(spoken, "page of speaker notes", "pages of speaker notes")
    slides = [data for name, data in texts.items() if re.match(r"ppt/slides/[^/]+\.xml$", name)]
    hidden = rb"""<(?:\w+:)?sld\b[^<>]*\sshow\s*=\s*["']%s["']""" % _OFF
    yield from _say(_count(slides, hidden), "hidden slide")


def _in_excel(texts: _Texts, names: tuple[str, ...]) -> Iterator[str]:
    book = [data for name, data in texts.items() if re.match(r"xl/workbook[^/]*\.xml$", name)]
    yield from _say(
        _count(book, rb"""<(?:\w+:)?sheet\b[^<>]*\sstate\s*=\s*["'](?:hidden|veryHidden)["']"""), "hidden sheet"
    )
    sheets = [data for name, data in texts.items() if name.startswith("xl/worksheets/")]
    hidden = rb"""<(?:\w+:)?(?:row|col)\b[^<>]*\shidden\s*=\s*["'](?!%s["'])""" % _OFF
    yield from _say(_count(sheets, hidden), "hidden row or column", "hidden rows or columns")
    for place, phrase in (
        ("xl/pivotCache/", "the data behind a pivot table"),
        ("xl/externalLinks/", "data of other workbooks"),
        ("xl/revisions/", "tracked changes"),
        ("xl/persons/", "a list of the people who commented"),
        ("xl/connections.xml", "connections to other data"),
    ):
        if any(name.startswith(place) for name in names):
            yield phrase


def _names_in_properties(texts: _Texts, names: bytes) -> Iterator[str]:
    pattern = re.compile(rb"<(?:[\w-]+:)?(?:%s)(?:\s[^<>]*)?>\s*[^<\s]" % names)
    properties = [data for name, data in texts.items() if name.startswith(("docProps/", "meta.xml"))]
    if any(pattern.search(part) for part in properties):
        yield "names in its properties"


def _describe_count(texts: _Texts, places: str, elements: bytes, phrase: str) -> Iterator[str]:
    there = [data for name, data in texts.items() if re.search(places, name)]
    yield from _say(_count(there, rb"<(?:\w+:)?(?:%s)[\s>]" % elements), phrase)


def _count_of_notes(pages: Iterable[bytes]) -> int:
    notes = (note for page in pages for note in page.split(b"<presentation:notes")[1:])
    return sum(
        bool(re.search(rb"<text:(?:p|span)\b[^<>]*>[^<\s]", note.split(b"</presentation:notes>")[0])) for note in notes
    )


def _other_files(names: Iterable[str], places: str, phrase: str) -> Iterator[str]:
    yield from _say(sum(bool(re.search(places, name)) for name in names), f"{phrase} inside it", f"{phrase}s inside it")


def _count(parts: Iterable[bytes], pattern: bytes) -> int:
    return sum(1 for part in parts for _ in re.finditer(pattern, part))


def _say(count: int, one: str, many: str = "") -> Iterator[str]:
    if count:
        yield f"{count} {one}" if count == 1 else f"{count} {many or f'{one}s'}"
