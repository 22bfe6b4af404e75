"""Extracts the text that readers of an Office file see: words, slides and sheets, without what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.file_cleaning.microsoft_office import references_in, relationships_of, targets_of
from generator.file_cleaning.office_lookups import OFF, HiddenStyles, SharedStrings, Sheets, column_of
from generator.file_cleaning.xml_editing import XmlError, XmlHandler, as_utf_8, parse_xml
from generator.file_cleaning.zip_parts import DamagedZipError, TooLargeError, read_parts

_NUMBER: Final = re.compile(r"\d+")
_LINE_ENDS: Final = frozenset({"p", "h", "row", "table-row", "tr", "list-item"})
_SPACES: Final = frozenset({"tab", "br", "cr", "c", "table-cell", "line-break", "s", "tc"})
_SKIPPED: Final = frozenset({
    "del", "moveFrom", "Fallback", "rPh", "annotation", "tracked-changes", "hidden-text", "hidden-paragraph", "notes",
    "pPrChange", "rPrChange", "instrText", "f",
})  # fmt: skip
_WORDS_IN_ATTRIBUTES: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("docPr", "cNvPr"), ("title", "descr")),
    **dict.fromkeys(("tblCaption", "tblDescription", "listEntry", "statusText", "helpText"), ("val",)),
    "listItem": ("displayText",),
    "hyperlink": ("tooltip",),
    "hlinkClick": ("tooltip",),
    "dataValidation": ("promptTitle", "prompt", "errorTitle", "error"),
}
"""Words that programs show or read out: alternative texts, choices in a form, and the notes of links and cells."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """The text of a part of a document."""

    place: str
    """The part, in words for an editor: `slide 3`."""

    text: str


def visible_texts(data: bytes) -> tuple[PlacedText, ...]:
    """Return the text of each part of an Office file in the order of its pages. Empty for a file of another kind."""
    try:
        return visible_texts_of_parts(read_parts(data))
    except (DamagedZipError, TooLargeError, XmlError):
        return ()


def visible_texts_of_parts(parts: Mapping[str, bytes]) -> tuple[PlacedText, ...]:
    """Return the text of each part of an unpacked Office file. Raises an XmlError."""
    kind = _in_open_document if "content.xml" in parts else _in_microsoft_office
    return tuple(text for text in kind(parts) if text.text)


def _in_microsoft_office(parts: Mapping[str, bytes]) -> Iterator[PlacedText]:
    hidden = _hidden_styles(parts)
    for name in _sorted(parts, r"word/document\d*\.xml"):
        yield PlacedText("text", _words(parts[name], hidden_styles=hidden))
    for place, pattern in (
        ("a header", r"word/header\d*\.xml"),
        ("a footer", r"word/footer\d*\.xml"),
        ("the footnotes", r"word/(?:footnotes|endnotes)\.xml"),
    ):
        yield from (PlacedText(place, _words(parts[name])) for name in _sorted(parts, pattern))
    for number, name in enumerate(_in_order(parts, "ppt/presentation.xml", "ppt/slides/"), 1):
        yield PlacedText(f"slide {number}", _words(parts[name]))
    yield from _sheets(parts)
    for place, pattern in (
        ("a drawing", r"xl/drawings/[^/]*\.xml"),
        ("a diagram", r"(?:word|ppt|xl)/diagrams/data\d*\.xml"),
        ("a chart", r"(?:word|ppt|xl)/charts/chart\w*\.xml"),
    ):
        yield from (PlacedText(place, _words(parts[name])) for name in _sorted(parts, pattern))


def _in_open_document(parts: Mapping[str, bytes]) -> Iterator[PlacedText]:
    content = _Words((), _hidden_styles(parts))
    parse_xml(as_utf_8(parts["content.xml"]), content)
    yield from content.placed()
    if "styles.xml" in parts:
        yield PlacedText("a header or footer", _words(parts["styles.xml"]))


def _sorted(parts: Iterable[str], pattern: str) -> list[str]:
    found = [name for name in parts if re.fullmatch(pattern, name)]
    return sorted(found, key=lambda name: (int((_NUMBER.findall(name) or ["0"])[-1]), name))


def _in_order(parts: Mapping[str, bytes], main: str, below: str) -> list[str]:
    """Return the parts below a folder that the main part names, in its order."""
    if main not in parts or relationships_of(main) not in parts:
        return []
    targets = targets_of(relationships_of(main), parts[relationships_of(main)])
    named = [targets[each] for each in references_in(parts[main]) if each in targets]
    return [name for name in named if name.startswith(below) and name in parts and name.endswith(".xml")]


def _sheets(parts: Mapping[str, bytes]) -> Iterator[PlacedText]:
    """Yield the words of each sheet that is shown, with its name."""
    main = "xl/workbook.xml"
    if main not in parts or relationships_of(main) not in parts:
        return
    strings = _shared_strings(parts)
    targets = targets_of(relationships_of(main), parts[relationships_of(main)])
    sheets = Sheets()
    parse_xml(as_utf_8(parts[main]), sheets)
    for number, (name, identity) in enumerate(sheets.shown, 1):
        part = parts.get(targets.get(identity, ""))
        words = _words(part, strings) if part is not None else ""
        yield PlacedText(f"sheet {number}", f"{name}\n{words}".strip())


def _hidden_styles(parts: Mapping[str, bytes]) -> frozenset[str]:
    """Return the names of the styles that hide words, slides or sheets."""
    found = HiddenStyles()
    for name in ("word/styles.xml", "content.xml", "styles.xml"):
        if name in parts:
            parse_xml(as_utf_8(parts[name]), found)
    return found.names


def _shared_strings(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    if "xl/sharedStrings.xml" not in parts:
        return ()
    strings = SharedStrings()
    parse_xml(as_utf_8(parts["xl/sharedStrings.xml"]), strings)
    return tuple(strings.found)


def _words(data: bytes, strings: tuple[str, ...] = (), hidden_styles: frozenset[str] = frozenset()) -> str:
    words = _Words(strings, hidden_styles)
    parse_xml(as_utf_8(data), words)
    return words.whole()


class _Words(XmlHandler):
    """Collects the words of a part, with a line end after each paragraph and row."""

    def __init__(self, strings: tuple[str, ...], hidden_styles: frozenset[str]) -> None:
        self._strings = strings
        self._hidden_styles = hidden_styles
        self._hidden_columns: list[tuple[int, int]] = []
        self._open: list[str] = []
        self._skipped = 0
        self._run: list[str] = []
        self._is_hidden = False
        self._is_hidden_paragraph = False
        self._kind_of_cell = ""
        self._value = ""
        self._pieces: list[str] = []
        self._marks: list[tuple[str, int]] = []
        self._counts = {"slide": 0, "sheet": 0}

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        local = name.rpartition(" ")[2]
        self._open.append(local)
        attributes = {key.rpartition(" ")[2]: value for key, value in zip(pairs[::2], pairs[1::2], strict=True)}
        if self._skipped or local in _SKIPPED or self._is_hidden_part(local, attributes):
            self._skipped += 1
            return
        if local == "r" and "sheetData" not in self._open:
            self._run, self._is_hidden = [], False
        elif local == "vanish":
            self._is_hidden = attributes.get("val", "1") not in OFF
        elif local == "p":
            self._is_hidden_paragraph = False
        elif local == "pStyle":
            self._is_hidden_paragraph = attributes.get("val") in self._hidden_styles
        elif local == "rStyle" and attributes.get("val") in self._hidden_styles:
            self._is_hidden = True
        elif local == "col" and attributes.get("hidden", "0") not in OFF:
            self._hidden_columns.append((int(attributes.get("min", 0)), int(attributes.get("max", 0))))
        elif local == "c":
            self._kind_of_cell, self._value = attributes.get("t", ""), ""
        elif local in _WORDS_IN_ATTRIBUTES:
            self._pieces += [f"{attributes[key]}\n" for key in _WORDS_IN_ATTRIBUTES[local] if attributes.get(key)]
        elif local == "page" and "drawing" in name:
            self._mark("slide")
        elif local == "table" and "spreadsheet" in self._open:
            self._mark("sheet")
            self._pieces.append(f"{attributes.get('name', '')}\n")
        elif local in _SPACES:
            self._add(" ")

    def end(self, place: int, name: str) -> None:
        local = self._open.pop()
        if self._skipped:
            self._skipped -= 1
            return
        if local == "r":
            self._pieces += self._run if not self._is_hidden and not self._is_hidden_paragraph else ()
            self._run = []
        elif local == "c" and self._value:
            self._pieces.append(f"{self._value_of_cell()} ")
        elif local in _LINE_ENDS:
            self._pieces.append("\n")

    def text(self, text: str) -> None:
        if self._skipped or not self._open:
            return
        if self._open[-1] == "v" and "c" in self._open:
            self._value += text
        elif self._open[-1] in ("t", "v", "oddHeader", "oddFooter", "evenHeader", "evenFooter") or self._is_open_text():
            self._add(text)

    def whole(self) -> str:
        """Return all words."""
        return _tidy("".join(self._pieces))

    def placed(self) -> Iterator[PlacedText]:
        """Yield the words of each slide or sheet, or of the whole text."""
        marks = [("text", 0), *self._marks]
        ends = [start for _, start in self._marks] + [len(self._pieces)]
        for (place, start), end in zip(marks, ends, strict=True):
            yield PlacedText(place, _tidy("".join(self._pieces[start:end])))

    def _is_hidden_part(self, local: str, attributes: dict[str, str]) -> bool:
        """Return True for a slide, sheet, row, cell, paragraph or words that readers do not see."""
        if local == "sld":
            return attributes.get("show") in OFF
        if local == "row":
            return attributes.get("hidden", "0") not in OFF
        if local == "c":
            column = column_of(attributes.get("r", ""))
            return any(first <= column <= last for first, last in self._hidden_columns)
        if local == "table-row":
            return attributes.get("visibility", "visible") != "visible"
        return attributes.get("style-name") in self._hidden_styles if "style-name" in attributes else False

    def _mark(self, kind: str) -> None:
        self._counts[kind] += 1
        self._marks.append((f"{kind} {self._counts[kind]}", len(self._pieces)))

    def _is_open_text(self) -> bool:
        """Return True inside a paragraph of OpenDocument, or a title or description of a drawing."""
        shown = {"p", "h", "title", "desc"} if self._open[0] == "document-content" else {"p", "h"}
        return self._open[0] in ("document-content", "document-styles") and not shown.isdisjoint(self._open)

    def _add(self, text: str) -> None:
        (self._run if "r" in self._open else self._pieces).append(text)

    def _value_of_cell(self) -> str:
        if self._kind_of_cell != "s":
            return self._value
        place = int(self._value) if self._value.isdigit() else -1
        return self._strings[place] if 0 <= place < len(self._strings) else ""


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
