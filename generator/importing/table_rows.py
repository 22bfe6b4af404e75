"""Reads a table of a page into rows, with the heading of its column at each cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborNode

from generator.importing.key_value_tables import lines_of_pairs, rows_of_pairs
from generator.importing.lines import squash
from generator.importing.listing import MOST_LETTERS, Cell, Link

_MOST_CELLS: Final = 40
_MOST_ROWS: Final = 5_000
_MOST_PAIRS: Final = 200
"""The most facts in a table that describes reviews one below the other."""


def rows_of(table: LexborNode) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows below the head of a table. A cell that spans rows is repeated in each.

    A table that describes one review is one row: see `key_value_tables`.
    """
    yield from rows_of_pairs(_plain_rows(table)) or _rows_below_head(table)


def lines_of(table: LexborNode) -> list[Cell]:
    """Return the lines of a table with facts of the review that a heading above names. Empty for every other table."""
    return lines_of_pairs(_plain_rows(table))


def _plain_rows(table: LexborNode) -> list[tuple[Cell, ...]]:
    if _contains_another(table):
        return []
    return [tuple(_cells(row, (), {})[0]) for row in table.css("tr")[:_MOST_PAIRS]]


def rows_of_list(node: LexborNode) -> list[tuple[Cell, ...]]:
    """Return the rows of a `dl` that describes reviews, each with the names of its facts. Empty for another list."""
    if _contains_another(node):
        return []
    pairs: list[tuple[Cell, ...]] = []
    for each in node.css("dt, dd")[:_MOST_PAIRS]:
        cell = _cell("", each)
        if each.tag == "dt":
            pairs.append((cell,))
        elif pairs and len(pairs[-1]) == 1:
            pairs[-1] = (*pairs[-1], cell)
        elif pairs:
            key, first = pairs[-1]
            pairs[-1] = (key, Cell("", squash(f"{first.text} {cell.text}"), first.links + cell.links))
    return rows_of_pairs(pairs)


def _contains_another(node: LexborNode) -> bool:
    """Return True for a table in which there is another one, or such a list. It is read line by line.

    Each table in a hostile page with thousands of them in each other would be read again for each one around it.
    """
    inside = node.traverse(include_text=False)
    return any(each.tag == node.tag and each.mem_id != node.mem_id for each in inside)


def _rows_below_head(table: LexborNode) -> Iterator[tuple[Cell, ...]]:
    headers: tuple[str, ...] = ()
    spanning: dict[int, tuple[int, Cell]] = {}
    for number, row in enumerate(table.css("tr")):
        if number >= _MOST_ROWS:
            return
        cells, is_head = _cells(row, headers, spanning)
        is_bold = number == 0 and _is_bold(row)
        if not cells:
            continue
        if not headers and (is_head or (number == 0 and _looks_like_head(cells, is_bold))):
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
        cell = _cell(headers[len(cells)] if len(cells) < len(headers) else "", node)
        rows = node.attributes.get("rowspan") or ""
        if rows.isdigit() and 1 < int(rows) <= _MOST_ROWS:
            spanning[len(cells)] = (int(rows) - 1, cell)
        cells.append(cell)
    _repeat(cells, spanning)
    return cells, is_head


def _cell(header: str, node: LexborNode) -> Cell:
    links = tuple(
        Link(squash(link.text(deep=True))[:MOST_LETTERS], (link.attributes.get("href") or "").strip()[:4_000])
        for link in node.css("a")
    )
    return Cell(header, squash(node.text(deep=True, separator=" "))[:MOST_LETTERS], links)


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
    url label status modified created size reference
    state year month subject summary executive statement plan briefing response learning lessons
"""
_HEAD_WORDS: Final = frozenset(_HEAD_WORDS_TEXT.split())


def _looks_like_head(cells: list[Cell], is_bold: bool) -> bool:
    """Return True for a first row that has no `th` and names columns with short words.

    Each cell has a usual word; in a row in bold most of them have.
    """
    words = [cell.text.lower().replace("/", " ").split() for cell in cells]
    usual = sum(bool(_HEAD_WORDS & set(each)) for each in words)
    is_short = all(each and len(each) <= 4 for each in words)
    return is_short and not any(cell.links for cell in cells) and usual >= (len(words) / 2 if is_bold else len(words))


def _is_bold(row: LexborNode) -> bool:
    cells = [node for node in row.iter() if node.tag in ("td", "th")]
    return bool(cells) and all(
        squash("".join(each.text(deep=True) for each in node.css("b, strong"))) == squash(node.text(deep=True))
        for node in cells
    )
