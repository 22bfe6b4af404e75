"""Checks the cells of one table: are they of one grid, and does each have a header?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.model import TagIssueKind
from generator.pdf.tag_tree import Tag, texts_of

_FEWEST_ROWS: Final = 3
_FEWEST_COLUMNS: Final = 2
"""A smaller table without headers is taken for a layout."""

_MOST_CELLS: Final = 100_000
_MOST_SPAN: Final = 1_000
_PARTS: Final = ("THead", "TBody", "TFoot")

_Grid = dict[tuple[int, int], Tag]


def check_table(table: Tag) -> Iterator[TagIssueKind]:
    """Yield the faults of a table (7.2 and 7.5 of ISO 14289-1)."""
    yield from _parts(table)
    rows = list(_rows(table))
    grid, overlaps = _grid(rows)
    if overlaps or not _is_even(grid, len(rows)):
        yield TagIssueKind.UNEVEN_TABLE
        return
    cells = list({id(cell): cell for cell in grid.values()}.values())
    headers = [cell for cell in cells if cell.kind == "TH"]
    columns = 1 + max((column for _, column in grid), default=-1)
    if not headers:
        if len(rows) >= _FEWEST_ROWS and columns >= _FEWEST_COLUMNS:
            yield TagIssueKind.NO_HEADER_CELLS
        return
    ids = {text for cell in headers for text in texts_of(cell.source.get("/ID"))}
    if all(cell.attribute("/Table", "/Scope") is not None for cell in headers):
        return
    for place, cell in grid.items():
        if cell.kind == "TD" and not (_names_a_header(cell, ids) or _has_header_in_line(place, grid)):
            yield TagIssueKind.LOST_HEADER
            return


def _parts(table: Tag) -> Iterator[TagIssueKind]:
    """Yield a fault for a second head or foot, and for a head or foot without a body."""
    heads, bodies, feet = (sum(child.kind == part for child in table.children) for part in _PARTS)
    if heads > 1 or feet > 1 or ((heads or feet) and not bodies):
        yield TagIssueKind.TABLE_ORDER


def _rows(table: Tag) -> Iterator[Tag]:
    for child in table.children:
        if child.kind == "TR":
            yield child
        elif child.kind in (*_PARTS, "NonStruct", ""):
            yield from _rows(child)


def _grid(rows: list[Tag]) -> tuple[_Grid, bool]:
    """Return the cell at each row and column, and whether two cells are at one place."""
    grid: _Grid = {}
    overlaps = False
    for row, tag in enumerate(rows):
        column = 0
        for cell in tag.children:
            if cell.kind not in ("TH", "TD"):
                continue
            while (row, column) in grid:
                column += 1
            height, width = _span(cell, "/RowSpan"), _span(cell, "/ColSpan")
            if len(grid) + height * width > _MOST_CELLS:
                return grid, False
            for place in ((row + down, column + right) for down in range(height) for right in range(width)):
                overlaps = overlaps or place in grid
                grid[place] = cell
            column += width
    return grid, overlaps


def _span(cell: Tag, key: str) -> int:
    value = cell.attribute("/Table", key)
    return min(max(int(value), 1), _MOST_SPAN) if isinstance(value, int) else 1


def _is_even(grid: _Grid, rows: int) -> bool:
    """Return True if every row has the same number of columns and no cell ends below the last row."""
    widths = [0] * rows
    for row, _ in grid:
        if row >= rows:
            return False
        widths[row] += 1
    return len(set(widths)) <= 1


def _names_a_header(cell: Tag, ids: set[str]) -> bool:
    named = texts_of(cell.attribute("/Table", "/Headers"))
    return bool(named) and ids.issuperset(named)


def _has_header_in_line(place: tuple[int, int], grid: _Grid) -> bool:
    """Return True if a header above it or to its left says that it is one for the column or the row."""
    row, column = place
    above = (grid.get((other, column)) for other in range(row))
    left = (grid.get((row, other)) for other in range(column))
    return any(_heads(cell, ("/Column", "/Both")) for cell in above) or any(
        _heads(cell, ("/Row", "/Both")) for cell in left
    )


def _heads(cell: Tag | None, scopes: tuple[str, ...]) -> bool:
    return cell is not None and cell.kind == "TH" and str(cell.attribute("/Table", "/Scope")) in scopes
