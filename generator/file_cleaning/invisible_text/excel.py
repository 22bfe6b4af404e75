"""Finds invisible text in the cells of a workbook (ISO 29500-1, 18)."""

from __future__ import annotations

import re
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
from generator.file_cleaning.office_lookups import column_of
from generator.file_cleaning.xml_editing import XmlHandler, as_utf_8, parse_xml

_Item = TypeVar("_Item")
_KINDS_OF_WORDS: Final = ("s", "str", "inlineStr")
_LARGEST_TINY: Final = 2.0
"""In points."""

_LOWEST: Final = 2.0
"""The height of a row that shows no text, in points."""

_NARROWEST: Final = 0.5
"""The width of a column that shows no text, in letters."""

_QUOTED: Final = re.compile(r'"([^"]*)"|\\(.)')
_WORDLESS: Final = re.compile(r"\[[^\]]*\]|\*.|_.|\s")
"""What a section of a number format may have and still shows nothing: a colour, a fill and a space."""

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
    cells.found[Cause.UNUSED] += sum(
        has_words("".join(each.text for each in string.descendants() if each.name == "t"))
        for number, string in enumerate(strings)
        if number not in cells.used
    )
    return cells.found


class _Styles:
    """The formats of cells, by the number that a cell gives."""

    def __init__(self, styles: Element) -> None:
        fonts = [_Font(each) for each in _list(styles, "fonts")]
        fills = [_fill(each) for each in _list(styles, "fills")]
        codes = {
            each.attributes.get("numFmtId"): each.attributes.get("formatCode") for each in _list(styles, "numFmts")
        }
        self.causes: list[tuple[Cause | None, Cause | None]] = []
        """Why numbers cannot be seen, and words."""

        self.fills: list[Colour | None] = []
        for form in _list(styles, "cellXfs"):
            font = _at(fonts, form.attributes.get("fontId", "0"))
            fill = _at(fills, form.attributes.get("fillId", "0")) if fills else WHITE
            self.fills.append(fill)
            numbers, words = _hides(codes.get(form.attributes.get("numFmtId")) or "")
            cause = font.cause(fill) if font is not None else None
            self.causes.append((Cause.FORMAT if numbers else cause, Cause.FORMAT if words else cause))

    def of(self, cell: str, has_words: bool) -> tuple[Cause | None, Colour | None]:
        """Return why the content of a cell cannot be seen, and its fill, by the number of its format."""
        place = int(cell) if cell.isdigit() else 0
        return (self.causes[place][has_words], self.fills[place]) if place < len(self.causes) else (None, WHITE)


def _hides(code: str) -> tuple[bool, bool]:
    """Return whether a number format shows no numbers, and whether it shows no words."""
    plain = _QUOTED.sub(lambda each: "x" if (each[1] or each[2] or "").strip() else "", code)
    is_empty = [not _WORDLESS.sub("", section) for section in plain.split(";")]
    return len(is_empty) > 2 and all(is_empty[:3]), len(is_empty) > 3 and is_empty[3]


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


def _is_at_most(number: str, largest: float) -> bool:
    """Return True for a number above 0 that is small. A row or a column of the size 0 is a hidden one."""
    return number.replace(".", "", 1).isdigit() and 0 < float(number) <= largest


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
        self.used: set[int] = set()
        """The numbers of the strings that a cell shows."""

        self._styles = styles
        self._strings = strings
        self._cause: Cause | None = None
        self._fill: Colour | None = WHITE
        self._is_low = False
        self._narrow: list[tuple[int, int]] = []
        self._kind = ""
        self._text = ""
        self._is_in_cell = False
        self._is_value = False

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        local = name.rpartition(" ")[2]
        attributes = dict(zip(pairs[::2], pairs[1::2], strict=True))
        if local == "sheetData":
            self._is_low = False
        elif local == "worksheet":
            self._narrow = []
        elif local == "col" and _is_at_most(attributes.get("width", ""), _NARROWEST):
            self._narrow.append((int(attributes.get("min", "0")), int(attributes.get("max", "0"))))
        elif local == "row":
            self._is_low = _is_at_most(attributes.get("ht", ""), _LOWEST)
        elif local == "c":
            self._kind, self._text, self._is_in_cell = attributes.get("t", ""), "", True
            self._cause, self._fill = self._styles.of(attributes.get("s", "0"), self._kind in _KINDS_OF_WORDS)
            column = column_of(attributes.get("r", ""))
            if self._is_low or any(first <= column <= last for first, last in self._narrow):
                self._cause = Cause.TINY
        self._is_value = self._is_in_cell and local in ("v", "t")

    def end(self, place: int, name: str) -> None:
        self._is_value = False
        if name.rpartition(" ")[2] != "c" or not self._is_in_cell:
            return
        self._is_in_cell = False
        string = _at(self._strings, self._text) if self._kind == "s" and self._text else None
        words = "".join(each.text for each in string.descendants() if each.name == "t") if string else self._text
        if string is not None:
            self.used.add(int(self._text))
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
