"""Finds invisible text in the cells of a workbook (ISO 29500-1, 18)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from generator.file_cleaning.invisible_text.causes import Cause
from generator.file_cleaning.invisible_text.colours import (
    BLACK,
    WHITE,
    Colour,
    colour_from_hex,
    has_words,
    look_alike,
)
from generator.file_cleaning.invisible_text.element_tree import Element, tree_of
from generator.file_cleaning.xml_editing import XmlHandler, as_utf_8, parse_xml

_Item = TypeVar("_Item")
_LARGEST_TINY: Final = 2.0
"""In points."""

_BY_THEME: Final[Mapping[str, Colour]] = {"0": WHITE, "1": BLACK}
_BY_INDEX: Final[Mapping[str, Colour]] = {"0": BLACK, "1": WHITE, "8": BLACK, "9": WHITE, "64": BLACK, "65": WHITE}


def invisible_in_excel(parts: Mapping[str, bytes]) -> Counter[Cause]:
    """Count the cells with text that readers of a workbook cannot see. Raises an XmlError."""
    styles = _Styles(tree_of(parts.get("xl/styles.xml")))
    strings = tuple(tree_of(parts.get("xl/sharedStrings.xml")).all("si"))
    cells = _Cells(styles, strings)
    for name, data in parts.items():
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            parse_xml(as_utf_8(data), cells)
    return cells.found


class _Styles:
    """The formats of cells, by the number that a cell gives."""

    def __init__(self, styles: Element) -> None:
        fonts = [_Font(each) for each in _list(styles, "fonts")]
        fills = [_fill(each) for each in _list(styles, "fills")]
        codes = {
            each.attributes.get("numFmtId"): each.attributes.get("formatCode") for each in _list(styles, "numFmts")
        }
        self.causes: list[Cause | None] = []
        self.fills: list[Colour | None] = []
        for form in _list(styles, "cellXfs"):
            font = _at(fonts, form.attributes.get("fontId", "0"))
            fill = _at(fills, form.attributes.get("fillId", "0")) if fills else WHITE
            self.fills.append(fill)
            if (codes.get(form.attributes.get("numFmtId")) or "").replace(" ", "").startswith(";;;"):
                self.causes.append(Cause.FORMAT)
            else:
                self.causes.append(font.cause(fill) if font is not None else None)

    def of(self, cell: str) -> tuple[Cause | None, Colour | None]:
        """Return why the text of a cell cannot be seen, and its fill, by the number of its format."""
        place = int(cell) if cell.isdigit() else 0
        return (self.causes[place], self.fills[place]) if place < len(self.causes) else (None, WHITE)


class _Font:
    def __init__(self, properties: Element) -> None:
        colour = properties.child("color")
        self._colour = BLACK if colour is None else _colour(colour)
        size = properties.value("sz")
        self._is_tiny = size.replace(".", "", 1).isdigit() and float(size) <= _LARGEST_TINY

    def cause(self, fill: Colour | None) -> Cause | None:
        if self._is_tiny:
            return Cause.TINY
        is_unseen = self._colour is not None and fill is not None and look_alike(self._colour, fill)
        return Cause.COLOUR if is_unseen else None


def _list(styles: Element, name: str) -> list[Element]:
    found = styles.child(name)
    return found.children if found is not None else []


def _at(items: Sequence[_Item], number: str) -> _Item | None:
    return items[int(number)] if number.isdigit() and int(number) < len(items) else None


def _colour(element: Element) -> Colour | None:
    """Return a colour; None if it cannot be known."""
    given = element.attributes
    if given.get("tint", "0") not in ("0", "0.0"):
        return None
    if "rgb" in given:
        return colour_from_hex(given["rgb"])
    return _BY_THEME.get(given.get("theme", "")) or _BY_INDEX.get(given.get("indexed", ""))


def _fill(fill: Element) -> Colour | None:
    pattern = fill.child("patternFill")
    if pattern is None:
        return None if fill.children else WHITE
    if pattern.attributes.get("patternType", "none") == "none":
        return WHITE
    front = pattern.child("fgColor")
    is_solid = pattern.attributes.get("patternType") == "solid"
    return _colour(front) if is_solid and front is not None else None


class _Cells(XmlHandler):
    """Counts the cells of sheets, one after the other."""

    def __init__(self, styles: _Styles, strings: tuple[Element, ...]) -> None:
        self.found: Counter[Cause] = Counter()
        self._styles = styles
        self._strings = strings
        self._cause: Cause | None = None
        self._fill: Colour | None = WHITE
        self._kind = ""
        self._text = ""
        self._is_in_cell = False
        self._is_value = False

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        local = name.rpartition(" ")[2]
        if local == "c":
            attributes = dict(zip(pairs[::2], pairs[1::2], strict=True))
            self._cause, self._fill = self._styles.of(attributes.get("s", "0"))
            self._kind, self._text, self._is_in_cell = attributes.get("t", ""), "", True
        self._is_value = self._is_in_cell and local in ("v", "t")

    def end(self, place: int, name: str) -> None:
        self._is_value = False
        if name.rpartition(" ")[2] != "c" or not self._is_in_cell:
            return
        self._is_in_cell = False
        string = _at(self._strings, self._text) if self._kind == "s" and self._text else None
        words = "".join(each.text for each in string.descendants() if each.name == "t") if string else self._text
        if self._cause is not None and has_words(words):
            self.found[self._cause] += 1
        elif string is not None:
            causes = {_Font(run.child("rPr") or Element("")).cause(self._fill) for run in _rich(string)}
            self.found.update(cause for cause in causes if cause is not None)

    def text(self, text: str) -> None:
        if self._is_value:
            self._text += text


def _rich(string: Element) -> list[Element]:
    """Return the runs of a string with a format of their own and enough words."""
    return [run for run in string.all("r") if run.child("rPr") is not None and has_words(_text_of(run))]


def _text_of(run: Element) -> str:
    text = run.child("t")
    return text.text if text is not None else ""
