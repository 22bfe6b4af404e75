"""Reads a table of a page into rows, with the heading of its column at each cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from generator.importing.lines import squash
from generator.importing.listing import MOST_LETTERS, Cell, Link

_MOST_CELLS: Final = 40
_MOST_ROWS: Final = 5_000


def rows_of(table: LexborNode) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows below the head of a table. A cell that spans rows is repeated in each."""
    headers: tuple[str, ...] = ()
    spanning: dict[int, tuple[int, Cell]] = {}
    for number, row in enumerate(table.css("tr")):
        if number >= _MOST_ROWS:
            return
        cells, is_head = _cells(row, headers, spanning)
        if not cells:
            continue
        if not headers and (is_head or (number == 0 and _looks_like_head(cells))):
            headers = tuple(cell.text for cell in cells)
            spanning.clear()
        else:
            yield tuple(cells)


def _cells(row: LexborNode, headers: tuple[str, ...], spanning: dict[int, tuple[int, Cell]]) -> tuple[list[Cell], bool]:
    cells: list[Cell] = []
    own = [node for node in row.iter() if node.tag in ("td", "th")]
    is_head = bool(own) and all(node.tag == "th" for node in own)
    for node in own[:_MOST_CELLS]:
        _repeat(cells, spanning)
        links = tuple(
            Link(squash(link.text(deep=True))[:MOST_LETTERS], (link.attributes.get("href") or "").strip()[:4_000])
            for link in node.css("a")
        )
        text = squash(node.text(deep=True, separator=" "))[:MOST_LETTERS]
        header = headers[len(cells)] if len(cells) < len(headers) else ""
        cell = Cell(header, text, links)
        rows = node.attributes.get("rowspan") or ""
        if rows.isdigit() and 1 < int(rows) <= _MOST_ROWS:
            spanning[len(cells)] = (int(rows) - 1, cell)
        cells.append(cell)
    _repeat(cells, spanning)
    return cells, is_head


def _repeat(cells: list[Cell], spanning: dict[int, tuple[int, Cell]]) -> None:
    """Add the cells of rows above that reach down to this place."""
    while len(cells) in spanning and len(cells) < _MOST_CELLS:
        column = len(cells)
        left, cell = spanning[column]
        cells.append(cell)
        if left == 1:
            del spanning[column]
        else:
            spanning[column] = (left - 1, cell)


_HEAD_WORDS_TEXT: Final = """
    case name review type date published publication document documents report title link links download address
    url label status state year month subject summary executive statement plan briefing response learning lessons
"""
_HEAD_WORDS: Final = frozenset(_HEAD_WORDS_TEXT.split())


def _looks_like_head(cells: list[Cell]) -> bool:
    """Return True for a first row in bold instead of `th`: short words that name columns."""
    words = [cell.text.lower().replace("/", " ").split() for cell in cells]
    return not any(cell.links for cell in cells) and all(
        each and len(each) <= 4 and _HEAD_WORDS & set(each) for each in words
    )
