"""Finds hidden parts of an Office file by the names that ISO 29500 and OpenDocument give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from generator.file_cleaning.office_finding import OfficeFinding, Step
from generator.file_cleaning.office_lookups import HiddenStyles
from generator.file_cleaning.xml_editing import XmlError, parse_xml

_Texts = dict[str, bytes]
"""The XML parts of a file, by name."""

_CHANGES: Final = (
    rb"ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|[rpt]PrChange|(?:sect|tbl|tblGrid|tc|tr)PrChange"
    rb"|numberingChange"
)
"""Word elements that record tracked changes and their authors."""

_OFF: Final = rb"(?:0|false|off)"
_VANISH: Final = rb"""<(?:\w+:)?vanish(?:\s*/?>|\s+(?:\w+:)?val\s*=\s*["'](?!%s["']))""" % _OFF
_TEXT_OF_SLIDE: Final = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)<")
_TEMPLATE: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*/attachedTemplate[\"'][^<>]*>")
_DISK: Final = rb"""(?:file:|[A-Za-z]:[\\/](?!/)|\\\\[\w.]|%5C%5C|\.\./)"""
_LOCAL_TARGET: Final = re.compile(rb"""Target\s*=\s*["'](?:file:|[A-Za-z]:[\\/](?!/)|\\\\)""")
_PATH_IN_TAG: Final = re.compile(rb"""<[^<>]*=\s*["'](?:file:/|[A-Za-z]:\\|\\\\[\w.])[^<>]*>""")
_PATH_IN_FIELD: Final = re.compile(rb"""<(?:\w+:)?instrText\b[^<>]*>[^<]*(?:file:/|[A-Za-z]:\\|\\\\[\w.])""")
_FIELD_NAMES: Final = rb"(?:XE|TC|TA|COMMENTS|PRIVATE|SET|ASK|FILLIN)"
_HIDING_FIELD: Final = re.compile(
    rb"""<(?:\w+:)?instrText\b[^<>]*>\s*%s\s|<(?:\w+:)?fldSimple\b[^<>]*instr\s*=\s*["']\s*%s\s"""
    % (_FIELD_NAMES, _FIELD_NAMES)
)
"""Fields of Word whose own words no page shows: entries of an index, notes and questions to the person who edits."""

_FIELDS: Final = "fields with words that no page shows"
_CROP: Final = re.compile(rb"""<(?:\w+:)?srcRect\b[^<>]*\s[ltrb]\s*=\s*["']0*[1-9]""")
_KNOWN_PARTS: Final = re.compile(
    r"\[Content_Types\]\.xml|(?:.*/)?_rels/[^/]*\.rels|docProps/[^/]+"
    r"|word/(?:document\d*|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|footnotes|endnotes"
    r"|header\d*|footer\d*|comments\w*|people)\.xml"
    r"|word/glossary/.*"
    r"|ppt/(?:presentation|presProps|viewProps|tableStyles|commentAuthors|authors|revisionInfo)\.xml"
    r"|ppt/(?:slides|slideLayouts|slideMasters|notesSlides|notesMasters|handoutMasters|comments|changesInfos)/[^/]+\.xml"
    r"|xl/(?:workbook|styles|sharedStrings|calcChain|metadata|connections)\.xml"
    r"|xl/(?:worksheets|chartsheets|tables|threadedComments|persons|comments|pivotTables|slicers|timelines)/[^/]+\.xml"
    r"|xl/comments\d*\.xml|xl/(?:pivotCache|externalLinks|revisions|queryTables|richData|model)/.*"
    r"|(?:word|xl|ppt)/(?:theme|media|fonts|charts|diagrams|drawings|printerSettings|embeddings|activeX|ole|ink)/.*"
    r"|(?:word|xl|ppt)/(?:vbaProject|vbaData)\S*|xl/macrosheets/.*|xl/ctrlProps/.*|customXml/.*|_xmlsignatures/.*"
)
"""The parts whose content is searched or left out of a copy. Any other part could contain anything."""

_KNOWN_OPEN_PARTS: Final = re.compile(
    r"mimetype|(?:content|styles|meta|settings)\.xml|manifest\.rdf|layout-cache"
    r"|META-INF/(?:manifest|documentsignatures|macrosignatures)\.xml"
    r"|(?:Pictures|Thumbnails|Fonts|Configurations2|Object|ObjectReplacements|Versions|Basic|Scripts|Media)\b.*"
)


def in_word_excel_or_powerpoint(texts: _Texts, names: tuple[str, ...]) -> Iterator[OfficeFinding]:
    """Yield each finding in a Microsoft Office file, as a phrase such as `3 comments`."""
    yield from _names_in_properties(texts, rb"creator|lastModifiedBy|Manager|Company")
    if any(text == "docProps/custom.xml" and b"<property" in texts[text] for text in texts):
        yield OfficeFinding("properties of the organisation's own")
    yield from _describe_count(
        texts, r"(comments?|threadedComments?)[^/]*/?[^/]*\.xml$", rb"comment|cm|threadedComment", "comment"
    )
    yield from _in_word(texts)
    yield from _in_powerpoint(texts)
    yield from _in_excel(texts, names)
    yield from _in_all(texts)
    yield from _other_files(names, r"(^|/)(embeddings|activeX|ole|ctrlProps|ink)/", "other file")
    if any(name.endswith("vbaProject.bin") or "/macrosheets/" in name for name in names):
        yield OfficeFinding("macros", Step.MACROS)
    yield from _paths(texts)
    if any(name.startswith("_xmlsignatures/") for name in names):
        yield OfficeFinding("a signature")
    yield from _unknown_parts(names, _KNOWN_PARTS)


def in_open_document(texts: _Texts, names: tuple[str, ...]) -> Iterator[OfficeFinding]:
    """Yield each finding in a LibreOffice file, as a phrase such as `3 comments`."""
    meta = {"meta.xml": texts.get("meta.xml", b"")}
    yield from _names_in_properties(meta, rb"initial-creator|creator|printed-by")
    if b"<meta:user-defined" in meta["meta.xml"]:
        yield OfficeFinding("properties of the organisation's own")
    pages = [texts[name] for name in ("content.xml", "styles.xml") if name in texts]
    yield from _say(_count(pages, rb"<text:changed-region\b"), "tracked change", step=Step.CHANGES)
    yield from _say(_count(pages, rb"<office:annotation[\s>]"), "comment")
    hidden = rb"""<text:hidden-(?:text|paragraph)\b|text:display=["']none["']"""
    yield from _say(_count(pages, hidden), "piece of hidden text", "pieces of hidden text", Step.HIDDEN_TEXT)
    slides = _count(pages, rb"""presentation:visibility=["']hidden["']""")
    yield from _say(slides, "hidden slide", step=Step.HIDDEN_SLIDES)
    hidden_cells = rb"""table:display=["']false["']|table:visibility=["'](?:collapse|filter)["']"""
    found = _count(pages, hidden_cells)
    yield from _say(found, "hidden sheet, row or column", "hidden sheets, rows or columns", Step.HIDDEN_CELLS)
    yield from _say(_count_of_notes(pages), "page of speaker notes", "pages of speaker notes", Step.NOTES)
    yield from _other_files(names, r"^(Object|ObjectReplacements|Versions)[^/]*/", "other file")
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        yield OfficeFinding("macros", Step.MACROS)
    if any(re.search(rb"""xlink:href\s*=\s*["']%s""" % _DISK, page) for page in pages):
        yield OfficeFinding("paths on somebody's computer", Step.PATHS)
    crop = rb"""fo:clip\s*=\s*["']rect\([^)]*[1-9]"""
    yield from _say(_count(pages, crop), "cropped picture", step=Step.CROPPED)
    if "META-INF/documentsignatures.xml" in names:
        yield OfficeFinding("a signature")
    yield from _unknown_parts(names, _KNOWN_OPEN_PARTS)


def _in_word(texts: _Texts) -> Iterator[OfficeFinding]:
    pages = [data for name, data in texts.items() if name.startswith("word/")]
    yield from _say(_count(pages, rb"<(?:\w+:)?(?:%s)\s" % _CHANGES), "tracked change", step=Step.CHANGES)
    text = [data for name, data in texts.items() if name.startswith("word/") and not name.endswith("styles.xml")]
    hidden = _count(text, _VANISH) + _count_of_hidden_styles(texts.get("word/styles.xml", b"<styles/>"), text)
    yield from _say(hidden, "piece of hidden text", "pieces of hidden text", Step.HIDDEN_TEXT)
    if b"<w15:person" in texts.get("word/people.xml", b""):
        yield OfficeFinding("a list of the people who edited it")
    yield from _say(_count(pages, rb"<(?:\w+:)?docVar\s"), "hidden variable")
    yield from _say(_count(pages, _HIDING_FIELD), "field with words that no page shows", _FIELDS, Step.FIELDS)


def _in_powerpoint(texts: _Texts) -> Iterator[OfficeFinding]:
    notes = [data for name, data in texts.items() if re.match(r"ppt/notesSlides/[^/]+\.xml$", name)]
    spoken = sum(
        any(not text.strip().isdigit() and text.strip() for text in _TEXT_OF_SLIDE.findall(note)) for note in notes
    )
    yield from _say(spoken, "page of speaker notes", "pages of speaker notes", Step.NOTES)
    slides = [data for name, data in texts.items() if re.match(r"ppt/slides/[^/]+\.xml$", name)]
    hidden = rb"""<(?:\w+:)?sld\b[^<>]*\sshow\s*=\s*["']%s["']""" % _OFF
    yield from _say(_count(slides, hidden), "hidden slide", step=Step.HIDDEN_SLIDES)
    if any(name.startswith(("ppt/changesInfos/", "ppt/authors.xml", "ppt/commentAuthors.xml")) for name in texts):
        yield OfficeFinding("a list of the people who edited it")


def _in_excel(texts: _Texts, names: tuple[str, ...]) -> Iterator[OfficeFinding]:
    book = [data for name, data in texts.items() if re.match(r"xl/workbook[^/]*\.xml$", name)]
    yield from _say(
        _count(book, rb"""<(?:\w+:)?sheet\b[^<>]*\sstate\s*=\s*["'](?:hidden|veryHidden)["']"""),
        "hidden sheet",
        step=Step.HIDDEN_SHEETS,
    )
    sheets = [data for name, data in texts.items() if name.startswith("xl/worksheets/")]
    rows = rb"""<(?:\w+:)?(?:row|col)\b[^<>]*\s(?:hidden\s*=\s*["'](?!%s["'])|(?:ht|width)\s*=\s*["']0(?:\.0*)?["'])"""
    usual = rb"""<(?:\w+:)?sheetFormatPr\b[^<>]*\szeroHeight\s*=\s*["'](?!%s["'])"""
    hidden = _count(sheets, rows % _OFF) + _count(sheets, usual % _OFF)
    yield from _say(hidden, "hidden row or column", "hidden rows or columns", Step.HIDDEN_CELLS)
    for place, phrase, step in (
        ("xl/pivotCache/", "the data behind a pivot table", Step.OTHER_DATA),
        ("xl/externalLinks/", "data of other workbooks", Step.OTHER_DATA),
        ("xl/revisions/", "tracked changes", Step.CHANGES),
        ("xl/persons/", "a list of the people who commented", ""),
        ("xl/connections.xml", "connections to other data", Step.OTHER_DATA),
        ("xl/queryTables/", "queries of other data", Step.OTHER_DATA),
        ("xl/model/", "a data model", Step.OTHER_DATA),
        ("xl/richData/", "data behind its cells", Step.OTHER_DATA),
    ):
        if any(name.startswith(place) for name in names):
            yield OfficeFinding(phrase, step)
    if any(b"absPath" in part for part in book):
        yield OfficeFinding("the path where it was saved")
    if any(re.search(rb"<(?:\w+:)?fileSharing\b[^<>]*userName", part) for part in book):
        yield OfficeFinding("the name of the person who locked it")


def _in_all(texts: _Texts) -> Iterator[OfficeFinding]:
    """Search what Word, Excel and PowerPoint have in common: shapes and pictures."""
    parts = [data for name, data in texts.items() if not name.startswith(("docProps/", "customXml/"))]
    hidden = rb"""<(?:\w+:)?(?:cNvPr|docPr)\b[^<>]*\shidden\s*=\s*["'](?!%s["'])""" % _OFF
    yield from _say(_count(parts, hidden), "hidden shape", step=Step.HIDDEN_SHAPES)
    yield from _say(sum(len(_CROP.findall(part)) for part in parts), "cropped picture", step=Step.CROPPED)


def _paths(texts: _Texts) -> Iterator[OfficeFinding]:
    relations = [_TEMPLATE.sub(b"", data) for name, data in texts.items() if name.endswith(".rels")]
    if any(len(_TEMPLATE.findall(data)) for name, data in texts.items() if name.endswith(".rels")):
        yield OfficeFinding("the path of its template")
    parts = [
        re.sub(rb"<(?:\w+:)?absPath\b[^<>]*>", b"", data)
        for name, data in texts.items()
        if name.startswith(("word/", "xl/", "ppt/")) and not name.endswith(".rels")
    ]
    if any(_LOCAL_TARGET.search(each) for each in relations) or any(
        _PATH_IN_TAG.search(part) or _PATH_IN_FIELD.search(part) for part in parts
    ):
        yield OfficeFinding("paths on somebody's computer", Step.PATHS)


def _count_of_hidden_styles(styles: bytes, pages: Iterable[bytes]) -> int:
    """Count the paragraphs, words and tables whose style hides them, and 1 more if all words are hidden by default."""
    found = HiddenStyles()
    with suppress(XmlError):  # A part that cannot be read stops the cleaning, with a finding of its own.
        parse_xml(styles, found)
    hidden = [re.escape(name.encode()) for name in found.names if name]
    if not hidden:
        return int(found.by_default)
    named = rb"""<(?:\w+:)?(?:[rp]|tbl)Style\b[^<>]*val\s*=\s*["'](?:%s)["']""" % b"|".join(hidden)
    return int(found.by_default) + _count(pages, named)


def _unknown_parts(names: Iterable[str], known: re.Pattern[str]) -> Iterator[OfficeFinding]:
    unknown = sum(not known.fullmatch(name) for name in names)
    yield from _say(unknown, "part that cannot be checked", "parts that cannot be checked", Step.OTHER)


def _names_in_properties(texts: _Texts, names: bytes) -> Iterator[OfficeFinding]:
    pattern = re.compile(rb"<(?:[\w-]+:)?(?:%s)(?:\s[^<>]*)?>\s*[^<\s]" % names)
    properties = [data for name, data in texts.items() if name.startswith(("docProps/", "meta.xml"))]
    if any(pattern.search(part) for part in properties):
        yield OfficeFinding("names in its properties")


def _describe_count(texts: _Texts, places: str, elements: bytes, phrase: str) -> Iterator[OfficeFinding]:
    there = [data for name, data in texts.items() if re.search(places, name)]
    yield from _say(_count(there, rb"<(?:\w+:)?(?:%s)[\s>]" % elements), phrase)


def _count_of_notes(pages: Iterable[bytes]) -> int:
    notes = (note for page in pages for note in page.split(b"<presentation:notes")[1:])
    return sum(
        bool(re.search(rb"<text:(?:p|span)\b[^<>]*>[^<\s]", note.split(b"</presentation:notes>")[0])) for note in notes
    )


def _other_files(names: Iterable[str], places: str, phrase: str) -> Iterator[OfficeFinding]:
    count = sum(bool(re.search(places, name)) for name in names)
    yield from _say(count, f"{phrase} inside it", f"{phrase}s inside it", Step.FILES)


def _count(parts: Iterable[bytes], pattern: bytes | re.Pattern[bytes]) -> int:
    return sum(1 for part in parts for _ in re.finditer(pattern, part))


def _say(count: int, one: str, many: str = "", step: str = "") -> Iterator[OfficeFinding]:
    if count:
        yield OfficeFinding(f"{count} {one}" if count == 1 else f"{count} {many or f'{one}s'}", step)
