"""Each way to hide words in an Office file ends in one of three: publication refused, a copy without them, or searched.

The names are invented.
"""

from __future__ import annotations

from typing import Final

import pytest

from generator.file_cleaning import clean_office_file, inspect_office_file, visible_texts
from tests.office_files import MAIN, office_package, relationships, unzipped

NAME: Final = "Quillfeather"
_W: Final = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" {MAIN} xmlns:wp="wp" xmlns:e="e"'
_X: Final = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" {MAIN}'
_P: Final = (
    f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {MAIN} '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def run(properties: str = "", text: str = f"{NAME} lives here") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def word(body: str, styles: str = "", more: dict[str, str] | None = None) -> tuple[str, bytes]:
    parts = {
        "word/document.xml": f"<w:document {_W}><w:body>{paragraph(run('', 'Shown'))}{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
        "word/_rels/document.xml.rels": relationships(s="styles styles.xml", x="customXml ../customXml/item1.xml"),
        "customXml/item1.xml": "<a/>",
        **(more or {}),
    }
    return ".docx", office_package("word/document.xml", parts)


def style(identity: str, properties: str, kind: str = "character", more: str = "", attributes: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{identity}" {attributes}>{more}<w:rPr>{properties}</w:rPr></w:style>'


def row(properties: str) -> str:
    return f"<w:tbl><w:tr><w:trPr>{properties}</w:trPr><w:tc>{paragraph(run())}</w:tc></w:tr></w:tbl>"


def table(style_name: str) -> str:
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_name}"/></w:tblPr><w:tr><w:tc>{paragraph(run())}</w:tc></w:tr>'
        "</w:tbl>"
    )


def sheet(cells: str, before: str = "", after: str = "", form: str = "", strings: str = NAME, book: str = "") -> bytes:
    parts = {
        "xl/workbook.xml": (
            f"<workbook {_X}><sheets><sheet name='Costs' sheetId='1' r:id='a'/></sheets>{book}</workbook>"
        ),
        "xl/_rels/workbook.xml.rels": relationships(
            a="worksheet worksheets/sheet1.xml",
            b="worksheet worksheets/sheet2.xml",
            s="sharedStrings sharedStrings.xml",
            t="styles styles.xml",
        ),
        "xl/sharedStrings.xml": f"<sst {_X}><si><t>{strings}</t></si></sst>",
        "xl/styles.xml": (
            f"<styleSheet {_X}><numFmts><numFmt numFmtId='164' formatCode='{form}'/></numFmts>"
            "<cellXfs><xf/><xf numFmtId='164'/></cellXfs></styleSheet>"
        ),
        "xl/worksheets/sheet1.xml": f"<worksheet {_X}>{before}<sheetData>{cells}</sheetData>{after}</worksheet>",
    }
    if not cells:
        parts["xl/worksheets/sheet2.xml"] = (
            f"<worksheet {_X}><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>{NAME}</t></is></c></row>"
            "</sheetData></worksheet>"
        )
    return office_package("xl/workbook.xml", parts)


def cell(attributes: str = "", of_row: str = "") -> str:
    return f"<row r='1' {of_row}><c r='A1' t='s' {attributes}><v>0</v></c></row>"


def slide(shapes: str, after: str = "", name: str = "", book: str = "") -> bytes:
    parts = {
        "ppt/presentation.xml": (
            f"<p:presentation {_P}><p:sldIdLst><p:sldId id='256' r:id='a'/></p:sldIdLst><p:sldSz cx='9000' cy='6000'/>"
            f"{book}</p:presentation>"
        ),
        "ppt/_rels/presentation.xml.rels": relationships(a="slide slides/slide1.xml", b="slide slides/slide2.xml"),
        "ppt/slides/slide1.xml": (f"<p:sld {_P}><p:cSld {name}><p:spTree>{shapes}</p:spTree></p:cSld>{after}</p:sld>"),
        "ppt/slides/slide2.xml": f"<p:sld {_P}><p:cSld><p:spTree>{shape(NAME)}</p:spTree></p:cSld></p:sld>",
    }
    return office_package("ppt/presentation.xml", parts)


def shape(text: str, attributes: str = "name='Title 1'", fill: str = "", x: int = 100, width: int = 500) -> str:
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr id='2' {attributes}/></p:nvSpPr><p:spPr><a:xfrm><a:off x='{x}' y='100'/>"
        f"<a:ext cx='{width}' cy='300'/></a:xfrm>{fill}</p:spPr><p:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
        "</p:txBody></p:sp>"
    )


