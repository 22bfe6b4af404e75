"""Makes tables with many columns scroll separately, so that the page does not scroll sideways on a phone."""

from __future__ import annotations

import re
from hashlib import blake2b
from html import unescape
from itertools import zip_longest
from typing import Final

_TABLE: Final = re.compile(r"<table\b[^>]*>.*?</table>", re.DOTALL)
_ROW: Final = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
_CELL: Final = re.compile(r"<t[hd]\b[^>]*>(.*?)(?=</t[hd]>|<t[hd]\b|$)", re.DOTALL)
_TAG: Final = re.compile(r"<[^>]*>")
_WORD: Final = re.compile(r"[^\s-]+")
_HEADING: Final = re.compile(r"<(th|caption)\b([^>]*)>((?:(?!</\1>).)*\w(?:(?!</\1>).)*)</\1>", re.DOTALL)
_ID: Final = re.compile(r'\bid="([^"]+)"')
_IN_REGION: Final = re.compile(r'<div class="lib-wide"[^>]*>\s*$')
_FEW_COLUMNS: Final = 3
_FIT_ON_A_PHONE: Final = 28
"""Letters of the longest words of all columns together that fit next to each other at 320 pixels."""


def wrap_wide_tables(html: str) -> str:
    """Put each table with more than three columns, or with very long words, into an element that scrolls.

    The name of the element is the table's first heading.

    A table without a heading, and one that is in such an element already, stay as they are.
    """
    if "<table" not in html:
        return html
    pieces: list[str] = []
    end = 0
    for table in _TABLE.finditer(html):
        pieces.append(html[end : table.start()])
        end = table.end()
        is_wrapped = _IN_REGION.search(html[max(0, table.start() - 300) : table.start()]) is not None
        pieces.append(table[0] if is_wrapped else _wrapped(table[0]))
    return "".join((*pieces, html[end:]))


def _wrapped(table: str) -> str:
    rows = [_CELL.findall(row) for row in _ROW.findall(table)]
    columns = max(map(len, rows), default=0)
    letters = sum(max(map(_longest_word, column)) for column in zip_longest(*rows, fillvalue=""))
    heading = _HEADING.search(table)
    if (columns <= _FEW_COLUMNS and letters <= _FIT_ON_A_PHONE) or heading is None:
        return table
    known = _ID.search(heading[2])
    name = known[1] if known is not None else f"table-{blake2b(table.encode(), digest_size=4).hexdigest()}"
    if known is None:
        tag = f'<{heading[1]} id="{name}"{heading[2]}>'
        table = f"{table[: heading.start()]}{tag}{heading[3]}</{heading[1]}>{table[heading.end() :]}"
    # A group and not a region: a page with many tables has no more landmarks because of them.
    return f'<div class="lib-wide" role="group" tabindex="0" aria-labelledby="{name}">{table}</div>'


def _longest_word(cell: str) -> int:
    return max(map(len, _WORD.findall(unescape(_TAG.sub("", cell)))), default=0)
