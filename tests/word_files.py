"""Word files made for the tests, in the ways in which people write briefings and reports.

All people, places, partnerships and events in them are invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Final

from tests.office_files import MAIN, relationships, zipped

_W: Final = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" {MAIN}'
_NAMES: Final = {
    "Title": "Title",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "ListParagraph": "List Paragraph",
    "TOC1": "toc 1",
}


def run(text: str, bold: bool = False, more: str = "") -> str:
    """Words with one look. `more` is XML of their properties."""
    properties = f"<w:rPr>{'<w:b/>' if bold else ''}{more}</w:rPr>" if bold or more else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, style: str = "", bullet: str = "", depth: int = 0, more: str = "") -> str:
    """A paragraph of runs, or of words. `bullet` is `1` in a list with bullets, `2` with numbers."""
    style_xml = f'<w:pStyle w:val="{style}"/>' if style else ""
    number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{bullet}"/></w:numPr>' if bullet else ""
    inside = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{style_xml}{number}{more}</w:pPr>{inside}</w:p>"


def h(text: str, level: int = 1) -> str:
    """A heading with its style."""
    return p(text, style=f"Heading{level}")


def b(text: str) -> str:
    """A paragraph in bold."""
    return p(run(text, bold=True))


def li(*texts: str) -> str:
    """Items of a list with bullets."""
    return "".join(p(each, style="ListParagraph", bullet="1") for each in texts)


def ol(*texts: str) -> str:
    """Items of a list with numbers."""
    return "".join(p(each, style="ListParagraph", bullet="2") for each in texts)


def table(*rows: Iterable[str]) -> str:
    """A table; each cell is the XML of its paragraphs, or words."""
    cells = (
        "<w:tr>" + "".join(f"<w:tc>{each if each.startswith('<') else p(each)}</w:tc>" for each in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{''.join(cells)}</w:tbl>"


def link(text: str, identity: str = "web") -> str:
    """A link to the address of the file with this id."""
    return f'<w:hyperlink r:id="{identity}">{run(text)}</w:hyperlink>'


def br() -> str:
    """A line break inside a paragraph."""
    return "<w:r><w:br/></w:r>"


def docx(*body: str, styles: str = "", more: dict[str, str | bytes] | None = None) -> bytes:
    """A Word file with these paragraphs and tables."""
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/></w:style>'
        for identity, name in _NAMES.items()
    )
    levels = "".join(f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{{}}"/></w:lvl>' for depth in range(3))
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels.replace("{}", kind)}</w:abstractNum>'
        for number, kind in ((1, "bullet"), (2, "decimal"))
    ) + "".join(f'<w:num w:numId="{each}"><w:abstractNumId w:val="{each}"/></w:num>' for each in (1, 2))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": relationships(a="officeDocument word/document.xml"),
        "word/document.xml": f"<w:document {_W}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_W}>{named}{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_W}>{numbering}</w:numbering>",
        "word/_rels/document.xml.rels": relationships(
            s="styles styles.xml",
            n="numbering numbering.xml",
            web="hyperlink https://help.example.org/safe External",
        ),
    }
    return zipped({**parts, **(more or {})})


_PARTS: Final = (("Background", "Rowan lived with an aunt."), ("What to do", "Ask again."))


def briefing(*more: str, title: str = "7-minute briefing: Quiet mornings") -> bytes:
    """A briefing on a topic with two parts, and with more below them."""
    return docx(p(title, style="Title"), *(h(heading) + p(text) for heading, text in _PARTS), *more)


def with_changes() -> bytes:
    """A briefing in which somebody has typed a sentence that nobody has accepted."""
    return briefing(f"<w:p><w:ins w:id='1' w:author='A. Quill'>{run('Ask at the door.')}</w:ins></w:p>")


def with_a_note() -> bytes:
    """A briefing with a footnote."""
    return briefing(p(run("Ask twice."), '<w:r><w:footnoteReference w:id="2"/></w:r>'))


MADE: Final[dict[str, Callable[[], bytes]]] = {
    "unreadable-word-file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "unresolved-tracked-changes": with_changes,
    "left-out-of-word-file": with_a_note,
    "unknown-kind-of-word-file": lambda: docx(p("A walk by the river"), p("It was cold.")),
    "unknown-case-of-word-file": briefing,
    "no-part-found": lambda: docx(p("7-minute briefing: Quiet mornings", style="Title"), p("It was cold.")),
    "too-many-parts-found": lambda: briefing(*(h(f"Morning {at}") + p("It was cold.") for at in "ABCDEF")),
    "word-file-not-read-to-end": lambda: briefing(*(p("It was cold.") for _ in range(4_100))),
}
"""By the slug of the rule that it breaks, a Word file that breaks this one only."""
