"""Text in Office files that nobody can see is a finding; text that may be seen is not. The names are invented."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.file_cleaning import inspect_office_file
from generator.file_cleaning.invisible_text import find_invisible_text
from tests import office_files

NAME = "Zebedee Quillfeather"


def found(parts: Mapping[str, str]) -> list[str]:
    declared = {name: _declared(text) for name, text in parts.items()}
    findings = list(find_invisible_text({name: text.encode() for name, text in declared.items()}))
    assert all(finding.step and NAME not in finding.phrase for finding in findings)
    return [finding.phrase for finding in findings]


def _declared(text: str) -> str:
    """Declare the prefixes that these samples use."""
    prefixes = ("w", "wps", "mc", "v", "a", "p", "r", "office", "style", "text", "table", "draw", "fo")
    end = text.index(">") - (text[text.index(">") - 1] == "/")
    declarations = "".join(f' xmlns:{each}="{each}"' for each in prefixes if f"<{each}:" in text or f" {each}:" in text)
    return f"{text[:end]}{declarations}{text[end:]}"


def run(properties: str, text: str = NAME) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(properties: str, inside: str = f"<w:r><w:t>{NAME}</w:t></w:r>") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="1F3864"/>'
STYLES = (
    "<w:styles>"
    f'<w:style w:type="character" w:styleId="Ghost"><w:rPr>{WHITE}</w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Faint"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Fainter"><w:basedOn w:val="Faint"/></w:style>'
    f'<w:style w:type="paragraph" w:styleId="Band"><w:pPr>{DARK}</w:pPr><w:rPr>{WHITE}</w:rPr></w:style>'
    f'<w:style w:type="table" w:styleId="Blue"><w:tblStylePr><w:tcPr>{DARK}</w:tcPr></w:tblStylePr></w:style>'
    "</w:styles>"
)


def word(body: str) -> list[str]:
    return found({"word/document.xml": f"<w:document><w:body>{body}</w:body></w:document>", "word/styles.xml": STYLES})


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (paragraph("", run(WHITE)), "in the colour of its background"),
        (paragraph("", run('<w:color w:themeColor="background1"/>')), "in the colour of its background"),
        (paragraph("", run('<w:color w:val="FAFAFA"/>')), "in the colour of its background"),
        (paragraph("", run('<w:rStyle w:val="Ghost"/>')), "in the colour of its background"),
        (paragraph("", f"<w:hyperlink>{run(WHITE)}</w:hyperlink>"), "in the colour of its background"),
        (paragraph("", run(WHITE, "Zebedee ") + run(WHITE, "Quill")), "in the colour of its background"),
        (paragraph("", run('<w:highlight w:val="black"/>')), "in the colour of its background"),
        (paragraph("", run(f'<w:color w:val="203864"/>{DARK}')), "in the colour of its background"),
        (paragraph(DARK, run('<w:color w:val="1F3864"/>')), "in the colour of its background"),
        (f"<w:tbl><w:tr><w:tc>{paragraph('', run(WHITE))}</w:tc></w:tr></w:tbl>", "in the colour of its background"),
        (paragraph("", run('<w:sz w:val="2"/>')), "too small to be seen"),
        (paragraph('<w:pStyle w:val="Fainter"/>'), "too small to be seen"),
        (
            (
                f"<w:p><w:r><w:drawing><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent>{paragraph('', run(WHITE))}"
                "</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r></w:p>"
            ),
            "in the colour of its background",
        ),
    ],
)
def test_words_that_nobody_sees_in_a_word_file_are_found(body: str, cause: str) -> None:
    assert word(body) == [f"1 piece of text {cause}"]


@pytest.mark.parametrize(
    "body",
    [
        paragraph("", run('<w:color w:val="auto"/>')),
        paragraph("", run('<w:color w:val="C00000"/>')),
        paragraph(DARK, run('<w:color w:val="auto"/>')),
        paragraph("", run(WHITE, ".")),
        paragraph("", run(f"{WHITE}{DARK}")),
        paragraph("", run(f'{WHITE}<w:highlight w:val="darkBlue"/>')),
        paragraph(DARK, run(WHITE)),
        paragraph('<w:pStyle w:val="Band"/>'),
        paragraph("", run('<w:sz w:val="12"/>')),
        f"<w:tbl><w:tr><w:tc><w:tcPr>{DARK}</w:tcPr>{paragraph('', run(WHITE))}</w:tc></w:tr></w:tbl>",
        (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Blue"/></w:tblPr><w:tr><w:tc>{paragraph("", run(WHITE))}</w:tc></w:tr>'
            "</w:tbl>"
        ),
        (
            "<w:p><w:r><w:drawing><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val='1F3864'/></a:solidFill></wps:spPr>"
            f"<wps:txbx><w:txbxContent>{paragraph('', run(WHITE))}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>"
            "</w:r></w:p>"
        ),
        (
            f"<w:p><w:r><w:pict><v:rect fillcolor='#1f3864'><v:textbox><w:txbxContent>{paragraph('', run(WHITE))}"
            "</w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"
        ),
    ],
)
def test_words_that_may_be_seen_in_a_word_file_are_not_found(body: str) -> None:
    assert word(body) == []


BOOK = {
    "xl/workbook.xml": "<workbook/>",
    "xl/sharedStrings.xml": (
        f"<sst><si><t>{NAME}</t></si><si><r><t>Costs</t></r><r><rPr><color rgb='FFFFFFFF'/></rPr><t>{NAME}</t></r></si>"
        "<si><t>-</t></si></sst>"
    ),
    "xl/styles.xml": (
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode=';;;'/></numFmts>"
        "<fonts><font><sz val='11'/><color theme='1'/></font><font><sz val='11'/><color rgb='FFFFFFFF'/></font>"
        "<font><sz val='1'/></font><font><color theme='0'/></font></fonts>"
        "<fills><fill><patternFill patternType='none'/></fill>"
        "<fill><patternFill patternType='solid'><fgColor rgb='FF1F3864'/></patternFill></fill>"
        "<fill><patternFill patternType='solid'><fgColor theme='1'/></patternFill></fill></fills>"
        "<cellXfs><xf/><xf fontId='1'/><xf fontId='2'/><xf numFmtId='164'/><xf fontId='1' fillId='1'/>"
        "<xf fontId='0' fillId='2'/><xf fontId='3'/></cellXfs></styleSheet>"
    ),
}


@pytest.mark.parametrize(
    ("cell", "cause"),
    [
        ("<c s='1' t='s'><v>0</v></c>", "in the colour of its background"),
        ("<c s='6' t='s'><v>0</v></c>", "in the colour of its background"),
        ("<c s='5' t='s'><v>0</v></c>", "in the colour of its background"),
        ("<c s='1' t='inlineStr'><is><t>Zebedee</t></is></c>", "in the colour of its background"),
        ("<c s='1'><v>14092011</v></c>", "in the colour of its background"),
        ("<c t='s'><v>1</v></c>", "in the colour of its background"),
        ("<c s='2' t='s'><v>0</v></c>", "too small to be seen"),
        ("<c s='3' t='s'><v>0</v></c>", "that its number format hides"),
        ("<c s='0' t='s'><v>0</v></c>", ""),
        ("<c s='4' t='s'><v>0</v></c>", ""),
        ("<c s='4' t='s'><v>1</v></c>", ""),
        ("<c s='1' t='s'><v>2</v></c>", ""),
        ("<c s='99' t='s'><v>99</v></c>", ""),
    ],
)
def test_cells_that_nobody_can_read_are_found(cell: str, cause: str) -> None:
    sheet = f"<worksheet><sheetData><row>{cell}</row></sheetData></worksheet>"
    expected = [f"1 piece of text {cause}"] if cause else []
    phrases = found({**BOOK, "xl/worksheets/sheet1.xml": sheet})
    assert [phrase for phrase in phrases if "that no cell shows" not in phrase] == expected


def shape(properties: str, place: str = "", fill: str = "", text: str = NAME) -> str:
    return (
        f"<p:sp><p:spPr>{place}{fill}</p:spPr><p:txBody><a:p><a:r><a:rPr {properties.partition('|')[0]}>"
        f"{properties.partition('|')[2]}</a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def place(left: int, top: int = 100) -> str:
    return f"<a:xfrm><a:off x='{left}' y='{top}'/><a:ext cx='300' cy='50'/></a:xfrm>"


def fill(colour: str) -> str:
    return f"<a:solidFill><a:srgbClr val='{colour}'/></a:solidFill>"


PALE = f"|{fill('FFFFFF')}"


@pytest.mark.parametrize(
    ("shapes", "cause"),
    [
        (shape(PALE, place(100)), "in the colour of its background"),
        (shape("|<a:solidFill><a:schemeClr val='bg1'/></a:solidFill>", place(100)), "in the colour of its background"),
        (shape(f"|{fill('1F3864')}", place(100), fill("1F3864")), "in the colour of its background"),
        (shape("|<a:noFill/>", place(100)), "in the colour of its background"),
        (
            shape("|<a:solidFill><a:srgbClr val='C00000'><a:alpha val='0'/></a:srgbClr></a:solidFill>", place(100)),
            "in the colour of its background",
        ),
        (shape("", place(600), fill("1F3864"), "Shown") + shape(PALE, place(100)), "in the colour of its background"),
        (shape("sz='100'|", place(100)), "too small to be seen"),
        (shape("", place(-400)), "outside its slide"),
        (shape("", place(1001)), "outside its slide"),
        (shape("", place(100)), ""),
        (shape(PALE, place(100), fill("1F3864")), ""),
        (shape("", place(100), fill("1F3864"), "Shown") + shape(PALE, place(150)), ""),
        (f"<p:pic><p:spPr>{place(0)}</p:spPr></p:pic>" + shape(PALE, place(150)), ""),
        (shape("", place(-100)), ""),
        (shape("sz='1200'|", place(100)), ""),
        (shape(PALE, place(100), text="."), ""),
        ((f"<p:graphicFrame><a:tbl><a:tc>{shape(PALE)[len('<p:sp><p:spPr></p:spPr>'):-len('</p:sp>')]}</a:tc></a:tbl>"
         "</p:graphicFrame>"), ""),
    ],
)  # fmt: skip
def test_words_that_nobody_sees_on_a_slide_are_found(shapes: str, cause: str) -> None:
    parts = {
        "ppt/presentation.xml": "<p:presentation><p:sldSz cx='1000' cy='600'/></p:presentation>",
        "ppt/slides/slide1.xml": f"<p:sld><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>",
    }
    assert found(parts) == ([f"1 piece of text {cause}"] if cause else [])


def test_white_words_on_a_dark_slide_are_seen() -> None:
    background = f"<p:bg><p:bgPr>{fill('1F3864')}</p:bgPr></p:bg>"
    slide = f"<p:sld><p:cSld>{background}<p:spTree>{shape(PALE, place(100))}</p:spTree></p:cSld></p:sld>"
    assert found({"ppt/slides/slide1.xml": slide}) == []


@pytest.mark.parametrize(
    ("style", "body", "cause"),
    [
        ("<style:text-properties fo:color='#ffffff'/>", "<text:p text:style-name='S'>{}</text:p>", "colour"),
        ("<style:text-properties fo:font-size='1pt'/>",
         "<text:p><text:span text:style-name='S'>{}</text:span></text:p>", "small"),
        ("<style:table-cell-properties/><style:text-properties fo:color='#FEFEFE'/>",
         "<table:table-cell table:style-name='S'><text:p>{}</text:p></table:table-cell>", "colour"),
        ("<style:text-properties fo:color='#ffffff' fo:background-color='#1f3864'/>",
         "<text:p><text:span text:style-name='S'>{}</text:span></text:p>", ""),
        ("<style:table-cell-properties fo:background-color='#1f3864'/><style:text-properties fo:color='#ffffff'/>",
         "<table:table-cell table:style-name='S'><text:p>{}</text:p></table:table-cell>", ""),
        ("<style:text-properties fo:color='#ffffff'/>",
         "<draw:custom-shape><text:p text:style-name='S'>{}</text:p></draw:custom-shape>", ""),
        ("<style:text-properties fo:font-size='10pt'/>", "<text:p text:style-name='S'>{}</text:p>", ""),
    ],
)  # fmt: skip
def test_words_that_nobody_sees_in_a_libreoffice_file_are_found(style: str, body: str, cause: str) -> None:
    content = (
        f"<office:document-content><office:automatic-styles><style:style style:name='S'>{style}</style:style>"
        f"</office:automatic-styles><office:body>{body.format(NAME)}</office:body></office:document-content>"
    )
    phrases = found({"content.xml": content})
    assert len(phrases) == bool(cause)
    assert all(cause in phrase for phrase in phrases)


def test_several_pieces_are_counted_and_a_damaged_part_is_left_to_the_cleaning() -> None:
    body = paragraph("", run(WHITE) + run("", "seen") + run(WHITE)) + paragraph("", run('<w:sz w:val="1"/>'))
    assert word(body) == ["2 pieces of text in the colour of their background", "1 piece of text too small to be seen"]
    assert found({"word/document.xml": "<w:document><w:body>"}) == []


def test_such_a_file_is_not_cleaned_but_refused_with_the_place_to_click() -> None:
    findings = inspect_office_file(office_files.word(paragraph("", run(WHITE))), ".docx")
    steps = [finding.step for finding in findings if "colour of its background" in finding.phrase]
    assert len(steps) == 1
    assert "Replace, More, Format, Font" in steps[0]
