"""Reads the dates in an Excel file, which are numbers of days with a format."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

_BUILT_IN: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""The numbers of the formats that show a number as a date (ECMA-376, part 1, 18.8.30)."""

_FORMAT: Final = re.compile(rb'<(?:\w+:)?numFmt\b[^>]*?numFmtId="(\d+)"[^>]*?formatCode="([^"]*)"')
_CELL_FORMATS: Final = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_CELL_FORMAT: Final = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
_NUMBER: Final = re.compile(rb'numFmtId="(\d+)"')
_CELL: Final = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\bs="(\d+)"[^>]*>\s*'
    rb"(?:<(?:\w+:)?f\b.*?(?:/>|</(?:\w+:)?f>)\s*)?<(?:\w+:)?v>([\d.]+)<"
)
_PARTS_OF_A_DATE: Final = re.compile(rb"[dy]")
_QUOTED: Final = re.compile(rb"&quot;.*?&quot;|\[[^\]]*\]|\\.")
_FIRST: Final = date(1899, 12, 30)
_LAST_DAY: Final = 73_050
"""The number of the last day of 2099."""


def date_cells_of(packed: zipfile.ZipFile) -> frozenset[int]:
    """Return the numbers of the cell formats that show a date; none if the archive is not an Excel file."""
    try:
        styles = packed.read("xl/styles.xml")
    except KeyError:
        return frozenset()
    shown = {
        int(number)
        for number, code in _FORMAT.findall(styles)
        if _PARTS_OF_A_DATE.search(_QUOTED.sub(b"", code.lower()))
    }
    formats = _CELL_FORMATS.search(styles)
    found = set()
    for index, each in enumerate(_CELL_FORMAT.findall(formats[0]) if formats is not None else ()):
        number = _NUMBER.search(each)
        if number is not None and int(number[1]) in _BUILT_IN | shown:
            found.add(index)
    return frozenset(found)


def dates_in(sheet: bytes, date_cells: Collection[int]) -> Iterator[str]:
    """Yield each date of a sheet as `2011-09-14`."""
    for style, value in _CELL.findall(sheet):
        with suppress(ValueError):
            days = int(float(value))
            if int(style) in date_cells and 0 < days <= _LAST_DAY:
                yield (_FIRST + timedelta(days=days)).isoformat()