VANISH: Final = "<w:vanish/>"
WHITE: Final = '<w:color w:val="FFFFFF"/>'
BOX: Final = shape("", fill="<a:solidFill><a:srgbClr val='000000'/></a:solidFill>", x=0, width=9000)
GLASS: Final = BOX.replace("val='000000'/>", "val='000000'><a:alpha val='20000'/></a:srgbClr>")
HIDDEN: Final = style("H", VANISH)

REFUSED: Final[dict[str, tuple[str, bytes]]] = {
    "hidden in the web layout": word(paragraph(run("<w:webHidden/>"))),
    "a style based on one that hides": word(
        paragraph(run('<w:rStyle w:val="K"/>')), HIDDEN + style("K", "", more='<w:basedOn w:val="H"/>')
    ),
    "a paragraph style based on one that hides": word(
        paragraph(run(), '<w:pStyle w:val="K"/>'),
        style("H", VANISH, "paragraph") + style("K", "", "paragraph", '<w:basedOn w:val="H"/>'),
    ),
    "the usual style hides": word(paragraph(run()), style("N", VANISH, "paragraph", attributes='w:default="1"')),
    "the defaults hide": word(
        paragraph(run()), f"<w:docDefaults><w:rPrDefault><w:rPr>{VANISH}</w:rPr></w:rPrDefault></w:docDefaults>"
    ),
    "the style of a table hides": word(table("T"), style("T", VANISH, "table")),
    "white in the style of a table": word(table("T"), style("T", WHITE, "table")),
    "letters without a fill": word(paragraph(run("<e:textFill><e:noFill/></e:textFill>"))),
    "transparent letters": word(
        paragraph(run("<e:textFill><e:srgbClr><e:alpha w:val='100000'/></e:srgbClr></e:textFill>"))
    ),
    "narrow letters": word(paragraph(run('<w:w w:val="1"/>'))),
    "lines without height": word(paragraph(run(), '<w:spacing w:line="1" w:lineRule="exact"/>')),
    "a frame outside the page": word(paragraph(run(), '<w:framePr w:x="-20000" w:y="100"/>')),
    "an indent beyond the page": word(paragraph(run(), '<w:ind w:left="30000"/>')),
    "a hidden row in Word": word(row("<w:hidden/>")),
    "a row without height in Word": word(row('<w:trHeight w:val="1" w:hRule="exact"/>')),
    "a field for an index": word(paragraph(f'<w:r><w:instrText> XE "{NAME}" </w:instrText></w:r>')),
    "a field that notes": word(paragraph(f"<w:fldSimple w:instr=' COMMENTS {NAME} '>{run('', 'x')}</w:fldSimple>")),
    "a narrow column": (".xlsx", sheet(cell(), "<cols><col min='1' max='1' width='0.08'/></cols>")),
    "a low row": (".xlsx", sheet(cell(of_row="ht='0.75'"))),
    "a format with empty quotes": (".xlsx", sheet(cell("s='1'"), form=";".join(["&quot;&quot;"] * 4))),
    "a format that hides words": (".xlsx", sheet(cell("s='1'"), form="General;General;General;")),
    "a string that no cell shows": (".xlsx", sheet("<row r='1'><c r='A1'><v>7</v></c></row>")),
    "a shape over the words of a slide": (".pptx", slide(shape(NAME) + BOX)),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_hidden_words_are_reported_with_where_to_click(what: str) -> None:
    suffix, data = REFUSED[what]
    found = [finding for finding in inspect_office_file(data, suffix) if finding.step]
    assert len(found) == 1
    assert NAME not in found[0].phrase


SECTION: Final = (
    f"<p:extLst><p:ext uri='{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}'><p:section name='{NAME}'/></p:ext></p:extLst>"
)
PICTURE: Final = "<w:r><w:drawing><wp:docPr id='1' name='{}' descr='A drawing'/></w:drawing></w:r>"
CLEANED: Final[dict[str, tuple[str, bytes]]] = {
    "custom XML": word("", more={"customXml/item1.xml": f"<a>{NAME}</a>"}),
    "own properties": word("", more={"docProps/custom.xml": f"<P xmlns='c'><property name='x'>{NAME}</property></P>"}),
    "the file name of a picture": word(paragraph(PICTURE.format(f"{NAME}.jpg"))),
    "the label of a content control": word(
        f"<w:sdt><w:sdtPr><w:alias w:val='{NAME}'/><w:tag w:val='{NAME}'/></w:sdtPr><w:sdtContent>"
        f"{paragraph(run('', 'x'))}</w:sdtContent></w:sdt>"
    ),
    "a header that nothing refers to": word("", more={"word/header3.xml": f"<w:hdr {_W}>{paragraph(run())}</w:hdr>"}),
    "a sheet that is not listed": (".xlsx", sheet("", strings="-")),
    "the view of a person": (
        ".xlsx",
        sheet(cell(), strings="x", book=f"<customWorkbookViews><view name='{NAME}'/></customWorkbookViews>"),
    ),
    "the scenario of a person": (
        ".xlsx", sheet(cell(), after=f"<scenarios><scenario user='{NAME}'/></scenarios>", strings="x"),
    ),
    "a note about a name": (
        ".xlsx",
        sheet(cell(), strings="x", book=f"<definedName name='n' comment='{NAME}'>A1</definedName>"),
    ),
    "the name of a shape": (".pptx", slide(shape("x", f"name='{NAME}.png'"))),
    "the name of a section": (".pptx", slide(shape("x"), book=SECTION)),
    "the name of a slide, and a slide that is not listed": (".pptx", slide(shape("x"), name=f"name='{NAME}'")),
}  # fmt: skip


@pytest.mark.parametrize("what", CLEANED)
def test_what_no_page_shows_is_not_in_the_copy(what: str) -> None:
    suffix, data = CLEANED[what]
    assert any(NAME.encode() in part for part in unzipped(data).values())
    assert not any(finding.step for finding in inspect_office_file(data, suffix))
    copy = clean_office_file(data)
    assert not any(NAME.encode() in part for part in unzipped(copy).values())
    assert clean_office_file(copy) == copy


SEARCHED: Final[dict[str, bytes]] = {
    "the caption of a table": word(f"<w:tbl><w:tblPr><w:tblCaption w:val='{NAME}'/></w:tblPr></w:tbl>")[1],
    "a choice in a form": word(f"<w:sdt><w:sdtPr><w:listItem w:displayText='{NAME}'/></w:sdtPr></w:sdt>")[1],
    "the note of a link": word(f"<w:hyperlink w:tooltip='{NAME}'>{run('', 'x')}</w:hyperlink>")[1],
    "an alternative text": word(paragraph(f"<w:r><w:drawing><wp:docPr descr='{NAME}'/></w:drawing></w:r>"))[1],
    "the note of a cell": sheet(
        cell(), strings="x", after=f"<dataValidations><dataValidation prompt='{NAME}' sqref='A1'/></dataValidations>"
    ),
    "the note of a link on a slide": slide(shape(f"x</a:t><a:hlinkClick tooltip='{NAME}'/><a:t>")),
}  # fmt: skip


@pytest.mark.parametrize("what", SEARCHED)
def test_what_a_program_shows_in_another_place_is_searched(what: str) -> None:
    assert NAME in " ".join(text.text for text in visible_texts(SEARCHED[what]))


SEEN: Final[dict[str, tuple[str, bytes]]] = {
    "the page numbers of a table of contents": word(
        paragraph(run("<w:webHidden/>", "12")) + paragraph(run("<w:webHidden/>", "xiv"))
    ),
    "a style that shows what its parent hides": word(
        paragraph(run('<w:rStyle w:val="K"/>')),
        HIDDEN + style("K", '<w:vanish w:val="0"/>', more='<w:basedOn w:val="H"/>'),
    ),
    "a row as low as its text": word(row('<w:trHeight w:val="240" w:hRule="exact"/>')),
    "outlined letters": word(
        paragraph(run("<e:textFill><e:noFill/></e:textFill><e:textOutline><e:solidFill/></e:textOutline>"))
    ),
    "the number of a page": word(paragraph("<w:r><w:instrText> PAGE </w:instrText></w:r>")),
    "a format that hides zeros": (".xlsx", sheet(cell("s='1'"), form="0;-0;;@")),
    "an empty low row": (".xlsx", sheet(f"{cell()}<row r='2' ht='1'/>")),
    "a box next to the words of a slide": (".pptx", slide(shape(NAME, x=200) + BOX.replace("cx='9000'", "cx='150'"))),
    "a box that can be seen through": (".pptx", slide(shape(NAME) + GLASS)),
    "a box behind the words of a slide": (".pptx", slide(BOX + shape(NAME))),
    "a box that an animation takes away": (".pptx", slide(shape(NAME) + BOX, "<p:timing/>")),
}


@pytest.mark.parametrize("what", SEEN)
def test_what_readers_see_is_not_reported(what: str) -> None:
    suffix, data = SEEN[what]
    assert [finding.phrase for finding in inspect_office_file(data, suffix) if finding.step] == []
